import type { Effect, Quote } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import type { Evidence, RuleGroup, Severity } from "../domain/finding.ts";
import type { Verdict } from "../domain/decision.ts";
import type { MendableField } from "../domain/metadata-override.ts";
import type { Answered } from "../domain/opinion.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import type { Because, StatusName, UnitStatus } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type * as sqliteColumns from "./columns.sqlite.ts";
import { accountTables, messageTables } from "./schema-accounts.ts";
import { effectTables, tablesApart } from "./schema-apart.ts";
import { auditTables } from "./schema-audit.ts";
import { deskTables, filingTables, tokenTables } from "./schema-desk.ts";
import { publicationTables } from "./schema-publication.ts";
import { handlingTables, petitionTables, reviewTables } from "./schema-review.ts";
import type { StoredLink } from "./store.ts";

export type Columns = typeof sqliteColumns;

/**
 * The one schema. `schema.sqlite.ts` and `schema.pg.ts` call it with their column file. After a change here:
 * `npx drizzle-kit generate` for both dialects (see drizzle.config.ts); a test fails while the migrations are stale.
 */
export function makeSchema(c: Columns) {
  const work = c.table(
    "work",
    {
      id: c.key("id").primaryKey().$type<WorkId>(),
      symbol: c.str("symbol"),
      /** `symbolKey` of the domain: what a sloppy writing of the symbol is looked up by. */
      symbolKey: c.key("symbol_key"),
      type: c.str("type").notNull().$type<Work["type"]>(),
      title: c.str("title"),
      issuer: c.str("issuer"),
      issuerKey: c.key("issuer_key"),
      issuedOn: c.key("issued_on"),
      effectiveOn: c.key("effective_on"),
      known: c.str("known").notNull().$type<Work["known"]>(),
      normative: c.str("normative").notNull().$type<Work["normative"]>(),
      year: c.int("year"),
      /** A space before each folded word of symbol and title: `% giao%` finds words that begin so, and no word inside another. */
      folded: c.str("folded").notNull(),
      byIssued: c.key("by_issued").notNull(),
      bySymbol: c.key("by_symbol").notNull(),
      byTitle: c.key("by_title").notNull(),
    },
    (t) => [
      c.index("work_symbol_key").on(t.symbolKey),
      c.index("work_issuer_key").on(t.issuerKey),
      c.index("work_by_issued").on(t.byIssued, t.id),
      c.index("work_by_symbol").on(t.bySymbol, t.id),
      c.index("work_by_title").on(t.byTitle, t.id),
    ],
  );

  /** The bytes of a file as it came, once for each content. */
  const original = c.table("original", {
    sha256: c.key("sha256").primaryKey(),
    size: c.int("size").notNull(),
    bytes: c.bytes("bytes").notNull(),
  });

  /** One version of a work's text (FRBR expression). The text is stored here and nowhere else. */
  const expression = c.table(
    "expression",
    {
      id: c.key("id").primaryKey(),
      work: c
        .key("work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      version: c.int("version").notNull(),
      current: c.bool("current").notNull(),
      file: c.str("file").notNull(),
      sha256: c
        .key("sha256")
        .notNull()
        .references(() => original.sha256),
      format: c.str("format").notNull(),
      quality: c.str("quality").notNull(),
      importedAt: c.ms("imported_at").notNull(),
      textSha256: c.str("text_sha256").notNull(),
      /** Over `document` and `facts` as stored: `doctor` finds a flipped bit that SQLite itself would not. */
      contentSha256: c.str("content_sha256").notNull(),
      text: c.str("text").notNull(),
      /** JSON made and read in document-json.ts: written once, hashed as written. */
      document: c.str("document").notNull(),
      facts: c.str("facts").notNull(),
    },
    (t) => [
      c.uniqueIndex("expression_work_version").on(t.work, t.version),
      c.index("expression_current").on(t.work, t.current),
      c.index("expression_sha256").on(t.sha256),
    ],
  );

  /**
   * Units of current versions, cut for search: `piece` 0 is the unit itself with the first stretch of its own words, further
   * pieces hold the rest of very long units; text outside all units (head, signature) has an empty `eId` and piece 1.
   */
  const provision = c.table(
    "provision",
    {
      id: c.int("id").primaryKey(),
      /** The expression's work, repeated for the index; no second foreign key, which would cost a look-up a row. */
      work: c.key("work").notNull().$type<WorkId>(),
      expression: c
        .key("expression")
        .notNull()
        .references(() => expression.id),
      ord: c.int("ord").notNull(),
      piece: c.int("piece").notNull(),
      eId: c.key("e_id").notNull().$type<EId>(),
      kind: c.str("kind").notNull().$type<ProvisionKind | "outside">(),
      num: c.str("num"),
      heading: c.str("heading"),
      spanStart: c.int("span_start").notNull(),
      spanEnd: c.int("span_end").notNull(),
      ownStart: c.int("own_start").notNull(),
      ownEnd: c.int("own_end").notNull(),
      parent: c.key("parent").$type<EId>(),
      /** The stretch this row makes searchable and its folded words. */
      textStart: c.int("text_start").notNull(),
      textEnd: c.int("text_end").notNull(),
      folded: c.str("folded").notNull(),
    },
    (t) => [c.index("provision_work_e_id").on(t.work, t.eId, t.piece)],
  );

  const link = c.table(
    "link",
    {
      from: c
        .key("from_work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      citation: c.int("citation").notNull(),
      target: c.int("target").notNull(),
      role: c.str("role").notNull().$type<StoredLink["role"]>(),
      within: c.str("within").$type<EId>(),
      start: c.int("span_start").notNull(),
      end: c.int("span_end").notNull(),
      text: c.str("text").notNull(),
      key: c.key("cited_key"),
      kind: c.key("kind").notNull().$type<StoredLink["resolution"]["kind"]>(),
      /** The work found; null unless `kind` is work. */
      to: c.key("to_work").$type<WorkId>(),
      how: c.str("how").notNull(),
      candidates: c.json<readonly WorkId[]>("candidates").notNull(),
      eIds: c.json<readonly EId[]>("e_ids").notNull(),
      missing: c.json<readonly EId[]>("missing").notNull(),
      hasMissing: c.bool("has_missing").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "link_pk", columns: [t.from, t.citation, t.target] }),
      c.index("link_to").on(t.to),
      c.index("link_key").on(t.key),
      c.index("link_kind").on(t.kind),
    ],
  );

  const effect = c.table(
    "effect",
    {
      source: c
        .key("source")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      ord: c.int("ord").notNull(),
      target: c.key("target").notNull().$type<WorkId>(),
      applied: c.bool("applied").notNull(),
      body: c.json<Effect>("body").notNull(),
    },
    (t) => [c.primaryKey({ name: "effect_pk", columns: [t.source, t.ord] }), c.index("effect_target").on(t.target)],
  );

  const relation = c.table(
    "relation",
    {
      child: c
        .key("child")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      ord: c.int("ord").notNull(),
      parent: c.key("parent").notNull().$type<WorkId>(),
      parentEIds: c.json<readonly EId[]>("parent_e_ids").notNull(),
      evidence: c.json<Quote>("evidence").notNull(),
    },
    (t) => [c.primaryKey({ name: "relation_pk", columns: [t.child, t.ord] }), c.index("relation_parent").on(t.parent)],
  );

  /** `from` and `to` are never null here (see status-store.ts): a day is then found by two comparisons on either engine. */
  const statusPeriod = c.table(
    "status_period",
    {
      work: c
        .key("work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      ord: c.int("ord").notNull(),
      from: c.key("from_day").notNull(),
      to: c.key("to_day").notNull(),
      status: c.str("status").notNull().$type<StatusName>(),
      since: c.str("since"),
      reason: c.str("reason").notNull(),
      because: c.json<readonly Because[]>("because").notNull(),
      units: c.json<readonly UnitStatus[]>("units").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "status_period_pk", columns: [t.work, t.ord] }),
      c.index("status_period_days").on(t.from, t.to),
    ],
  );

  const finding = c.table(
    "finding",
    {
      key: c.key("key").primaryKey(),
      rule: c.key("rule").notNull(),
      code: c.str("code").notNull(),
      group: c.key("rule_group").notNull().$type<RuleGroup>(),
      severity: c.str("severity").notNull().$type<Severity>(),
      /** Place of the severity in SEVERITY_ORDER: 0 is the gravest. */
      rank: c.int("rank").notNull(),
      maturity: c.str("maturity").notNull().$type<"stable" | "trial">(),
      confidence: c.num("confidence").notNull(),
      work: c
        .key("work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      eId: c.str("e_id").$type<EId>(),
      message: c.str("message").notNull(),
      why: c.str("why").notNull(),
      recommendation: c.str("recommendation").notNull(),
      evidence: c.json<readonly Evidence[]>("evidence").notNull(),
      day: c.str("day").notNull(),
      firstSeen: c.ms("first_seen").notNull(),
      lastSeen: c.ms("last_seen").notNull(),
      gone: c.bool("gone").notNull(),
      /** The decision that counts now; null = nobody has decided. */
      verdict: c.str("verdict").$type<Verdict>(),
      /** The suppression it falls under. */
      suppressedBy: c.key("suppressed_by"),
      /** It stands where a decided finding stood whose words have changed: that finding's key. */
      reopens: c.key("reopens"),
    },
    (t) => [
      c.index("finding_order").on(t.gone, t.rank, t.confidence, t.key),
      c.index("finding_work").on(t.work, t.gone),
      c.index("finding_rule").on(t.rule),
    ],
  );

  /** The same text in another file than the one that is read: its bytes are kept, its words are those of the work. */
  const manifestation = c.table(
    "manifestation",
    {
      sha256: c
        .key("sha256")
        .primaryKey()
        .references(() => original.sha256),
      work: c
        .key("work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      file: c.str("file").notNull(),
      format: c.str("format").notNull(),
      quality: c.str("quality").notNull(),
      importedAt: c.ms("imported_at").notNull(),
    },
    (t) => [c.index("manifestation_work").on(t.work)],
  );

  /** What a person has set by hand about a document. */
  const metadataOverride = c.table(
    "metadata_override",
    {
      work: c
        .key("work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      field: c.key("field").notNull().$type<MendableField>(),
      value: c.str("value").notNull(),
      readAs: c.key("read_as").notNull().$type<WorkId>(),
      by: c.str("set_by").notNull(),
      at: c.ms("at").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "metadata_override_pk", columns: [t.work, t.field] }),
      c.index("metadata_override_read_as").on(t.readAs),
    ],
  );

  /** What a person has said a citation means: one row for each number or name in each citing document. */
  const targetOverride = c.table(
    "target_override",
    {
      work: c
        .key("work")
        .notNull()
        .references(() => work.id)
        .$type<WorkId>(),
      key: c.key("cited_key").notNull(),
      text: c.str("text").notNull(),
      /** Null: no document is named. */
      target: c.key("target").$type<WorkId>(),
      by: c.str("set_by").notNull(),
      at: c.ms("at").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "target_override_pk", columns: [t.work, t.key] }),
      c.index("target_override_target").on(t.target),
    ],
  );

  /** Decisions of people about findings, one after another; nothing is overwritten. */
  const decision = c.table(
    "decision",
    {
      id: c.key("id").primaryKey(),
      finding: c
        .key("finding")
        .notNull()
        .references(() => finding.key),
      verdict: c.str("verdict").notNull().$type<Verdict>(),
      reason: c.str("reason"),
      until: c.str("until_day"),
      by: c.str("decided_by").notNull(),
      at: c.ms("at").notNull(),
      undoneAt: c.ms("undone_at"),
    },
    (t) => [c.index("decision_finding").on(t.finding, t.at)],
  );

  /** What a second reader said of findings; newest counts, none is deleted. */
  const opinion = c.table(
    "opinion",
    {
      id: c.key("id").primaryKey(),
      finding: c
        .key("finding")
        .notNull()
        .references(() => finding.key),
      model: c.str("model").notNull(),
      sameMatter: c.str("same_matter").notNull().$type<Answered>(),
      contradict: c.str("contradict").notNull().$type<Answered>(),
      why: c.str("why").notNull(),
      by: c.str("asked_by").notNull(),
      at: c.ms("at").notNull(),
    },
    (t) => [c.index("opinion_finding").on(t.finding, t.at)],
  );

  return {
    ...tablesApart(c),
    ...effectTables(c),
    ...auditTables(c),
    ...deskTables(c),
    ...filingTables(c),
    ...tokenTables(c),
    ...accountTables(c),
    ...messageTables(c),
    ...reviewTables(c),
    ...handlingTables(c),
    ...petitionTables(c),
    ...publicationTables(c),
    work,
    original,
    expression,
    provision,
    link,
    effect,
    relation,
    statusPeriod,
    finding,
    manifestation,
    metadataOverride,
    targetOverride,
    decision,
    opinion,
  };
}

export type Schema = ReturnType<typeof makeSchema>;
