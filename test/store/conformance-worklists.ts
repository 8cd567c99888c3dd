import { describe, expect, it } from "vitest";
import { PLAIN_EFFECT } from "../../src/domain/effect.ts";
import type { Work } from "../../src/domain/work.ts";
import type { ImportEntry, Store } from "../../src/store/store.ts";
import { aDocument, aLink, anEffect, aPeriod, aWork } from "./build.ts";

const KHE = "ubnd:an khe@2025-07-01";

/** What waits for a person, counted and paged alike on every engine. */
export function worklistsBehave(
  of: () => Store,
  put: (work: Work, document?: ReturnType<typeof aDocument>, given?: object) => Promise<string>,
): void {
  const [a, b, c] = [1, 2, 3].map((n) => aWork({ symbol: `${n}/2026/QĐ-UBND` })) as [Work, Work, Work];
  const file = (work: Work, body: string, field: string | null) => ({
    work: work.id,
    level: "province" as const,
    body,
    bodyName: `Cơ quan ${body}`,
    fields: field === null ? [] : [field],
    territory: field === null ? [] : ["an khe@2025-07-01"],
    territoryNames: field === null ? [] : ["tỉnh An Khê"],
  });
  const three = async () => {
    for (const work of [a, b, c]) await put(work);
    await of().facets.save([file(a, KHE, "24"), file(b, KHE, null), file(c, "bo:y te", "24")]);
  };

  describe("citations that wait", () => {
    const cites = async () => {
      await three();
      const law = (n: number) => aLink(a, { citation: n, key: "name:luật bến bãi", text: "Luật Bến bãi" });
      await of().links.replace(a.id, [law(0), law(1), aLink(a, { citation: 2, key: null, text: "văn bản ấy" })]);
      await of().links.replace(b.id, [
        { ...law(0), from: b.id },
        aLink(b, { citation: 1, resolution: { kind: "work", work: c.id, how: "số" }, missing: ["art_9"] }),
        aLink(b, { citation: 2, resolution: { kind: "ambiguous", candidates: [a.id, c.id], how: "nhiều" } }),
      ]);
    };

    it("are one row a name, what most documents cite first, a page at a time", async () => {
      await cites();
      const first = await of().worklists.cited("unresolved", { limit: 1 });
      expect(first).toMatchObject({
        total: 2,
        rows: [{ name: "name:luật bến bãi", documents: 2, mentions: 3, example: { citation: 0 } }],
      });
      const second = await of().worklists.cited("unresolved", { limit: 1, after: first.next ?? "" });
      expect(second).toMatchObject({ rows: [{ name: "văn bản ấy", documents: 1 }], next: null });
      const of2 = await of().worklists.citing("unresolved", "name:luật bến bãi", { limit: 5 });
      expect(of2.rows.map((l) => [l.from, l.citation]).sort()).toEqual(
        [
          [a.id, 0],
          [b.id, 0],
        ].sort(),
      );
      expect((await of().worklists.cited("missing", { limit: 5 })).rows).toMatchObject([
        { name: c.id, example: { from: b.id, missing: ["art_9"] } },
      ]);
      expect((await of().worklists.cited("ambiguous", { limit: 5 })).total).toBe(1);
    });

    it("are narrowed by the body and field of the document that cites", async () => {
      await cites();
      const total = async (query: object) =>
        (await of().worklists.cited("unresolved", { limit: 5, ...query })).rows.map((r) => r.documents);
      expect(await total({ field: "24" })).toEqual([1, 1]);
      expect(await total({ field: "2" })).toEqual([]);
      await of().facets.save([{ ...file(a, KHE, "24"), fields: ["11", "24"] }]);
      expect([await total({ field: "24" }), await total({ field: "11" })]).toEqual([
        [1, 1],
        [1, 1],
      ]);
      expect((await of().worklists.filing()).fields).toEqual([
        { key: "24", n: 2 },
        { key: "11", n: 1 },
      ]);
      expect(await total({ body: "bo:y te" })).toEqual([]);
      expect(await total({ body: KHE })).toEqual([2, 1]);
    });
  });

  describe("effects that are not counted", () => {
    const open = (id: string, given = {}) =>
      anEffect(a, b, { id, applied: false, from: null, whyNot: "chưa có ngày", ...given });
    const some = async () => {
      await three();
      await of().links.replace(a.id, [aLink(a, { resolution: { kind: "work", work: c.id, how: "số" } })]);
      await of().effects.replaceFrom(a.id, [
        open("e1", { evidence: { work: a.id, symbol: null, eId: null, quote: 'viết "action":"unknown"', span: null } }),
        open("e2", { target: c.id }),
        open("e3", { action: "unknown" }),
        open("e4", { from: "2026-01-01" }),
        open("e5", { origin: "register" }),
        open("e6", { applied: true, from: "2026-01-01" }),
      ]);
    };
    const ids = async (kind: "undated" | "unknown-instruction" | "not-applied", query = {}) =>
      (await of().worklists.effects(kind, { limit: 9, ...query })).rows.map((e) => e.id);

    it("are told apart by why; what the register leaves open comes last, what is cited first", async () => {
      await some();
      expect(await ids("undated")).toEqual(["e2", "e1", "e5"]);
      expect(await ids("unknown-instruction")).toEqual(["e3"]);
      expect(await ids("not-applied")).toEqual(["e4"]);
      const first = await of().worklists.effects("undated", { limit: 2 });
      expect([first.total, first.rows.length]).toEqual([3, 2]);
      expect(await ids("undated", { after: first.next })).toEqual(["e5"]);
      expect(await ids("undated", { field: "25" })).toEqual([]);
      expect(await of().worklists.counts()).toMatchObject({ undated: 3, "unknown-instruction": 1, "not-applied": 1 });
    });

    it("wait no longer once a person has decided, and wait again when that is undone", async () => {
      await some();
      const decide = (kind: "date" | "undo", at: number) =>
        of().effects.decide({
          key: "e1",
          kind,
          source: a.id,
          target: b.id,
          effect: open("e1"),
          from: kind === "date" ? "2026-02-01" : null,
          until: null,
          why: "vì",
          by: "Hà",
          at,
        });
      const before = await of().worklists.state();
      await decide("date", 1);
      expect(await of().worklists.state()).not.toBe(before);
      expect(await ids("undated")).toEqual(["e2", "e5"]);
      await decide("undo", 2);
      expect(await ids("undated")).toEqual(["e2", "e1", "e5"]);
    });
  });

  describe("documents in doubt", () => {
    it("are listed by what is missing, those that are cited most first", async () => {
      await three();
      const bare = { ...aWork({ symbol: "9/2026/QĐ-UBND" }), symbol: null, issuedOn: null, type: "khac" as const };
      const other = { ...aWork({ symbol: "10/2026/QĐ-UBND" }), symbol: null, normative: "unsure" as const };
      await put(bare, aDocument("Một", [{ heading: "Một", clauses: ["a"] }]), { quality: "ocr" });
      await put(other, aDocument("Hai", [{ heading: "Hai", clauses: ["b"] }]));
      await of().links.replace(a.id, [aLink(a, { resolution: { kind: "work", work: other.id, how: "số" } })]);
      const list = async (kind: Parameters<Store["worklists"]["documents"]>[0], query = {}) =>
        (await of().worklists.documents(kind, { limit: 9, ...query })).rows.map((r) => [r.work.id, r.cited, r.quality]);
      expect(await list("number")).toEqual([
        [other.id, 1, "text"],
        [bare.id, 0, "ocr"],
      ]);
      const page = await of().worklists.documents("number", { limit: 1 });
      expect(await list("number", { after: page.next })).toEqual([[bare.id, 0, "ocr"]]);
      expect((await list("day"))[0]?.[0]).toBe(bare.id);
      expect((await list("type"))[0]?.[0]).toBe(bare.id);
      expect((await list("ocr")).map(([id]) => id)).toEqual([bare.id]);
      expect((await list("normative")).map(([id]) => id)).toEqual([other.id]);
      expect((await list("field")).map(([id]) => id)).toEqual([b.id]);
      expect((await list("territory", { body: KHE })).map(([id]) => id)).toEqual([b.id]);
      expect(await of().worklists.counts()).toMatchObject({ number: 2, day: 1, ocr: 1, field: 1, issuer: 0 });
    });

    it("not filed yet are counted, and the index tells its schema and size", async () => {
      await three();
      await put(aWork({ symbol: "4/2026/QĐ-UBND" }));
      expect(await of().worklists.unfiled()).toBe(1);
      const about = await of().about();
      expect(about.schema).toBeGreaterThan(0);
      expect(about.bytes).toBeGreaterThan(10_000);
    });

    it("whose reading was unsure leave the list when a person has set the value", async () => {
      await three();
      const entry = { file: "a.docx", sha256: null, outcome: "needs-look" as const, work: a.id, at: 1 };
      await of().imports.record([{ ...entry, reason: "Số, ký hiệu đọc chưa chắc: “1/2026”." }]);
      expect((await of().worklists.documents("unsure", { limit: 9 })).total).toBe(1);
      await of().overrides.replace(a.id, [{ work: a.id, field: "title", value: "x", readAs: a.id, by: "Hà", at: 2 }]);
      expect((await of().worklists.documents("unsure", { limit: 9 })).total).toBe(0);
      expect(await of().worklists.mendedDocuments()).toBe(1);
      expect((await of().worklists.texts([a.id, "none"])).get(a.id)).toContain("ỦY BAN");
      expect(await of().worklists.filing()).toEqual({
        bodies: [
          { key: KHE, name: `Cơ quan ${KHE}`, n: 2 },
          { key: "bo:y te", name: "Cơ quan bo:y te", n: 1 },
        ],
        fields: [{ key: "24", n: 2 }],
      });
    });
  });

  it("refused files are listed once, and no longer once a file of that name came in", async () => {
    const entry = (name: string, outcome: ImportEntry["outcome"], at: number): ImportEntry => ({
      file: name,
      sha256: null,
      outcome,
      work: null,
      reason: `lần ${at}`,
      at,
    });
    await of().imports.record([entry("a", "refused", 1), entry("b", "refused", 2), entry("c", "imported", 3)]);
    await of().imports.record([entry("a", "refused", 4), entry("b", "imported", 5), entry("c", "refused", 6)]);
    const first = await of().worklists.refused({ limit: 1 });
    expect(first).toMatchObject({ total: 2, rows: [{ file: "c", reason: "lần 6" }] });
    expect((await of().worklists.refused({ limit: 1, after: first.next ?? "" })).rows).toMatchObject([
      { file: "a", reason: "lần 4" },
    ]);
  });

  it("rows of lists stand beside the status of the day where they name another one", async () => {
    await three();
    await of().statuses.replace([a.id], [aPeriod(a, { status: "in-force" })]);
    const says = (id: string, status: "ceased" | "in-force") => ({
      ...anEffect(a, a, { id, action: "unknown", applied: false, ...PLAIN_EFFECT }),
      listed: { list: "dm.xlsx", sheet: "1", row: 2, words: "…", status },
    });
    await of().effects.saveListed([says("s1", "ceased"), says("s2", "in-force")], 5);
    expect(await of().worklists.listed("2026-01-01")).toMatchObject([
      { statement: { id: "s1", target: a.id }, status: "in-force" },
    ]);
  });
}
