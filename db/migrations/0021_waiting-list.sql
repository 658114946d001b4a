CREATE TABLE `waiting_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`session_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`choices` text NOT NULL,
	`quantity` integer NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`joined_at` integer NOT NULL,
	`offered_at` integer,
	`offer_until` integer,
	`ended_at` integer,
	`booking_id` text,
	`booking_key` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `listing_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waiting_entries_status" CHECK("waiting_entries"."status" in ('waiting', 'offered', 'taken', 'declined', 'lapsed', 'left', 'removed', 'over')),
	CONSTRAINT "waiting_entries_quantity" CHECK(quantity > 0),
	CONSTRAINT "waiting_entries_offer" CHECK(status <> 'offered' or (offered_at is not null and offer_until > offered_at))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_entries_once` ON `waiting_entries` (`session_id`,`email_key`) WHERE status in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX `waiting_entries_line` ON `waiting_entries` (`session_id`,`joined_at`,`id`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `waiting_entries_by_session` ON `waiting_entries` (`session_id`,`joined_at`);--> statement-breakpoint
CREATE INDEX `waiting_entries_offers` ON `waiting_entries` (`offer_until`) WHERE status = 'offered';--> statement-breakpoint
CREATE TABLE `waiting_settings` (
	`business_id` text PRIMARY KEY NOT NULL,
	`offer_hours` integer NOT NULL,
	`strict` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waiting_settings_hours" CHECK(offer_hours between 1 and 168)
);
