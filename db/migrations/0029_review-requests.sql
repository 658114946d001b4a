CREATE TABLE `review_requests` (
	`booking_id` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_requests_once" CHECK(sent_at is null or dropped_at is null)
);
--> statement-breakpoint
CREATE INDEX `review_requests_due` ON `review_requests` (`due_at`) WHERE sent_at is null and dropped_at is null;--> statement-breakpoint
CREATE TABLE `review_stops` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`stopped_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
