CREATE TABLE `former_files` (
	`id` text PRIMARY KEY NOT NULL,
	`asset_id` text NOT NULL,
	`hash` text NOT NULL,
	`filename` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	`replaced_by` text NOT NULL,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_files_asset` ON `former_files` (`asset_id`,`replaced_at`);--> statement-breakpoint
CREATE INDEX `former_files_replaced` ON `former_files` (`replaced_at`);--> statement-breakpoint
CREATE INDEX `former_files_hash` ON `former_files` (`hash`);--> statement-breakpoint
CREATE TABLE `likeness_bands` (
	`band` integer NOT NULL,
	`signs` text NOT NULL,
	`asset_id` text NOT NULL,
	PRIMARY KEY(`band`, `signs`, `asset_id`),
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `likeness_bands_asset` ON `likeness_bands` (`asset_id`);--> statement-breakpoint
CREATE TABLE `sweeps` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`took` integer NOT NULL,
	`removed` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sweeps_at` ON `sweeps` (`at`);--> statement-breakpoint
ALTER TABLE `assets` ADD `purged_at` integer;