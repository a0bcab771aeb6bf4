CREATE TABLE `redirects` (
	`path` text PRIMARY KEY NOT NULL,
	`target` text,
	`article_id` text,
	`note` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redirects_edited` ON `redirects` (`edited_at`,`path`);--> statement-breakpoint
CREATE INDEX `redirects_article` ON `redirects` (`article_id`) WHERE article_id is not null;--> statement-breakpoint
CREATE TABLE `takedowns` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`taken_down_by` text NOT NULL,
	`taken_down_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_down_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `takedowns_standing` ON `takedowns` (`article_id`) WHERE lifted_at is null;--> statement-breakpoint
DROP INDEX `publications_latest`;--> statement-breakpoint
DROP INDEX `publications_section`;--> statement-breakpoint
ALTER TABLE `publications` ADD `retracted_at` integer;--> statement-breakpoint
ALTER TABLE `publications` ADD `retraction` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `publications_latest` ON `publications` (`first_published_at`,`id`) WHERE ended_at is null and retracted_at is null;--> statement-breakpoint
CREATE INDEX `publications_section` ON `publications` (`section_id`,`first_published_at`,`id`) WHERE ended_at is null and retracted_at is null;--> statement-breakpoint
ALTER TABLE `corrections` ADD `approved_by` text REFERENCES staff(id);