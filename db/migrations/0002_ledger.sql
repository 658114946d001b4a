CREATE TABLE `ledger_balances` (
	`business_id` text NOT NULL,
	`account` text NOT NULL,
	`currency` text NOT NULL,
	`balance_minor` integer NOT NULL,
	PRIMARY KEY(`business_id`, `account`, `currency`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_balances_amount" CHECK(typeof("ledger_balances"."balance_minor") = 'integer' and abs("ledger_balances"."balance_minor") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`transaction_id` text NOT NULL,
	`position` integer NOT NULL,
	`account` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`line` integer,
	PRIMARY KEY(`transaction_id`, `position`),
	FOREIGN KEY (`transaction_id`) REFERENCES `ledger_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entries_account" CHECK("ledger_entries"."account" in ('stripe-balance', 'cash-box', 'receivable', 'revenue', 'tax-payable', 'refunds-due')),
	CONSTRAINT "ledger_entries_amount" CHECK(typeof("ledger_entries"."amount_minor") = 'integer' and abs("ledger_entries"."amount_minor") <= 9007199254740991),
	CONSTRAINT "ledger_entries_moves" CHECK(amount_minor <> 0)
);
--> statement-breakpoint
CREATE TABLE `ledger_transactions` (
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
	CONSTRAINT "ledger_transactions_kind" CHECK("ledger_transactions"."kind" in ('sale-opened', 'sale-changed', 'sale-closed', 'payment-taken', 'payment-undone', 'refund-made', 'refund-withdrawn', 'refund-given'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_transactions_key` ON `ledger_transactions` (`business_id`,`key`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_time` ON `ledger_transactions` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_business` ON `ledger_transactions` (`business_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_by_sale` ON `ledger_transactions` (`sale_id`);--> statement-breakpoint
CREATE TABLE `cancellation_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`name` text NOT NULL,
	`tiers` text NOT NULL,
	`fees` text NOT NULL,
	`taxes` text NOT NULL,
	`no_show_percent` integer NOT NULL,
	`is_default` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cancellation_policies_fees" CHECK("cancellation_policies"."fees" in ('always', 'by-tier', 'never')),
	CONSTRAINT "cancellation_policies_taxes" CHECK("cancellation_policies"."taxes" in ('always', 'by-tier', 'never')),
	CONSTRAINT "cancellation_policies_no_show" CHECK(no_show_percent between 0 and 100),
	CONSTRAINT "cancellation_policies_retired" CHECK(is_default = 0 or retired_at is null)
);
--> statement-breakpoint
CREATE INDEX `cancellation_policies_by_business` ON `cancellation_policies` (`business_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `cancellation_policies_default` ON `cancellation_policies` (`business_id`) WHERE is_default = 1;--> statement-breakpoint
CREATE TABLE `refund_lines` (
	`refund_id` text NOT NULL,
	`position` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`refund_id`, `position`),
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_lines_amount" CHECK(typeof("refund_lines"."amount_minor") = 'integer' and abs("refund_lines"."amount_minor") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`cause` text NOT NULL,
	`reason` text,
	`made_at` integer NOT NULL,
	`given_at` integer,
	`given_by` text,
	`given_method` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_cause" CHECK("refunds"."cause" in ('cancelled', 'called-off', 'no-show', 'by-hand', 'overpaid')),
	CONSTRAINT "refunds_method" CHECK("refunds"."given_method" in ('cash', 'card-terminal', 'transfer', 'other')),
	CONSTRAINT "refunds_amount" CHECK(typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991),
	CONSTRAINT "refunds_given" CHECK((given_at is null) = (given_method is null) and (given_at is null or withdrawn_at is null))
);
--> statement-breakpoint
CREATE INDEX `refunds_by_sale` ON `refunds` (`sale_id`);--> statement-breakpoint
CREATE INDEX `refunds_by_business` ON `refunds` (`business_id`,`given_at`);--> statement-breakpoint
CREATE INDEX `refunds_due` ON `refunds` (`business_id`,`made_at`) WHERE given_at is null and withdrawn_at is null;--> statement-breakpoint
ALTER TABLE `services` ADD `policy_id` text REFERENCES cancellation_policies(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `policy` text;--> statement-breakpoint
ALTER TABLE `sales` ADD `reversed_minor` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Every sale so far is posted as it was opened, every payment as it was taken or undone, and what was closed as given up.
UPDATE sales SET reversed_minor = total_minor WHERE voided_at IS NOT NULL;--> statement-breakpoint
INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key)
SELECT lower(printf('%08x-%04x-7', s.opened_at >> 16, s.opened_at & 65535) || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), s.business_id, s.currency, s.opened_at, 'sale-opened', s.id, s.id, 'sale-opened:' || s.id
FROM sales s WHERE EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id AND l.amount_minor <> 0);--> statement-breakpoint
INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key)
SELECT lower(printf('%08x-%04x-7', s.voided_at >> 16, s.voided_at & 65535) || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), s.business_id, s.currency, s.voided_at, 'sale-closed', s.id, s.id, 'sale-closed:' || s.id
FROM sales s WHERE s.voided_at IS NOT NULL AND EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id AND l.amount_minor <> 0);--> statement-breakpoint
INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key)
SELECT lower(printf('%08x-%04x-7', s.taken_at >> 16, s.taken_at & 65535) || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), s.business_id, s.currency, s.taken_at, 'payment-taken', s.sale_id, s.id, 'payment-taken:' || s.id
FROM payments s WHERE 1;--> statement-breakpoint
INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key)
SELECT lower(printf('%08x-%04x-7', s.undone_at >> 16, s.undone_at & 65535) || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), s.business_id, s.currency, s.undone_at, 'payment-undone', s.sale_id, s.id, 'payment-undone:' || s.id
FROM payments s WHERE s.undone_at IS NOT NULL;--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, 0, 'receivable', s.total_minor, t.currency, NULL
FROM ledger_transactions t JOIN sales s ON s.id = t.sale_id WHERE t.kind = 'sale-opened' AND s.total_minor <> 0;--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, l.position, CASE l.kind WHEN 'tax' THEN 'tax-payable' ELSE 'revenue' END, -l.amount_minor, t.currency, l.position
FROM ledger_transactions t JOIN sale_lines l ON l.sale_id = t.sale_id WHERE t.kind = 'sale-opened' AND l.amount_minor <> 0;--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, 0, 'receivable', -s.total_minor, t.currency, NULL
FROM ledger_transactions t JOIN sales s ON s.id = t.sale_id WHERE t.kind = 'sale-closed' AND s.total_minor <> 0;--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, l.position, CASE l.kind WHEN 'tax' THEN 'tax-payable' ELSE 'revenue' END, l.amount_minor, t.currency, l.position
FROM ledger_transactions t JOIN sale_lines l ON l.sale_id = t.sale_id WHERE t.kind = 'sale-closed' AND l.amount_minor <> 0;--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, 0, 'cash-box', p.amount_minor, t.currency, NULL FROM ledger_transactions t JOIN payments p ON p.id = t.subject WHERE t.kind = 'payment-taken';--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, 1, 'receivable', -p.amount_minor, t.currency, NULL FROM ledger_transactions t JOIN payments p ON p.id = t.subject WHERE t.kind = 'payment-taken';--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, 0, 'cash-box', -p.amount_minor, t.currency, NULL FROM ledger_transactions t JOIN payments p ON p.id = t.subject WHERE t.kind = 'payment-undone';--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
SELECT t.id, 1, 'receivable', p.amount_minor, t.currency, NULL FROM ledger_transactions t JOIN payments p ON p.id = t.subject WHERE t.kind = 'payment-undone';--> statement-breakpoint
UPDATE ledger_transactions SET sealed_at = at;--> statement-breakpoint
INSERT INTO ledger_balances (business_id, account, currency, balance_minor)
SELECT t.business_id, e.account, e.currency, sum(e.amount_minor) FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id GROUP BY 1, 2, 3;
