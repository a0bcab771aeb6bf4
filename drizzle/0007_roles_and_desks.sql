CREATE TABLE `desk_members` (
	`desk_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`desk_id`, `staff_id`),
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `desk_members_staff` ON `desk_members` (`staff_id`);--> statement-breakpoint
CREATE TABLE `desk_sections` (
	`desk_id` text NOT NULL,
	`section_id` text NOT NULL,
	PRIMARY KEY(`desk_id`, `section_id`),
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `desks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desks_name_unique` ON `desks` (`name`);--> statement-breakpoint
CREATE TABLE `roles` (
	`role` text PRIMARY KEY NOT NULL,
	`grants` text NOT NULL,
	`second_factor_since` integer
);
