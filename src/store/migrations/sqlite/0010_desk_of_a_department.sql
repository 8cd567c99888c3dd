CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`unit` text,
	`password_hash` text,
	`subject` text,
	`active` integer NOT NULL,
	`must_change` integer NOT NULL,
	`failures` integer NOT NULL,
	`failed_since` integer,
	`locked_until` integer,
	`digest` integer NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`password_at` integer,
	`last_login_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_login` ON `account` (`login`);--> statement-breakpoint
CREATE UNIQUE INDEX `account_subject` ON `account` (`subject`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	`added_by` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `attachment_subject` ON `attachment` (`subject_kind`,`subject`,`at`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`due` text,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `batch_state` ON `batch` (`state`,`due`);--> statement-breakpoint
CREATE TABLE `batch_item` (
	`batch` text NOT NULL,
	`work` text NOT NULL,
	`unit` text,
	`state` text NOT NULL,
	`due` text,
	`done_at` integer,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`batch`, `work`)
);
--> statement-breakpoint
CREATE INDEX `batch_item_work` ON `batch_item` (`work`);--> statement-breakpoint
CREATE INDEX `batch_item_unit` ON `batch_item` (`unit`,`state`);--> statement-breakpoint
CREATE INDEX `batch_item_due` ON `batch_item` (`state`,`due`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet` text NOT NULL,
	`unit` text NOT NULL,
	`due` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`version` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consultation_sheet` ON `consultation` (`sheet`);--> statement-breakpoint
CREATE INDEX `consultation_unit` ON `consultation` (`unit`,`answered_at`);--> statement-breakpoint
CREATE TABLE `handling` (
	`id` text PRIMARY KEY NOT NULL,
	`work` text,
	`unit` text,
	`state` text NOT NULL,
	`due` text,
	`import_id` text,
	`import_row` integer,
	`result` text,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `handling_work` ON `handling` (`work`);--> statement-breakpoint
CREATE INDEX `handling_state` ON `handling` (`state`,`due`);--> statement-breakpoint
CREATE INDEX `handling_unit` ON `handling` (`unit`,`state`);--> statement-breakpoint
CREATE INDEX `handling_import` ON `handling` (`import_id`,`import_row`);--> statement-breakpoint
CREATE INDEX `handling_result` ON `handling` (`result`);--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inspection_work` ON `inspection` (`work`);--> statement-breakpoint
CREATE INDEX `inspection_state` ON `inspection` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `list_import` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	`read_by` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `list_import_sha256` ON `list_import` (`sha256`);--> statement-breakpoint
CREATE TABLE `notification` (
	`id` text PRIMARY KEY NOT NULL,
	`told` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	`once` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_once` ON `notification` (`told`,`once`);--> statement-breakpoint
CREATE INDEX `notification_to` ON `notification` (`told`,`at`);--> statement-breakpoint
CREATE TABLE `petition` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`received_on` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `petition_state` ON `petition` (`state`,`received_on`);--> statement-breakpoint
CREATE TABLE `prose` (
	`key` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`family` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`from_day` text,
	`on_day` text NOT NULL,
	`work` text,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	`made_by` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_version` ON `publication` (`family`,`version`);--> statement-breakpoint
CREATE INDEX `publication_kind` ON `publication` (`kind`,`on_day`);--> statement-breakpoint
CREATE INDEX `publication_work` ON `publication` (`work`);--> statement-breakpoint
CREATE TABLE `published_row` (
	`publication` text NOT NULL,
	`ord` integer NOT NULL,
	`form` text NOT NULL,
	`part` text NOT NULL,
	`work` text,
	`since` text,
	`body` text NOT NULL,
	PRIMARY KEY(`publication`, `ord`)
);
--> statement-breakpoint
CREATE INDEX `published_row_work` ON `published_row` (`work`,`form`);--> statement-breakpoint
CREATE TABLE `session` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`before` integer,
	`agent` text NOT NULL,
	`address` text NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account`,`ended_at`);--> statement-breakpoint
CREATE TABLE `sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	`batch` text,
	`unit` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sheet_work` ON `sheet` (`work`);--> statement-breakpoint
CREATE INDEX `sheet_batch` ON `sheet` (`batch`,`state`);--> statement-breakpoint
CREATE INDEX `sheet_state` ON `sheet` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `tracker_import` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tracker_row` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`)
);
--> statement-breakpoint
CREATE INDEX `tracker_row_state` ON `tracker_row` (`import_id`,`state`);--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`kind` text NOT NULL,
	`parent` text,
	`scope` text NOT NULL,
	`active` integer NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_folded` ON `unit` (`folded`);--> statement-breakpoint
ALTER TABLE `api_token` ADD `account` text;