CREATE TABLE `opinion` (
	`id` text PRIMARY KEY NOT NULL,
	`finding` text NOT NULL,
	`model` text NOT NULL,
	`same_matter` text NOT NULL,
	`contradict` text NOT NULL,
	`why` text NOT NULL,
	`asked_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opinion_finding` ON `opinion` (`finding`,`at`);