CREATE TABLE `provider_log_ins` (
	`provider` text NOT NULL,
	`provider_subject` text NOT NULL,
	`user_id` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `provider_subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "provider_log_ins_provider" CHECK("provider_log_ins"."provider" in ('google', 'facebook'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_log_ins_of_user` ON `provider_log_ins` (`user_id`,`provider`);