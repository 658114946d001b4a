CREATE TABLE `enquiry_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`enquiry_id` text NOT NULL,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enquiry_id`) REFERENCES `property_enquiries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enquiry_replies_by_enquiry` ON `enquiry_replies` (`enquiry_id`,`id`);--> statement-breakpoint
CREATE TABLE `property_enquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`contact_phone` text,
	`message` text NOT NULL,
	`wished_for` text,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`form_key` text NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "property_enquiries_status" CHECK("property_enquiries"."status" in ('new', 'answered', 'closed')),
	CONSTRAINT "property_enquiries_wish" CHECK(wished_for is null or wished_for glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `property_enquiries_once` ON `property_enquiries` (`business_id`,`form_key`);--> statement-breakpoint
CREATE INDEX `property_enquiries_by_business` ON `property_enquiries` (`business_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `property_enquiries_by_status` ON `property_enquiries` (`business_id`,`status`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `property_enquiries_by_listing` ON `property_enquiries` (`business_id`,`listing_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `viewing_agents` (
	`listing_id` text NOT NULL,
	`business_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`listing_id`, `staff_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `viewing_terms` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`notice_hours` integer NOT NULL,
	`window_days` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `properties`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "viewing_terms_figures" CHECK(minutes between 10 and 240 and notice_hours between 0 and 336 and window_days between 1 and 365)
);
