ALTER TABLE `change_requests` ADD `listing_id` text REFERENCES listings(id);--> statement-breakpoint
ALTER TABLE `change_requests` ADD `pay_first_minor` integer;--> statement-breakpoint
ALTER TABLE `change_requests` ADD `pay_by` integer;--> statement-breakpoint
ALTER TABLE `sales` ADD `ahead_minor` integer DEFAULT 0 NOT NULL;