CREATE TABLE `session_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`from_starts_at` integer,
	`actor` text NOT NULL,
	`cursor` text NOT NULL,
	`last_item` text NOT NULL,
	`started_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `listing_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_rounds_kind" CHECK("session_rounds"."kind" in ('moved', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `session_rounds_open` ON `session_rounds` (`started_at`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `session_rounds_by_session` ON `session_rounds` (`session_id`);