CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`finding` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`until_day` text,
	`decided_by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_finding` ON `decision` (`finding`,`at`);--> statement-breakpoint
CREATE TABLE `suppression` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`issuer_key` text,
	`issuer` text,
	`work` text,
	`field` text,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`at` integer NOT NULL,
	`lifted_at` integer
);
--> statement-breakpoint
ALTER TABLE `finding` ADD `verdict` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `suppressed_by` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `reopens` text;