DROP INDEX `booking_items_short`;--> statement-breakpoint
DROP INDEX `booking_items_long`;--> statement-breakpoint
ALTER TABLE `booking_items` ADD `store_id` text REFERENCES stores(id);--> statement-breakpoint
UPDATE `booking_items` SET `store_id` = (SELECT `store_id` FROM `bookings` WHERE `id` = `booking_id`);--> statement-breakpoint
CREATE INDEX `booking_items_short` ON `booking_items` (`business_id`,`starts_at`,`domain`,`staff_id`,`store_id`,`ends_at`,`state`,`session_id`) WHERE state = 'active' and session_id is null and ends_at - starts_at < 86400000;--> statement-breakpoint
CREATE INDEX `booking_items_long` ON `booking_items` (`business_id`,`starts_at`,`ends_at`,`domain`,`staff_id`,`store_id`,`state`,`session_id`) WHERE state = 'active' and session_id is null and ends_at - starts_at >= 86400000;