CREATE TABLE `effect` (
	`source` text NOT NULL,
	`ord` integer NOT NULL,
	`target` text NOT NULL,
	`applied` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`source`, `ord`),
	FOREIGN KEY (`source`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `effect_target` ON `effect` (`target`);--> statement-breakpoint
CREATE TABLE `expression` (
	`id` text PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	`version` integer NOT NULL,
	`current` integer NOT NULL,
	`file` text NOT NULL,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`quality` text NOT NULL,
	`imported_at` integer NOT NULL,
	`text_sha256` text NOT NULL,
	`content_sha256` text NOT NULL,
	`text` text NOT NULL,
	`document` text NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `original`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `expression_work_version` ON `expression` (`work`,`version`);--> statement-breakpoint
CREATE INDEX `expression_current` ON `expression` (`work`,`current`);--> statement-breakpoint
CREATE INDEX `expression_sha256` ON `expression` (`sha256`);--> statement-breakpoint
CREATE TABLE `finding` (
	`key` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`code` text NOT NULL,
	`rule_group` text NOT NULL,
	`severity` text NOT NULL,
	`rank` integer NOT NULL,
	`maturity` text NOT NULL,
	`confidence` real NOT NULL,
	`work` text NOT NULL,
	`e_id` text,
	`message` text NOT NULL,
	`why` text NOT NULL,
	`recommendation` text NOT NULL,
	`evidence` text NOT NULL,
	`day` text NOT NULL,
	`first_seen` integer NOT NULL,
	`last_seen` integer NOT NULL,
	`gone` integer NOT NULL,
	FOREIGN KEY (`work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_order` ON `finding` (`gone`,`rank`,`confidence`,`key`);--> statement-breakpoint
CREATE INDEX `finding_work` ON `finding` (`work`);--> statement-breakpoint
CREATE INDEX `finding_rule` ON `finding` (`rule`);--> statement-breakpoint
CREATE TABLE `import_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`sha256` text,
	`outcome` text NOT NULL,
	`work` text,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link` (
	`from_work` text NOT NULL,
	`citation` integer NOT NULL,
	`target` integer NOT NULL,
	`role` text NOT NULL,
	`within` text,
	`span_start` integer NOT NULL,
	`span_end` integer NOT NULL,
	`text` text NOT NULL,
	`cited_key` text,
	`kind` text NOT NULL,
	`to_work` text,
	`how` text NOT NULL,
	`candidates` text NOT NULL,
	`e_ids` text NOT NULL,
	`missing` text NOT NULL,
	`has_missing` integer NOT NULL,
	PRIMARY KEY(`from_work`, `citation`, `target`),
	FOREIGN KEY (`from_work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `link_to` ON `link` (`to_work`);--> statement-breakpoint
CREATE INDEX `link_key` ON `link` (`cited_key`);--> statement-breakpoint
CREATE INDEX `link_kind` ON `link` (`kind`);--> statement-breakpoint
CREATE TABLE `original` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `provision` (
	`id` integer PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	`expression` text NOT NULL,
	`ord` integer NOT NULL,
	`piece` integer NOT NULL,
	`e_id` text NOT NULL,
	`kind` text NOT NULL,
	`num` text,
	`heading` text,
	`span_start` integer NOT NULL,
	`span_end` integer NOT NULL,
	`own_start` integer NOT NULL,
	`own_end` integer NOT NULL,
	`parent` text,
	`text_start` integer NOT NULL,
	`text_end` integer NOT NULL,
	`folded` text NOT NULL,
	FOREIGN KEY (`expression`) REFERENCES `expression`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `provision_work_e_id` ON `provision` (`work`,`e_id`,`piece`);--> statement-breakpoint
CREATE TABLE `relation` (
	`child` text NOT NULL,
	`ord` integer NOT NULL,
	`parent` text NOT NULL,
	`parent_e_ids` text NOT NULL,
	`evidence` text NOT NULL,
	PRIMARY KEY(`child`, `ord`),
	FOREIGN KEY (`child`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relation_parent` ON `relation` (`parent`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `status_period` (
	`work` text NOT NULL,
	`ord` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`status` text NOT NULL,
	`since` text,
	`reason` text NOT NULL,
	`because` text NOT NULL,
	`units` text NOT NULL,
	PRIMARY KEY(`work`, `ord`),
	FOREIGN KEY (`work`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `status_period_days` ON `status_period` (`from_day`,`to_day`);--> statement-breakpoint
CREATE TABLE `work` (
	`id` text PRIMARY KEY NOT NULL,
	`symbol` text,
	`symbol_key` text,
	`type` text NOT NULL,
	`title` text,
	`issuer` text,
	`issuer_key` text,
	`issued_on` text,
	`effective_on` text,
	`known` text NOT NULL,
	`normative` text NOT NULL,
	`year` integer,
	`folded` text NOT NULL,
	`by_issued` text NOT NULL,
	`by_symbol` text NOT NULL,
	`by_title` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `work_symbol_key` ON `work` (`symbol_key`);--> statement-breakpoint
CREATE INDEX `work_issuer_key` ON `work` (`issuer_key`);--> statement-breakpoint
CREATE INDEX `work_by_issued` ON `work` (`by_issued`,`id`);--> statement-breakpoint
CREATE INDEX `work_by_symbol` ON `work` (`by_symbol`,`id`);--> statement-breakpoint
CREATE INDEX `work_by_title` ON `work` (`by_title`,`id`);