CREATE TABLE `picture_files` (
	`picture_id` text NOT NULL,
	`format` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`weight` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`picture_id`, `format`, `width`),
	FOREIGN KEY (`picture_id`) REFERENCES `pictures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "picture_files_format" CHECK("picture_files"."format" in ('avif', 'webp', 'jpeg'))
);
--> statement-breakpoint
CREATE INDEX `picture_files_by_hash` ON `picture_files` (`hash`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`business_id` text,
	`user_id` text,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`position` integer NOT NULL,
	`alt` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`business_id`) REFERENCES `businesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pictures_kind" CHECK("pictures"."owner_kind" in ('logo', 'cover', 'listing', 'staff', 'profile')),
	CONSTRAINT "pictures_one_holder" CHECK((business_id is null) <> (user_id is null))
);
--> statement-breakpoint
CREATE INDEX `pictures_by_business` ON `pictures` (`business_id`,`owner_kind`,`owner_id`,`position`);--> statement-breakpoint
CREATE INDEX `pictures_by_user` ON `pictures` (`user_id`,`owner_kind`,`owner_id`) WHERE user_id is not null;