CREATE TABLE `plans` (
	`article_id` text PRIMARY KEY NOT NULL,
	`stage` text,
	`since` integer NOT NULL,
	`by_id` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`before` text,
	`assignee_id` text,
	`brief` text DEFAULT '' NOT NULL,
	`deadline_at` integer,
	`planned_for` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plans_stage` ON `plans` (`stage`,`since`);--> statement-breakpoint
CREATE INDEX `plans_assignee` ON `plans` (`assignee_id`);--> statement-breakpoint
CREATE INDEX `plans_deadline` ON `plans` (`deadline_at`);--> statement-breakpoint
CREATE INDEX `plans_planned` ON `plans` (`planned_for`);--> statement-breakpoint
-- What was with an editor is in review; what readers see as it stands, or no longer see, is at rest; all else is drafted.
INSERT INTO `plans` (`article_id`, `stage`, `since`, `by_id`)
SELECT d.`article_id`,
	CASE
		WHEN s.`id` IS NOT NULL THEN 'review'
		WHEN p.`id` IS NOT NULL AND d.`version` <= r.`version` THEN NULL
		WHEN p.`id` IS NULL AND k.`path` IS NOT NULL THEN NULL
		ELSE 'drafting'
	END,
	coalesce(s.`submitted_at`, d.`saved_at`),
	coalesce(s.`submitted_by`, d.`saved_by`)
FROM `drafts` d
LEFT JOIN `submissions` s ON s.`article_id` = d.`article_id` AND s.`ended_at` IS NULL
LEFT JOIN `publications` p ON p.`article_id` = d.`article_id` AND p.`ended_at` IS NULL
LEFT JOIN `revisions` r ON r.`id` = p.`revision_id`
LEFT JOIN `permalinks` k ON k.`article_id` = d.`article_id` AND k.`retired_at` IS NULL;
--> statement-breakpoint
DROP TABLE `submissions`;