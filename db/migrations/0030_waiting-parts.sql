DROP INDEX `waiting_entries_once`;--> statement-breakpoint
ALTER TABLE `waiting_entries` ADD `part` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `waiting_entries` SET `part` = coalesce((SELECT group_concat(`ticket`, ' ') FROM (SELECT DISTINCT json_extract(`value`, '$.ticket') AS `ticket` FROM json_each(`waiting_entries`.`choices`) ORDER BY 1)), '') WHERE json_valid(`choices`);--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_entries_once` ON `waiting_entries` (`session_id`,`email_key`,`part`) WHERE status in ('waiting', 'offered');