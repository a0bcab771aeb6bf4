CREATE TABLE `asset_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`asset_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`taken_at` text,
	`valid_from` integer,
	`valid_until` integer,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_entries_assetId_unique` ON `asset_entries` (`asset_id`);--> statement-breakpoint
CREATE INDEX `asset_entries_version` ON `asset_entries` (`version`);--> statement-breakpoint
CREATE INDEX `asset_entries_name` ON `asset_entries` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `asset_entries_taken` ON `asset_entries` (`taken_at`);--> statement-breakpoint
CREATE INDEX `asset_entries_valid_from` ON `asset_entries` (`valid_from`);--> statement-breakpoint
CREATE INDEX `asset_entries_valid_until` ON `asset_entries` (`valid_until`);--> statement-breakpoint
CREATE INDEX `asset_keywords_folded` ON `asset_keywords` (lower("keyword"),`keyword`);--> statement-breakpoint
CREATE INDEX `assets_uploaded_by` ON `assets` (`uploaded_by`);--> statement-breakpoint
-- By hand, as search_index was.
CREATE VIRTUAL TABLE `asset_index` USING fts5(shown, said, made, file, shelves, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
