CREATE TABLE "hand_effect" (
	"seq" integer PRIMARY KEY NOT NULL,
	"effect_key" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"target" text COLLATE "C" NOT NULL,
	"effect" text NOT NULL,
	"from_day" text COLLATE "C",
	"until_day" text COLLATE "C",
	"why" text NOT NULL,
	"set_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listed_effect" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"work" text COLLATE "C" NOT NULL,
	"body" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "hand_effect_source" ON "hand_effect" USING btree ("source");--> statement-breakpoint
CREATE INDEX "hand_effect_target" ON "hand_effect" USING btree ("target");--> statement-breakpoint
CREATE INDEX "listed_effect_work" ON "listed_effect" USING btree ("work");