CREATE TABLE `listing_views` (
	`business_id` text NOT NULL,
	`date` text NOT NULL,
	`listing_id` text NOT NULL,
	`views` integer NOT NULL,
	PRIMARY KEY(`business_id`, `date`, `listing_id`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listing_views_count" CHECK(typeof(views) = 'integer' and views > 0)
);
