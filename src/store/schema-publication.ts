import type { Publication, PublishedRow } from "../domain/publication.ts";
import type { WorkId } from "../domain/work.ts";
import type { Columns } from "./schema.ts";

/** What has left the department, what others published, and what people write into reports. */
export function publicationTables(c: Columns) {
  const publication = c.table(
    "publication",
    {
      id: c.key("id").primaryKey(),
      family: c.key("family").notNull(),
      kind: c.key("kind").notNull(),
      version: c.int("version").notNull(),
      state: c.key("state").notNull().$type<Publication["state"]>(),
      from: c.key("from_day"),
      on: c.key("on_day").notNull(),
      work: c.key("work").$type<WorkId>(),
      sha256: c.key("sha256").notNull(),
      at: c.ms("at").notNull(),
      by: c.str("made_by").notNull(),
      body: c.str("body").notNull(),
    },
    (t) => [
      c.uniqueIndex("publication_version").on(t.family, t.version),
      c.index("publication_kind").on(t.kind, t.on),
      c.index("publication_work").on(t.work),
    ],
  );
  const publishedRow = c.table(
    "published_row",
    {
      publication: c.key("publication").notNull(),
      ord: c.int("ord").notNull(),
      form: c.key("form").notNull(),
      part: c.key("part").notNull(),
      work: c.key("work").$type<WorkId>(),
      since: c.key("since"),
      body: c.json<PublishedRow["body"]>("body").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "published_row_pk", columns: [t.publication, t.ord] }),
      c.index("published_row_work").on(t.work, t.form),
    ],
  );
  const listImport = c.table(
    "list_import",
    {
      id: c.key("id").primaryKey(),
      sha256: c.key("sha256").notNull(),
      at: c.ms("at").notNull(),
      by: c.str("read_by").notNull(),
      body: c.str("body").notNull(),
    },
    (t) => [c.index("list_import_sha256").on(t.sha256)],
  );
  const prose = c.table("prose", {
    key: c.key("key").primaryKey(),
    text: c.str("text").notNull(),
    version: c.int("version").notNull(),
    by: c.str("written_by").notNull(),
    at: c.ms("at").notNull(),
  });
  return { publication, publishedRow, listImport, prose };
}
