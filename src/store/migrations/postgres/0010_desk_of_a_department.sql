CREATE TABLE "account" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"login" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"password_hash" text,
	"subject" text COLLATE "C",
	"active" boolean NOT NULL,
	"must_change" boolean NOT NULL,
	"failures" integer NOT NULL,
	"failed_since" bigint,
	"locked_until" bigint,
	"digest" boolean NOT NULL,
	"made_by" text NOT NULL,
	"at" bigint NOT NULL,
	"password_at" bigint,
	"last_login_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"bytes" "bytea" NOT NULL,
	"added_by" text NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "batch" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_item" (
	"batch" text COLLATE "C" NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"done_at" bigint,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "batch_item_pk" PRIMARY KEY("batch","work")
);
--> statement-breakpoint
CREATE TABLE "consultation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sheet" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"asked_at" bigint NOT NULL,
	"answered_at" bigint,
	"version" integer NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handling" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"work" text COLLATE "C",
	"unit" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"import_id" text COLLATE "C",
	"import_row" integer,
	"result" text COLLATE "C",
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list_import" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"read_by" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"told" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint,
	"mailed_at" bigint,
	"once" text COLLATE "C" NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petition" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"received_on" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prose" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"written_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"family" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"from_day" text COLLATE "C",
	"on_day" text COLLATE "C" NOT NULL,
	"work" text COLLATE "C",
	"sha256" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"made_by" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_row" (
	"publication" text COLLATE "C" NOT NULL,
	"ord" integer NOT NULL,
	"form" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"work" text COLLATE "C",
	"since" text COLLATE "C",
	"body" text NOT NULL,
	CONSTRAINT "published_row_pk" PRIMARY KEY("publication","ord")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"before" bigint,
	"agent" text NOT NULL,
	"address" text NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sheet" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"batch" text COLLATE "C",
	"unit" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tracker_import" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tracker_row" (
	"import_id" text COLLATE "C" NOT NULL,
	"row" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "tracker_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"parent" text COLLATE "C",
	"scope" text NOT NULL,
	"active" boolean NOT NULL,
	"made_by" text NOT NULL,
	"at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "account" text COLLATE "C";--> statement-breakpoint
CREATE UNIQUE INDEX "account_login" ON "account" USING btree ("login");--> statement-breakpoint
CREATE UNIQUE INDEX "account_subject" ON "account" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "attachment_subject" ON "attachment" USING btree ("subject_kind","subject","at");--> statement-breakpoint
CREATE INDEX "batch_state" ON "batch" USING btree ("state","due");--> statement-breakpoint
CREATE INDEX "batch_item_work" ON "batch_item" USING btree ("work");--> statement-breakpoint
CREATE INDEX "batch_item_unit" ON "batch_item" USING btree ("unit","state");--> statement-breakpoint
CREATE INDEX "batch_item_due" ON "batch_item" USING btree ("state","due");--> statement-breakpoint
CREATE INDEX "consultation_sheet" ON "consultation" USING btree ("sheet");--> statement-breakpoint
CREATE INDEX "consultation_unit" ON "consultation" USING btree ("unit","answered_at");--> statement-breakpoint
CREATE INDEX "handling_work" ON "handling" USING btree ("work");--> statement-breakpoint
CREATE INDEX "handling_state" ON "handling" USING btree ("state","due");--> statement-breakpoint
CREATE INDEX "handling_unit" ON "handling" USING btree ("unit","state");--> statement-breakpoint
CREATE INDEX "handling_import" ON "handling" USING btree ("import_id","import_row");--> statement-breakpoint
CREATE INDEX "handling_result" ON "handling" USING btree ("result");--> statement-breakpoint
CREATE INDEX "inspection_work" ON "inspection" USING btree ("work");--> statement-breakpoint
CREATE INDEX "inspection_state" ON "inspection" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "list_import_sha256" ON "list_import" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once" ON "notification" USING btree ("told","once");--> statement-breakpoint
CREATE INDEX "notification_to" ON "notification" USING btree ("told","at");--> statement-breakpoint
CREATE INDEX "petition_state" ON "petition" USING btree ("state","received_on");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_version" ON "publication" USING btree ("family","version");--> statement-breakpoint
CREATE INDEX "publication_kind" ON "publication" USING btree ("kind","on_day");--> statement-breakpoint
CREATE INDEX "publication_work" ON "publication" USING btree ("work");--> statement-breakpoint
CREATE INDEX "published_row_work" ON "published_row" USING btree ("work","form");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account","ended_at");--> statement-breakpoint
CREATE INDEX "sheet_work" ON "sheet" USING btree ("work");--> statement-breakpoint
CREATE INDEX "sheet_batch" ON "sheet" USING btree ("batch","state");--> statement-breakpoint
CREATE INDEX "sheet_state" ON "sheet" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "tracker_row_state" ON "tracker_row" USING btree ("import_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_folded" ON "unit" USING btree ("folded");