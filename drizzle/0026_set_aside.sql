ALTER TABLE `bylines` ADD `aside_since` integer;--> statement-breakpoint
ALTER TABLE `series` ADD `aside_since` integer;--> statement-breakpoint
ALTER TABLE `topics` ADD `aside_since` integer;