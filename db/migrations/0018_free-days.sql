CREATE TABLE `free_days_edges` (
	`business_id` text PRIMARY KEY NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stale_days` (
	`business_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`date` text NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`business_id`, `listing_id`, `date`),
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
