CREATE TABLE `night_prices` (
	`listing_id` text NOT NULL,
	`business_id` text NOT NULL,
	`night` text NOT NULL,
	`nightly_minor` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`listing_id`, `night`),
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "night_prices_night" CHECK(night glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' and typeof(nightly_minor) = 'integer' and nightly_minor between 0 and 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE `properties` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`tenure` text NOT NULL,
	`whole_id` text,
	`resource_id` text,
	`street` text,
	`postal_code` text,
	`city` text,
	`latitude_e6` integer,
	`longitude_e6` integer,
	`bedrooms` integer,
	`beds` integer,
	`baths` integer,
	`size` integer,
	`amenities` text NOT NULL,
	`house_rules` text,
	`licence` text,
	`approval` integer NOT NULL,
	`policy_id` text,
	`payment_terms` text,
	`deposit_percent` integer,
	`rest_days` integer,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`whole_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `cancellation_policies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "properties_tenure" CHECK("properties"."tenure" in ('nightly', 'long-term', 'sale')),
	CONSTRAINT "properties_whole" CHECK(whole_id is null or whole_id <> listing_id),
	CONSTRAINT "properties_resource" CHECK(resource_id is null or tenure = 'nightly'),
	CONSTRAINT "properties_place" CHECK((latitude_e6 is null) = (longitude_e6 is null) and (latitude_e6 is null or (latitude_e6 between -90000000 and 90000000 and longitude_e6 between -180000000 and 180000000))),
	CONSTRAINT "properties_figures" CHECK((bedrooms is null or bedrooms between 0 and 200) and (beds is null or beds between 0 and 500) and (baths is null or baths between 0 and 200) and (size is null or size between 1 and 1000000)),
	CONSTRAINT "properties_payment" CHECK(coalesce(payment_terms = 'deposit', 0) = (deposit_percent is not null) and (deposit_percent is null or deposit_percent between 1 and 99) and (rest_days is null or (deposit_percent is not null and rest_days between 1 and 365)))
);
--> statement-breakpoint
CREATE INDEX `properties_by_whole` ON `properties` (`whole_id`) WHERE whole_id is not null;--> statement-breakpoint
CREATE TABLE `seasons` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`name` text NOT NULL,
	`first_night` text NOT NULL,
	`last_night` text NOT NULL,
	`nightly_minor` integer NOT NULL,
	`weekend_minor` integer,
	`min_nights` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seasons_dates" CHECK(last_night >= first_night and first_night glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' and last_night glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "seasons_amounts" CHECK(typeof(nightly_minor) = 'integer' and nightly_minor between 0 and 9007199254740991 and (weekend_minor is null or (typeof(weekend_minor) = 'integer' and weekend_minor between 0 and 9007199254740991)) and (min_nights is null or min_nights between 1 and 366))
);
--> statement-breakpoint
CREATE INDEX `seasons_by_listing` ON `seasons` (`listing_id`,`first_night`);--> statement-breakpoint
CREATE TABLE `stay_discounts` (
	`listing_id` text NOT NULL,
	`business_id` text NOT NULL,
	`kind` text NOT NULL,
	`threshold` integer NOT NULL,
	`percent` integer NOT NULL,
	PRIMARY KEY(`listing_id`, `kind`, `threshold`),
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stay_discounts_kind" CHECK("stay_discounts"."kind" in ('length', 'early', 'late')),
	CONSTRAINT "stay_discounts_figures" CHECK(threshold between (kind <> 'late') and 730 and percent between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE `stay_fees` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`per` text NOT NULL,
	`amount_minor` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stay_fees_per" CHECK("stay_fees"."per" in ('stay', 'night', 'guest')),
	CONSTRAINT "stay_fees_amount" CHECK(typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991)
);
--> statement-breakpoint
CREATE INDEX `stay_fees_by_listing` ON `stay_fees` (`listing_id`,`position`);--> statement-breakpoint
CREATE TABLE `stay_terms` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`nightly_minor` integer NOT NULL,
	`weekend_minor` integer,
	`weekend_days` text NOT NULL,
	`guests_included` integer NOT NULL,
	`guests_most` integer NOT NULL,
	`extra_guest_minor` integer NOT NULL,
	`tax_minor` integer NOT NULL,
	`tax_nights` integer,
	`child_age` integer NOT NULL,
	`min_nights` integer NOT NULL,
	`max_nights` integer,
	`stay_by` text NOT NULL,
	`arrival_days` text NOT NULL,
	`departure_days` text NOT NULL,
	`prepare_nights` integer NOT NULL,
	`notice_days` integer NOT NULL,
	`window_days` integer NOT NULL,
	`check_in_from` integer NOT NULL,
	`check_in_until` integer,
	`check_out_by` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stay_terms_stay_by" CHECK("stay_terms"."stay_by" in ('arrival', 'every-night')),
	CONSTRAINT "stay_terms_amounts" CHECK(typeof(nightly_minor) = 'integer' and nightly_minor between 0 and 9007199254740991 and (weekend_minor is null or (typeof(weekend_minor) = 'integer' and weekend_minor between 0 and 9007199254740991)) and typeof(extra_guest_minor) = 'integer' and extra_guest_minor between 0 and 9007199254740991 and typeof(tax_minor) = 'integer' and tax_minor between 0 and 9007199254740991),
	CONSTRAINT "stay_terms_figures" CHECK(guests_included between 1 and guests_most and guests_most <= 200 and (tax_nights is null or tax_nights between 1 and 366) and child_age between 0 and 18 and min_nights between 1 and 366 and (max_nights is null or max_nights between min_nights and 366) and prepare_nights between 0 and 30 and notice_days between 0 and 365 and window_days between 1 and 730),
	CONSTRAINT "stay_terms_hours" CHECK(check_in_from between 0 and 1439 and (check_in_until is null or check_in_until between check_in_from and 1440) and check_out_by between 0 and 1440)
);
