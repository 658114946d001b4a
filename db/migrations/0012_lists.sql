CREATE TABLE `booking_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`business` text NOT NULL,
	`reference` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`titles` text,
	`attendees` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_texts_booking` ON `booking_texts` (`booking_id`);--> statement-breakpoint
DROP INDEX `bookings_by_start`;--> statement-breakpoint
DROP INDEX `bookings_by_placed`;--> statement-breakpoint
ALTER TABLE `bookings` ADD `domain` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `payment_state` text;--> statement-breakpoint
CREATE INDEX `bookings_by_domain` ON `bookings` (`business_id`,`domain`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_store` ON `bookings` (`business_id`,`store_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_payment` ON `bookings` (`business_id`,`payment_state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_start` ON `bookings` (`business_id`,`starts_at`,`id`,`status`,`domain`,`payment_state`,`store_id`);--> statement-breakpoint
CREATE INDEX `bookings_by_placed` ON `bookings` (`business_id`,`placed_at`,`id`,`status`,`domain`,`payment_state`,`store_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `allocations_long` ON `allocations` (`business_id`,`starts_at`) WHERE released_at is null and kind = 'block' and ends_at - starts_at >= 86400000;--> statement-breakpoint
CREATE INDEX `allocations_longest` ON `allocations` (`business_id`,ends_at - starts_at) WHERE released_at is null and kind = 'block' and ends_at - starts_at >= 86400000;--> statement-breakpoint
CREATE INDEX `booking_items_short` ON `booking_items` (`business_id`,`starts_at`,`domain`,`staff_id`) WHERE state = 'active' and session_id is null and ends_at - starts_at < 86400000;--> statement-breakpoint
CREATE INDEX `booking_items_long` ON `booking_items` (`business_id`,`starts_at`,`ends_at`,`domain`,`staff_id`) WHERE state = 'active' and session_id is null and ends_at - starts_at >= 86400000;--> statement-breakpoint
CREATE INDEX `booking_items_longest` ON `booking_items` (`business_id`,ends_at - starts_at) WHERE state = 'active' and session_id is null and ends_at - starts_at >= 86400000;--> statement-breakpoint
UPDATE bookings SET domain = (SELECT i.domain FROM booking_items i WHERE i.booking_id = bookings.id ORDER BY i.position LIMIT 1),
  payment_state = (
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM refunds r WHERE r.sale_id = s.id AND r.given_at IS NULL AND r.withdrawn_at IS NULL) THEN 'refund-due'
      WHEN s.total_minor - s.reversed_minor
        <= (SELECT coalesce(sum(p.amount_minor), 0) FROM payments p WHERE p.sale_id = s.id AND p.undone_at IS NULL)
         - (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r WHERE r.sale_id = s.id AND r.withdrawn_at IS NULL) THEN 'settled'
      WHEN EXISTS (SELECT 1 FROM payments p WHERE p.sale_id = s.id AND p.undone_at IS NULL) THEN 'part-paid'
      ELSE 'unpaid'
    END
    FROM sales s WHERE s.id = bookings.sale_id
  );
