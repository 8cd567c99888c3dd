CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`hash` text NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash` ON `api_token` (`hash`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`finding` text NOT NULL,
	`assigned_to` text NOT NULL,
	`due` text,
	`note` text,
	`assigned_by` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `assignment_finding` ON `assignment` (`finding`,`at`);--> statement-breakpoint
CREATE INDEX `assignment_to` ON `assignment` (`assigned_to`,`ended_at`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`finding` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `note_finding` ON `note` (`finding`,`at`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`saved_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_view_page` ON `saved_view` (`page`,`at`);--> statement-breakpoint
CREATE TABLE `work_facet` (
	`work` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`body` text,
	`body_name` text,
	`field` text,
	`territory` text NOT NULL,
	`territory_names` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `work_facet_body` ON `work_facet` (`body`);--> statement-breakpoint
CREATE INDEX `work_facet_field` ON `work_facet` (`field`);--> statement-breakpoint
CREATE INDEX `work_facet_level` ON `work_facet` (`level`);--> statement-breakpoint
DROP INDEX `finding_work`;--> statement-breakpoint
CREATE INDEX `finding_work` ON `finding` (`work`,`gone`);