CREATE TABLE `presences` (
	`tab` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`field` text,
	`field_since` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`taken_over_by` text,
	`taken_over_field` text,
	`taken_over_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_over_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presences_article` ON `presences` (`article_id`,`seen_at`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `sitting_since` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `field_versions` text;