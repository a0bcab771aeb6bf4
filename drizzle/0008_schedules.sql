CREATE TABLE `embargoes` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`until` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `embargoes_article` ON `embargoes` (`article_id`) WHERE lifted_at is null;--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`act` text NOT NULL,
	`at` integer NOT NULL,
	`revision_id` text,
	`change` text,
	`note` text DEFAULT '' NOT NULL,
	`planned_by` text NOT NULL,
	`planned_at` integer NOT NULL,
	`due_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`outcome` text,
	`failure` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `schedules_pending` ON `schedules` (`at`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `schedules_article` ON `schedules` (`article_id`,`at`);--> statement-breakpoint
CREATE INDEX `schedules_ended` ON `schedules` (`ended_at`) WHERE ended_at is not null;