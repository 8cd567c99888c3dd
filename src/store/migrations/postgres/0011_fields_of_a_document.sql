DROP INDEX "work_facet_field";--> statement-breakpoint
ALTER TABLE "work_facet" ADD COLUMN "fields" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE "work_facet" SET "fields" = '["' || "field" || '"]' WHERE "field" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "work_facet" ALTER COLUMN "fields" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "work_facet" DROP COLUMN "field";
