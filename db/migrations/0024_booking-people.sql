CREATE TABLE `booking_people` (
	`staff_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`placed_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `staff_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `booking_people_by_start` ON `booking_people` (`staff_id`,`starts_at`,`booking_id`);--> statement-breakpoint
CREATE INDEX `booking_people_by_placed` ON `booking_people` (`staff_id`,`placed_at`,`booking_id`);--> statement-breakpoint
DROP INDEX `bookings_by_status`;--> statement-breakpoint
CREATE INDEX `bookings_by_status` ON `bookings` (`business_id`,`status`,`starts_at`,`id`,`domain`,`payment_state`,`store_id`);