CREATE INDEX `listings_by_title` ON `listings` (`business_id`,title collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `listings_by_age` ON `listings` (`business_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `listings_by_price` ON `listings` (`business_id`,case when price_minor is null then -1 else price_minor end,`id`);