import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../src/domain/work.ts";
import type { Store } from "../../src/store/store.ts";
import { aDocument, aFinding, aLink, anEffect, anEntry, aPeriod, aWork } from "./build.ts";
import { accountsBehave } from "./conformance-accounts.ts";
import { auditBehaves } from "./conformance-audit.ts";
import { decisionsBehave } from "./conformance-decisions.ts";
import { queueBehaves } from "./conformance-queue.ts";
import { deskBehaves } from "./conformance-desk.ts";
import { effectsBehave } from "./conformance-effects.ts";
import { petitionsBehave } from "./conformance-petitions.ts";
import { handlingsBehave } from "./conformance-handlings.ts";
import { narrowedSearchBehaves } from "./conformance-search.ts";
import { importsBehave } from "./conformance-imports.ts";
import { reviewsBehave } from "./conformance-reviews.ts";
import { worklistsBehave } from "./conformance-worklists.ts";
import { sheetsBehave } from "./conformance-sheets.ts";
import { overviewBehaves } from "./conformance-overview.ts";
import { publicationsBehave } from "./conformance-publications.ts";

/** Gives an empty index; `close` is called after each test. */
export interface StoreUnderTest {
  open(): Promise<Store>;
}

const ROADS = "Quy định về quản lý đường giao thông nông thôn";

const roads = (n: number): readonly { heading: string; clauses: string[] }[] =>
  Array.from({ length: n }, (_, i) => ({
    heading: `Nội dung ${i + 1}`,
    clauses: [`Đường xã rộng ${i + 3} mét.`, "Ủy ban nhân dân xã bảo trì đường."],
  }));

/** What every engine must do alike. */
export function storeConformance(name: string, under: StoreUnderTest): void {
  describe(`store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
    });

    const put = async (work: Work, document = aDocument(work.title ?? "", roads(2)), given = {}): Promise<string> =>
      store.withTransaction(async () => {
        await store.works.save([work]);
        return store.documents.add(anEntry(work, document, given));
      });

    worksBehave(() => store);
    documentsBehave(() => store, put);
    listsBehave(() => store, put);
    linksBehave(() => store);
    effectsAndRelationsBehave(() => store);
    statusesBehave(() => store, put);
    findingsBehave(() => store, put);
    transactionsBehave(() => store, put);
    searchBehaves(() => store, put);
    narrowedSearchBehaves(() => store, put);
    restBehaves(() => store);
    importsBehave(() => store);
    effectsBehave(() => store);
    decisionsBehave(() => store);
    queueBehaves(() => store);
    deskBehaves(() => store, put);
    worklistsBehave(() => store, put);
    overviewBehaves(() => store, put);
    reviewsBehave(() => store);
    auditBehaves(() => store);
    sheetsBehave(() => store);
    accountsBehave(() => store);
    handlingsBehave(() => store);
    petitionsBehave(() => store);
    publicationsBehave(() => store);
  });
}

type Put = (work: Work, document?: ReturnType<typeof aDocument>, given?: object) => Promise<string>;

function worksBehave(of: () => Store): void {
  describe("works", () => {
    it("saves and finds", async () => {
      const work = aWork({ symbol: "12/2024/QĐ-UBND" });
      await of().works.save([work]);
      expect(await of().works.find(work.id)).toEqual(work);
      expect(await of().works.find("0000000000000000")).toBeNull();
    });

    it("never downgrades what is known, but fills gaps from the lesser source", async () => {
      const text = aWork({ symbol: "12/2024/QĐ-UBND", effectiveOn: null, title: "Tên trong văn bản" });
      await of().works.save([text]);
      await of().works.save([{ ...text, known: "cited", title: "Tên khác", effectiveOn: "2024-06-01" }]);
      expect(await of().works.find(text.id)).toEqual({ ...text, effectiveOn: "2024-06-01" });
      await of().works.save([{ ...text, known: "register", title: null }]);
      expect((await of().works.find(text.id))?.known).toBe("text");
    });

    it("upgrades, and lets the same source take a value back", async () => {
      const cited = aWork({
        symbol: "12/2024/QĐ-UBND",
        known: "cited",
        title: "Tên lúc dẫn chiếu",
        effectiveOn: "2024-06-01",
      });
      await of().works.save([cited]);
      await of().works.save([{ ...cited, known: "text", title: "Tên thật", effectiveOn: null }]);
      expect(await of().works.find(cited.id)).toMatchObject({
        known: "text",
        title: "Tên thật",
        effectiveOn: "2024-06-01",
      });
      await of().works.save([{ ...cited, known: "text", title: "Tên thật", effectiveOn: null }]);
      expect((await of().works.find(cited.id))?.effectiveOn).toBeNull();
    });

    it("merges two writings of one work in one call", async () => {
      const work = aWork({ symbol: "12/2024/QĐ-UBND" });
      await of().works.save([work, { ...work, known: "cited", title: null }]);
      expect(await of().works.all()).toEqual([work]);
    });

    it("finds by symbol however it is written, and keeps two issuers of one symbol apart", async () => {
      const ours = aWork({
        symbol: "03/2025/NQ-HĐND",
        issuer: "Hội đồng nhân dân tỉnh An Khê",
        issuedOn: "2025-03-01",
      });
      const theirs = aWork({
        symbol: "03/2025/NQ-HĐND",
        issuer: "Hội đồng nhân dân tỉnh An Sơn",
        issuedOn: "2025-04-01",
      });
      await of().works.save([theirs, ours]);
      expect(await of().works.bySymbol("03-2025-nq-hdnd")).toEqual([ours, theirs]);
      expect(await of().works.bySymbol("3/2025/NQ-HĐND")).toEqual([]);
    });

    it("lists by where a work is known from", async () => {
      const a = aWork({ symbol: "1/2024/QĐ-UBND", known: "register" });
      const b = aWork({ symbol: "2/2024/QĐ-UBND" });
      await of().works.save([a, b]);
      expect(await of().works.all({ known: "register" })).toEqual([a]);
      expect(await of().works.all()).toHaveLength(2);
    });
  });
}

function documentsBehave(of: () => Store, put: Put): void {
  describe("documents", () => {
    it("gives back the document, its facts and its bytes exactly", async () => {
      const work = aWork({ symbol: "20/2025/QĐ-UBND" });
      const entry = anEntry(work, aDocument(ROADS, roads(3)));
      await of().works.save([work]);
      const id = await of().documents.add(entry);
      const { original, ...kept } = entry;
      expect(await of().documents.current(work.id)).toEqual({ ...kept, id, version: 1 });
      expect(await of().documents.original(entry.sha256)).toEqual(original);
      expect(await of().documents.hasHash(entry.sha256)).toEqual({ work: work.id, id });
      expect(await of().documents.indexedWorks()).toEqual([work.id]);
      expect(await of().documents.counts()).toEqual({ documents: 1, provisions: 9 });
    });

    it("gives texts with their units and nothing else", async () => {
      const work = aWork({ symbol: "20/2025/QĐ-UBND" });
      await put(work, aDocument(ROADS, roads(3)));
      const other = aWork({ symbol: "21/2025/QĐ-UBND" });
      await put(other, aDocument(ROADS, roads(1)));
      const current = await of().documents.current(work.id);
      const texts = await of().documents.textsOf([work.id, "0000000000000000"]);
      expect(texts).toEqual([
        { work: work.id, text: current?.document.text, provisions: current?.document.provisions },
      ]);
      expect((await of().documents.textsOf([other.id, work.id])).map((t) => t.work).sort()).toEqual(
        [other.id, work.id].sort(),
      );
    });

    it("answers null for what is not there", async () => {
      expect(await of().documents.current("0000000000000000")).toBeNull();
      expect(await of().documents.hasHash("00")).toBeNull();
      expect(await of().documents.original("00")).toBeNull();
      expect(await of().documents.provision("0000000000000000", "art_1")).toBeNull();
    });

    it("keeps the old version when the bytes change, and replaces its units", async () => {
      const work = aWork({ symbol: "20/2025/QĐ-UBND" });
      const first = await put(work, aDocument(ROADS, roads(3)));
      const second = await put(work, aDocument(ROADS, roads(1)), { importedAt: 1_760_000_000_000 });
      expect(second).not.toBe(first);
      expect((await of().documents.versions(work.id)).map(({ id, version }) => ({ id, version }))).toEqual([
        { id: first, version: 1 },
        { id: second, version: 2 },
      ]);
      expect((await of().documents.current(work.id))?.document.provisions).toHaveLength(3);
      expect((await of().documents.unitsOf([work.id])).get(work.id)).toEqual(
        new Set(["art_1", "art_1__cl_1", "art_1__cl_2"]),
      );
      expect(await of().documents.counts()).toEqual({ documents: 1, provisions: 3 });
      expect((await of().search.provisions("rộng 5 mét", { limit: 5 })).hits).toEqual([]);
    });

    it("re-reads the same bytes in place", async () => {
      const work = aWork({ symbol: "20/2025/QĐ-UBND" });
      const document = aDocument(ROADS, roads(2));
      const first = await put(work, document);
      const again = await put(work, {
        ...document,
        problems: [{ code: "x", what: "Thiếu ngày ban hành.", span: null }],
      });
      expect(again).toBe(first);
      expect(await of().documents.versions(work.id)).toHaveLength(1);
      expect((await of().documents.current(work.id))?.document.problems).toHaveLength(1);
    });

    it("cuts a unit out of the text", async () => {
      const work = aWork({ symbol: "20/2025/QĐ-UBND" });
      await put(work);
      const unit = await of().documents.provision(work.id, "art_2__cl_1");
      expect(unit?.text).toBe("1. Đường xã rộng 4 mét.\n");
      expect(unit?.provision).toMatchObject({ kind: "clause", num: "1", parent: "art_2" });
      expect((await of().documents.provision(work.id, "art_2"))?.text).toContain(
        "2. Ủy ban nhân dân xã bảo trì đường.",
      );
    });

    it("survives text no engine can keep, with every offset in place", async () => {
      const work = aWork({ symbol: "21/2025/QĐ-UBND" });
      const clean = aDocument(ROADS, [{ heading: "Đầu", clauses: ["Trước x giữa y sau 𝄞 cuối."] }]);
      const dirty = { ...clean, text: clean.text.replace("x", "\0").replace("y", "\ud800") };
      await put(work, dirty);
      const stored = await of().documents.current(work.id);
      expect(stored?.document.text).toBe(clean.text.replace("x", "\ufffd").replace("y", "\ufffd"));
      expect((await of().documents.provision(work.id, "art_1__cl_1"))?.text).toContain("sau 𝄞 cuối.");
    });

    it("finds words anywhere in a unit of half a megabyte, and counts it once", async () => {
      const work = aWork({ symbol: "22/2025/QĐ-UBND" });
      const table = `${"dòng số liệu bảng kê ".repeat(25_000)} thửa đất hẻo lánh`;
      await put(work, aDocument(ROADS, [{ heading: "Bảng kê", clauses: [table] }]));
      expect((await of().documents.counts()).provisions).toBe(2);
      const found = await of().search.provisions("hẻo lánh", { limit: 3 });
      expect(found.hits.map((hit) => hit.eId)).toEqual(["art_1__cl_1"]);
    });
  });
}

function listsBehave(of: () => Store, put: Put): void {
  describe("the shelf of documents", () => {
    it("holds every document whose text is here, with what lists sort, narrow and count by", async () => {
      const work = aWork({ symbol: "7/2023/QĐ-UBND", title: "Về đơn giá thuê đất", issuedOn: "2023-05-05" });
      await put(work);
      await of().works.save([aWork({ symbol: "9/2024/QĐ-UBND", known: "cited" })]);
      const [row, ...rest] = await of().documents.shelf();
      expect(rest).toEqual([]);
      expect(row).toMatchObject({ work, year: 2023, quality: "text", facet: null });
      expect(row?.folded).toContain(" don gia thue dat");
      const filed = { level: "province", body: "b", bodyName: "B", fields: [] } as const;
      await of().facets.save([{ work: work.id, ...filed, territory: ["t"], territoryNames: ["T"] }]);
      expect((await of().documents.shelf())[0]?.facet).toMatchObject({ body: "b", territory: ["t"] });
    });

    it("sorts numbers as numbers and titles in the order of the Vietnamese alphabet", async () => {
      for (const [symbol, title] of [
        ["12/2024/QĐ-UBND", "Đo đạc"],
        ["5/2024/QĐ-UBND", "Dạy nghề"],
        ["6/2024/QĐ-UBND", "Ẩm thực"],
        ["7/2024/QĐ-UBND", "Ăn uống"],
      ] as const)
        await put(aWork({ symbol, title }));
      const shelf = await of().documents.shelf();
      const by = (key: "symbol" | "title") =>
        [...shelf].sort((a, b) => (a.keys[key] < b.keys[key] ? -1 : 1)).map(({ work }) => work);
      expect(by("symbol").map((w) => w.symbol?.split("/")[0])).toEqual(["5", "6", "7", "12"]);
      expect(by("title").map((w) => w.title)).toEqual(["Ăn uống", "Ẩm thực", "Dạy nghề", "Đo đạc"]);
    });

    it("tells the status of a day in brief, and counts the live findings", async () => {
      const work = aWork({ symbol: "7/2023/QĐ-UBND" });
      await put(work);
      await of().statuses.replace(
        [work.id],
        [
          aPeriod(work, { from: null, to: "2025-06-01", status: "in-force", since: "2023-02-01" }),
          aPeriod(work, { from: "2025-06-01", status: "ceased", since: "2025-06-01", reason: "Bị bãi bỏ." }),
        ],
      );
      const on = "2025-06-01";
      await of().findings.record(on, [aFinding(work, { key: "k1" }), aFinding(work, { key: "k2" })], 1);
      await of().findings.record(on, [aFinding(work, { key: "k1" })], 2);
      expect(await of().statuses.brief("2025-05-31")).toMatchObject([{ status: "in-force" }]);
      expect(await of().statuses.brief(on)).toEqual([
        { work: work.id, status: "ceased", since: "2025-06-01", reason: "Bị bãi bỏ." },
      ]);
      expect(await of().documents.findingCounts()).toEqual(new Map([[work.id, 1]]));
    });

    it("knows the file a text was read from, and its size", async () => {
      const work = aWork({ symbol: "7/2023/QĐ-UBND" });
      await put(work);
      const files = await of().documents.filesOf([work.id, "unknown"]);
      const { sha256, size } = files.get(work.id) ?? { sha256: "", size: 0 };
      expect((await of().documents.original(sha256))?.length).toBe(size);
      expect(files.size).toBe(1);
    });
  });
}

function linksBehave(of: () => Store): void {
  it("keeps citations with what they were found to be", async () => {
    const [a, b, c] = [
      aWork({ symbol: "1/2025/QĐ-UBND" }),
      aWork({ symbol: "2/2025/QĐ-UBND" }),
      aWork({ symbol: "3/2025/QĐ-UBND" }),
    ];
    await of().works.save([a, b, c]);
    const links = [
      aLink(a, {
        citation: 0,
        resolution: { kind: "work", work: b.id, how: "số, ký hiệu" },
        eIds: ["art_9"],
        missing: ["art_9"],
      }),
      aLink(a, {
        citation: 1,
        resolution: { kind: "ambiguous", candidates: [b.id, c.id], how: "hai văn bản trùng số" },
        key: "luat dat dai",
      }),
      aLink(a, { citation: 2, key: null, within: null }),
    ];
    await of().links.replace(a.id, links);
    await of().links.replace(b.id, [aLink(b, { key: "luat dat dai" })]);
    expect(await of().links.from(a.id)).toEqual(links);
    expect(await of().links.to(b.id)).toEqual([links[0]]);
    expect(await of().links.to(b.id, { roles: ["amends"] })).toEqual([]);
    expect(await of().links.to(b.id, { roles: [links[0]?.role ?? "basis"], limit: 5 })).toEqual([links[0]]);
    expect([await of().links.countTo(b.id, []), await of().links.countTo(b.id, [a.id])]).toEqual([1, 0]);
    expect(await of().links.mostCited(3)).toEqual([{ work: b.id, citedBy: 1 }]);
    expect(await of().links.citing(["luat dat dai"])).toEqual([a.id, b.id].sort());
    expect(await of().links.citing([])).toEqual([]);
    expect(await of().links.pairs()).toEqual([{ from: a.id, to: b.id }]);
    expect(await of().links.counts()).toEqual({ resolved: 1, unresolved: 2, ambiguous: 1, missing: 1 });
    await of().links.replace(a.id, []);
    expect(await of().links.from(a.id)).toEqual([]);
  });
}

function effectsAndRelationsBehave(of: () => Store): void {
  it("keeps effects by source and target", async () => {
    const [a, b] = [aWork({ symbol: "1/2025/QĐ-UBND" }), aWork({ symbol: "2/2025/QĐ-UBND" })];
    await of().works.save([a, b]);
    const effects = [anEffect(a, b), anEffect(a, b, { applied: false, whyNot: "Chưa rõ ngày." })];
    await of().effects.replaceFrom(a.id, effects);
    expect(await of().effects.from(a.id)).toEqual(effects);
    expect(await of().effects.on(b.id)).toEqual(effects);
    expect(await of().effects.all()).toEqual(effects);
    expect(await of().effects.counts()).toEqual({ applied: 1, notApplied: 1 });
    await of().effects.replaceFrom(a.id, effects.slice(0, 1));
    expect(await of().effects.all()).toHaveLength(1);
  });

  it("keeps which document details which", async () => {
    const [child, parent] = [aWork({ symbol: "1/2025/QĐ-UBND" }), aWork({ symbol: "742/2024/NĐ-CP" })];
    await of().works.save([child, parent]);
    const detailing = {
      child: child.id,
      parent: parent.id,
      parentEIds: ["art_5__cl_2"],
      evidence: anEffect(child, parent).evidence,
    };
    await of().relations.replace(child.id, [detailing]);
    expect(await of().relations.of(child.id)).toEqual({ parents: [detailing], children: [] });
    expect(await of().relations.of(parent.id)).toEqual({ parents: [], children: [detailing] });
    expect(await of().relations.all()).toEqual([detailing]);
  });
}

function statusesBehave(of: () => Store, put: Put): void {
  it("answers for a day: the first day of a period is in, the last is out", async () => {
    const work = aWork({ symbol: "1/2025/QĐ-UBND" });
    const other = aWork({ symbol: "2/2025/QĐ-UBND" });
    await put(work);
    await put(other);
    const periods = [
      aPeriod(work, { from: null, to: "2025-08-15", status: "not-yet-in-force" }),
      aPeriod(work, {
        from: "2025-08-15",
        to: "2026-01-01",
        status: "in-force",
        since: "2025-08-15",
        because: [{ ...anEffect(work, work).evidence, rule: "commenced", from: "2025-08-15", says: "Có hiệu lực." }],
        units: [{ eId: "art_1", status: "amended", since: "2025-09-01", because: [] }],
      }),
      aPeriod(work, { from: "2026-01-01", to: null, status: "ceased", since: "2026-01-01" }),
    ];
    await of().statuses.replace([work.id], periods);
    expect(await of().statuses.periods(work.id)).toEqual(periods);
    expect((await of().statuses.on(work.id, "1950-01-01"))?.status).toBe("not-yet-in-force");
    expect(await of().statuses.on(work.id, "2025-08-15")).toEqual(periods[1]);
    expect((await of().statuses.on(work.id, "2025-12-31"))?.status).toBe("in-force");
    expect((await of().statuses.on(work.id, "2199-01-01"))?.status).toBe("ceased");
    expect(await of().statuses.on(other.id, "2025-08-15")).toBeNull();
    expect([...(await of().statuses.namesOn([work.id, other.id], "2025-09-01"))]).toEqual([[work.id, "in-force"]]);
    const held = await of().statuses.periodsOn([work.id, other.id], "2026-01-01");
    expect([...held]).toEqual([[work.id, await of().statuses.on(work.id, "2026-01-01")]]);
    expect(await of().statuses.allOn("2026-01-01")).toEqual([periods[2]]);
    expect([...(await of().statuses.onMany([work.id, other.id], "2025-12-31"))]).toEqual([[work.id, periods[1]]]);
    const begun = (from: string, to: string) => of().statuses.begun(["in-force", "ceased"], from, to);
    expect(await begun("2025-08-15", "2025-12-31")).toEqual([periods[1]]);
    expect(await begun("2025-08-16", "2026-01-01")).toEqual([periods[2]]);
    expect(await of().statuses.counts("2026-01-01")).toEqual({ ceased: 1, unknown: 1 });
    await of().statuses.replace([work.id], []);
    expect(await of().statuses.all()).toEqual([]);
  });
}

function findingsBehave(of: () => Store, put: Put): void {
  describe("findings", () => {
    it("keeps the first day, marks what is gone and takes it back when it is raised again", async () => {
      const work = aWork({ symbol: "1/2025/QĐ-UBND" });
      await put(work);
      const [a, b] = [aFinding(work, { key: "a" }), aFinding(work, { key: "b", severity: "critical" })];
      expect(await of().findings.record("2025-09-01", [a, b, a], 100)).toEqual({ added: 2, gone: 0 });
      expect(await of().findings.record("2025-09-02", [{ ...a, message: "Lời mới." }], 200)).toEqual({
        added: 0,
        gone: 1,
      });
      expect(await of().findings.find("a")).toEqual({
        ...a,
        message: "Lời mới.",
        verdict: null,
        suppressedBy: null,
        reopens: null,
        day: "2025-09-02",
        firstSeen: 100,
        lastSeen: 200,
        gone: false,
      });
      expect(await of().findings.find("b")).toMatchObject({ firstSeen: 100, lastSeen: 100, gone: true });
      expect((await of().findings.list({ limit: 9 })).rows.map((row) => row.key)).toEqual(["a"]);
      expect(await of().findings.record("2025-09-03", [a, b], 300)).toEqual({ added: 1, gone: 0 });
      expect(await of().findings.find("b")).toMatchObject({ firstSeen: 100, lastSeen: 300, gone: false });
      expect(await of().findings.record("2025-09-04", [], 400)).toEqual({ added: 0, gone: 2 });
      expect(await of().findings.find("nothing")).toBeNull();
    });

    it("orders by severity, then confidence, then key, over pages; counts and filters", async () => {
      const work = aWork({ symbol: "1/2025/QĐ-UBND" });
      await put(work);
      const findings = [
        aFinding(work, { key: "e", severity: "low", group: "technique", rule: "numbering-gap" }),
        aFinding(work, { key: "d", confidence: 0.7 }),
        aFinding(work, { key: "c", confidence: 0.1 + 0.2 }),
        aFinding(work, { key: "b", confidence: 0.1 + 0.2, maturity: "trial" }),
        aFinding(work, { key: "a", severity: "critical", confidence: 0.5 }),
      ];
      await of().findings.record("2025-09-01", findings, 1);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await of().findings.list({ limit: 2, after });
        seen.push(...page.rows.map((row) => row.key));
        after = page.next ?? undefined;
      } while (after);
      expect(seen).toEqual(["a", "d", "b", "c", "e"]);
      expect((await of().findings.list({ limit: 9, severity: "high", maturity: "stable" })).total).toBe(2);
      expect(
        (await of().findings.list({ limit: 9, rule: "numbering-gap", work: work.id, group: "technique" })).total,
      ).toBe(1);
      expect(await of().findings.countsByRule()).toEqual({ "expired-legal-basis": 4, "numbering-gap": 1 });
      expect(await of().findings.counts()).toEqual([
        { group: "basis", severity: "critical", n: 1 },
        { group: "basis", severity: "high", n: 3 },
        { group: "technique", severity: "low", n: 1 },
      ]);
    });
  });
}

function transactionsBehave(of: () => Store, put: Put): void {
  describe("transactions", () => {
    it("leaves nothing behind when one part fails", async () => {
      const work = aWork({ symbol: "1/2025/QĐ-UBND" });
      const failing = of().withTransaction(async () => {
        await put(work);
        await of().settings.set("a", "1");
        throw new Error("đứt giữa chừng");
      });
      await expect(failing).rejects.toThrow("đứt giữa chừng");
      expect(await of().works.find(work.id)).toBeNull();
      expect(await of().settings.get("a")).toBeNull();
      expect((await of().search.provisions("đường xã", { limit: 3 })).total).toBe(0);
    });

    it("dooms the whole when somebody swallows the failure of a part", async () => {
      const outer = of().withTransaction(async () => {
        await of().settings.set("a", "1");
        await of()
          .withTransaction(async () => {
            await of().settings.set("b", "1");
            throw new Error("phần trong hỏng");
          })
          .catch(() => {});
      });
      await expect(outer).rejects.toThrow("phần trong hỏng");
      expect(await of().settings.get("a")).toBeNull();
    });

    it("queues writers: each sees what the one before wrote, none is lost", async () => {
      await of().settings.set("n", "0");
      const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          of().withTransaction(async () => {
            const n = Number(await of().settings.get("n"));
            await wait(i % 3);
            await of().settings.set("n", String(n + 1));
          }),
        ),
      );
      expect(await of().settings.get("n")).toBe("20");
    });

    it("goes on after a failed writer, and says so when a promise outlives its transaction", async () => {
      let late: Promise<unknown> = Promise.resolve();
      await of().withTransaction(async () => {
        late = new Promise((done) => setTimeout(done, 20)).then(() => of().settings.get("n"));
        late.catch(() => {});
      });
      await expect(late).rejects.toThrow("not awaited");
      await of().settings.set("n", "5");
      expect(await of().settings.get("n")).toBe("5");
    });
  });
}

function searchBehaves(of: () => Store, put: Put): void {
  describe("search", () => {
    const land = aWork({ symbol: "97/2025/QĐ-UBND", title: "Ban hành bảng giá đất", issuedOn: "2025-11-28" });
    const school = aWork({ symbol: "055/2025/QĐ-UBND", title: "Về trường đạt chuẩn quốc gia", issuedOn: "2025-10-01" });
    const fill = async (): Promise<void> => {
      await put(
        land,
        aDocument("Ban hành bảng giá đất", [
          {
            heading: "Phạm vi",
            clauses: [
              "Bảng giá đất áp dụng trên địa bàn tỉnh An Khê.",
              "Giá thuê rừng và đất ven sông không thuộc bảng này.",
            ],
          },
          { heading: "Trách nhiệm", clauses: ["Căn cứ Quyết định số 055/2025/QĐ-UBND, sở hòa giải việc cắm mốc."] },
        ]),
      );
      await put(
        school,
        aDocument("Về trường đạt chuẩn quốc gia", [
          { heading: "Tiêu chí", clauses: ["Trường đạt chuẩn khi đủ phòng học.", "Học phí theo nghị quyết."] },
        ]),
      );
    };
    const eIds = async (query: string): Promise<(string | null)[]> =>
      (await of().search.provisions(query, { limit: 10 })).hits.map((hit) => hit.eId);

    it("finds without accents, đ included, and marks the accented words", async () => {
      await fill();
      const { hits, total, capped, ignored } = await of().search.provisions("bang gia dat", { limit: 10 });
      expect({ capped, ignored }).toEqual({ capped: false, ignored: [] });
      expect(total).toBe(hits.length);
      const hit = hits.find((each) => each.eId === "art_1__cl_1");
      expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(["Bảng", "giá", "đất"]);
    });

    it("ranks what carries the accents typed first, tone marks placed either way", async () => {
      await fill();
      const dat = await of().search.provisions("đạt", { limit: 10 });
      expect(dat.hits[0]?.work).toBe(school.id);
      expect((await of().search.provisions("đất", { limit: 10 })).hits[0]?.work).toBe(land.id);
      expect(await eIds("hoà giải")).toEqual(["art_2__cl_1"]);
    });

    it("takes quoted words together and others anywhere", async () => {
      await fill();
      expect(await eIds('"giá thuê rừng"')).toEqual(["art_1__cl_2"]);
      expect(await eIds('"thuê giá rừng"')).toEqual([]);
      expect(await eIds("rừng giá thuê")).toEqual(["art_1__cl_2"]);
    });

    it("looks a symbol up first, however sloppily it is written", async () => {
      await fill();
      for (const query of [
        "97/2025/QĐ-UBND",
        "97 2025 qd ubnd",
        "quyết định 97/2025/qđubnd",
        "97/QĐ-UBND",
        "97/2025",
      ]) {
        const { hits } = await of().search.provisions(query, { limit: 5 });
        expect(hits[0], query).toMatchObject({ work: land.id, eId: null });
        expect((await of().search.works(query, { limit: 5 }))[0]?.id, query).toBe(land.id);
      }
      const { hits } = await of().search.provisions("55/2025/QĐ-UBND", { limit: 5 });
      expect(hits[0]?.work).toBe(school.id);
      expect(await eIds("055/2025/QĐ-UBND")).toEqual([null, "art_2__cl_1"]);
    });

    it("finds works by words of their title, those with text first", async () => {
      await fill();
      const cited = aWork({
        symbol: "742/2024/NĐ-CP",
        title: "Quy định về giá đất",
        known: "cited",
        issuedOn: "2026-01-01",
      });
      await of().works.save([cited]);
      expect((await of().search.works("gia dat", { limit: 2 })).map((work) => work.id)).toEqual([land.id, cited.id]);
      expect(await of().search.works("an hanh", { limit: 9 }), "no words inside others").toEqual([]);
      expect((await of().search.works("đạt chuẩn", { limit: 9 })).map((work) => work.id)).toEqual([school.id]);
    });

    it("finds words outside all units, and gives up words nobody uses, saying which", async () => {
      await fill();
      expect((await of().search.provisions("nơi nhận lưu", { limit: 9 })).hits.map((hit) => hit.eId)).toEqual([
        null,
        null,
      ]);
      const loose = await of().search.provisions("giá thuê rừng zxqv", { limit: 9 });
      expect(loose.ignored).toEqual(["zxqv"]);
      expect(loose.hits[0]?.eId).toBe("art_1__cl_2");
    });

    it("answers queries that are no queries", async () => {
      await fill();
      for (const query of ["", "   ", '"', "()*:^-", "'", "AND OR NOT", "NEAR(", "a".repeat(5_000), "\0", "%", "1/"]) {
        expect(Array.isArray((await of().search.provisions(query, { limit: 3 })).hits), query).toBe(true);
        expect(Array.isArray(await of().search.works(query, { limit: 3 })), query).toBe(true);
      }
    });

    it("shows a window around the hit in a long unit", async () => {
      const long = `${"Nội dung mở đầu không liên quan. ".repeat(60)}Mức phạt\nchậm nộp là ba phần trăm.${" Phần cuối dài dòng.".repeat(60)}`;
      await put(land, aDocument("Ban hành bảng giá đất", [{ heading: "Dài", clauses: [long] }]));
      const [hit] = (await of().search.provisions("phạt chậm nộp", { limit: 1 })).hits;
      expect(hit?.snippet.length).toBeLessThan(270);
      expect(hit?.snippet).toMatch(/^….*Mức phạt chậm nộp là ba phần trăm.*…$/u);
      expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(["phạt", "chậm", "nộp"]);
    });
  });
}

function restBehaves(of: () => Store): void {
  it("keeps what became of every file, latest first", async () => {
    const entry = { file: "a.docx", sha256: null, outcome: "refused", work: null, reason: "Tệp rỗng.", at: 5 } as const;
    await of().imports.record([entry, { ...entry, file: "b.docx" }]);
    await of().imports.record([{ ...entry, file: "c.docx", outcome: "imported", sha256: "ff", work: "w" }]);
    expect((await of().imports.latest(2)).map((each) => each.file)).toEqual(["c.docx", "b.docx"]);
    expect((await of().imports.latest(9)).at(-1)).toEqual(entry);
  });

  it("keeps settings", async () => {
    expect(await of().settings.get("schema")).toBeNull();
    await of().settings.set("schema", "1");
    await of().settings.set("schema", "2");
    expect(await of().settings.get("schema")).toBe("2");
  });
}
