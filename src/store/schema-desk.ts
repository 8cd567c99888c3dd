import type { ApiToken } from "../domain/api-token.ts";
import type { SavedView } from "../domain/desk.ts";
import type { IssuerLevel } from "../domain/issuer.ts";
import type { WorkId } from "../domain/work.ts";
import type { Columns } from "./schema.ts";

/** What lists of documents are narrowed by; computed anew whenever a document is linked. */
export function filingTables(c: Columns) {
  const workFacet = c.table(
    "work_facet",
    {
      work: c.key("work").primaryKey().$type<WorkId>(),
      level: c.key("level").notNull().$type<IssuerLevel>(),
      body: c.key("body"),
      bodyName: c.str("body_name"),
      territory: c.json<readonly string[]>("territory").notNull(),
      territoryNames: c.json<readonly string[]>("territory_names").notNull(),
      fields: c.json<readonly string[]>("fields").notNull(),
    },
    (t) => [c.index("work_facet_body").on(t.body), c.index("work_facet_level").on(t.level)],
  );

  return { workFacet };
}

/** What people keep on their desk beside the law: lists with names, who deals with what, notes. */
export function deskTables(c: Columns) {
  const savedView = c.table(
    "saved_view",
    {
      id: c.key("id").primaryKey(),
      page: c.key("page").notNull().$type<SavedView["page"]>(),
      name: c.str("name").notNull(),
      query: c.str("query").notNull(),
      by: c.str("saved_by").notNull(),
      at: c.ms("at").notNull(),
    },
    (t) => [c.index("saved_view_page").on(t.page, t.at)],
  );

  /** Findings are named, not referenced: they come and go with rules, what people wrote stays. */
  const assignment = c.table(
    "assignment",
    {
      id: c.key("id").primaryKey(),
      finding: c.key("finding").notNull(),
      to: c.key("assigned_to").notNull(),
      due: c.key("due"),
      note: c.str("note"),
      by: c.str("assigned_by").notNull(),
      at: c.ms("at").notNull(),
      endedAt: c.ms("ended_at"),
    },
    (t) => [c.index("assignment_finding").on(t.finding, t.at), c.index("assignment_to").on(t.to, t.endedAt)],
  );

  const note = c.table(
    "note",
    {
      id: c.key("id").primaryKey(),
      finding: c.key("finding").notNull(),
      text: c.str("text").notNull(),
      by: c.str("written_by").notNull(),
      at: c.ms("at").notNull(),
      removedAt: c.ms("removed_at"),
    },
    (t) => [c.index("note_finding").on(t.finding, t.at)],
  );

  /** Reasons for dismissing that hold for more than one finding. */
  const suppression = c.table("suppression", {
    id: c.key("id").primaryKey(),
    rule: c.key("rule").notNull(),
    issuerKey: c.key("issuer_key"),
    issuer: c.str("issuer"),
    work: c.key("work").$type<WorkId>(),
    field: c.str("field"),
    reason: c.str("reason").notNull(),
    by: c.str("set_by").notNull(),
    at: c.ms("at").notNull(),
    liftedAt: c.ms("lifted_at"),
  });

  return { savedView, assignment, note, suppression };
}

/** Keys of programs to the API: hashes, never the secrets. */
export function tokenTables(c: Columns) {
  const apiToken = c.table(
    "api_token",
    {
      id: c.key("id").primaryKey(),
      name: c.str("name").notNull(),
      scope: c.str("scope").notNull().$type<ApiToken["scope"]>(),
      hash: c.key("hash").notNull(),
      by: c.str("made_by").notNull(),
      at: c.ms("at").notNull(),
      expiresAt: c.ms("expires_at"),
      lastUsedAt: c.ms("last_used_at"),
      revokedAt: c.ms("revoked_at"),
      /** Whose key: it may do what its owner may. Null: made before there were accounts. */
      account: c.key("account"),
    },
    (t) => [c.uniqueIndex("api_token_hash").on(t.hash)],
  );

  return { apiToken };
}
