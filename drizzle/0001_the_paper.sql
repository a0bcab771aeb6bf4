CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`place` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_article` ON `corrections` (`article_id`,`published_at`);--> statement-breakpoint
CREATE INDEX `corrections_published` ON `corrections` (`published_at`,`id`);--> statement-breakpoint
CREATE TABLE `revision_credits` (
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	`byline_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`revision_id`, `position`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byline_id`) REFERENCES `bylines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_credits_byline` ON `revision_credits` (`byline_id`,`revision_id`);--> statement-breakpoint
CREATE TABLE `revision_related` (
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	`article_id` text NOT NULL,
	PRIMARY KEY(`revision_id`, `position`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rankings` (
	`position` integer PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`ranked_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `readings` (
	`article_id` text NOT NULL,
	`hour` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`article_id`, `hour`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `readings_hour` ON `readings` (`hour`,`article_id`,`count`);--> statement-breakpoint
CREATE TABLE `about_pages` (
	`slug` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`edited_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `section_topics` (
	`section_id` text NOT NULL,
	`position` integer NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`section_id`, `position`),
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug_unique` ON `series` (`slug`);--> statement-breakpoint
ALTER TABLE `publications` ADD `end_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `label` text DEFAULT 'news' NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `kicker` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `series_id` text REFERENCES series(id);--> statement-breakpoint
ALTER TABLE `revisions` ADD `translation_of` text REFERENCES articles(id);--> statement-breakpoint
ALTER TABLE `revisions` ADD `review` text;--> statement-breakpoint
CREATE INDEX `revisions_series` ON `revisions` (`series_id`) WHERE series_id is not null;--> statement-breakpoint
CREATE INDEX `revisions_translation` ON `revisions` (`translation_of`) WHERE translation_of is not null;--> statement-breakpoint
ALTER TABLE `assets` ADD `kind` text DEFAULT 'picture' NOT NULL;--> statement-breakpoint
ALTER TABLE `assets` ADD `duration` integer;--> statement-breakpoint
ALTER TABLE `settings` ADD `appearance` text;--> statement-breakpoint
ALTER TABLE `settings` ADD `organisation` text;--> statement-breakpoint
ALTER TABLE `settings` ADD `machines` text;--> statement-breakpoint
ALTER TABLE `settings` ADD `logo_asset_id` text REFERENCES assets(id);--> statement-breakpoint
ALTER TABLE `settings` ADD `icon_asset_id` text REFERENCES assets(id);--> statement-breakpoint
ALTER TABLE `bylines` ADD `particulars` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `accent` text DEFAULT '' NOT NULL;