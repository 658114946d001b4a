CREATE TABLE `date_pools` (
	`session_id` text NOT NULL,
	`quota_id` text,
	`ticket_type_id` text,
	`resource_id` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `listing_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quota_id`) REFERENCES `event_quotas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_type_id`) REFERENCES `ticket_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "date_pools_one" CHECK((quota_id is null) <> (ticket_type_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `date_pools_of_quota` ON `date_pools` (`session_id`,`quota_id`) WHERE quota_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `date_pools_of_ticket` ON `date_pools` (`session_id`,`ticket_type_id`) WHERE ticket_type_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `date_pools_resource` ON `date_pools` (`resource_id`);--> statement-breakpoint
CREATE TABLE `event_quotas` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`name` text NOT NULL,
	`capacity` integer,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `event_listings`(`listing_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_quotas_capacity" CHECK(capacity is null or capacity >= 0)
);
--> statement-breakpoint
CREATE INDEX `event_quotas_by_listing` ON `event_quotas` (`listing_id`,`position`);--> statement-breakpoint
CREATE TABLE `event_listings` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`form` text NOT NULL,
	`venue_name` text,
	`venue_address` text,
	`latitude` real,
	`longitude` real,
	`virtual_link` text,
	`notes` text,
	`age_limit` integer,
	`most_per_order` integer NOT NULL,
	`approval` integer NOT NULL,
	`policy_id` text,
	`payment_terms` text,
	`deposit_percent` integer,
	`rest_days` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `cancellation_policies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_listings_form" CHECK("event_listings"."form" in ('physical', 'virtual', 'hybrid')),
	CONSTRAINT "event_listings_venue" CHECK(form = 'virtual' or venue_name is not null),
	CONSTRAINT "event_listings_link" CHECK(form <> 'physical' or virtual_link is null),
	CONSTRAINT "event_listings_place" CHECK((latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180))),
	CONSTRAINT "event_listings_figures" CHECK((age_limit is null or age_limit between 1 and 120) and most_per_order between 1 and 50),
	CONSTRAINT "event_listings_payment" CHECK(coalesce(payment_terms = 'deposit', 0) = (deposit_percent is not null) and (deposit_percent is null or deposit_percent between 1 and 99) and (rest_days is null or (deposit_percent is not null and rest_days between 1 and 365)))
);
--> statement-breakpoint
CREATE TABLE `ticket_prices` (
	`ticket_type_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`price_minor` integer NOT NULL,
	`until_at` integer,
	`first_count` integer,
	PRIMARY KEY(`ticket_type_id`, `position`),
	FOREIGN KEY (`ticket_type_id`) REFERENCES `ticket_types`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ticket_prices_price" CHECK(typeof("ticket_prices"."price_minor") = 'integer' and abs("ticket_prices"."price_minor") <= 9007199254740991),
	CONSTRAINT "ticket_prices_rule" CHECK(price_minor >= 0 and (until_at is not null or first_count is not null) and (first_count is null or first_count > 0))
);
--> statement-breakpoint
CREATE TABLE `ticket_quotas` (
	`ticket_type_id` text NOT NULL,
	`quota_id` text NOT NULL,
	PRIMARY KEY(`ticket_type_id`, `quota_id`),
	FOREIGN KEY (`ticket_type_id`) REFERENCES `ticket_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quota_id`) REFERENCES `event_quotas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ticket_quotas_by_quota` ON `ticket_quotas` (`quota_id`);--> statement-breakpoint
CREATE TABLE `ticket_types` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`price_minor` integer NOT NULL,
	`sale_from` integer,
	`sale_until` integer,
	`least_per_order` integer NOT NULL,
	`most_per_order` integer NOT NULL,
	`code` text,
	`active` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `event_listings`(`listing_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ticket_types_price" CHECK(typeof("ticket_types"."price_minor") = 'integer' and abs("ticket_types"."price_minor") <= 9007199254740991),
	CONSTRAINT "ticket_types_figures" CHECK(price_minor >= 0 and least_per_order between 1 and 50 and most_per_order between least_per_order and 50),
	CONSTRAINT "ticket_types_sale" CHECK(sale_from is null or sale_until is null or sale_until > sale_from)
);
--> statement-breakpoint
CREATE INDEX `ticket_types_by_listing` ON `ticket_types` (`listing_id`,`position`);--> statement-breakpoint
ALTER TABLE `questions` ADD `part` text;