CREATE TABLE `draft_assets` (
	`article_id` text NOT NULL,
	`asset_id` text NOT NULL,
	PRIMARY KEY(`article_id`, `asset_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_assets_asset` ON `draft_assets` (`asset_id`,`article_id`);--> statement-breakpoint
CREATE TABLE `asset_keywords` (
	`asset_id` text NOT NULL,
	`keyword` text NOT NULL,
	PRIMARY KEY(`asset_id`, `keyword`),
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `asset_keywords_keyword` ON `asset_keywords` (`keyword`,`asset_id`);--> statement-breakpoint
CREATE TABLE `collection_assets` (
	`collection_id` text NOT NULL,
	`asset_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `asset_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `collection_assets_asset` ON `collection_assets` (`asset_id`);--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_name_unique` ON `collections` (`name`);--> statement-breakpoint
ALTER TABLE `revisions` ADD `lead_use` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `is_animated` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `likeness` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `creator` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `agency` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `source` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `people` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `taken_at` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `notes` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `copyright_notice` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `licence` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `usage_terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `restrictions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `territory` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `valid_from` integer;--> statement-breakpoint
ALTER TABLE `assets` ADD `valid_until` integer;--> statement-breakpoint
ALTER TABLE `assets` ADD `cost` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `uses_allowed` integer;--> statement-breakpoint
ALTER TABLE `assets` ADD `credentials` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `focus_x` real;--> statement-breakpoint
ALTER TABLE `assets` ADD `focus_y` real;--> statement-breakpoint
ALTER TABLE `assets` ADD `crops` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `assets` ADD `deleted_by` text REFERENCES staff(id);--> statement-breakpoint
CREATE INDEX `assets_deleted` ON `assets` (`deleted_at`);--> statement-breakpoint
CREATE INDEX `assets_valid_until` ON `assets` (`valid_until`);--> statement-breakpoint
ALTER TABLE `renditions` ADD `region` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- How each revision uses its lead picture stood in columns of its own; what drafts show of the library was looked for in their text.
UPDATE `revisions` SET `lead_use` = json_object('alt', `lead_alt`, 'caption', `lead_caption`, 'credit', `lead_credit`) WHERE `lead_asset_id` IS NOT NULL;--> statement-breakpoint
INSERT INTO `draft_assets` (`article_id`, `asset_id`)
SELECT DISTINCT d.article_id, a.id
FROM `drafts` d, json_tree(d.content) part
JOIN `assets` a ON a.id = part.value
WHERE part.key IN ('assetId', 'posterAssetId', 'captionsAssetId');
