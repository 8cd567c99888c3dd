ALTER TABLE "provision" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "folded")) STORED;
--> statement-breakpoint
CREATE INDEX "provision_search" ON "provision" USING gin ("search");
--> statement-breakpoint
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "work_folded_trgm" ON "work" USING gin ("folded" gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'pg_trgm is not available: the text filter of the document list scans the table of works';
END
$$;
