CREATE TABLE `listing_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`store_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`domain` text NOT NULL,
	`series_id` text,
	`series_date` text,
	`title` text,
	`local_start` text NOT NULL,
	`time_zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`status` text NOT NULL,
	`pool_id` text NOT NULL,
	`price_minor` integer,
	`staff_id` text,
	`prepare_minutes` integer DEFAULT 0 NOT NULL,
	`clear_minutes` integer DEFAULT 0 NOT NULL,
	`min_people` integer,
	`decide_by` integer,
	`asked_at` integer,
	`reason` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `session_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listing_sessions_status" CHECK("listing_sessions"."status" in ('scheduled', 'confirmed', 'completed', 'cancelled')),
	CONSTRAINT "listing_sessions_span" CHECK(ends_at > starts_at and prepare_minutes >= 0 and clear_minutes >= 0),
	CONSTRAINT "listing_sessions_price" CHECK(price_minor is null or (typeof(price_minor) = 'integer' and price_minor between 0 and 9007199254740991)),
	CONSTRAINT "listing_sessions_minimum" CHECK((min_people is null) = (decide_by is null) and (min_people is null or min_people > 0)),
	CONSTRAINT "listing_sessions_series" CHECK((series_id is null) = (series_date is null))
);
--> statement-breakpoint
CREATE INDEX `listing_sessions_by_start` ON `listing_sessions` (`business_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `listing_sessions_by_listing` ON `listing_sessions` (`listing_id`,`starts_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `listing_sessions_in_series` ON `listing_sessions` (`series_id`,`series_date`) WHERE series_id is not null;--> statement-breakpoint
CREATE INDEX `listing_sessions_to_decide` ON `listing_sessions` (`decide_by`) WHERE status = 'scheduled' and decide_by is not null and asked_at is null;--> statement-breakpoint
CREATE INDEX `listing_sessions_to_complete` ON `listing_sessions` (`ends_at`) WHERE status in ('scheduled', 'confirmed');--> statement-breakpoint
CREATE TABLE `session_places` (
	`session_id` text NOT NULL,
	`resource_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `resource_id`),
	FOREIGN KEY (`session_id`) REFERENCES `listing_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_places_by_resource` ON `session_places` (`resource_id`);--> statement-breakpoint
CREATE TABLE `session_series` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`rule` text NOT NULL,
	`local_start` text NOT NULL,
	`time_zone` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`exceptions` text NOT NULL,
	`draft` text NOT NULL,
	`made_until` text NOT NULL,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_series_duration" CHECK(duration_minutes between 1 and 43200)
);
--> statement-breakpoint
CREATE INDEX `session_series_by_listing` ON `session_series` (`business_id`,`listing_id`);--> statement-breakpoint
CREATE INDEX `session_series_to_extend` ON `session_series` (`made_until`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `__new_allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`quantity` integer NOT NULL,
	`kind` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer,
	`released_at` integer,
	`subject` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocations_kind" CHECK("__new_allocations"."kind" in ('booking', 'block', 'import', 'session')),
	CONSTRAINT "allocations_span" CHECK((starts_at is null and ends_at is null) or ends_at > starts_at),
	CONSTRAINT "allocations_quantity" CHECK(quantity > 0)
);
--> statement-breakpoint
INSERT INTO `__new_allocations`("id", "business_id", "resource_id", "starts_at", "ends_at", "quantity", "kind", "claimed_at", "expires_at", "released_at", "subject", "reason") SELECT "id", "business_id", "resource_id", "starts_at", "ends_at", "quantity", "kind", "claimed_at", "expires_at", "released_at", "subject", "reason" FROM `allocations`;--> statement-breakpoint
DROP TABLE `allocations`;--> statement-breakpoint
ALTER TABLE `__new_allocations` RENAME TO `allocations`;--> statement-breakpoint
CREATE INDEX `allocations_live` ON `allocations` (`resource_id`,`starts_at`,`ends_at`) WHERE released_at is null;--> statement-breakpoint
CREATE INDEX `allocations_by_subject` ON `allocations` (`subject`);--> statement-breakpoint
CREATE INDEX `allocations_expiring` ON `allocations` (`expires_at`) WHERE released_at is null and expires_at is not null;--> statement-breakpoint
CREATE INDEX `allocations_last_booked` ON `allocations` (`resource_id`,`claimed_at`) WHERE kind = 'booking';--> statement-breakpoint
CREATE INDEX `allocations_by_business` ON `allocations` (`business_id`,`kind`,`starts_at`);--> statement-breakpoint
ALTER TABLE `booking_items` ADD `attendee_email` text;--> statement-breakpoint
ALTER TABLE `booking_items` ADD `session_id` text REFERENCES listing_sessions(id);--> statement-breakpoint
ALTER TABLE `booking_items` ADD `trace` text;--> statement-breakpoint
CREATE INDEX `booking_items_by_session` ON `booking_items` (`session_id`,`id`) WHERE session_id is not null;