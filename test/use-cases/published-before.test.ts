import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ImportedList, ReadRow } from "../../src/domain/publication.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { type DateFault, dateList, datedMark, type ListDates } from "../../src/use-cases/date-list.ts";
import { keepList } from "../../src/use-cases/import-list.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { countReports, viewReport } from "../../src/use-cases/view-reports.ts";
import { aDocument, anEntry, aPeriod, aWork } from "../store/build.ts";

const NOW = Date.parse("2027-01-10T03:00:00Z");
const TODAY = "2027-01-10";
const work = (symbol: string): Work => aWork({ symbol, issuedOn: "2021-05-04", effectiveOn: "2021-05-20" });
/** Ended in 2024, in 2025 and in 2026. */
const [OLD, LAST_YEAR, NOW_ENDED] = [work("11/2021/QĐ-UBND"), work("12/2021/QĐ-UBND"), work("13/2021/QĐ-UBND")];
const DAYS = new Map([
  [OLD, "2024-06-01"],
  [LAST_YEAR, "2025-06-01"],
  [NOW_ENDED, "2026-06-01"],
]);

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  for (const [one, day] of DAYS) {
    await store.withTransaction(async () => {
      await store.works.save([one]);
      const document = aDocument(one.title ?? "", [{ heading: "Phạm vi", clauses: ["Một."] }], one.symbol ?? "");
      await store.documents.add(anEntry(one, document));
    });
    await status(one, { status: "ceased", since: day, from: day, reason: "Bị bãi bỏ" });
  }
});
afterEach(() => store.close());

const status = async (one: Work, given: Partial<StatusPeriod>): Promise<void> => {
  await store.statuses.replace([one.id], [aPeriod(one, given)]);
  await nextRevision(store);
};

const row = (of: Work, given: Partial<ReadRow> = {}): ReadRow => ({
  no: 1,
  fate: "ceased",
  part: "A",
  group: "",
  type: "quyet-dinh",
  symbol: of.symbol,
  issuedOn: of.issuedOn,
  issuer: of.issuer,
  title: "",
  content: "",
  reason: "Bị bãi bỏ",
  endedBy: null,
  since: DAYS.get(of) ?? null,
  otherDays: [],
  place: "dòng 1",
  problems: [],
  ...given,
});

let files = 0;
const read = (head: string, rows: readonly ReadRow[]): Promise<string> => {
  files += 1;
  const list = { rows, totals: [], unread: [] };
  return keepList(store, { ok: true, file: `dm-${files}.docx`, sha256: `s${files}`, head, list }, "Hà", NOW);
};

/** Form 01 of 2026: the numbers in part B, and the lists that are not clear. */
async function partB(given: Partial<Parameters<typeof viewReport>[1]> = {}) {
  const query = {
    form: "01" as const,
    from: "2026-01-01",
    to: "2026-12-31",
    scope: { ...ANY_DOCUMENT, local: true },
    regime: null,
    title: null,
    publishedUntil: null,
    ...given,
  };
  const view = await viewReport(store, query);
  const rows = view.parts.find(({ earlier }) => earlier)?.groups.flatMap((group) => group.rows) ?? [];
  expect((await countReports(store, query, [query.form])).map((one) => one.unclear)).toEqual([view.unclear]);
  return {
    rows: rows.map((one) => one.work?.symbol),
    unclear: view.unclear.map(({ id, works }) => [id, works]),
    nothingPublished: view.nothingPublished,
  };
}

const TITLE = "DANH MỤC VĂN BẢN HẾT HIỆU LỰC";
const ALL = [OLD, LAST_YEAR].map((one) => one.symbol);

describe("part B", () => {
  it("holds all that ended before where no list is known", async () => {
    expect(await partB()).toEqual({ rows: ALL, unclear: [], nothingPublished: true });
  });

  it("leaves out what a list of an earlier year published, by the year in its title", async () => {
    await read(`${TITLE} NĂM 2025\nSTT`, [row(OLD, { part: "B" }), row(LAST_YEAR)]);
    expect(await partB()).toEqual({ rows: [], unclear: [], nothingPublished: false });
  });

  it("leaves out what a list signed before the period published", async () => {
    await read(`${TITLE}\n(Kèm theo Quyết định số 9/QĐ-UBND ngày 20/12/2025)\nSTT`, [row(OLD)]);
    expect((await partB()).rows).toEqual([LAST_YEAR.symbol]);
  });

  it("loses nothing when the list being made is read in itself, with a year or without one", async () => {
    await read(`${TITLE} NĂM 2026\nSTT`, [row(OLD, { part: "B" }), row(LAST_YEAR, { part: "B" })]);
    expect(await partB()).toEqual({ rows: ALL, unclear: [], nothingPublished: true });
    await read(`${TITLE}\nSTT`, [row(NOW_ENDED), row(OLD, { part: "B" })]);
    expect(await partB()).toEqual({ rows: ALL, unclear: [], nothingPublished: true });
    // all its rows are of part B: nothing in it tells the year
    const id = await read(`${TITLE}\nSTT`, [row(OLD, { part: "B" }), row(LAST_YEAR, { part: "B" })]);
    expect(await partB()).toEqual({ rows: ALL, unclear: [[id, 2]], nothingPublished: true });
  });

  it("keeps what ended after the list was made, or was only suspended in it", async () => {
    await read(`${TITLE} NĂM 2024\nSTT`, [
      row(OLD, { fate: "suspended", since: "2024-01-01" }),
      row(LAST_YEAR, { fate: "suspended", since: "2024-02-01" }),
    ]);
    expect((await partB()).rows).toEqual([LAST_YEAR.symbol]);
  });

  it("counts a table that came in with documents as no publication, and says so", async () => {
    const said = { list: "theo-doi.xlsx", sheet: "1", row: 4, words: "Hết hiệu lực", status: "ceased" as const };
    const [effect] = await (async () => {
      await read(`${TITLE}\nSTT`, [row(OLD)]);
      return (await store.effects.on(OLD.id)).filter((one) => one.listed);
    })();
    if (!effect) throw new Error("no statement");
    await store.effects.saveListed([{ ...effect, id: "table", listed: said }], NOW);
    await nextRevision(store);
    const { rows, unclear } = await partB();
    expect(rows).toEqual(ALL);
    expect(unclear).toContainEqual([null, 1]);
  });

  it("of form 02 leaves out what earlier lists told of parts, up to the last of their days", async () => {
    const because = ["2024-03-01", "2025-03-01"].map((from) => ({
      work: "qd",
      symbol: "5/2024/QĐ-UBND",
      eId: null,
      quote: `Bãi bỏ ${from}`,
      span: null,
      rule: "repealed",
      from,
      says: `Bị bãi bỏ một phần từ ngày ${from}`,
    }));
    await status(OLD, { status: "partly-ceased", since: "2024-03-01", from: "2024-03-01", because });
    const part = { fate: "partly-ceased" as const, since: "2024-03-01" };
    expect((await partB({ form: "02" })).rows).toEqual([OLD.symbol]);
    const id = await read(`${TITLE}\nSTT`, [row(OLD, { ...part, otherDays: ["2025-03-01"] })]);
    expect(await partB({ form: "02" })).toMatchObject({ rows: [OLD.symbol], unclear: [[id, 1]] });
    await dated(id, { issuedOn: "2025-12-20" });
    expect(await partB({ form: "02" })).toMatchObject({ rows: [], unclear: [] });
  });
});

async function dated(id: string, given: Partial<ListDates>, seen?: string): Promise<"ok" | DateFault> {
  const list = await listOf(id);
  const dates = { symbol: null, issuedOn: null, from: null, to: null, ...given };
  const done = await dateList({ store, id, dates, seen: seen ?? datedMark(list), today: TODAY, by: "Hà", now: NOW });
  return done.ok ? "ok" : done.why;
}
const listOf = async (id: string): Promise<ImportedList> => JSON.parse((await store.listImports.find(id))?.body ?? "");

describe("a person says when a list was published", () => {
  it("by its day: part B then leaves out what it names, and the audit trail tells who said it", async () => {
    const id = await read(`${TITLE}\nSTT`, [row(OLD)]);
    expect(await partB()).toMatchObject({ rows: ALL, unclear: [[id, 1]] });
    expect(await dated(id, { symbol: "9/qđ-ubnd", issuedOn: "2025-01-20" })).toBe("ok");
    expect(await partB()).toEqual({ rows: [LAST_YEAR.symbol], unclear: [], nothingPublished: false });
    expect(await listOf(id)).toMatchObject({
      decision: { symbol: "9/QĐ-UBND", issuedOn: "2025-01-20" },
      periodBy: "rows",
      dated: { by: "Hà", at: NOW },
    });
    expect((await store.audit.list({ limit: 1 }))[0]).toMatchObject({
      action: "list.date",
      subject: id,
      by: "Hà",
      detail: { was: "", is: "9/QĐ-UBND, ngày 20/01/2025" },
    });
  });

  it("by its period, where it was signed after the period of the next list had begun", async () => {
    const id = await read(`${TITLE}\n(Kèm theo Quyết định số 9/QĐ-UBND ngày 20/01/2026)\nSTT`, [row(LAST_YEAR)]);
    expect(await partB()).toMatchObject({ rows: ALL, unclear: [[id, 1]] });
    const period = { from: "2025-01-01", to: "2025-12-31" };
    expect(await dated(id, { symbol: "9/QĐ-UBND", issuedOn: "2026-01-20", ...period })).toBe("ok");
    expect(await partB()).toMatchObject({ rows: [OLD.symbol], unclear: [] });
  });

  it.each<[DateFault, Partial<ListDates>]>([
    ["nothing-said", { symbol: "9/QĐ-UBND" }],
    ["bad-symbol", { symbol: "chín", issuedOn: "2026-01-20" }],
    ["half-period", { from: "2025-01-01" }],
    ["turned-round", { from: "2025-12-31", to: "2025-01-01" }],
    ["before-its-period", { issuedOn: "2024-12-31", from: "2025-01-01", to: "2025-12-31" }],
    ["to-come", { issuedOn: "2027-01-11" }],
  ])("is told what is wrong: %s", async (why, given) => {
    const id = await read(`${TITLE}\nSTT`, [row(OLD)]);
    expect(await dated(id, given)).toBe(why);
    expect((await listOf(id)).dated).toBeUndefined();
  });

  it("is told when somebody was first, and when there is no such list", async () => {
    const id = await read(`${TITLE}\nSTT`, [row(OLD)]);
    const seen = datedMark(await listOf(id));
    expect(await dated(id, { issuedOn: "2025-01-20" })).toBe("ok");
    expect(await dated(id, { issuedOn: "2025-01-21" }, seen)).toBe("somebody-first");
    const dates = { symbol: null, issuedOn: "2025-01-20", from: null, to: null };
    const none = { store, id: "không có", dates, seen: "0", today: TODAY, by: "Hà", now: NOW };
    expect(await dateList(none)).toEqual({ ok: false, why: "no-list" });
  });
});
