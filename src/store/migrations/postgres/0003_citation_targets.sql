CREATE TABLE "target_override" (
	"work" text COLLATE "C" NOT NULL,
	"cited_key" text COLLATE "C" NOT NULL,
	"text" text NOT NULL,
	"target" text COLLATE "C",
	"set_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "target_override_pk" PRIMARY KEY("work","cited_key")
);
--> statement-breakpoint
ALTER TABLE "target_override" ADD CONSTRAINT "target_override_work_work_id_fk" FOREIGN KEY ("work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "target_override_target" ON "target_override" USING btree ("target");