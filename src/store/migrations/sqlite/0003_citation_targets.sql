CREATE TABLE `target_override` (
	`work` text NOT NULL,
	`cited_key` text NOT NULL,
	`text` text NOT NULL,
	`target` text,
	`set_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`work`, `cited_key`),
	FOREIGN KEY (`work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `target_override_target` ON `target_override` (`target`);