CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `limits_ends` ON `limits` (`ends_at`);--> statement-breakpoint
DROP TABLE `attempts`;