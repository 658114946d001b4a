CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`store_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`stars` integer NOT NULL,
	`words` text,
	`given_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`hidden_at` integer,
	`hidden_reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_stars_range" CHECK(typeof(stars) = 'integer' and stars between 1 and 5),
	CONSTRAINT "reviews_lengths" CHECK(coalesce(length(words) between 1 and 2000, 1) and coalesce(length(answer) between 1 and 2000, 1)),
	CONSTRAINT "reviews_answer" CHECK((answer is null) = (answered_at is null)),
	CONSTRAINT "reviews_hidden" CHECK((hidden_reason is null) = (hidden_at is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once` ON `reviews` (`booking_id`,`listing_id`);--> statement-breakpoint
CREATE INDEX `reviews_by_business` ON `reviews` (`business_id`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_of_listing` ON `reviews` (`listing_id`,`id`) WHERE hidden_at is null;--> statement-breakpoint
CREATE INDEX `reviews_stars` ON `reviews` (`listing_id`,`stars`,`hidden_at`) WHERE hidden_at is null;--> statement-breakpoint
CREATE INDEX `reviews_given` ON `reviews` (`business_id`,`given_at`,`listing_id`,`store_id`,`stars`,`hidden_at`) WHERE hidden_at is null;