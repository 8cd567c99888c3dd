import { describe, expect, it } from "vitest";
import type { Commencement, Facts } from "../../src/domain/facts.ts";
import type { ResolvedAmendment } from "../../src/resolve/resolved.ts";
import { commencementDay, deriveEffects } from "../../src/timeline/derive-effects.ts";
import { madeDocument, work } from "./made-up.ts";

const SELF = work("07/2025/QĐ-UBND", "2025-08-15", null);
const CLAUSE = "2. Bãi bỏ Quyết định số 12/2020/QĐ-UBND ngày 10 tháng 4 năm 2020. Sở Tư pháp theo dõi.";
const document = madeDocument([
  ["art_1", "article", "Điều 1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Mức mới là 500.000 đồng.”"],
  ["art_3", "article", "Điều 3. Hiệu lực thi hành"],
  [
    "art_3__cl_1",
    "clause",
    "1. Quyết định này có hiệu lực từ ngày 25 tháng 8 năm 2025 đến hết ngày 31 tháng 12 năm 2027.",
  ],
  ["art_3__cl_2", "clause", CLAUSE],
]);
const spanOf = (words: string) => {
  const start = document.text.indexOf(words);
  if (start < 0) throw new Error(words);
  return { start, end: start + words.length };
};

const commencement = (more: Partial<Commencement> = {}): Commencement => ({
  effectiveOn: "2025-08-25",
  how: "fixed",
  days: null,
  span: spanOf("có hiệu lực từ ngày 25 tháng 8 năm 2025"),
  splits: [],
  expiresOn: null,
  expirySpan: null,
  ...more,
});

const amendment = (more: Partial<ResolvedAmendment> = {}): ResolvedAmendment => ({
  source: "art_3__cl_2",
  span: spanOf("Quyết định số 12/2020/QĐ-UBND ngày 10 tháng 4 năm 2020"),
  action: "repeal-document",
  target: {
    symbol: "12/2020/QĐ-UBND",
    type: "quyet-dinh",
    name: null,
    issuedOn: "2020-04-10",
    year: null,
    issuer: null,
    self: false,
    eId: null,
  },
  from: null,
  to: null,
  content: null,
  after: null,
  effectiveOn: null,
  event: null,
  until: null,
  exception: null,
  resolution: { kind: "work", work: "old", how: "theo số, ký hiệu và ngày" },
  ...more,
});

const derive = (amendments: readonly ResolvedAmendment[], c = commencement(), self = SELF, recognised = false) => {
  const facts: Facts = {
    citations: [],
    amendments: [],
    commencement: c,
    normative: { value: "yes", why: [] },
    problems: [],
  };
  return deriveEffects({ work: self, document, facts, resolved: { amendments }, recognised });
};

describe("commencementDay", () => {
  it("is the day written, the day of signing, or so many days after it", () => {
    expect(commencementDay(commencement(), SELF)).toBe("2025-08-25");
    expect(commencementDay(commencement({ effectiveOn: null, how: "on-signing" }), SELF)).toBe("2025-08-15");
    expect(commencementDay(commencement({ effectiveOn: null, how: "days-after", days: 10 }), SELF)).toBe("2025-08-25");
    expect(commencementDay(commencement({ effectiveOn: null, how: "event" }), SELF)).toBeNull();
  });
});

describe("deriveEffects", () => {
  it("quotes the whole sentence, verbatim, with its place", () => {
    const effect = derive([amendment()])[1];
    expect(effect?.evidence.quote).toBe("Bãi bỏ Quyết định số 12/2020/QĐ-UBND ngày 10 tháng 4 năm 2020.");
    expect(document.text.slice(effect?.evidence.span?.start, effect?.evidence.span?.end)).toBe(effect?.evidence.quote);
    expect(effect).toMatchObject({
      action: "repeal-document",
      source: SELF.id,
      target: "old",
      from: "2025-08-25",
      applied: true,
      sourceEId: "art_3__cl_2",
    });
  });
  it("takes the day the instruction itself names before the document's", () => {
    expect(derive([amendment({ effectiveOn: "2026-01-01" })])[1]?.from).toBe("2026-01-01");
  });
  it("takes the day of the unit that begins apart", () => {
    const splits = [{ eIds: ["art_3"], effectiveOn: "2026-07-01", span: spanOf(CLAUSE) }];
    expect(derive([amendment()], commencement({ splits })).find((e) => e.action === "repeal-document")?.from).toBe(
      "2026-07-01",
    );
  });
  it("makes a term end on the day after its last day", () => {
    const effect = derive([], commencement({ expiresOn: "2027-12-31" })).find((e) => e.action === "term");
    expect(effect).toMatchObject({ from: "2028-01-01", target: SELF.id, applied: true });
  });
  it("counts until as the first day on which it no longer holds", () => {
    expect(derive([amendment({ action: "suspend", until: "2026-12-31" })])[1]?.until).toBe("2027-01-01");
  });
  it("keeps what it cannot apply, with the reason", () => {
    const unresolved = derive([amendment({ resolution: { kind: "unresolved", how: "chưa có" } })])[1];
    expect(unresolved).toMatchObject({ applied: false, target: SELF.id });
    expect(unresolved?.whyNot).toContain("không tìm được văn bản đích");
    const both = derive([
      amendment({ resolution: { kind: "ambiguous", candidates: ["a", "b"], how: "2 văn bản cùng số" } }),
    ]);
    expect(both.slice(1).map((e) => [e.target, e.applied])).toEqual([
      ["a", false],
      ["b", false],
    ]);
    const waiting = derive([amendment({ event: "ngày Luật mới có hiệu lực" })])[1];
    expect(waiting).toMatchObject({ from: null, applied: false });
    expect(derive([amendment({ action: "unknown" })])[1]?.whyNot).toContain("chưa hiểu");
    expect(derive([amendment()], commencement({ effectiveOn: null, how: "event" }))[1]).toMatchObject({
      from: null,
      applied: false,
    });
  });
  it("does not let a document end itself by an instruction", () => {
    expect(
      derive([amendment({ resolution: { kind: "work", work: SELF.id, how: "chính văn bản này" } })])[1]?.applied,
    ).toBe(false);
  });
  it("takes the words of the amendment, not the instruction, as content", () => {
    const content = spanOf("2. Mức mới là 500.000 đồng.");
    const effect = derive([
      amendment({
        action: "amend",
        source: "art_1",
        span: spanOf("Sửa đổi khoản 2 Điều 5 như sau:\n“2. Mức mới là 500.000 đồng.”"),
        content,
      }),
    ])[1];
    expect(effect?.content).toBe("2. Mức mới là 500.000 đồng.");
    expect(effect?.evidence.quote).toContain("Sửa đổi khoản 2 Điều 5 như sau:");
    expect(effect?.evidence.quote).not.toContain("500.000");
  });
  it.each([
    ["Các quy định liên quan về hợp đồng tại Nghị định số 711/2022/NĐ-CP hết hiệu lực.", true],
    ["Những chỉ tiêu giao cho cơ quan thống kê thu thập quy định tại Nghị định số 711/2022/NĐ-CP hết hiệu lực.", true],
    ["Bãi bỏ một phần Nghị định số 711/2022/NĐ-CP.", true],
    ["Nghị định sửa đổi, bổ sung một số điều của Nghị định về ong số 711/2022/NĐ-CP hết hiệu lực.", false],
    ["Bãi bỏ các nghị định sau: Nghị định số 711/2022/NĐ-CP.", false],
  ])("%s: part only? %s", (words, part) => {
    const made = madeDocument([["art_3", "article", `Điều 3. ${words}`]]);
    const facts: Facts = {
      citations: [],
      amendments: [],
      commencement: commencement({ span: null }),
      normative: { value: "yes", why: [] },
      problems: [],
    };
    const a = amendment({
      action: "expire",
      source: "art_3",
      span: { start: 8, end: made.text.length - 1 },
      target: { ...amendment().target, symbol: "711/2022/NĐ-CP" },
    });
    expect(
      deriveEffects({ work: SELF, document: made, facts, resolved: { amendments: [a] } })[1]?.exception !== null,
    ).toBe(part);
  });
  it("proposes, and does not count, what a recognised image says about others", () => {
    const [commence, repeal] = derive([amendment()], commencement(), SELF, true);
    expect(commence).toMatchObject({ action: "commence", applied: true });
    expect(repeal).toMatchObject({ target: "old", applied: false });
    expect(repeal?.whyNot).toContain("OCR");
  });
  it("gives the same ids every time and none twice", () => {
    const ids = derive([amendment(), amendment(), amendment({ action: "amend" })]).map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(derive([amendment(), amendment({ action: "amend" })]).map((e) => e.id));
  });
});
