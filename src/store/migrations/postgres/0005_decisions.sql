CREATE TABLE "decision" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"finding" text COLLATE "C" NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"until_day" text,
	"decided_by" text NOT NULL,
	"at" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"issuer_key" text COLLATE "C",
	"issuer" text,
	"work" text COLLATE "C",
	"field" text,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"at" bigint NOT NULL,
	"lifted_at" bigint
);
--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "verdict" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "suppressed_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "reopens" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_finding_finding_key_fk" FOREIGN KEY ("finding") REFERENCES "public"."finding"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_finding" ON "decision" USING btree ("finding","at");