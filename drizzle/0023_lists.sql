CREATE TABLE `desk_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`section_id` text,
	`stage` text,
	`readers` text NOT NULL,
	`saved_at` integer NOT NULL,
	`headline` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desk_entries_articleId_unique` ON `desk_entries` (`article_id`);--> statement-breakpoint
CREATE INDEX `desk_entries_saved` ON `desk_entries` (`saved_at`,`article_id`);--> statement-breakpoint
CREATE INDEX `desk_entries_owner` ON `desk_entries` (`owner_id`,`saved_at`,`article_id`);--> statement-breakpoint
CREATE INDEX `desk_entries_section` ON `desk_entries` (`section_id`,`saved_at`,`article_id`);--> statement-breakpoint
CREATE INDEX `desk_entries_stage` ON `desk_entries` (`stage`,`saved_at`,`article_id`);--> statement-breakpoint
CREATE INDEX `desk_entries_readers` ON `desk_entries` (`readers`,`saved_at`,`article_id`);--> statement-breakpoint
CREATE TABLE `list_sizes` (
	`list` text PRIMARY KEY NOT NULL,
	`stories` integer NOT NULL,
	`changed_at` integer
);
--> statement-breakpoint
CREATE TABLE `listings` (
	`list` text NOT NULL,
	`first_published_at` integer NOT NULL,
	`publication_id` text NOT NULL,
	`section_id` text NOT NULL,
	PRIMARY KEY(`list`, `first_published_at`, `publication_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_verb` ON `events` (`verb`,`number`);--> statement-breakpoint
CREATE INDEX `publications_firsts` ON `publications` (`published_at`) WHERE kind = 'first';
--> statement-breakpoint
-- By hand from here on. What stands in these tables is worked out of others; the triggers below keep it. Whoever rebuilds
-- `publications`, `drafts`, `plans`, `permalinks`, `takedowns` or `search_entries` must make their triggers anew.
CREATE VIRTUAL TABLE `desk_index` USING fts5(headline, content='', contentless_delete=1, tokenize='trigram');
--> statement-breakpoint
CREATE VIEW `revision_lists` AS
	SELECT revision_id, 't' || topic_id AS list FROM revision_topics
	UNION ALL SELECT revision_id, 'b' || byline_id FROM revision_bylines
	UNION ALL SELECT revision_id, 'b' || byline_id FROM revision_credits
	UNION ALL SELECT id, 'r' || series_id FROM revisions WHERE series_id IS NOT NULL
	UNION ALL SELECT id, 'l' || label FROM revisions WHERE label <> 'news';
--> statement-breakpoint
CREATE VIEW `desk_states` AS
	SELECT d.article_id, coalesce(p.assignee_id, a.created_by) AS owner_id, d.section_id, p.stage,
		CASE
			WHEN EXISTS (SELECT 1 FROM takedowns t WHERE t.article_id = d.article_id AND t.lifted_at IS NULL) THEN 'taken-down'
			WHEN u.id IS NOT NULL AND d.version > r.version THEN 'changed'
			WHEN u.id IS NOT NULL THEN 'live'
			WHEN k.path IS NOT NULL THEN 'unpublished'
			ELSE 'never'
		END AS readers, d.saved_at, d.headline
	FROM drafts d
	JOIN articles a ON a.id = d.article_id
	JOIN plans p ON p.article_id = d.article_id
	LEFT JOIN permalinks k ON k.article_id = d.article_id AND k.retired_at IS NULL
	LEFT JOIN publications u ON u.article_id = d.article_id AND u.ended_at IS NULL
	LEFT JOIN revisions r ON r.id = u.revision_id;
--> statement-breakpoint
INSERT INTO `listings` (`list`, `first_published_at`, `publication_id`, `section_id`)
	SELECT DISTINCT l.list, p.first_published_at, p.id, p.section_id FROM publications p JOIN revision_lists l ON l.revision_id = p.revision_id
	WHERE p.ended_at IS NULL AND p.retracted_at IS NULL;
--> statement-breakpoint
INSERT INTO `list_sizes` (`list`, `stories`, `changed_at`)
	SELECT l.list, count(*), max(p.updated_at) FROM listings l JOIN publications p ON p.id = l.publication_id GROUP BY l.list
	UNION ALL SELECT 's' || p.section_id, count(*), max(p.updated_at) FROM publications p WHERE p.ended_at IS NULL AND p.retracted_at IS NULL GROUP BY 1
	UNION ALL SELECT 'd' || strftime('%Y-%m-%d', p.first_published_at / 1000, 'unixepoch'), count(*), max(p.updated_at) FROM publications p WHERE p.ended_at IS NULL AND p.retracted_at IS NULL GROUP BY 1
	UNION ALL SELECT 'all', count(*), max(p.updated_at) FROM publications p WHERE p.ended_at IS NULL AND p.retracted_at IS NULL HAVING count(*) > 0
	UNION ALL SELECT 'found', count(*), NULL FROM search_entries HAVING count(*) > 0;
--> statement-breakpoint
INSERT INTO `desk_entries` (`article_id`, `owner_id`, `section_id`, `stage`, `readers`, `saved_at`, `headline`)
	SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states;
--> statement-breakpoint
INSERT INTO `desk_index` (`rowid`, `headline`) SELECT id, headline FROM desk_entries ORDER BY id;
--> statement-breakpoint
CREATE TRIGGER `listings_added` AFTER INSERT ON `listings` BEGIN
	INSERT INTO list_sizes (list, stories, changed_at)
		SELECT new.list, 1, updated_at FROM publications WHERE id = new.publication_id
		ON CONFLICT (list) DO UPDATE SET stories = stories + 1, changed_at = max(changed_at, excluded.changed_at);
END;
--> statement-breakpoint
CREATE TRIGGER `listings_removed` AFTER DELETE ON `listings` BEGIN
	UPDATE list_sizes SET stories = stories - 1 WHERE list = old.list;
END;
--> statement-breakpoint
CREATE TRIGGER `publications_added` AFTER INSERT ON `publications` WHEN new.ended_at IS NULL AND new.retracted_at IS NULL BEGIN
	INSERT INTO listings (list, first_published_at, publication_id, section_id)
		SELECT DISTINCT list, new.first_published_at, new.id, new.section_id FROM revision_lists WHERE revision_id = new.revision_id;
	INSERT INTO list_sizes (list, stories, changed_at)
		SELECT list, 1, new.updated_at FROM (SELECT 'all' AS list UNION ALL SELECT 's' || new.section_id UNION ALL SELECT 'd' || strftime('%Y-%m-%d', new.first_published_at / 1000, 'unixepoch')) WHERE true
		ON CONFLICT (list) DO UPDATE SET stories = stories + 1, changed_at = max(changed_at, excluded.changed_at);
END;
--> statement-breakpoint
CREATE TRIGGER `publications_changed` AFTER UPDATE OF `ended_at`, `retracted_at`, `first_published_at`, `updated_at`, `section_id`, `revision_id` ON `publications` BEGIN
	DELETE FROM listings WHERE old.ended_at IS NULL AND old.retracted_at IS NULL AND publication_id = old.id AND first_published_at = old.first_published_at
		AND list IN (SELECT list FROM revision_lists WHERE revision_id = old.revision_id);
	UPDATE list_sizes SET stories = stories - 1 WHERE old.ended_at IS NULL AND old.retracted_at IS NULL AND list IN (SELECT 'all' AS list UNION ALL SELECT 's' || old.section_id UNION ALL SELECT 'd' || strftime('%Y-%m-%d', old.first_published_at / 1000, 'unixepoch'));
	INSERT INTO listings (list, first_published_at, publication_id, section_id)
		SELECT DISTINCT list, new.first_published_at, new.id, new.section_id FROM revision_lists WHERE revision_id = new.revision_id AND new.ended_at IS NULL AND new.retracted_at IS NULL;
	INSERT INTO list_sizes (list, stories, changed_at)
		SELECT list, 1, new.updated_at FROM (SELECT 'all' AS list UNION ALL SELECT 's' || new.section_id UNION ALL SELECT 'd' || strftime('%Y-%m-%d', new.first_published_at / 1000, 'unixepoch')) WHERE true AND new.ended_at IS NULL AND new.retracted_at IS NULL
		ON CONFLICT (list) DO UPDATE SET stories = stories + 1, changed_at = max(changed_at, excluded.changed_at);
	-- Time goes back only where a story is dated back: then the last change is looked for anew.
	UPDATE list_sizes SET changed_at = coalesce((
			SELECT max(p.updated_at) FROM listings l JOIN publications p ON p.id = l.publication_id WHERE l.list = list_sizes.list
		), changed_at)
		WHERE new.updated_at < old.updated_at AND list IN (SELECT list FROM revision_lists WHERE revision_id = new.revision_id);
	UPDATE list_sizes SET changed_at = coalesce((
			SELECT max(p.updated_at) FROM publications p WHERE p.ended_at IS NULL AND p.retracted_at IS NULL
				AND list_sizes.list IN ('all', 's' || p.section_id, 'd' || strftime('%Y-%m-%d', p.first_published_at / 1000, 'unixepoch'))
		), changed_at)
		WHERE new.updated_at < old.updated_at AND list IN (SELECT 'all' AS list UNION ALL SELECT 's' || new.section_id UNION ALL SELECT 'd' || strftime('%Y-%m-%d', new.first_published_at / 1000, 'unixepoch'));
END;
--> statement-breakpoint
CREATE TRIGGER `publications_removed` AFTER DELETE ON `publications` BEGIN
	DELETE FROM listings WHERE old.ended_at IS NULL AND old.retracted_at IS NULL AND publication_id = old.id AND first_published_at = old.first_published_at
		AND list IN (SELECT list FROM revision_lists WHERE revision_id = old.revision_id);
	UPDATE list_sizes SET stories = stories - 1 WHERE old.ended_at IS NULL AND old.retracted_at IS NULL AND list IN (SELECT 'all' AS list UNION ALL SELECT 's' || old.section_id UNION ALL SELECT 'd' || strftime('%Y-%m-%d', old.first_published_at / 1000, 'unixepoch'));
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO list_sizes (list, stories) VALUES ('found', 1) ON CONFLICT (list) DO UPDATE SET stories = stories + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_removed` AFTER DELETE ON `search_entries` BEGIN
	UPDATE list_sizes SET stories = stories - 1 WHERE list = 'found';
END;
--> statement-breakpoint
CREATE TRIGGER `drafts_added` AFTER INSERT ON `drafts` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `drafts_changed` AFTER UPDATE ON `drafts` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `plans_added` AFTER INSERT ON `plans` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `plans_changed` AFTER UPDATE OF `stage`, `assignee_id` ON `plans` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `publications_began` AFTER INSERT ON `publications` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `publications_ended` AFTER UPDATE OF `ended_at`, `revision_id` ON `publications` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `permalinks_added` AFTER INSERT ON `permalinks` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `permalinks_changed` AFTER UPDATE OF `retired_at` ON `permalinks` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `takedowns_added` AFTER INSERT ON `takedowns` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `takedowns_changed` AFTER UPDATE OF `lifted_at` ON `takedowns` BEGIN
	INSERT INTO desk_entries (article_id, owner_id, section_id, stage, readers, saved_at, headline)
		SELECT article_id, owner_id, section_id, stage, readers, saved_at, headline FROM desk_states WHERE article_id = new.article_id
		ON CONFLICT (article_id) DO UPDATE SET owner_id = excluded.owner_id, section_id = excluded.section_id,
			stage = excluded.stage, readers = excluded.readers, saved_at = excluded.saved_at, headline = excluded.headline;
END;
--> statement-breakpoint
CREATE TRIGGER `drafts_removed` AFTER DELETE ON `drafts` BEGIN
	DELETE FROM desk_entries WHERE article_id = old.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER `desk_entries_added` AFTER INSERT ON `desk_entries` BEGIN
	INSERT INTO desk_index (rowid, headline) VALUES (new.id, new.headline);
END;
--> statement-breakpoint
CREATE TRIGGER `desk_entries_renamed` AFTER UPDATE OF `headline` ON `desk_entries` WHEN new.headline IS NOT old.headline BEGIN
	UPDATE desk_index SET headline = new.headline WHERE rowid = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `desk_entries_removed` AFTER DELETE ON `desk_entries` BEGIN
	DELETE FROM desk_index WHERE rowid = old.id;
END;
