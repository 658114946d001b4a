CREATE TABLE `business_entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `business_entries_business` ON `business_entries` (`business_id`);--> statement-breakpoint
CREATE TABLE `free_days` (
	`listing_number` integer NOT NULL,
	`date` text NOT NULL,
	`places` integer,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`listing_number`, `date`),
	FOREIGN KEY (`listing_number`) REFERENCES `listing_entries`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "free_days_figures" CHECK((places is null or places > 0) and minutes >= 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `listing_entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_entries_listing` ON `listing_entries` (`listing_id`);--> statement-breakpoint
CREATE INDEX `businesses_by_currency` ON `businesses` (`currency`);