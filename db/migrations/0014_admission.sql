CREATE TABLE `admissions` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text NOT NULL,
	`place` integer NOT NULL,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_user_id` text NOT NULL,
	`door` text,
	`undone_at` integer,
	`undone_by_user_id` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `listing_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `booking_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "admissions_place" CHECK(place > 0),
	CONSTRAINT "admissions_undone" CHECK((undone_at is null) = (undone_by_user_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `admissions_once` ON `admissions` (`item_id`,`place`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `admissions_by_session` ON `admissions` (`session_id`,`item_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `admissions_latest` ON `admissions` (`session_id`,`at`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `admissions_by_act` ON `admissions` (`act_id`);--> statement-breakpoint
CREATE TABLE `ticket_versions` (
	`item_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`version` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `booking_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ticket_versions_later" CHECK(version > 1)
);
