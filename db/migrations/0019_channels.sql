CREATE TABLE `channel_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`name` text NOT NULL,
	`feed_id` text,
	`token_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`feed_id`) REFERENCES `channel_feeds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channel_addresses_token` ON `channel_addresses` (`token_hash`);--> statement-breakpoint
CREATE INDEX `channel_addresses_by_listing` ON `channel_addresses` (`business_id`,`listing_id`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `channel_clashes` (
	`entry_id` text NOT NULL,
	`version` integer NOT NULL,
	`booking_id` text NOT NULL,
	`business_id` text NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `version`, `booking_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `channel_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `channel_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`feed_id` text NOT NULL,
	`uid` text NOT NULL,
	`instance` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`claims` text NOT NULL,
	`summary` text,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`released_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`feed_id`) REFERENCES `channel_feeds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "channel_entries_span" CHECK(ends_at > starts_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channel_entries_uid` ON `channel_entries` (`feed_id`,`uid`,`instance`) WHERE released_at is null;--> statement-breakpoint
CREATE INDEX `channel_entries_by_feed` ON `channel_entries` (`feed_id`,`ends_at`) WHERE released_at is null;--> statement-breakpoint
CREATE TABLE `channel_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`made_at` integer NOT NULL,
	`paused_at` integer,
	`removed_at` integer,
	`due_at` integer,
	`asked_at` integer,
	`outcome` text,
	`status` integer,
	`read_at` integer,
	`entries` integer DEFAULT 0 NOT NULL,
	`unreadable` integer DEFAULT 0 NOT NULL,
	`etag` text,
	`last_modified` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` integer,
	`told_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "channel_feeds_outcome" CHECK("channel_feeds"."outcome" in ('read', 'unchanged', 'no-listing', 'no-web-address', 'unknown-name', 'private-address', 'no-connection', 'too-slow', 'too-large', 'too-many-redirects', 'status', 'no-calendar', 'too-many-entries', 'too-much-work')),
	CONSTRAINT "channel_feeds_idle" CHECK(due_at is null or (paused_at is null and removed_at is null))
);
--> statement-breakpoint
CREATE INDEX `channel_feeds_by_listing` ON `channel_feeds` (`business_id`,`listing_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `channel_feeds_due` ON `channel_feeds` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `channel_feeds_address` ON `channel_feeds` (`listing_id`,`address`) WHERE removed_at is null;