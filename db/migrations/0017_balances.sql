CREATE TABLE `balance_chases` (
	`booking_id` text NOT NULL,
	`kind` text NOT NULL,
	`run_at` integer NOT NULL,
	`done_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "balance_chases_kind" CHECK("balance_chases"."kind" in ('soon', 'due', 'release'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `balance_chases_once` ON `balance_chases` (`booking_id`,`kind`,`run_at`);--> statement-breakpoint
CREATE INDEX `balance_chases_due` ON `balance_chases` (`run_at`) WHERE done_at is null and dropped_at is null;--> statement-breakpoint
ALTER TABLE `payment_settings` ADD `release_days` integer;