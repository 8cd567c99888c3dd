import { describe, expect, it } from "vitest";
import type { Citation, CitedTarget } from "../../src/domain/citation.ts";
import type { Effect } from "../../src/domain/effect.ts";
import type { Facts } from "../../src/domain/facts.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import type { Work } from "../../src/domain/work.ts";
import { loadCentralRegister } from "../../src/resolve/central-register.ts";
import { placeEId } from "../../src/resolve/place-e-id.ts";
import { createRegister } from "../../src/resolve/register.ts";
import { resolveFacts } from "../../src/resolve/resolve-facts.ts";
import { workIdOf } from "../../src/resolve/work-id.ts";
import type { ResolvedTarget } from "../../src/resolve/resolved.ts";
import { effect, madeDocument, work } from "../timeline/made-up.ts";

const register = createRegister(loadCentralRegister().works);
const SELF: Work = { ...work("07/2025/QĐ-UBND", "2025-08-15", "2025-08-25"), id: "self" };
const NO_DAY: Facts["commencement"] = {
  effectiveOn: null,
  how: "none",
  days: null,
  span: null,
  splits: [],
  expiresOn: null,
  expirySpan: null,
};
const target = (t: Partial<CitedTarget>): CitedTarget => ({
  symbol: null,
  type: null,
  name: null,
  issuedOn: null,
  year: null,
  issuer: null,
  self: false,
  eIds: [],
  ...t,
});

function citation(
  document: LegalDocument,
  words: string,
  targets: readonly CitedTarget[],
  more: Partial<Citation> = {},
): Citation {
  const start = document.text.indexOf(words);
  if (start < 0) throw new Error(words);
  return {
    span: { start, end: start + words.length },
    text: words,
    role: "reference",
    kind: "absolute",
    within: null,
    quoted: false,
    targets,
    ...more,
  };
}

function resolve(
  document: LegalDocument,
  citations: readonly Citation[],
  units: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
  self = SELF,
) {
  const commencement = {
    effectiveOn: "2025-08-25",
    how: "fixed",
    days: null,
    span: null,
    splits: [],
    expiresOn: null,
    expirySpan: null,
  } as const;
  const facts: Facts = { citations, amendments: [], commencement, normative: { value: "yes", why: [] }, problems: [] };
  return resolveFacts({ work: self, document, facts, register, unitsOf: (id) => units.get(id) ?? null });
}

describe("resolveFacts", () => {
  const plain = madeDocument([
    [
      "art_1",
      "article",
      "Điều 1. Theo Quyết định số 12/2020/QĐ-UBND ngày 10/4/2020; nhắc lại Quyết định số 12/2020/QĐ-UBND; Điều 9 Nghị định số 742/2024/NĐ-CP; Luật Đất đai.",
    ],
  ]);

  it("makes one cited work of a dated and an undated mention, with the citing place", () => {
    const undated = citation(plain, "nhắc lại Quyết định số 12/2020/QĐ-UBND", [target({ symbol: "12/2020/QĐ-UBND" })]);
    const dated = citation(plain, "Quyết định số 12/2020/QĐ-UBND ngày 10/4/2020", [
      target({ symbol: "12/2020/QĐ-UBND", issuedOn: "2020-04-10" }),
    ]);
    const result = resolve(plain, [undated, dated]);
    expect(result.cited).toHaveLength(1);
    expect(result.cited[0]).toMatchObject({
      issuedOn: "2020-04-10",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      known: "cited",
    });
    const found = result.citations.map((c) => c.targets[0]?.resolution);
    expect(found.every((r) => r?.kind === "work" && r.work === result.cited[0]?.id)).toBe(true);
  });

  it("gives a cited central document the identity of its text and its register entry", () => {
    const result = resolve(plain, [
      citation(plain, "Nghị định số 742/2024/NĐ-CP", [target({ symbol: "742/2024/NĐ-CP" })]),
    ]);
    expect(result.cited[0]?.id).toBe(
      workIdOf({ type: "nghi-dinh", symbol: "742/2024/NĐ-CP", issuer: "Chính phủ", issuedOn: "2024-06-14" }),
    );
  });

  it("names units the target lacks, only where its text is known and outside quoted wording", () => {
    const decree = workIdOf({ type: "nghi-dinh", symbol: "742/2024/NĐ-CP", issuer: null, issuedOn: null });
    const known = new Map([[decree, new Set(["art_1", "art_2"])]]);
    const cite = (more: Partial<Citation>) =>
      citation(
        plain,
        "Điều 9 Nghị định số 742/2024/NĐ-CP",
        [target({ symbol: "742/2024/NĐ-CP", eIds: ["art_9"] })],
        more,
      );
    expect(resolve(plain, [cite({})], known).citations[0]?.targets[0]?.missing).toEqual(["art_9"]);
    expect(resolve(plain, [cite({ quoted: true })], known).citations[0]?.targets[0]?.missing).toEqual([]);
    expect(resolve(plain, [cite({})]).citations[0]?.targets[0]?.missing).toEqual([]);
  });

  it("lets the căn cứ say which version a bare name means", () => {
    const old = citation(plain, "Luật Đất đai", [target({ name: "Luật Đất đai", issuedOn: "2013-11-29" })], {
      role: "basis",
    });
    const bare = citation(plain, "Luật Đất đai.", [target({ name: "Luật Đất đai" })]);
    const symbolOf = (citations: readonly Citation[]) => {
      const r = resolve(plain, citations).citations.at(-1)?.targets[0]?.resolution;
      return r?.kind === "work" ? register.work(r.work)?.symbol : r?.kind;
    };
    expect(symbolOf([bare])).toBe("31/2024/QH15");
    expect(symbolOf([old, bare])).toBe("45/2013/QH13");
  });

  it("means the law that begins together with the citing text", () => {
    const decree: Work = { ...work("742/2024/NĐ-CP", "2024-07-15", "2024-08-01"), id: "self" };
    const bare = citation(plain, "Luật Đất đai.", [target({ name: "Luật Đất đai" })]);
    const r = resolve(plain, [bare], new Map(), decree).citations[0]?.targets[0]?.resolution;
    expect(r?.kind === "work" && register.work(r.work)?.symbol).toBe("31/2024/QH15");
  });
});

describe("units on the citing day", () => {
  const words = "Điều 9 Nghị định số 742/2024/NĐ-CP";
  const text = madeDocument([["art_1", "article", `Điều 1. Theo ${words}.`]]);
  const decree = workIdOf({ type: "nghi-dinh", symbol: "742/2024/NĐ-CP", issuer: null, issuedOn: null });
  const cites = (effects: readonly Effect[]) => {
    const citations = [citation(text, words, [target({ symbol: "742/2024/NĐ-CP", eIds: ["art_9"] })])];
    const facts: Facts = {
      citations,
      amendments: [],
      commencement: NO_DAY,
      normative: { value: "yes", why: [] },
      problems: [],
    };
    const units = new Set(effects.some((e) => e.action === "insert") ? ["art_1", "art_2"] : ["art_1", "art_9"]);
    const result = resolveFacts({
      work: SELF,
      document: text,
      facts,
      register,
      unitsOf: () => units,
      effectsOn: () => effects,
    });
    const found = result.citations.flatMap((c): readonly ResolvedTarget[] => c.targets);
    return { missing: found[0]?.missing, gone: found[0]?.gone };
  };
  it("an inserted one is there from its day on", () => {
    const insert = (from: string) => effect("insert", "AMENDER", decree, from, { targetEId: "art_9" });
    expect(cites([insert("2025-08-01")])).toEqual({ missing: [], gone: undefined });
    expect(cites([insert("2025-09-01")])).toEqual({ missing: ["art_9"], gone: undefined });
  });
  it("a repealed one is not missing but gone, with who repealed it and since when", () => {
    const repeal = (from: string) => effect("repeal", "AMENDER", decree, from, { targetEId: "art_9" });
    const gone = [{ eId: "art_9", by: "AMENDER", since: "2025-01-01" }];
    expect(cites([repeal("2025-01-01")])).toEqual({ missing: [], gone });
    expect(cites([repeal("2025-09-01")])).toEqual({ missing: [], gone: undefined });
  });
});

describe("a mention without a day", () => {
  const text = madeDocument([["art_1", "article", "Điều 1. Theo Quyết định số 12/2020/QĐ-UBND."]]);
  const stub = (issuedOn: string, more: Partial<Work> = {}): Work => ({
    ...work("12/2020/QĐ-UBND", issuedOn, null, { known: "cited", ...more }),
    id: issuedOn,
  });
  const found = (dated: readonly Work[], year: number | null = null) => {
    const facts: Facts = {
      citations: [citation(text, "Quyết định số 12/2020/QĐ-UBND", [target({ symbol: "12/2020/QĐ-UBND", year })])],
      amendments: [],
      commencement: NO_DAY,
      normative: { value: "yes", why: [] },
      problems: [],
    };
    const result = resolveFacts({
      work: SELF,
      document: text,
      facts,
      register,
      unitsOf: () => null,
      datedElsewhere: () => dated,
    });
    const r = result.citations[0]?.targets[0]?.resolution;
    return r?.kind === "work" && result.cited.length === 0 ? r.work : "alone";
  };
  it("follows the one day that others give the same number of the same body", () => {
    expect(found([stub("2020-04-10")])).toBe("2020-04-10");
    expect(found([stub("2020-04-10")], 2020)).toBe("2020-04-10");
  });
  it.each([
    ["two days", [stub("2020-04-10"), stub("2020-05-10")], null],
    ["another body", [stub("2020-04-10", { issuer: "Ủy ban nhân dân tỉnh Hà Tĩnh" })], null],
    ["a day after this text", [stub("2025-12-01")], null],
    ["another year than the text says", [stub("2020-04-10")], 2019],
  ] as const)("stands alone with %s", (_, dated, year) => {
    expect(found(dated, year)).toBe("alone");
  });
});

describe("detailing relations", () => {
  const document = (scope: string, title = "Quy định mức chi"): LegalDocument => {
    const made = madeDocument([["art_1", "article", `${title}\nĐiều 1. Phạm vi điều chỉnh\n${scope}`]]);
    return {
      ...made,
      meta: { ...made.meta, title: { value: title, span: { start: 0, end: title.length }, confidence: 1 } },
    };
  };
  const parents = (d: LegalDocument, citations: readonly Citation[]) => {
    const result = resolve(d, citations);
    const symbols = new Map([...loadCentralRegister().works, ...result.cited].map((w) => [w.id, w.symbol]));
    return result.detailing.map((x) => `${symbols.get(x.parent)} ${x.parentEIds.join(",")}`.trim());
  };
  const decree = (d: LegalDocument, words: string, eIds: readonly string[] = [], more: Partial<Citation> = {}) =>
    citation(d, words, [target({ symbol: "742/2024/NĐ-CP", eIds })], more);

  it("are made by the scope article, with its units", () => {
    const d = document("Quyết định này quy định chi tiết khoản 2 Điều 8 Nghị định số 742/2024/NĐ-CP.");
    expect(parents(d, [decree(d, "khoản 2 Điều 8 Nghị định số 742/2024/NĐ-CP", ["art_8__cl_2"])])).toEqual([
      "742/2024/NĐ-CP art_8__cl_2",
    ]);
  });
  it("are made by the title", () => {
    const d = document("Việc này.", "Quy định chi tiết một số điều của Nghị định số 742/2024/NĐ-CP");
    expect(parents(d, [decree(d, "Nghị định số 742/2024/NĐ-CP")])).toEqual(["742/2024/NĐ-CP"]);
  });
  it("are made by carrying out a named unit, and made precise by căn cứ lines", () => {
    const carries = document("Việc này.", "Quy định mức chi để thực hiện khoản 2 Điều 8 Nghị định số 742/2024/NĐ-CP");
    expect(parents(carries, [decree(carries, "khoản 2 Điều 8 Nghị định số 742/2024/NĐ-CP", ["art_8__cl_2"])])).toEqual([
      "742/2024/NĐ-CP art_8__cl_2",
    ]);
    const d = document(
      "Theo khoản 3 Điều 9 Nghị định số 742/2024/NĐ-CP.",
      "Quy định chi tiết một số điều của Nghị định số 742/2024/NĐ-CP",
    );
    const basis = decree(d, "khoản 3 Điều 9 Nghị định số 742/2024/NĐ-CP", ["art_9__cl_3"], { role: "basis" });
    expect(parents(d, [decree(d, "Nghị định số 742/2024/NĐ-CP"), basis])).toEqual(["742/2024/NĐ-CP art_9__cl_3"]);
  });
  it.each([
    ["a mere căn cứ", "Theo Nghị định số 742/2024/NĐ-CP, mức chi là 10 đồng."],
    [
      "another document's own title",
      "Theo Nghị định số 743/2024/NĐ-CP ngày 14 tháng 6 năm 2024 của Chính phủ quy định chi tiết Nghị định số 742/2024/NĐ-CP.",
    ],
  ])("are not made by %s", (_, scope) => {
    const d = document(scope);
    const other = d.text.includes("743/")
      ? [citation(d, "Nghị định số 743/2024/NĐ-CP", [target({ symbol: "743/2024/NĐ-CP" })])]
      : [];
    expect(parents(d, [...other, decree(d, "Nghị định số 742/2024/NĐ-CP")])).toEqual([]);
  });
  it("are not made by a document that amends", () => {
    const d = document("Việc này.", "Sửa đổi, bổ sung Quyết định quy định chi tiết Nghị định số 742/2024/NĐ-CP");
    expect(parents(d, [decree(d, "Nghị định số 742/2024/NĐ-CP")])).toEqual([]);
  });
});

describe("placeEId", () => {
  const units = new Set(["art_1", "att_1", "att_1__art_7", "att_1__art_7__cl_2", "att_2"]);
  const attachments = [
    { eId: "att_1", num: null },
    { eId: "att_2", num: "I" },
  ];
  it.each([
    ["att_1__art_7", "att_1__art_7", false],
    ["art_7__cl_2", "att_1__art_7__cl_2", false],
    ["att_I", "att_2", false],
    ["att_01", "att_2", false],
    ["art_9", "art_9", true],
    ["att_III", "att_III", true],
  ])("%s → %s", (cited, real, missing) => {
    expect(placeEId(cited, units, attachments)).toEqual({ eId: real, missing });
  });
  it("finds no fault with a unit about to be inserted where its parent is", () => {
    expect(placeEId("art_1__cl_9", units, attachments, true).missing).toBe(false);
    expect(placeEId("art_9__cl_1", units, attachments, true).missing).toBe(true);
  });
});
