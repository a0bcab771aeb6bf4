ALTER TABLE `publications` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `publications` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `publications` SET `updated_at` = `published_at`;
