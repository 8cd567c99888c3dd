CREATE TABLE "opinion" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"finding" text COLLATE "C" NOT NULL,
	"model" text NOT NULL,
	"same_matter" text NOT NULL,
	"contradict" text NOT NULL,
	"why" text NOT NULL,
	"asked_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_finding_finding_key_fk" FOREIGN KEY ("finding") REFERENCES "public"."finding"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opinion_finding" ON "opinion" USING btree ("finding","at");