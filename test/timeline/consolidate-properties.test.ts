import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { consolidate } from "../../src/timeline/consolidate.ts";
import { effect, madeDocument, work } from "./made-up.ts";

const BASE = work("12/2025/QĐ-UBND", "2025-07-10", "2025-07-20");
const document = madeDocument([
  ["chp_I", "chapter", "Chương I\nQUY ĐỊNH CHUNG"],
  ["art_1", "article", "Điều 1. Phạm vi\nQuyết định này quy định mức hỗ trợ hộ nuôi ong tại xã.", "chp_I"],
  ["art_2", "article", "Điều 2. Mức hỗ trợ", "chp_I"],
  ["art_2__cl_1", "clause", "1. Hộ nuôi ong được hỗ trợ như sau:"],
  ["art_2__cl_1__point_a", "point", "a) Giống: 500.000 đồng;"],
  ["art_2__cl_1__point_b", "point", "b) Thùng: 200.000 đồng."],
  ["art_2__cl_2", "clause", "2. Ủy ban nhân dân xã chi trả cho hộ nuôi ong trong 10 ngày."],
  ["art_2__cl_3", "clause", "3. Hồ sơ gồm đơn của hộ nuôi ong."],
  ["art_3", "article", "Điều 3. Tổ chức thực hiện\nSở Nông nghiệp theo dõi hộ nuôi ong.", "chp_I"],
]);

const TARGETS = document.provisions.map((p) => p.eId);
const WORDINGS: Readonly<Record<string, string>> = {
  art_1: "“Điều 1. Phạm vi\nQuyết định này quy định mức hỗ trợ.”",
  art_2: "“Điều 2. Mức hỗ trợ\n1. Hộ được hỗ trợ.\n2. Xã chi trả.”",
  art_2__cl_1: "“1. Hộ nuôi ong được hỗ trợ 900.000 đồng.”",
  art_2__cl_2: "“2. Xã chi trả.”",
  art_2__cl_1__point_a: "“a) Giống: 700.000 đồng;”",
  art_2__cl_2a: "“2a. Chi trả qua tài khoản cho hộ nuôi ong.”",
  art_2__cl_2b: "“2b. Hoặc bằng tiền mặt.”",
  art_2__cl_4: "“4. Thời hạn 05 ngày.”",
  art_3a: "“Điều 3a. Kiểm tra\n1. Hằng năm.\n2. Đột xuất.”",
};
const PHRASES = [
  ["hộ nuôi ong", "hộ nuôi ong mật"],
  ["hộ nuôi ong", "hộ nuôi tằm"],
  ["hộ", "hộ gia đình"],
  ["10 ngày", "07 ngày"],
  ["Ủy ban nhân dân xã", "Ủy ban nhân dân cấp xã"],
  ["không có", "x"],
] as const;
const SOURCES = ["04/2026/QĐ-UBND", "05/2026/QĐ-UBND"];
const DAYS = ["2026-03-01", "2026-04-01"];

const anyEffect: fc.Arbitrary<Effect> = fc
  .record({
    kind: fc.constantFrom("amend", "insert", "repeal", "phrase"),
    source: fc.constantFrom(...SOURCES),
    day: fc.constantFrom(...DAYS),
    target: fc.constantFrom(...TARGETS, ...Object.keys(WORDINGS)),
    phrase: fc.constantFrom(...PHRASES),
  })
  .map(({ kind, source, day, target, phrase }) =>
    kind === "phrase"
      ? effect("replace-phrase", source, BASE.id, day, {
          targetEId: target,
          phraseFrom: phrase[0],
          phraseTo: phrase[1],
        })
      : effect(kind as Effect["action"], source, BASE.id, day, {
          targetEId: target,
          content: kind === "repeal" ? null : (WORDINGS[target] ?? null),
        }),
  );

const distinct = (effects: readonly Effect[]): Effect[] => [...new Map(effects.map((e) => [e.id, e])).values()];
const run = (effects: readonly Effect[], on = "2026-12-31") => consolidate({ work: BASE, document, effects, on });

describe("for any changes", () => {
  it("nothing, or a day before the first change, is the original", () => {
    fc.assert(
      fc.property(fc.array(anyEffect, { maxLength: 8 }), (effects) => {
        const original = run([]);
        expect(run(effects, "2026-02-28")).toEqual({ ...original, on: "2026-02-28" });
        expect(original.complete).toBe(true);
        expect(original.provisions.map((p) => p.eId)).toEqual(TARGETS);
      }),
      { numRuns: 30 },
    );
  });

  it("the order in which they are given does not matter", () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEffect, { maxLength: 9 })
          .chain((a) =>
            fc.tuple(fc.constant(distinct(a)), fc.shuffledSubarray(distinct(a), { minLength: distinct(a).length })),
          ),
        ([effects, shuffled]) => {
          expect(run(shuffled)).toEqual(run(effects));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("each is either seen in the text, refused with what to do, or said twice; units that nobody reached are untouched", () => {
    fc.assert(
      fc.property(fc.array(anyEffect, { maxLength: 9 }), (given) => {
        const effects = distinct(given);
        const result = run(effects);
        const reached = effects.map((e) => e.targetEId as string);
        for (const p of result.provisions) {
          const near = reached.some((t) => p.eId === t || p.eId.startsWith(`${t}__`) || t === "chp_I");
          if (p.state !== "original") expect(near).toBe(true);
          if (p.state === "original") expect(document.text).toContain(p.text);
        }
        for (const r of result.refused) expect(`${r.why}|${r.todo ?? ""}`).toMatch(/^.{8,}\|.{8,}$/su);
        expect(result.complete).toBe(result.refused.length === 0);
        expect(new Set(result.provisions.map((p) => p.eId)).size).toBe(result.provisions.length);
      }),
      { numRuns: 150 },
    );
  });

  it("days build on each other: what one day leaves is what the next finds", () => {
    fc.assert(
      fc.property(fc.array(anyEffect, { maxLength: 6 }), (given) => {
        const effects = distinct(given);
        const first = run(effects, "2026-03-31");
        expect(first).toEqual({ ...run(effects.filter((e) => e.from === "2026-03-01")), on: "2026-03-31" });
      }),
      { numRuns: 60 },
    );
  });
});
