CREATE TABLE `business_categories` (
	`business_id` text NOT NULL,
	`category_id` text NOT NULL,
	`main` integer NOT NULL,
	PRIMARY KEY(`business_id`, `category_id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `business_categories_by_category` ON `business_categories` (`category_id`,`business_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `business_categories_main` ON `business_categories` (`business_id`) WHERE main = 1;--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`domain` text NOT NULL,
	`parent_id` text,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug` ON `categories` (`slug`);--> statement-breakpoint
CREATE INDEX `categories_by_domain` ON `categories` (`domain`,`title`);--> statement-breakpoint
CREATE INDEX `categories_by_parent` ON `categories` (`parent_id`);--> statement-breakpoint
CREATE TABLE `category_versions` (
	`category_id` text NOT NULL,
	`version` integer NOT NULL,
	`schema` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`category_id`, `version`),
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `listing_categories` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`category_id` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`,`version`) REFERENCES `category_versions`(`category_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_categories_by_category` ON `listing_categories` (`category_id`,`listing_id`);--> statement-breakpoint
CREATE TABLE `listing_values` (
	`listing_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text,
	`number` real,
	`flag` integer,
	`date` text,
	PRIMARY KEY(`listing_id`, `key`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listing_values_one" CHECK((text is not null) + (number is not null) + (flag is not null) + ("date" is not null) = 1)
);
--> statement-breakpoint
CREATE INDEX `listing_values_by_text` ON `listing_values` (`key`,`text`,`listing_id`);--> statement-breakpoint
CREATE INDEX `listing_values_by_number` ON `listing_values` (`key`,`number`,`listing_id`);--> statement-breakpoint
CREATE INDEX `listing_values_by_flag` ON `listing_values` (`key`,`flag`,`listing_id`);--> statement-breakpoint
CREATE INDEX `listing_values_by_date` ON `listing_values` (`key`,`date`,`listing_id`);