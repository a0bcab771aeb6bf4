CREATE TABLE `faults` (
	`id` text PRIMARY KEY NOT NULL,
	`process` text NOT NULL,
	`place` text NOT NULL,
	`what` text NOT NULL,
	`request` text NOT NULL,
	`digest` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `faults_newest` ON `faults` (`last_at`);