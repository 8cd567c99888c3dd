CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`current` text,
	`cancel_requested` integer NOT NULL,
	`problem` text,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `job_created` ON `job` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `manifestation` (
	`sha256` text PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	`file` text NOT NULL,
	`format` text NOT NULL,
	`quality` text NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`sha256`) REFERENCES `original`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manifestation_work` ON `manifestation` (`work`);--> statement-breakpoint
CREATE TABLE `metadata_override` (
	`work` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`read_as` text NOT NULL,
	`set_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`work`, `field`),
	FOREIGN KEY (`work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `metadata_override_read_as` ON `metadata_override` (`read_as`);--> statement-breakpoint
ALTER TABLE `import_entry` ADD `job` text;--> statement-breakpoint
CREATE INDEX `import_entry_job` ON `import_entry` (`job`,`id`);