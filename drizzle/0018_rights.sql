ALTER TABLE `assets` ADD `told_lapsing` integer;--> statement-breakpoint
ALTER TABLE `assets` ADD `told_lapsed` integer;--> statement-breakpoint
ALTER TABLE `settings` ADD `picture_desk` text;