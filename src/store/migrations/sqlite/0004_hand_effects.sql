CREATE TABLE `hand_effect` (
	`seq` integer PRIMARY KEY NOT NULL,
	`effect_key` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`target` text NOT NULL,
	`effect` text NOT NULL,
	`from_day` text,
	`until_day` text,
	`why` text NOT NULL,
	`set_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `hand_effect_source` ON `hand_effect` (`source`);--> statement-breakpoint
CREATE INDEX `hand_effect_target` ON `hand_effect` (`target`);--> statement-breakpoint
CREATE TABLE `listed_effect` (
	`id` text PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listed_effect_work` ON `listed_effect` (`work`);