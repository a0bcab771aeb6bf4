ALTER TABLE `revisions` DROP COLUMN `lead_alt`;--> statement-breakpoint
ALTER TABLE `revisions` DROP COLUMN `lead_caption`;--> statement-breakpoint
ALTER TABLE `revisions` DROP COLUMN `lead_credit`;