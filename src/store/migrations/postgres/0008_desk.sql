CREATE TABLE "api_token" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"made_by" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"finding" text COLLATE "C" NOT NULL,
	"assigned_to" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"note" text,
	"assigned_by" text NOT NULL,
	"at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"finding" text COLLATE "C" NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"page" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_facet" (
	"work" text COLLATE "C" PRIMARY KEY NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C",
	"body_name" text,
	"field" text COLLATE "C",
	"territory" text NOT NULL,
	"territory_names" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "finding_work";--> statement-breakpoint
CREATE UNIQUE INDEX "api_token_hash" ON "api_token" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "assignment_finding" ON "assignment" USING btree ("finding","at");--> statement-breakpoint
CREATE INDEX "assignment_to" ON "assignment" USING btree ("assigned_to","ended_at");--> statement-breakpoint
CREATE INDEX "note_finding" ON "note" USING btree ("finding","at");--> statement-breakpoint
CREATE INDEX "saved_view_page" ON "saved_view" USING btree ("page","at");--> statement-breakpoint
CREATE INDEX "work_facet_body" ON "work_facet" USING btree ("body");--> statement-breakpoint
CREATE INDEX "work_facet_field" ON "work_facet" USING btree ("field");--> statement-breakpoint
CREATE INDEX "work_facet_level" ON "work_facet" USING btree ("level");--> statement-breakpoint
CREATE INDEX "finding_work" ON "finding" USING btree ("work","gone");