CREATE TABLE "effect" (
	"source" text COLLATE "C" NOT NULL,
	"ord" integer NOT NULL,
	"target" text COLLATE "C" NOT NULL,
	"applied" boolean NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "effect_pk" PRIMARY KEY("source","ord")
);
--> statement-breakpoint
CREATE TABLE "expression" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"current" boolean NOT NULL,
	"file" text NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"format" text NOT NULL,
	"quality" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"text_sha256" text NOT NULL,
	"content_sha256" text NOT NULL,
	"text" text NOT NULL,
	"document" text NOT NULL,
	"facts" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"code" text NOT NULL,
	"rule_group" text COLLATE "C" NOT NULL,
	"severity" text NOT NULL,
	"rank" integer NOT NULL,
	"maturity" text NOT NULL,
	"confidence" double precision NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"e_id" text,
	"message" text NOT NULL,
	"why" text NOT NULL,
	"recommendation" text NOT NULL,
	"evidence" text NOT NULL,
	"day" text NOT NULL,
	"first_seen" bigint NOT NULL,
	"last_seen" bigint NOT NULL,
	"gone" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_entry" (
	"id" integer PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"sha256" text,
	"outcome" text NOT NULL,
	"work" text,
	"reason" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link" (
	"from_work" text COLLATE "C" NOT NULL,
	"citation" integer NOT NULL,
	"target" integer NOT NULL,
	"role" text NOT NULL,
	"within" text,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"text" text NOT NULL,
	"cited_key" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"to_work" text COLLATE "C",
	"how" text NOT NULL,
	"candidates" text NOT NULL,
	"e_ids" text NOT NULL,
	"missing" text NOT NULL,
	"has_missing" boolean NOT NULL,
	CONSTRAINT "link_pk" PRIMARY KEY("from_work","citation","target")
);
--> statement-breakpoint
CREATE TABLE "original" (
	"sha256" text COLLATE "C" PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provision" (
	"id" integer PRIMARY KEY NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"expression" text COLLATE "C" NOT NULL,
	"ord" integer NOT NULL,
	"piece" integer NOT NULL,
	"e_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"num" text,
	"heading" text,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"own_start" integer NOT NULL,
	"own_end" integer NOT NULL,
	"parent" text COLLATE "C",
	"text_start" integer NOT NULL,
	"text_end" integer NOT NULL,
	"folded" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relation" (
	"child" text COLLATE "C" NOT NULL,
	"ord" integer NOT NULL,
	"parent" text COLLATE "C" NOT NULL,
	"parent_e_ids" text NOT NULL,
	"evidence" text NOT NULL,
	CONSTRAINT "relation_pk" PRIMARY KEY("child","ord")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_period" (
	"work" text COLLATE "C" NOT NULL,
	"ord" integer NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"since" text,
	"reason" text NOT NULL,
	"because" text NOT NULL,
	"units" text NOT NULL,
	CONSTRAINT "status_period_pk" PRIMARY KEY("work","ord")
);
--> statement-breakpoint
CREATE TABLE "work" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"symbol" text,
	"symbol_key" text COLLATE "C",
	"type" text NOT NULL,
	"title" text,
	"issuer" text,
	"issuer_key" text COLLATE "C",
	"issued_on" text COLLATE "C",
	"effective_on" text COLLATE "C",
	"known" text NOT NULL,
	"normative" text NOT NULL,
	"year" integer,
	"folded" text NOT NULL,
	"by_issued" text COLLATE "C" NOT NULL,
	"by_symbol" text COLLATE "C" NOT NULL,
	"by_title" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "effect" ADD CONSTRAINT "effect_source_work_id_fk" FOREIGN KEY ("source") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression" ADD CONSTRAINT "expression_work_work_id_fk" FOREIGN KEY ("work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression" ADD CONSTRAINT "expression_sha256_original_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."original"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_work_work_id_fk" FOREIGN KEY ("work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_from_work_work_id_fk" FOREIGN KEY ("from_work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provision" ADD CONSTRAINT "provision_expression_expression_id_fk" FOREIGN KEY ("expression") REFERENCES "public"."expression"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_child_work_id_fk" FOREIGN KEY ("child") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_period" ADD CONSTRAINT "status_period_work_work_id_fk" FOREIGN KEY ("work") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "effect_target" ON "effect" USING btree ("target");--> statement-breakpoint
CREATE UNIQUE INDEX "expression_work_version" ON "expression" USING btree ("work","version");--> statement-breakpoint
CREATE INDEX "expression_current" ON "expression" USING btree ("work","current");--> statement-breakpoint
CREATE INDEX "expression_sha256" ON "expression" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "finding_order" ON "finding" USING btree ("gone","rank","confidence","key");--> statement-breakpoint
CREATE INDEX "finding_work" ON "finding" USING btree ("work");--> statement-breakpoint
CREATE INDEX "finding_rule" ON "finding" USING btree ("rule");--> statement-breakpoint
CREATE INDEX "link_to" ON "link" USING btree ("to_work");--> statement-breakpoint
CREATE INDEX "link_key" ON "link" USING btree ("cited_key");--> statement-breakpoint
CREATE INDEX "link_kind" ON "link" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "provision_work_e_id" ON "provision" USING btree ("work","e_id","piece");--> statement-breakpoint
CREATE INDEX "relation_parent" ON "relation" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "status_period_days" ON "status_period" USING btree ("from_day","to_day");--> statement-breakpoint
CREATE INDEX "work_symbol_key" ON "work" USING btree ("symbol_key");--> statement-breakpoint
CREATE INDEX "work_issuer_key" ON "work" USING btree ("issuer_key");--> statement-breakpoint
CREATE INDEX "work_by_issued" ON "work" USING btree ("by_issued","id");--> statement-breakpoint
CREATE INDEX "work_by_symbol" ON "work" USING btree ("by_symbol","id");--> statement-breakpoint
CREATE INDEX "work_by_title" ON "work" USING btree ("by_title","id");