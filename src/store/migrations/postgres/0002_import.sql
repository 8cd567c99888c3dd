CREATE TABLE "job" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"step" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"current" text,
	"cancel_requested" boolean NOT NULL,
	"problem" text,
	"started_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "manifestation" (
	"sha256" text COLLATE "C" PRIMARY KEY NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"file" text NOT NULL,
	"format" text NOT NULL,
	"quality" text NOT NULL,
	"imported_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "metadata_override" (
	"work" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C" NOT NULL,
	"value" text NOT NULL,
	"read_as" text COLLATE "C" NOT NULL,
	"set_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "metadata_override_pk" PRIMARY KEY("work","field")
);
--> statement-breakpoint
ALTER TABLE "import_entry" ADD COLUMN "job" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "manifestation" ADD CONSTRAINT "manifestation_sha256_original_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."original"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifestation" ADD CONSTRAINT "manifestation_work_work_id_fk" FOREIGN KEY ("work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metadata_override" ADD CONSTRAINT "metadata_override_work_work_id_fk" FOREIGN KEY ("work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_created" ON "job" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "manifestation_work" ON "manifestation" USING btree ("work");--> statement-breakpoint
CREATE INDEX "metadata_override_read_as" ON "metadata_override" USING btree ("read_as");--> statement-breakpoint
CREATE INDEX "import_entry_job" ON "import_entry" USING btree ("job","id");