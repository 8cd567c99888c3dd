import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WorkFacet } from "../../src/domain/work-facet.ts";
import type { Work } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import {
  DOCUMENT_SORTS,
  type DocumentQuery,
  matchingDocuments,
  type PageAsked,
  viewDocuments,
} from "../../src/use-cases/view-documents.ts";
import { aDocument, aFinding, anEntry, aPeriod, aWork } from "../store/build.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
});
afterEach(() => store.close());

const on = "2025-12-01";

/** As an import leaves it: the index has another revision afterwards. */
async function put(work: Work, facet: Partial<WorkFacet> = {}): Promise<void> {
  await store.withTransaction(async () => {
    await store.works.save([work]);
    await store.documents.add(anEntry(work, aDocument(work.title ?? "", [{ heading: "Phạm vi", clauses: [] }])));
    const filed = {
      level: "province",
      body: "b1",
      bodyName: "B1",
      fields: ["24"],
      territory: [],
      territoryNames: [],
    } as const;
    await store.facets.save([{ ...filed, work: work.id, ...facet }]);
    await nextRevision(store);
  });
}

const view = (query: Partial<DocumentQuery> = {}, page: Partial<PageAsked> = {}) =>
  viewDocuments(store, { on, chosen: {}, sort: "issued", ...query }, { limit: 50, ...page });
const total = async (query: Partial<DocumentQuery>): Promise<number> => (await view(query)).total;
const counts = async (facet: keyof Awaited<ReturnType<typeof view>>["facets"], query: Partial<DocumentQuery> = {}) =>
  Object.fromEntries((await view(query)).facets[facet].map(({ value, n }) => [value, n]));

const many = async (n: number): Promise<void> => {
  for (let i = 1; i <= n; i++)
    await put(
      aWork({
        symbol: `${i}/2025/QĐ-UBND`,
        issuedOn: i % 7 === 0 ? null : `2025-0${1 + (i % 5)}-10`,
        title: `Quy định số ${i % 3} về phí`,
      }),
    );
};

describe("pages", () => {
  it.each(DOCUMENT_SORTS)("by %s go forth and back without gap or repeat", async (sort) => {
    await many(23);
    const whole = (await matchingDocuments(store, { on, chosen: {}, sort })).map((row) => row.work.id);
    expect(new Set(whole).size).toBe(23);
    const forth: string[] = [];
    let page = await view({ sort }, { limit: 5 });
    for (;;) {
      expect(page.first).toBe(forth.length + 1);
      forth.push(...page.rows.map((row) => row.work.id));
      if (page.next === null) break;
      page = await view({ sort }, { limit: 5, after: page.next });
    }
    expect(forth).toEqual(whole);
    const back: string[] = page.rows.map((row) => row.work.id);
    while (page.previous !== null) {
      page = await view({ sort }, { limit: 5, before: page.previous });
      back.unshift(...page.rows.map((row) => row.work.id));
    }
    expect(back).toEqual(whole);
  });

  it("do not repeat a row when a newer document arrives between them", async () => {
    await many(6);
    const first = await view({}, { limit: 3 });
    await put(aWork({ symbol: "99/2025/QĐ-UBND", issuedOn: "2025-11-01" }));
    const second = await view({}, { limit: 3, after: first.next ?? "" });
    expect(second.first).toBe(5);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.work.id)).size).toBe(6);
  });

  it("begin at the beginning for a mangled cursor and are bounded", async () => {
    await many(3);
    expect((await view({}, { limit: 2, after: "%%%" })).rows).toHaveLength(2);
    expect((await view({}, { limit: 1e9 })).rows).toHaveLength(3);
  });
});

describe("order", () => {
  it("puts what has no day last, both ways", async () => {
    await put(aWork({ symbol: "1/2024/QĐ-UBND", issuedOn: "2024-01-01" }));
    await put(aWork({ symbol: "2/2024/QĐ-UBND", issuedOn: null }));
    await put(aWork({ symbol: "3/2024/QĐ-UBND", issuedOn: "2024-02-01" }));
    const numbers = async (sort: DocumentQuery["sort"]) =>
      (await view({ sort })).rows.map((row) => row.work.symbol?.charAt(0)).join("");
    expect(await numbers("issued")).toBe("312");
    expect(await numbers("oldest")).toBe("132");
  });

  it("of titles and bodies is the Vietnamese one", async () => {
    await put(aWork({ symbol: "1/2024/QĐ-UBND", title: "Đê điều" }), { bodyName: "Đại hội" });
    await put(aWork({ symbol: "2/2024/QĐ-UBND", title: "Du lịch" }), { bodyName: "Ủy ban" });
    await put(aWork({ symbol: "3/2024/QĐ-UBND", title: "Ẩm thực" }), { bodyName: "Chi cục" });
    const numbers = async (sort: DocumentQuery["sort"]) =>
      (await view({ sort })).rows.map((row) => row.work.symbol?.charAt(0)).join("");
    expect(await numbers("title")).toBe("321");
    expect(await numbers("issuer")).toBe("312");
  });
});

describe("filters", () => {
  beforeEach(async () => {
    const a = aWork({ symbol: "7/2023/QĐ-UBND", title: "Về đơn giá thuê đất", issuedOn: "2023-05-05" });
    await put(a, { territory: ["x", "y"], territoryNames: ["X", "Y"] });
    const issuer = "Hội đồng nhân dân tỉnh An Khê";
    const b = {
      symbol: "8/2024/NQ-HĐND",
      type: "nghi-quyet",
      title: "Về học phí",
      issuer,
      issuedOn: "2024-05-05",
    } as const;
    await put(aWork(b), { body: "b2", bodyName: "B2", fields: [], territory: ["x"], territoryNames: ["X"] });
    await put(aWork({ symbol: "9/2024/CT-UBND", type: "chi-thi", issuedOn: "2024-07-07", normative: "no" }));
    await store.works.save([aWork({ symbol: "10/2024/QĐ-UBND", known: "cited" })]);
    await store.statuses.replace([a.id], [aPeriod(a, { from: "2023-06-01", status: "in-force" })]);
    await nextRevision(store);
    await store.findings.record(on, [aFinding(a, { key: "k1" })], 1);
  });

  it("of one facet add up, of several cut down; works without text are not listed", async () => {
    expect(await total({})).toBe(3);
    expect(await total({ chosen: { type: ["nghi-quyet"] } })).toBe(1);
    expect(await total({ chosen: { type: ["nghi-quyet", "chi-thi"] } })).toBe(2);
    expect(await total({ chosen: { type: ["nghi-quyet", "chi-thi"], normative: ["no"] } })).toBe(1);
    expect(await total({ chosen: { status: ["unknown"] } })).toBe(2);
    expect(await total({ chosen: { territory: ["y"] } })).toBe(1);
    expect(await total({ chosen: { territory: ["x", "y"] } })).toBe(2);
    expect(await total({ chosen: { field: ["unfiled"] } })).toBe(1);
    expect(await total({ chosen: { findings: ["yes"] } })).toBe(1);
    expect(await total({ chosen: { body: ["nobody"] } })).toBe(0);
  });

  it("take a body by any writing of its name, years from and to, words with or without accents", async () => {
    expect(await total({ issuer: "HĐND tỉnh An Khê" })).toBe(1);
    expect(await total({ from: 2024 })).toBe(2);
    expect(await total({ to: 2023 })).toBe(1);
    expect(await total({ text: "don gia dat" })).toBe(1);
    expect(await total({ text: "Đất 7/2023" })).toBe(1);
    expect(await total({ text: "100%_" })).toBe(0);
  });

  it("every count says what choosing its value would give", async () => {
    const base: DocumentQuery["chosen"] = { type: ["quyet-dinh", "chi-thi"], status: ["unknown"] };
    const { facets } = await view({ chosen: base });
    for (const [facet, values] of Object.entries(facets))
      for (const { value, n } of values)
        expect(await total({ chosen: { ...base, [facet]: [value] } }), `${facet}=${value}`).toBe(n);
    expect(await counts("type", { chosen: base })).toEqual({ "nghi-quyet": 1, "chi-thi": 1, "quyet-dinh": 0 });
    expect(await counts("territory")).toEqual({ x: 2, y: 1, unfiled: 1 });
  });

  it("what changes without the index is counted anew each time; the rest when the index says so", async () => {
    expect(await counts("findings")).toEqual({ yes: 1, no: 2 });
    await store.findings.record(on, [], 2);
    expect(await counts("findings")).toEqual({ no: 3 });
    await put(aWork({ symbol: "11/2024/QĐ-UBND" }));
    expect(await total({})).toBe(4);
  });
});
