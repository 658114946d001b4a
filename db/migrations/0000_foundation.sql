CREATE TABLE `allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`quantity` integer NOT NULL,
	`kind` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer,
	`released_at` integer,
	`subject` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocations_kind" CHECK("allocations"."kind" in ('booking', 'block', 'import')),
	CONSTRAINT "allocations_span" CHECK((starts_at is null and ends_at is null) or ends_at > starts_at),
	CONSTRAINT "allocations_quantity" CHECK(quantity > 0)
);
--> statement-breakpoint
CREATE INDEX `allocations_live` ON `allocations` (`resource_id`,`starts_at`,`ends_at`) WHERE released_at is null;--> statement-breakpoint
CREATE INDEX `allocations_by_subject` ON `allocations` (`subject`);--> statement-breakpoint
CREATE INDEX `allocations_expiring` ON `allocations` (`expires_at`) WHERE released_at is null and expires_at is not null;--> statement-breakpoint
CREATE INDEX `allocations_last_booked` ON `allocations` (`resource_id`,`claimed_at`) WHERE kind = 'booking';--> statement-breakpoint
CREATE INDEX `allocations_by_business` ON `allocations` (`business_id`,`kind`,`starts_at`);--> statement-breakpoint
CREATE TABLE `capacity_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer,
	`reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "capacity_changes_span" CHECK(ends_at > starts_at and (capacity is null or capacity >= 0))
);
--> statement-breakpoint
CREATE INDEX `capacity_changes_by_resource` ON `capacity_changes` (`resource_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`store_id` text,
	`kind` text NOT NULL,
	`owner_id` text,
	`name` text NOT NULL,
	`capacity` integer,
	`taken` integer DEFAULT 0 NOT NULL,
	`longest_ms` integer DEFAULT 0 NOT NULL,
	`active` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "resources_kind" CHECK("resources"."kind" in ('person', 'place', 'pool')),
	CONSTRAINT "resources_capacity" CHECK(capacity is null or capacity >= 0)
);
--> statement-breakpoint
CREATE INDEX `resources_by_business` ON `resources` (`business_id`,`kind`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `resources_owner` ON `resources` (`business_id`,`kind`,`owner_id`) WHERE owner_id is not null;--> statement-breakpoint
CREATE TABLE `service_places` (
	`listing_id` text NOT NULL,
	`resource_id` text NOT NULL,
	PRIMARY KEY(`listing_id`, `resource_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `services`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_places_by_resource` ON `service_places` (`resource_id`);--> statement-breakpoint
CREATE TABLE `service_staff` (
	`listing_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`listing_id`, `staff_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `services`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_staff_by_staff` ON `service_staff` (`staff_id`);--> statement-breakpoint
CREATE TABLE `services` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`buffer_before_minutes` integer NOT NULL,
	`buffer_after_minutes` integer NOT NULL,
	`notice_minutes` integer NOT NULL,
	`window_days` integer NOT NULL,
	`step_minutes` integer NOT NULL,
	`approval` integer NOT NULL,
	`staff_choice` text NOT NULL,
	`seats_resource_id` text,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seats_resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "services_staff_choice" CHECK("services"."staff_choice" in ('must', 'may', 'none', 'places')),
	CONSTRAINT "services_figures" CHECK(duration_minutes between 5 and 1440 and buffer_before_minutes between 0 and 480 and buffer_after_minutes between 0 and 480 and notice_minutes between 0 and 525600 and window_days between 1 and 730 and step_minutes between 5 and 1440),
	CONSTRAINT "services_seats" CHECK((staff_choice = 'places') = (seats_resource_id is not null))
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`item_id` text NOT NULL,
	`question_id` text NOT NULL,
	`label` text NOT NULL,
	`answer` text NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `booking_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_once` ON `answers` (`item_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `answers_by_booking` ON `answers` (`booking_id`);--> statement-breakpoint
CREATE INDEX `answers_by_question` ON `answers` (`question_id`);--> statement-breakpoint
CREATE TABLE `booking_items` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`position` integer NOT NULL,
	`listing_id` text NOT NULL,
	`domain` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`quantity` integer NOT NULL,
	`attendee_name` text,
	`staff_id` text,
	`choice` text NOT NULL,
	`price_minor` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "booking_items_span" CHECK(ends_at > starts_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_items_position` ON `booking_items` (`booking_id`,`position`);--> statement-breakpoint
CREATE INDEX `booking_items_by_time` ON `booking_items` (`business_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `booking_items_by_staff` ON `booking_items` (`staff_id`,`starts_at`) WHERE staff_id is not null;--> statement-breakpoint
CREATE INDEX `booking_items_by_listing` ON `booking_items` (`listing_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `booking_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`what` text NOT NULL,
	`reason` text,
	`from_starts_at` integer,
	`to_starts_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `booking_steps_by_booking` ON `booking_steps` (`booking_id`,`id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`store_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`reference` text NOT NULL,
	`status` text NOT NULL,
	`key` text NOT NULL,
	`key_hash` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`language` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text,
	`contact_phone` text,
	`note` text,
	`owner_note` text,
	`reason` text,
	`placed_at` integer NOT NULL,
	`channel` text NOT NULL,
	`hold_until` integer,
	`answer_by` integer,
	`link_version` integer DEFAULT 1 NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`total_minor` integer NOT NULL,
	`currency` text NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_status" CHECK("bookings"."status" in ('held', 'pending', 'confirmed', 'completed', 'expired', 'declined', 'cancelled', 'no_show')),
	CONSTRAINT "bookings_total" CHECK(typeof("bookings"."total_minor") = 'integer' and abs("bookings"."total_minor") <= 9007199254740991),
	CONSTRAINT "bookings_span" CHECK(ends_at >= starts_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_reference` ON `bookings` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_key` ON `bookings` (`business_id`,`key`);--> statement-breakpoint
CREATE INDEX `bookings_by_start` ON `bookings` (`business_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `bookings_by_placed` ON `bookings` (`business_id`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `bookings_by_status` ON `bookings` (`business_id`,`status`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_contact` ON `bookings` (`contact_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_answer_by` ON `bookings` (`answer_by`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `bookings_hold_until` ON `bookings` (`hold_until`) WHERE status = 'held';--> statement-breakpoint
CREATE INDEX `bookings_to_complete` ON `bookings` (`ends_at`) WHERE status = 'confirmed';--> statement-breakpoint
CREATE TABLE `change_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`item_id` text NOT NULL,
	`choice` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`status` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answered_at` integer,
	`reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `booking_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_requests_status" CHECK("change_requests"."status" in ('open', 'granted', 'declined', 'expired', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_requests_open` ON `change_requests` (`item_id`) WHERE status = 'open';--> statement-breakpoint
CREATE INDEX `change_requests_by_booking` ON `change_requests` (`booking_id`,`id`);--> statement-breakpoint
CREATE INDEX `change_requests_expiring` ON `change_requests` (`expires_at`) WHERE status = 'open';--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`label` text NOT NULL,
	`hint` text,
	`kind` text NOT NULL,
	`required` integer NOT NULL,
	`options` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "questions_kind" CHECK("questions"."kind" in ('text', 'long-text', 'choice', 'yes-no'))
);
--> statement-breakpoint
CREATE INDEX `questions_by_listing` ON `questions` (`listing_id`,`position`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`booking_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminders_kind" CHECK("reminders"."kind" in ('day-before', 'hour-before'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`booking_id`,`kind`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`due_at`) WHERE sent_at is null and dropped_at is null;--> statement-breakpoint
CREATE TABLE `business_domains` (
	`business_id` text NOT NULL,
	`domain` text NOT NULL,
	`enabled_at` integer NOT NULL,
	`enabled_by` text,
	`disabled_at` integer,
	PRIMARY KEY(`business_id`, `domain`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enabled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `business_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`left_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `businesses` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`legal_name` text,
	`tax_number` text,
	`email` text,
	`phone` text,
	`website` text,
	`kicker` text,
	`about` text,
	`currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`default_domain` text,
	`cover` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "businesses_status" CHECK("businesses"."status" in ('trial', 'active', 'suspended', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `businesses_slug` ON `businesses` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `businesses_code` ON `businesses` (`code`);--> statement-breakpoint
CREATE INDEX `businesses_by_time` ON `businesses` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`role` text NOT NULL,
	`staff_id` text,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_role" CHECK("invitations"."role" in ('owner', 'manager', 'staff'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_business` ON `invitations` (`business_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_role" CHECK("members"."role" in ('owner', 'manager', 'staff'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_of_business` ON `members` (`business_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `members_by_user` ON `members` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`bio` text,
	`email` text,
	`user_id` text,
	`active` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_slug` ON `staff` (`business_id`,`slug`);--> statement-breakpoint
CREATE INDEX `staff_by_business` ON `staff` (`business_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_user` ON `staff` (`business_id`,`user_id`) WHERE user_id is not null;--> statement-breakpoint
CREATE TABLE `stores` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`line1` text NOT NULL,
	`line2` text,
	`postal_code` text NOT NULL,
	`city` text NOT NULL,
	`region` text,
	`country` text NOT NULL,
	`latitude` real,
	`longitude` real,
	`time_zone` text NOT NULL,
	`phone` text,
	`email` text,
	`directions` text,
	`tax_name` text NOT NULL,
	`tax_rate_ppm` integer NOT NULL,
	`tax_included` integer NOT NULL,
	`status` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stores_status" CHECK("stores"."status" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stores_code` ON `stores` (`business_id`,`code`);--> statement-breakpoint
CREATE INDEX `stores_by_business` ON `stores` (`business_id`,`position`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`email_key` text,
	`phone` text,
	`language` text NOT NULL,
	`notes` text,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_email` ON `contacts` (`business_id`,`email_key`) WHERE email_key is not null;--> statement-breakpoint
CREATE INDEX `contacts_by_user` ON `contacts` (`user_id`) WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX `contacts_by_email` ON `contacts` (`email_key`) WHERE email_key is not null;--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`business_id`,`name`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`line1` text NOT NULL,
	`line2` text,
	`postal_code` text NOT NULL,
	`city` text NOT NULL,
	`region` text,
	`country` text NOT NULL,
	`is_default` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "addresses_kind" CHECK("addresses"."kind" in ('billing', 'shipping'))
);
--> statement-breakpoint
CREATE INDEX `addresses_by_user` ON `addresses` (`user_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_default` ON `addresses` (`user_id`,`kind`) WHERE is_default = 1;--> statement-breakpoint
CREATE TABLE `lock_outs` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failure_at` integer NOT NULL,
	`locked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lock_outs_old` ON `lock_outs` (`last_failure_at`);--> statement-breakpoint
CREATE TABLE `log_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`email_hash` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "log_ins_outcome" CHECK("log_ins"."outcome" in ('success', 'wrong-password', 'unknown', 'locked', 'log-out', 'password-changed', 'revoked'))
);
--> statement-breakpoint
CREATE INDEX `log_ins_by_user` ON `log_ins` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `log_ins_by_time` ON `log_ins` (`at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_expired` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`purpose` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tokens_purpose" CHECK("tokens"."purpose" in ('verify-email', 'reset-password'))
);
--> statement-breakpoint
CREATE INDEX `tokens_by_user` ON `tokens` (`user_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_expired` ON `tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `user_roles` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	`granted_by` text,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_roles_role" CHECK("user_roles"."role" in ('customer', 'agent', 'admin'))
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`email_verified_at` integer,
	`password_hash` text,
	`name` text NOT NULL,
	`display_name` text,
	`bio` text,
	`birth_date` text,
	`language` text,
	`time_zone` text,
	`created_at` integer NOT NULL,
	`password_changed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_key` ON `users` (`email_key`);--> statement-breakpoint
CREATE INDEX `users_by_time` ON `users` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `listing_slugs` (
	`business_id` text NOT NULL,
	`domain` text NOT NULL,
	`slug` text NOT NULL,
	`listing_id` text NOT NULL,
	PRIMARY KEY(`business_id`, `domain`, `slug`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `listing_stores` (
	`listing_id` text NOT NULL,
	`store_id` text NOT NULL,
	PRIMARY KEY(`listing_id`, `store_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_stores_by_store` ON `listing_stores` (`store_id`);--> statement-breakpoint
CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`domain` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`price_minor` integer,
	`status` text NOT NULL,
	`section` text,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listings_status" CHECK("listings"."status" in ('draft', 'active', 'paused', 'archived')),
	CONSTRAINT "listings_price" CHECK(price_minor is null or (typeof(price_minor) = 'integer' and price_minor between 0 and 9007199254740991))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_slug` ON `listings` (`business_id`,`domain`,`slug`);--> statement-breakpoint
CREATE INDEX `listings_by_business` ON `listings` (`business_id`,`domain`,`position`);--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`wanted` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `channel`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notification_preferences_channel" CHECK("notification_preferences"."channel" in ('app', 'email'))
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`user_id` text NOT NULL,
	`business_id` text,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`href` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_key` ON `notifications` (`key`);--> statement-breakpoint
CREATE INDEX `notifications_by_user` ON `notifications` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`) WHERE read_at is null;--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`business_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`changes` text NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_business` ON `audit` (`business_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`event_id` text NOT NULL,
	`subscriber` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`error` text,
	`done_at` integer,
	PRIMARY KEY(`event_id`, `subscriber`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_status" CHECK("deliveries"."status" in ('waiting', 'done', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`next_at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `deliveries_failed` ON `deliveries` (`event_id`,`subscriber`) WHERE status = 'failed';--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`version` integer NOT NULL,
	`business_id` text,
	`store_id` text,
	`subject` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`actor` text NOT NULL,
	`request_id` text NOT NULL,
	`cause` text,
	`payload` text NOT NULL,
	`fanned_out_at` integer
);
--> statement-breakpoint
CREATE INDEX `events_waiting` ON `events` (`id`) WHERE fanned_out_at is null;--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`job` text PRIMARY KEY NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`failed_at` integer,
	`error` text,
	`every_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`business_id` text,
	`template` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`message` text,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`provider_id` text,
	`error` text,
	CONSTRAINT "mails_status" CHECK("mails"."status" in ('waiting', 'sent', 'refused', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_key` ON `mails` (`key`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`next_at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `mails_by_time` ON `mails` (`created_at`);--> statement-breakpoint
CREATE INDEX `mails_with_body` ON `mails` (`created_at`) WHERE message is not null;--> statement-breakpoint
CREATE INDEX `mails_given_up` ON `mails` (`created_at`) WHERE status in ('refused', 'failed');--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`method` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`undone_reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_method" CHECK("payments"."method" in ('cash', 'card-terminal', 'transfer', 'other')),
	CONSTRAINT "payments_amount" CHECK(typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991)
);
--> statement-breakpoint
CREATE INDEX `payments_by_sale` ON `payments` (`sale_id`);--> statement-breakpoint
CREATE INDEX `payments_by_business` ON `payments` (`business_id`,`taken_at`);--> statement-breakpoint
CREATE TABLE `sale_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`item_id` text,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`tax_name` text,
	`tax_rate_ppm` integer,
	`tax_included` integer,
	`on_position` integer,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sale_lines_kind" CHECK("sale_lines"."kind" in ('item', 'fee', 'discount', 'tip', 'tax', 'rounding')),
	CONSTRAINT "sale_lines_amount" CHECK(typeof("sale_lines"."amount_minor") = 'integer' and abs("sale_lines"."amount_minor") <= 9007199254740991),
	CONSTRAINT "sale_lines_tax" CHECK((kind = 'tax') = (tax_name is not null and tax_rate_ppm is not null and tax_included is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sale_lines_position` ON `sale_lines` (`sale_id`,`position`);--> statement-breakpoint
CREATE TABLE `sales` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`store_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`currency` text NOT NULL,
	`total_minor` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`voided_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sales_total" CHECK(typeof("sales"."total_minor") = 'integer' and abs("sales"."total_minor") <= 9007199254740991)
);
--> statement-breakpoint
CREATE INDEX `sales_by_business` ON `sales` (`business_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `sales_by_contact` ON `sales` (`contact_id`);--> statement-breakpoint
CREATE TABLE `hour_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`date` text NOT NULL,
	`closed` integer NOT NULL,
	`from_minute` integer,
	`to_minute` integer,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_exceptions_span" CHECK((closed = 1 and from_minute is null and to_minute is null) or (closed = 0 and from_minute between 0 and 1439 and to_minute > from_minute and to_minute <= 2880))
);
--> statement-breakpoint
CREATE INDEX `hour_exceptions_by_owner` ON `hour_exceptions` (`business_id`,`owner_id`,`date`);--> statement-breakpoint
CREATE TABLE `weekly_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "weekly_hours_span" CHECK(weekday between 1 and 7 and from_minute between 0 and 1439 and to_minute > from_minute and to_minute <= 2880)
);
--> statement-breakpoint
CREATE INDEX `weekly_hours_by_owner` ON `weekly_hours` (`business_id`,`owner_id`,`weekday`);