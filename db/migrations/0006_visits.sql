CREATE TABLE `dropped_lines` (
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`dropped_at` integer NOT NULL,
	PRIMARY KEY(`sale_id`, `position`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `booking_steps` ADD `item_id` text REFERENCES booking_items(id);