CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_articleId_unique` ON `search_entries` (`article_id`);--> statement-breakpoint
CREATE INDEX `search_entries_version` ON `search_entries` (`version`);--> statement-breakpoint
-- By hand: drizzle knows no virtual tables. The terms come taken apart (domain/search/terms.ts), so that the tokenizer has
-- only to part them at blanks; the table keeps no text, and what is deleted is gone from it.
CREATE VIRTUAL TABLE `search_index` USING fts5(headline, names, standfirst, body, shelves, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
