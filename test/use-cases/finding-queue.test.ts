import { beforeEach, describe, expect, test } from "vitest";
import type { WorkFacet } from "../../src/domain/work-facet.ts";
import { encodeCursor } from "../../src/store/cursor.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { assignFinding } from "../../src/use-cases/assign-finding.ts";
import {
  batchOf,
  decideFindings,
  MOST_AT_ONCE,
  planDecisions,
  undoBatch,
} from "../../src/use-cases/decide-findings.ts";
import { censusFigures } from "../../src/use-cases/census-figures.ts";
import { decideFinding } from "../../src/use-cases/decide-finding.ts";
import { startOfDay } from "../../src/domain/vietnam-time.ts";
import { countQueue, findingQueue, type QueueFilters } from "../../src/use-cases/finding-queue.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { addNote, removeNote } from "../../src/use-cases/note-finding.ts";
import { queuePace } from "../../src/use-cases/queue-pace.ts";
import { viewReviewedDocuments } from "../../src/use-cases/view-reviews.ts";
import { aFinding, aWork } from "../store/build.ts";

const TODAY = "2026-06-30";
const NOON = startOfDay(TODAY) + 12 * 3_600_000;
const looker = { by: "Hà", today: TODAY };
const [a, b] = [aWork({ symbol: "1/2025/QĐ-UBND" }), aWork({ symbol: "2/2025/QĐ-UBND" })];

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  await store.works.save([a, b]);
  await store.facets.save([
    {
      work: a.id,
      level: "province",
      body: "ubnd@1",
      bodyName: "UBND",
      fields: ["11"],
      territory: [],
      territoryNames: [],
    },
  ]);
  await store.findings.record(
    TODAY,
    [
      aFinding(a, { key: "a1", eId: "art_1", severity: "medium", rule: "r1" }),
      aFinding(a, { key: "a2", eId: "art_2", severity: "low", rule: "r2" }),
      aFinding(b, { key: "b1", eId: "art_1", severity: "critical", rule: "r1" }),
      aFinding(b, { key: "b2", eId: "art_2", severity: "low", rule: "r1" }),
    ],
    NOON - 3 * 86_400_000,
  );
});

const keys = async (filters: QueueFilters = {}, by: Parameters<typeof findingQueue>[3] = null) =>
  (await findingQueue(store, filters, looker, by)).rows.map((row) => row.key);
const confirm = (finding: string, now = NOON) =>
  decideFinding({ store, finding, verdict: "confirmed", reason: null, until: null, after: null, by: "Hà", now });

describe("figures over all findings", () => {
  test("follow decisions, suppressions and assignments", async () => {
    const figures = () => censusFigures(store, TODAY);
    expect(await figures()).toMatchObject({
      states: { open: 4 },
      first: ["b1", "a1", "a2", "b2"],
      documents: [
        { findings: 2, open: 2 },
        { findings: 2, open: 2 },
      ],
      done: 0,
    });
    await confirm("b1");
    await confirm("b2", NOON + 1);
    const bare = { issuerKey: null, issuer: null, work: null, field: null, by: "Hà", liftedAt: null };
    await store.decisions.suppress({ ...bare, id: "s1", rule: "r2", reason: "giao", at: 1 });
    await store.findings.setSuppressed(["a2"], "s1");
    expect(await figures()).toEqual({
      states: { open: 1, confirmed: 2, suppressed: 1 },
      groups: [expect.objectContaining({ severity: "medium", n: 1 })],
      first: ["a1"],
      documents: [
        { work: a.id, findings: 2, open: 1 },
        { work: b.id, findings: 2, open: 0 },
      ],
      done: 1,
      suppressed: new Map([["s1", 1]]),
    });
    await assignFinding({ store, finding: "a1", to: "Đức", due: "", note: "", by: "Hà", now: NOON });
    expect(await keys({ assigned: "Đức" })).toEqual(["a1"]);
    await assignFinding({ store, finding: "a1", to: "Lan", due: "", note: "", by: "Hà", now: NOON + 1 });
    expect(await keys({ assigned: "Đức" })).toEqual([]);
    expect(await keys({ assigned: "Lan" })).toEqual(["a1"]);
  });

  test("are paged by document", async () => {
    await confirm("b1");
    const pages = async (after?: string) => (await viewReviewedDocuments(store, TODAY, after)).documents;
    const all = await pages();
    expect([all.total, all.next, all.rows.map((row) => row.work)]).toEqual([2, null, [a.id, b.id]]);
    expect((await pages(encodeCursor([2, a.id]))).rows.map((row) => row.work)).toEqual([b.id]);
    expect((await pages(encodeCursor([1, b.id]))).rows).toEqual([]);
  });
});

describe("the queue", () => {
  test("is narrowed by what the document is filed under, by who has a finding and for how long it is known", async () => {
    expect(await keys()).toEqual(["b1", "a1", "a2", "b2"]);
    expect(await keys({ field: "11" })).toEqual(["a1", "a2"]);
    expect(await keys({ field: "none", rule: "r1" })).toEqual(["b1", "b2"]);
    expect(await keys({ age: "week" })).toHaveLength(4);
    expect(await keys({ age: "today" })).toEqual([]);
    await assignFinding({ store, finding: "a2", to: "Hà", due: "01/06/2026", note: "", by: "Đức", now: NOON });
    expect(await keys({ assigned: "me" })).toEqual(["a2"]);
    expect(await keys({ assigned: "Hà", due: "over" })).toEqual(["a2"]);
    expect(await keys({ assigned: "none" })).toEqual(["b1", "a1", "b2"]);
  });

  test("a document of two fields is found by each, counts in each and once in the whole", async () => {
    const facet = (await store.facets.all())[0] as WorkFacet;
    await store.facets.save([{ ...facet, fields: ["11", "21"] }]);
    await nextRevision(store);
    for (const field of ["11", "21"]) expect(await keys({ field })).toEqual(["a1", "a2"]);
    expect(await keys({ field: "1" })).toEqual([]);
    const { counts, rows, groups } = await findingQueue(store, {}, looker, "field");
    expect([...counts.field].sort()).toEqual([
      ["11", 2],
      ["21", 2],
      ["none", 2],
    ]);
    expect([rows.length, groups?.map(({ value, n }) => [value, n])]).toEqual([
      4,
      [
        ["none", 2],
        ["11", 2],
      ],
    ]);
  });

  test("figures of a filter count under the other filters", async () => {
    const { counts } = await findingQueue(store, { rule: "r1", severity: "low" }, looker);
    expect(Object.fromEntries(counts.rule)).toEqual({ r1: 1, r2: 1 });
    expect(Object.fromEntries(counts.severity)).toEqual({ critical: 1, medium: 1, low: 1 });
    expect(await countQueue(store, { rule: "r1" }, looker)).toBe(3);
  });

  test("under headings the gravest heading comes first, with what is done of it", async () => {
    expect(await keys({}, "document")).toEqual(["b1", "b2", "a1", "a2"]);
    await confirm("b1");
    const queue = await findingQueue(store, {}, looker, "document");
    expect(queue.rows.map((row) => row.key)).toEqual(["a1", "a2", "b2"]);
    expect(queue.groups).toMatchObject([
      { value: a.id, n: 2, done: 0, all: 2, gravest: "medium", at: 0 },
      { value: b.id, n: 1, done: 1, all: 2, gravest: "low", at: 2 },
    ]);
    expect([queue.done, queue.all]).toEqual([1, 4]);
  });

  test("follows decisions, undoing, exemptions and new reviews at once", async () => {
    await keys();
    const done = await confirm("b1");
    expect(await keys()).toEqual(["a1", "a2", "b2"]);
    await confirm("a1", 5);
    expect(await keys()).toEqual(["a2", "b2"]);
    await store.decisions.undo(done.ok ? done.decision.id : "", NOON + 1);
    expect(await keys()).toEqual(["b1", "a2", "b2"]);
    await store.findings.setSuppressed(["a2"], "s");
    expect(await keys()).toEqual(["b1", "b2"]);
    await store.findings.record(TODAY, [aFinding(a, { key: "a9", severity: "info" })], NOON);
    expect(await keys()).toEqual(["a9"]);
  });

  test("knows how it goes today, by whom, and only of its own findings", async () => {
    await confirm("b1", NOON - 86_400_000);
    await confirm("a1");
    await confirm("a2");
    const pace = async (filters: QueueFilters) =>
      queuePace(store, await findingQueue(store, filters, looker), TODAY, NOON + 60_000);
    expect(await pace({})).toEqual({ today: 2, people: [{ by: "Hà", n: 2 }], perHour: null });
    expect((await pace({ rule: "r1" })).today).toBe(1);
  });
});

describe("many findings at once", () => {
  const many = (given: Partial<Parameters<typeof decideFindings>[0]>) =>
    decideFindings({
      store,
      keys: [],
      verdict: "dismissed",
      reason: "Ngoại lệ",
      until: null,
      mayDecide: () => true,
      by: "Hà",
      now: NOON,
      ...given,
    });

  test("a preview says what will be decided and what is left alone, and why", async () => {
    await confirm("b1");
    await store.findings.setSuppressed(["b2"], "s");
    const plan = await planDecisions(store, ["a1", "b1", "b2", "nobody"], () => true);
    expect(plan.rows.map((row) => row.key)).toEqual(["a1"]);
    expect(plan.skipped.map(({ row, why }) => [row.key, why])).toEqual([
      ["b1", "decided"],
      ["b2", "exempted"],
    ]);
    expect(
      (
        await planDecisions(
          store,
          Array.from({ length: MOST_AT_ONCE + 7 }, (_, i) => `k${i}`),
          () => true,
        )
      ).left,
    ).toBe(7);
  });

  test("each keeps a decision of its own; what was decided meanwhile is left alone; all are undone together", async () => {
    await confirm("b1");
    const done = await many({ keys: ["a1", "b1", "b2"] });
    expect(done).toMatchObject({ ok: true, decided: 2, skipped: 1 });
    const [decision] = await store.decisions.of("a1");
    expect(decision).toMatchObject({ verdict: "dismissed", reason: "Ngoại lệ", by: "Hà" });
    const batch = batchOf(decision as never) ?? "";
    expect(done.ok && done.batch).toBe(batch);
    await decideFinding({
      store,
      finding: "b2",
      verdict: "confirmed",
      reason: null,
      until: null,
      after: (await store.decisions.of("b2"))[0]?.id ?? null,
      by: "Đức",
      now: NOON + 1,
    });
    expect(await undoBatch(store, batch, { mayDecide: () => true, by: "Lê Thu Hà", now: NOON + 2 })).toBe(1);
    expect((await store.audit.list({ action: "finding.undo", limit: 10 })).map((e) => e.by)).toEqual(["Lê Thu Hà"]);
    expect(await keys()).toEqual(["a1", "a2"]);
    expect((await store.findings.find("b2"))?.verdict).toBe("confirmed");
  });

  test("asks for a reason, a day, something to decide", async () => {
    expect(await many({ keys: ["a1"], reason: " " })).toEqual({ ok: false, why: "reason-missing" });
    expect(await many({ keys: ["a1"], verdict: "later" })).toEqual({ ok: false, why: "day-missing" });
    expect(await many({ keys: [] })).toEqual({ ok: false, why: "nothing" });
  });
});

describe("the desk", () => {
  test("assigning needs a name and a real day", async () => {
    const give = (to: string, due: string) =>
      assignFinding({ store, finding: "a1", to, due, note: "", by: "Hà", now: NOON });
    expect(await give(" ", "")).toEqual({ ok: false, why: "name-missing" });
    expect(await give("Sở Xây dựng", "31/06/2026")).toEqual({ ok: false, why: "bad-due" });
    expect(await give(" Sở  Xây dựng", "30/07/2026")).toMatchObject({ ok: true, assignment: { to: "Sở Xây dựng" } });
  });

  test("a note is taken away only by who wrote it, and leaves its trace", async () => {
    expect(await addNote(store, "a1", "  ", "Hà", NOON)).toEqual({ ok: false, why: "text-missing" });
    await addNote(store, "a1", "Đã hỏi Sở Xây dựng", "Hà", NOON);
    const [note] = await store.desk.notesOf("a1");
    expect(await removeNote(store, "a1", note?.id ?? "", "Đức", NOON)).toEqual({ ok: false, why: "not-yours" });
    expect(await removeNote(store, "a1", note?.id ?? "", "Hà", NOON)).toEqual({ ok: true });
    expect(await store.desk.notesOf("a1")).toEqual([]);
    expect(await store.desk.notesOf("a1", true)).toHaveLength(1);
  });
});
