ALTER TABLE `assets` ADD `suggested_crops` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `copies_say` text;--> statement-breakpoint
ALTER TABLE `renditions` ADD `made_at` integer;--> statement-breakpoint
ALTER TABLE `renditions` ADD `replaced_at` integer;