import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { consolidate, type ConsolidateInput } from "../../src/timeline/consolidate.ts";
import { effect, madeDocument, work } from "./made-up.ts";

const BASE = work("12/2025/QĐ-UBND", "2025-07-10", "2025-07-20");
const AMENDER = "04/2026/QĐ-UBND";
const LATER = "09/2026/QĐ-UBND";

const annexed = (symbol: string, second: string) => ({
  ...madeDocument([
    ["art_1", "article", `Điều 1. Mức hỗ trợ\nTheo phụ lục của Quyết định số ${symbol}.`],
    ["att_1", "attachment", "PHỤ LỤC I\nĐỊNH MỨC GIỐNG"],
    ["att_1__cl_1", "clause", "1. Ong nội: 10 đàn."],
    ["att_1__cl_2", "clause", "2. Ong ngoại: 05 đàn."],
    ["att_2", "attachment", "PHỤ LỤC II\nĐỊNH MỨC THÙNG"],
    ["att_2__cl_1", "clause", second],
  ]),
  attachments: (["I", "II"] as const).map((num, i) => ({
    eId: `att_${i + 1}`,
    kind: "phu-luc",
    num,
    title: `PHỤ LỤC ${num}`,
    span: { start: 0, end: 1 },
  })),
});

const said = (quote: string): Pick<Effect, "evidence"> => ({
  evidence: { work: AMENDER, symbol: AMENDER, eId: "art_1__cl_1", quote, span: { start: 0, end: 9 } },
});
const change = (
  action: Effect["action"],
  targetEId: string | null,
  quote: string,
  more: Partial<Effect> = {},
): Effect =>
  effect(action, AMENDER, BASE.id, "2026-03-01", { sourceEId: "art_1__cl_1", targetEId, ...said(quote), ...more });

const run = (effects: readonly Effect[], more: Partial<ConsolidateInput> = {}) => {
  const document = annexed("12/2025/QĐ-UBND", "1. Thùng gỗ: 10 cái.");
  const result = consolidate({ work: BASE, document, effects, on: "2026-12-01", ...more });
  return {
    ...result,
    lines: result.provisions.filter((p) => p.state !== "original").map((p) => `${p.eId} ${p.state}: ${p.text}`),
    why: result.refused.map((r) => r.why).join("\n"),
  };
};

describe("annexes", () => {
  const sources = new Map([[AMENDER, annexed(AMENDER, "1. Thùng gỗ: 12 cái.")]]);
  const whole = change("amend", "att_2", "Thay thế Phụ lục II bằng Phụ lục II ban hành kèm theo Quyết định này.");

  it("a whole annex is replaced by the annex of the same number", () => {
    expect(run([whole], { sources }).lines).toEqual([
      "att_2 amended: PHỤ LỤC II\nĐỊNH MỨC THÙNG",
      "att_2__cl_1 amended: 1. Thùng gỗ: 12 cái.",
    ]);
  });

  it("refuses where the amending text is not here, or has no such annex", () => {
    expect(run([whole]).why).toMatch(/chưa có trong chỉ mục/u);
    const none = new Map([[AMENDER, { ...annexed(AMENDER, "1. X."), attachments: [] }]]);
    expect(run([whole], { sources: none }).why).toMatch(/không tìm thấy phụ lục tương ứng/u);
  });

  it("an item of an annex is found by its number; the annex around it stays", () => {
    const item = change("amend", "att_1", "Sửa đổi điểm 2 Phụ lục I như sau:", { content: "“2. Ong ngoại: 08 đàn.”" });
    expect(run([item]).lines).toEqual(["att_1__cl_2 amended: 2. Ong ngoại: 08 đàn."]);
    expect(run([change("repeal", "att_1", "Bãi bỏ điểm 1 Phụ lục I.")]).lines).toEqual([
      "att_1__cl_1 repealed: 1. (được bãi bỏ)",
    ]);
  });

  it("never ends an annex for a form or an item that it does not have", () => {
    const lost = run([
      change("repeal", "att_1", "Bãi bỏ Mẫu số 05 Phụ lục I."),
      change("repeal", "att_2", "Bãi bỏ mục 7 Phụ lục II."),
    ]);
    expect(lost.lines).toEqual([]);
    expect(lost.refused).toHaveLength(2);
    const form = run([
      change("amend", "att_mẫu-05", "Sửa Mẫu số 05 thành Mẫu số 31 ban hành kèm theo Quyết định này."),
    ]);
    expect(form.why).toMatch(/^Mẫu số 05 nằm trong phụ lục/u);
  });

  it("puts att_II where the annex numbered II stands", () => {
    expect(run([change("repeal", "att_II", "Bãi bỏ Phụ lục II.")]).lines).toEqual([
      "att_2 repealed: PHỤ LỤC II (được bãi bỏ)",
    ]);
  });

  it("a phrase at a place that no unit answers to is not changed everywhere", () => {
    const stray = change("replace-phrase", null, "Thay thế cụm từ “đàn” bằng cụm từ “tổ” tại các biểu mẫu kèm theo.", {
      phraseFrom: "đàn",
      phraseTo: "tổ",
    });
    expect(run([stray]).lines).toEqual([]);
    expect(run([stray]).why).toMatch(/không xác định được đơn vị/u);
  });
});

describe("amending clauses that are themselves changed", () => {
  const phrase = change("replace-phrase", "att_1__cl_1", "Thay thế cụm từ “10 đàn” bằng cụm từ “12 đàn” tại khoản 1.", {
    phraseFrom: "10 đàn",
    phraseTo: "12 đàn",
    from: "2026-07-01",
  });
  const on = (action: Effect["action"], from: string, more: Partial<Effect> = {}) =>
    effect(action, LATER, AMENDER, from, { targetEId: "art_1__cl_1", ...more });

  it("ended before its day: it never acts, and that is no gap", () => {
    const result = run([phrase], { onSources: [on("repeal", "2026-05-20")] });
    expect(result.lines).toEqual([]);
    expect(result.complete).toBe(true);
    expect(result.idle[0]?.why).toMatch(/đã hết hiệu lực từ ngày 20\/05\/2026 theo 09\/2026\/QĐ-UBND/u);
  });

  it("ended after its day: it has acted, nothing revives", () => {
    expect(run([phrase], { onSources: [on("repeal", "2026-08-01")] }).lines).toEqual([
      "att_1__cl_1 amended: 1. Ong nội: 12 đàn.",
    ]);
  });

  it.each([
    ["reworded", on("amend", "2026-05-20", { content: "1. Khác." })],
    ["suspended", on("suspend", "2026-05-20")],
    ["ended on the very day", on("repeal", "2026-07-01")],
  ])("%s: refused", (_, x) => {
    const result = run([phrase], { onSources: [x] });
    expect(result.lines).toEqual([]);
    expect(result.why).toMatch(/09\/2026\/QĐ-UBND/u);
  });

  it("changed elsewhere, or on a later day: acts as written", () => {
    const elsewhere = on("amend", "2026-05-20", { targetEId: "art_2" });
    expect(run([phrase], { onSources: [elsewhere, on("amend", "2027-01-01")] }).complete).toBe(true);
  });
});

describe("what a person and a place say", () => {
  const repeal = change("repeal", "att_1__cl_2", "Bãi bỏ khoản 2.");

  it("a rejected effect changes nothing and takes nothing from completeness", () => {
    const byHand = { kind: "reject" as const, by: "Lan", at: 1, why: "đọc nhầm", computed: null };
    const result = run([{ ...repeal, applied: false, whyNot: "bác", byHand }]);
    expect([result.complete, result.lines.length, result.idle[0]?.why]).toEqual([
      true,
      0,
      "người dùng đã bác tác động này: đọc nhầm",
    ]);
  });

  it("an effect for one territory or for a time only is refused; one that a person added is worked in", () => {
    expect(run([{ ...repeal, territory: [{ key: "an son@", name: "tỉnh An Sơn (cũ)" }] }]).why).toMatch(/tỉnh An Sơn/u);
    expect(run([{ ...repeal, until: "2027-01-01" }]).why).toMatch(/thời hạn/u);
    expect(run([{ ...repeal, origin: "hand" }]).lines).toEqual(["att_1__cl_2 repealed: 2. (được bãi bỏ)"]);
  });

  it("a suspension leaves the words and is said beside them", () => {
    const result = run([change("suspend", "att_1__cl_2", "Tạm ngưng hiệu lực khoản 2.", { until: "2027-01-01" })]);
    expect(result.complete).toBe(true);
    expect(result.provisions.find((p) => p.eId === "att_1__cl_2")).toMatchObject({
      state: "original",
      notes: [{ change: "suspended" }],
    });
  });
});
