CREATE TABLE `snippets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`edited_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snippets_name_unique` ON `snippets` (`name`);--> statement-breakpoint
CREATE TABLE `style_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`avoid` text NOT NULL,
	`preferred` text NOT NULL,
	`reason` text NOT NULL,
	`whole_word` integer NOT NULL,
	`match_case` integer NOT NULL,
	`created_at` integer NOT NULL
);
