import type { Effect } from "../domain/effect.ts";
import type { HandEffect } from "../domain/hand-effect.ts";
import type { WorkId } from "../domain/work.ts";
import type { Columns } from "./schema.ts";
import type { ImportEntry, Job } from "./store.ts";

/** Tables that refer to no other: what they name may be forgotten while they stay. */
export function tablesApart(c: Columns) {
  const importEntry = c.table(
    "import_entry",
    {
      id: c.int("id").primaryKey(),
      file: c.str("file").notNull(),
      sha256: c.str("sha256"),
      outcome: c.str("outcome").notNull().$type<ImportEntry["outcome"]>(),
      work: c.str("work").$type<WorkId>(),
      reason: c.str("reason"),
      at: c.ms("at").notNull(),
      /** The job that brought the file in; null from the command line. */
      job: c.key("job"),
    },
    (t) => [c.index("import_entry_job").on(t.job, t.id)],
  );

  /** What each document's findings rest on: when none of that changes they need not be computed again. */
  const review = c.table("review", {
    work: c.key("work").primaryKey().$type<WorkId>(),
    day: c.str("day").notNull(),
    /** Which rules ran, as one fingerprint. */
    rules: c.str("rules").notNull(),
    reads: c.json<readonly string[]>("reads").notNull(),
  });

  const setting = c.table("setting", {
    key: c.key("key").primaryKey(),
    value: c.str("value").notNull(),
  });

  /** Long work in the background, kept so that a restart can say what became of it. */
  const job = c.table(
    "job",
    {
      id: c.key("id").primaryKey(),
      kind: c.str("kind").notNull().$type<Job["kind"]>(),
      state: c.key("state").notNull().$type<Job["state"]>(),
      step: c.str("step").notNull().$type<Job["step"]>(),
      done: c.int("done").notNull(),
      total: c.int("total").notNull(),
      current: c.str("current"),
      cancelRequested: c.bool("cancel_requested").notNull(),
      problem: c.str("problem"),
      by: c.str("started_by").notNull(),
      createdAt: c.ms("created_at").notNull(),
      finishedAt: c.ms("finished_at"),
    },
    (t) => [c.index("job_created").on(t.createdAt, t.id)],
  );

  return { importEntry, setting, job, review };
}

/** What people decide about effects, and what lists say of works. */
export function effectTables(c: Columns) {
  /** Decisions of people about effects, one after another; nothing is overwritten. Works are named, not referenced: they may be forgotten. */
  const handEffect = c.table(
    "hand_effect",
    {
      seq: c.int("seq").primaryKey(),
      key: c.key("effect_key").notNull(),
      kind: c.str("kind").notNull().$type<HandEffect["kind"]>(),
      source: c.key("source").notNull().$type<WorkId>(),
      target: c.key("target").notNull().$type<WorkId>(),
      effect: c.json<Effect>("effect").notNull(),
      from: c.key("from_day"),
      until: c.key("until_day"),
      why: c.str("why").notNull(),
      by: c.str("set_by").notNull(),
      at: c.ms("at").notNull(),
    },
    (t) => [c.index("hand_effect_source").on(t.source), c.index("hand_effect_target").on(t.target)],
  );

  /** What published lists say of the status of works: shown beside what is computed, never counted. */
  const listedEffect = c.table(
    "listed_effect",
    {
      id: c.key("id").primaryKey(),
      work: c.key("work").notNull().$type<WorkId>(),
      body: c.json<Effect>("body").notNull(),
      at: c.ms("at").notNull(),
    },
    (t) => [c.index("listed_effect_work").on(t.work)],
  );

  return { handEffect, listedEffect };
}
