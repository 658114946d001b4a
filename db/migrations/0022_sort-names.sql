ALTER TABLE `booking_items` ADD `sort_name` text;--> statement-breakpoint
UPDATE `booking_items` SET `sort_name` = folded(coalesce(`attendee_name`, (SELECT `contact_name` FROM `bookings` WHERE `id` = `booking_id`))) WHERE `session_id` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `booking_items_by_name` ON `booking_items` (`session_id`,`sort_name`,`id`,`booking_id`,`state`,`quantity`,`business_id`) WHERE session_id is not null;
