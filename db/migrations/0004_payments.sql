-- The triggers speak of tables that are made anew here; the runner makes them again after every run.
DROP TRIGGER IF EXISTS `ledger_transactions_open_insert`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `ledger_transactions_seal`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `ledger_transactions_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `ledger_entries_insert`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `ledger_entries_balance`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `ledger_entries_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `ledger_entries_delete`;--> statement-breakpoint
CREATE TABLE `card_refunds` (
	`refund_id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`attempt` integer NOT NULL,
	`stripe_id` text,
	`asked_at` integer NOT NULL,
	`last_tried_at` integer,
	`next_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`error` text,
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "card_refunds_state" CHECK("card_refunds"."state" in ('asked', 'pending', 'given', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `card_refunds_stripe` ON `card_refunds` (`stripe_id`) WHERE stripe_id is not null;--> statement-breakpoint
CREATE INDEX `card_refunds_due` ON `card_refunds` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `card_refunds_failed` ON `card_refunds` (`business_id`) WHERE state = 'failed';--> statement-breakpoint
CREATE TABLE `checkouts` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`key` text NOT NULL,
	`params` text,
	`deadline` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`session_id` text,
	`url` text,
	`settled_at` integer,
	`next_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`error` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "checkouts_state" CHECK("checkouts"."state" in ('asked', 'open', 'paid', 'closed')),
	CONSTRAINT "checkouts_amount" CHECK(typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991),
	CONSTRAINT "checkouts_open" CHECK((state in ('asked', 'open')) = (next_at is not null and params is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_key` ON `checkouts` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_session` ON `checkouts` (`session_id`) WHERE session_id is not null;--> statement-breakpoint
CREATE INDEX `checkouts_by_sale` ON `checkouts` (`sale_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `checkouts_due` ON `checkouts` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE TABLE `payment_settings` (
	`business_id` text PRIMARY KEY NOT NULL,
	`payment_terms` text NOT NULL,
	`deposit_percent` integer,
	`rest_days` integer,
	`hold_minutes` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_settings_terms" CHECK("payment_settings"."payment_terms" in ('on-arrival', 'deposit', 'in-full')),
	CONSTRAINT "payment_settings_deposit" CHECK(coalesce(payment_terms = 'deposit', 0) = (deposit_percent is not null) and (deposit_percent is null or deposit_percent between 1 and 99) and (rest_days is null or (deposit_percent is not null and rest_days between 1 and 365))),
	CONSTRAINT "payment_settings_hold" CHECK(hold_minutes between 5 and 1380)
);
--> statement-breakpoint
CREATE TABLE `stripe_events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`about` text,
	`object_id` text,
	`handled_at` integer,
	`next_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`error` text,
	CONSTRAINT "stripe_events_handled" CHECK((handled_at is null) = (next_at is not null))
);
--> statement-breakpoint
CREATE INDEX `stripe_events_due` ON `stripe_events` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `stripe_events_by_time` ON `stripe_events` (`at`);--> statement-breakpoint
CREATE TABLE `stripe_fetches` (
	`id` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `__new_ledger_transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`currency` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`sale_id` text NOT NULL,
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`sealed_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_transactions_kind" CHECK("__new_ledger_transactions"."kind" in ('sale-opened', 'sale-changed', 'sale-closed', 'payment-taken', 'payment-undone', 'refund-made', 'refund-withdrawn', 'refund-given', 'refund-failed'))
);
--> statement-breakpoint
INSERT INTO `__new_ledger_transactions`("id", "business_id", "currency", "at", "kind", "sale_id", "subject", "key", "sealed_at") SELECT "id", "business_id", "currency", "at", "kind", "sale_id", "subject", "key", "sealed_at" FROM `ledger_transactions`;--> statement-breakpoint
DROP TABLE `ledger_transactions`;--> statement-breakpoint
ALTER TABLE `__new_ledger_transactions` RENAME TO `ledger_transactions`;--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_transactions_key` ON `ledger_transactions` (`business_id`,`key`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_time` ON `ledger_transactions` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_business` ON `ledger_transactions` (`business_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_sale` ON `ledger_transactions` (`sale_id`);--> statement-breakpoint
CREATE TABLE `__new_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`method` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text,
	`checkout_id` text,
	`payment_intent_id` text,
	`card_brand` text,
	`card_last4` text,
	`undone_at` integer,
	`undone_by` text,
	`undone_reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_method" CHECK("__new_payments"."method" in ('cash', 'card-terminal', 'transfer', 'other', 'card')),
	CONSTRAINT "payments_card" CHECK((method = 'card') = (checkout_id is not null and payment_intent_id is not null) and (method = 'card') = (taken_by is null)),
	CONSTRAINT "payments_amount" CHECK(typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991)
);
--> statement-breakpoint
INSERT INTO `__new_payments`("id", "business_id", "sale_id", "method", "amount_minor", "currency", "taken_at", "taken_by", "undone_at", "undone_by", "undone_reason") SELECT "id", "business_id", "sale_id", "method", "amount_minor", "currency", "taken_at", "taken_by", "undone_at", "undone_by", "undone_reason" FROM `payments`;--> statement-breakpoint
DROP TABLE `payments`;--> statement-breakpoint
ALTER TABLE `__new_payments` RENAME TO `payments`;--> statement-breakpoint
CREATE INDEX `payments_by_sale` ON `payments` (`sale_id`);--> statement-breakpoint
CREATE INDEX `payments_by_business` ON `payments` (`business_id`,`taken_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_by_checkout` ON `payments` (`checkout_id`) WHERE checkout_id is not null;--> statement-breakpoint
CREATE TABLE `__new_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`cause` text NOT NULL,
	`reason` text,
	`made_at` integer NOT NULL,
	`payment_id` text,
	`failed_at` integer,
	`failure` text,
	`given_at` integer,
	`given_by` text,
	`given_method` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_cause" CHECK("__new_refunds"."cause" in ('cancelled', 'called-off', 'no-show', 'by-hand', 'overpaid', 'too-late')),
	CONSTRAINT "refunds_method" CHECK("__new_refunds"."given_method" in ('cash', 'card-terminal', 'transfer', 'other', 'card')),
	CONSTRAINT "refunds_amount" CHECK(typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991),
	CONSTRAINT "refunds_given" CHECK((given_at is null) = (given_method is null) and (given_at is null or (withdrawn_at is null and failed_at is null)))
);
--> statement-breakpoint
INSERT INTO `__new_refunds`("id", "business_id", "sale_id", "amount_minor", "currency", "cause", "reason", "made_at", "given_at", "given_by", "given_method", "withdrawn_at", "withdrawn_by", "withdrawn_reason") SELECT "id", "business_id", "sale_id", "amount_minor", "currency", "cause", "reason", "made_at", "given_at", "given_by", "given_method", "withdrawn_at", "withdrawn_by", "withdrawn_reason" FROM `refunds`;--> statement-breakpoint
DROP TABLE `refunds`;--> statement-breakpoint
ALTER TABLE `__new_refunds` RENAME TO `refunds`;--> statement-breakpoint
CREATE INDEX `refunds_by_sale` ON `refunds` (`sale_id`);--> statement-breakpoint
CREATE INDEX `refunds_by_payment` ON `refunds` (`payment_id`) WHERE payment_id is not null;--> statement-breakpoint
CREATE INDEX `refunds_by_business` ON `refunds` (`business_id`,`given_at`);--> statement-breakpoint
CREATE INDEX `refunds_due` ON `refunds` (`business_id`,`made_at`) WHERE given_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `__new_services` (
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
	`policy_id` text,
	`payment_terms` text,
	`deposit_percent` integer,
	`rest_days` integer,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seats_resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `cancellation_policies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "services_staff_choice" CHECK("__new_services"."staff_choice" in ('must', 'may', 'none', 'places')),
	CONSTRAINT "services_figures" CHECK(duration_minutes between 5 and 1440 and buffer_before_minutes between 0 and 480 and buffer_after_minutes between 0 and 480 and notice_minutes between 0 and 525600 and window_days between 1 and 730 and step_minutes between 5 and 1440),
	CONSTRAINT "services_payment" CHECK(coalesce(payment_terms = 'deposit', 0) = (deposit_percent is not null) and (deposit_percent is null or deposit_percent between 1 and 99) and (rest_days is null or (deposit_percent is not null and rest_days between 1 and 365))),
	CONSTRAINT "services_seats" CHECK((staff_choice = 'places') = (seats_resource_id is not null))
);
--> statement-breakpoint
INSERT INTO `__new_services`("listing_id", "business_id", "duration_minutes", "buffer_before_minutes", "buffer_after_minutes", "notice_minutes", "window_days", "step_minutes", "approval", "staff_choice", "seats_resource_id", "policy_id") SELECT "listing_id", "business_id", "duration_minutes", "buffer_before_minutes", "buffer_after_minutes", "notice_minutes", "window_days", "step_minutes", "approval", "staff_choice", "seats_resource_id", "policy_id" FROM `services`;--> statement-breakpoint
DROP TABLE `services`;--> statement-breakpoint
ALTER TABLE `__new_services` RENAME TO `services`;--> statement-breakpoint
ALTER TABLE `bookings` ADD `after_hold` text;--> statement-breakpoint
CREATE INDEX `bookings_by_sale` ON `bookings` (`sale_id`);--> statement-breakpoint
CREATE TABLE `__new_sales` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`store_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`currency` text NOT NULL,
	`total_minor` integer NOT NULL,
	`reversed_minor` integer DEFAULT 0 NOT NULL,
	`due_at_once_minor` integer DEFAULT 0 NOT NULL,
	`rest_due_at` integer,
	`opened_at` integer NOT NULL,
	`voided_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sales_total" CHECK(typeof("__new_sales"."total_minor") = 'integer' and abs("__new_sales"."total_minor") <= 9007199254740991),
	CONSTRAINT "sales_due_at_once" CHECK(typeof("__new_sales"."due_at_once_minor") = 'integer' and abs("__new_sales"."due_at_once_minor") <= 9007199254740991)
);
--> statement-breakpoint
INSERT INTO `__new_sales`("id", "business_id", "store_id", "contact_id", "currency", "total_minor", "reversed_minor", "opened_at", "voided_at") SELECT "id", "business_id", "store_id", "contact_id", "currency", "total_minor", "reversed_minor", "opened_at", "voided_at" FROM `sales`;--> statement-breakpoint
DROP TABLE `sales`;--> statement-breakpoint
ALTER TABLE `__new_sales` RENAME TO `sales`;--> statement-breakpoint
CREATE INDEX `sales_by_business` ON `sales` (`business_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `sales_by_contact` ON `sales` (`contact_id`);
