import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../src/domain/work.ts";
import type { WorkFacet } from "../../src/domain/work-facet.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { lastTime, nextTime, reviewDeadline } from "../../src/use-cases/review-deadlines.ts";
import { viewBacklog } from "../../src/use-cases/view-backlog.ts";
import { viewCalendar } from "../../src/use-cases/view-calendar.ts";
import { viewDue } from "../../src/use-cases/view-due.ts";
import { viewFilings } from "../../src/use-cases/view-filings.ts";
import { viewNews } from "../../src/use-cases/view-news.ts";
import { noteRun } from "../../src/use-cases/finding-runs.ts";
import { aDocument, aFinding, anEffect, anEntry, aPeriod, aWork } from "../store/build.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
});
afterEach(() => store.close());

const facet = (work: Work, given: Partial<WorkFacet>): WorkFacet => ({
  work: work.id,
  level: "province",
  body: "uy ban nhan dan tinh an son@",
  bodyName: "Ủy ban nhân dân tỉnh An Sơn (trước 01/07/2025)",
  fields: [],
  territory: [],
  territoryNames: [],
  ...given,
});

const put = (work: Work): Promise<unknown> =>
  store.withTransaction(async () => {
    await store.works.save([work]);
    await store.documents.add(anEntry(work, aDocument(work.title ?? "", [{ heading: "Một", clauses: ["Hai."] }])));
  });

const at = (day: string, time = "12:00"): number => Date.parse(`${day}T${time}:00+07:00`);

describe("deadlines of the reference table", () => {
  it("come again in their year, and the last one is known", () => {
    const yearly = reviewDeadline("yearly-expiry-list", "2026-11-26");
    if (!yearly) throw new Error("no yearly list");
    expect(nextTime(yearly, "2026-01-31")).toBe("2026-01-31");
    expect(nextTime(yearly, "2026-02-01")).toBe("2027-01-31");
    expect(lastTime(yearly, "2026-02-01")).toBe("2026-01-31");
    expect(lastTime(yearly, "2026-01-31")).toBeNull();
    const once = reviewDeadline("former-province-documents", "2028-01-01");
    expect(once && nextTime(once, "2028-01-01")).toBe("2027-03-01");
    expect(reviewDeadline("former-province-documents", "2025-06-30")).toBeNull();
  });
});

describe("what is due", () => {
  const [old, ended, district, now] = [
    aWork({ symbol: "1/2020/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Sơn", issuedOn: "2020-01-01" }),
    aWork({ symbol: "2/2020/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Sơn", issuedOn: "2020-02-01" }),
    aWork({ symbol: "3/2020/QĐ-UBND", issuer: "Ủy ban nhân dân huyện Sông La", issuedOn: "2020-03-01" }),
    aWork({ symbol: "4/2026/QĐ-UBND" }),
  ];

  beforeEach(async () => {
    for (const work of [old, ended, district, now]) await put(work);
    await store.facets.save([
      facet(old, {}),
      facet(ended, {}),
      facet(district, {
        level: "district",
        body: "uy ban nhan dan huyen song la@",
        bodyName: "Ủy ban nhân dân huyện Sông La",
      }),
      facet(now, { body: "uy ban nhan dan tinh an khe@2025-07-01", bodyName: "Ủy ban nhân dân tỉnh An Khê" }),
    ]);
    await store.statuses.replace(
      [],
      [
        aPeriod(old, { from: null, to: null, since: "2020-01-10" }),
        aPeriod(ended, { from: null, to: "2026-03-01", since: "2020-02-10" }),
        aPeriod(ended, { from: "2026-03-01", to: null, status: "ceased", since: "2026-03-01" }),
        aPeriod(district, { from: null, to: "2026-01-10", since: "2020-03-10" }),
        aPeriod(district, { from: "2026-01-10", to: "2027-01-10", status: "suspended", since: "2026-01-10" }),
        aPeriod(district, { from: "2027-01-10", to: null, since: "2020-03-10" }),
        aPeriod(now, { from: null, to: "2026-12-20", since: "2026-01-01" }),
        aPeriod(now, { from: "2026-12-20", to: null, status: "ceased", since: "2026-12-20" }),
      ],
    );
  });

  it("counts the yearly list of local documents, and says when its day has passed", async () => {
    const [list, ...rest] = (await viewDue(store, "2026-11-26")).lists;
    expect(rest).toEqual([]);
    expect(list).toMatchObject({ day: "2027-01-31", daysLeft: 66, from: "2026-01-01", whole: 3, part: 0 });
    expect((await viewDue(store, "2027-02-10")).lists.map((l) => [l.day, l.daysLeft])).toEqual([
      ["2027-01-31", -10],
      ["2028-01-31", 355],
    ]);
    expect((await viewDue(store, "2027-04-30")).lists.map((l) => l.day)).toEqual(["2028-01-31"]);
  });

  it("counts documents of former bodies as ended, concluded or left, and knows them from those of today", async () => {
    await store.findings.record("2026-11-26", [aFinding(district, { key: "k1" })], 1);
    const before = (await viewDue(store, "2026-11-26")).campaign;
    expect(before).toMatchObject({ day: "2027-03-01", daysLeft: 95, n: 3, ended: 1, decided: 0, left: 2 });
    await store.decisions.add(
      { id: "d1", finding: "k1", verdict: "confirmed", reason: null, until: null, by: "Hà", at: 5, undoneAt: null },
      null,
    );
    const after = (await viewDue(store, "2026-11-26")).campaign;
    expect(after).toMatchObject({ n: 3, ended: 1, decided: 1, left: 1 });
    expect(after?.bodies.map((b) => [b.n, b.left])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect((await viewDue(store, "2025-06-30")).campaign).toBeNull();
  });

  it("tells endings within 30 and 90 days and suspensions that end, with the documents behind them", async () => {
    const far = await viewDue(store, "2026-10-01");
    expect(far.ends).toEqual({ soon: 0, ahead: 1, first: "2026-12-20", later: "2026-12-20" });
    const near = await viewCalendar(store, "2026-12-01");
    expect(near.ends).toEqual({ soon: 1, ahead: 1, first: "2026-12-20", later: null });
    expect(near.endsList.map((d) => d.work.id)).toEqual([now.id]);
    expect(near.suspensionsList.map((d) => [d.work.id, d.day])).toEqual([[district.id, "2027-01-10"]]);
    expect((await viewDue(store, "2026-12-20")).ends.ahead).toBe(0);
  });

  it("tells assignments that are late and decisions that come back", async () => {
    await store.findings.record(
      "2026-11-26",
      [aFinding(old, { key: "k1" }), aFinding(old, { key: "k2", eId: "art_1" })],
      1,
    );
    const assignment = {
      id: "a1",
      finding: "k1",
      to: "Hà",
      due: "2026-11-20",
      note: null,
      by: "Đức",
      at: 1,
      endedAt: null,
    };
    await store.desk.assign(assignment);
    await store.decisions.add(
      { id: "d1", finding: "k2", verdict: "later", reason: null, until: "2026-12-03", by: "Hà", at: 5, undoneAt: null },
      null,
    );
    const view = await viewCalendar(store, "2026-11-26");
    expect(view.overdue).toEqual({ n: 1, first: "2026-11-20" });
    expect(view.overdueList.map((o) => o.finding.key)).toEqual(["k1"]);
    expect(view.returning).toEqual({ n: 1, first: "2026-12-03" });
    expect((await viewDue(store, "2026-11-20")).overdue.n).toBe(0);
    expect((await viewDue(store, "2026-11-25")).returning.n).toBe(0);
  });
});

describe("the queue by month", () => {
  it("counts in months of Vietnam what came, left and waits, up to the day looked at", async () => {
    const work = aWork({ symbol: "1/2026/QĐ-UBND" });
    await store.works.save([work]);
    const raise = (...keys: string[]) => keys.map((key) => aFinding(work, { key, eId: key }));
    // half an hour after midnight in Vietnam is still the month before in UTC
    await store.findings.record("2026-10-01", raise("k1", "k2"), at("2026-10-01", "00:30"));
    await store.decisions.add(
      {
        id: "d",
        finding: "k1",
        verdict: "confirmed",
        reason: null,
        until: null,
        by: "Hà",
        at: at("2026-11-05"),
        undoneAt: null,
      },
      null,
    );
    await store.findings.record("2026-11-20", raise("k1", "k2", "k3"), at("2026-11-20"));
    const months = await viewBacklog(store, "2026-11-26", "2026-11-26");
    expect(months).toHaveLength(6);
    expect(months.at(-3)).toMatchObject({ month: "2026-09-01", came: 0, open: 0 });
    expect(months.at(-2)).toMatchObject({ month: "2026-10-01", until: "2026-10-31", came: 2, decided: 0, open: 2 });
    expect(months.at(-1)).toMatchObject({ until: "2026-11-26", came: 1, decided: 1, gone: 0, open: 2 });
    expect((await viewBacklog(store, "2026-11-04", "2026-11-26")).at(-1)).toMatchObject({
      came: 0,
      decided: 0,
      open: 2,
    });
  });
});

describe("what is new", () => {
  it("tells imports, what they change, findings that came, re-opened and went, since a moment", async () => {
    const [a, b] = [aWork({ symbol: "1/2026/QĐ-UBND" }), aWork({ symbol: "2/2026/QĐ-UBND" })];
    await put(a);
    await put(b);
    await store.effects.replaceFrom(a.id, [anEffect(a, b, { id: "e1" })]);
    await store.imports.record(
      [{ file: "a.docx", sha256: null, outcome: "imported", work: a.id, reason: null, at: 100 }],
      "j1",
    );
    await store.findings.record("2026-11-26", [aFinding(a, { key: "k1" })], 100);
    await noteRun(store, { at: 50, added: 0, gone: 4 });
    await noteRun(store, { at: 100, added: 1, gone: 2 });
    const view = await viewNews(store, 60, 1000);
    expect(view).toMatchObject({ since: 60, firstVisit: false, actsInAll: 1, targetsInAll: 1 });
    expect(view.imports).toEqual([{ job: "j1", at: 100, outcomes: { imported: 1 } }]);
    expect(view.acts.map((act) => [act.work.id, act.does])).toEqual([[a.id, [{ action: "repeal-document", n: 1 }]]]);
    expect(view.findings).toMatchObject({ added: 1, reopened: 0, gone: 2 });
    const none = await viewNews(store, 101, 1000);
    expect(none).toMatchObject({ imports: [], acts: [], actsInAll: 0, findings: { added: 0, gone: 0 } });
    expect((await viewNews(store, null, 8 * 86_400_000)).since).toBe(86_400_000);
  });
});

describe("what documents are filed under", () => {
  it("is counted anew when the index changes, the largest first and what is not known last", async () => {
    const [a, b, c] = [1, 2, 3].map((k) => aWork({ symbol: `${k}/2026/QĐ-UBND` })) as [Work, Work, Work];
    for (const work of [a, b]) await put(work);
    await store.facets.save([facet(a, { fields: ["11", "21"] })]);
    const view = await viewFilings(store, "2026-11-26");
    expect(view.field.map((r) => [r.key, r.name, r.n])).toEqual([
      ["11", "Đất đai", 1],
      ["21", "Môi trường", 1],
      [null, null, 1],
    ]);
    await put(c);
    await nextRevision(store);
    expect((await viewFilings(store, "2026-11-26")).type).toEqual([
      { key: "quyet-dinh", name: null, n: 3, by: { unknown: 3 } },
    ]);
  });
});
