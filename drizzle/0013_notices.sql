CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`event_number` integer NOT NULL,
	`kind` text NOT NULL,
	`article_id` text NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_number`) REFERENCES `events`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_staff` ON `notices` (`staff_id`,`event_number`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`staff_id`,`read_at`);--> statement-breakpoint
ALTER TABLE `staff` ADD `letters_off_since` integer;--> statement-breakpoint
ALTER TABLE `settings` ADD `workflow` text;