import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { consolidate } from "../../src/timeline/consolidate.ts";
import { effect, madeDocument, work } from "./made-up.ts";

const BASE = work("12/2020/QĐ-UBND", "2020-04-10", "2020-04-20");
const AMENDER = "07/2025/QĐ-UBND";
const document = madeDocument([
  ["chp_I", "chapter", "Chương I\nQUY ĐỊNH CHUNG"],
  ["art_1", "article", "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định mức hỗ trợ cho hộ nuôi ong.", "chp_I"],
  ["art_2", "article", "Điều 2. Mức hỗ trợ", "chp_I"],
  ["art_2__cl_1", "clause", "1. Hộ nuôi ong được hỗ trợ như sau:"],
  ["art_2__cl_1__point_a", "point", "a) Giống: 500.000 đồng;"],
  ["art_2__cl_1__point_d", "point", "d) Thùng: 200.000 đồng;"],
  ["art_2__cl_1__point_e", "point", "e) Tập huấn: 100.000 đồng."],
  ["art_2__cl_2", "clause", "2. Uỷ ban nhân dân huyện chi trả. Sở Nông nghiệp theo dõi."],
  ["chp_II", "chapter", "Chương II\nTHỰC HIỆN"],
  ["art_3", "article", "Điều 3. Tổ chức thực hiện\nSở Nông nghiệp chịu trách nhiệm.", "chp_II"],
]);

const change = (action: Effect["action"], targetEId: string | null, more: Partial<Effect> = {}): Effect =>
  effect(action, AMENDER, BASE.id, "2025-08-25", { targetEId, ...more });

const run = (effects: readonly Effect[], on = "2026-01-01") => {
  const result = consolidate({ work: BASE, document, effects, on });
  const lines = result.provisions.map((p) => `${p.eId} ${p.state}: ${p.text}`);
  return {
    ...result,
    lines,
    of: (eId: string) =>
      result.provisions
        .filter((p) => p.eId === eId)
        .map((p) => `${p.state}: ${p.text}`)
        .join(" / "),
    why: result.refused.map((r) => r.why),
  };
};

describe("consolidate", () => {
  it("with nothing to do is the original", () => {
    const result = run([]);
    expect(result.complete).toBe(true);
    expect(result.provisions.every((p) => p.state === "original" && p.by === null)).toBe(true);
    expect(result.provisions.map((p) => p.eId)).toEqual(document.provisions.map((p) => p.eId));
    expect(result.of("art_1")).toBe(
      "original: Phạm vi điều chỉnh\nQuyết định này quy định mức hỗ trợ cho hộ nuôi ong.",
    );
  });

  it("gives a unit its new wording with what stands below it", () => {
    const result = run([
      change("amend", "art_2__cl_1", {
        content: "“1. Hộ nuôi ong được hỗ trợ:\na) Giống: 900.000 đồng;\nb) Thùng: 300.000 đồng.”",
      }),
    ]);
    expect(result.complete).toBe(true);
    expect(result.lines.slice(2, 6)).toEqual([
      "art_2 original: Mức hỗ trợ",
      "art_2__cl_1 amended: 1. Hộ nuôi ong được hỗ trợ:",
      "art_2__cl_1__point_a amended: a) Giống: 900.000 đồng;",
      "art_2__cl_1__point_b amended: b) Thùng: 300.000 đồng.",
    ]);
    expect(result.of("art_2__cl_1__point_e")).toBe("");
    expect(result.provisions.find((p) => p.eId === "art_2__cl_1")?.by).toEqual({
      work: AMENDER,
      symbol: AMENDER,
      eId: "art_3",
    });
  });

  it("does nothing before the day", () => {
    expect(run([change("repeal", "art_3")], "2025-08-24").of("art_3")).toMatch(/^original/u);
  });

  it("inserts in Vietnamese order: đ after d, before e", () => {
    const result = run([change("insert", "art_2__cl_1__point_đ", { content: "đ) Thuốc: 50.000 đồng;" })]);
    expect(result.provisions.map((p) => p.eId).slice(4, 8)).toEqual([
      "art_2__cl_1__point_a",
      "art_2__cl_1__point_d",
      "art_2__cl_1__point_đ",
      "art_2__cl_1__point_e",
    ]);
    expect(result.of("art_2__cl_1__point_đ")).toBe("inserted: đ) Thuốc: 50.000 đồng;");
  });

  it("inserts an article after its neighbour, inside that chapter", () => {
    const result = run([
      change("insert", "art_2a", {
        after: "art_2",
        content: "Điều 2a. Nguồn kinh phí\n1. Ngân sách tỉnh.\n2. Nguồn khác.",
      }),
    ]);
    const ids = result.provisions.map((p) => p.eId);
    expect(ids.slice(ids.indexOf("art_2__cl_2"), ids.indexOf("chp_II") + 1)).toEqual([
      "art_2__cl_2",
      "art_2a",
      "art_2a__cl_1",
      "art_2a__cl_2",
      "chp_II",
    ]);
    expect(result.of("art_2a")).toBe("inserted: Nguồn kinh phí");
  });

  it("takes its own piece of a shared wording", () => {
    const content = "3. Khoản ba.\n4. Khoản bốn.\na) Điểm a.";
    const result = run([change("insert", "art_2__cl_3", { content }), change("insert", "art_2__cl_4", { content })]);
    expect(result.complete).toBe(true);
    expect(result.of("art_2__cl_3")).toBe("inserted: 3. Khoản ba.");
    expect(result.of("art_2__cl_4__point_a")).toBe("inserted: a) Điểm a.");
  });

  it("repeals a unit and what is below, a chapter with its articles", () => {
    expect(run([change("repeal", "art_2__cl_1")]).of("art_2__cl_1")).toBe("repealed: 1. (được bãi bỏ)");
    expect(run([change("repeal", "art_2__cl_1")]).of("art_2__cl_1__point_a")).toBe("");
    expect(run([change("repeal", "chp_II")]).of("art_3")).toBe("");
  });

  it("a repealed number that is given again comes back to its place, with both notes", () => {
    const again = effect("insert", "09/2026/QĐ-UBND", BASE.id, "2026-03-15", {
      targetEId: "art_3",
      content: "“Điều 3. Trách nhiệm\nCác sở thực hiện.”",
    });
    const result = run([change("repeal", "art_3"), again], "2026-06-01");
    expect(result.lines.slice(-2)).toEqual([
      "chp_II original: Chương II\nTHỰC HIỆN",
      "art_3 inserted: Trách nhiệm\nCác sở thực hiện.",
    ]);
    expect(result.provisions.at(-1)?.notes.map((n) => n.change)).toEqual(["repealed", "inserted"]);
  });

  it("refuses what comes to a unit after its end, and names who ended it", () => {
    const later = effect("amend", "09/2026/QĐ-UBND", BASE.id, "2026-03-15", {
      targetEId: "art_2__cl_1__point_a",
      content: "a) Giống: 1 đồng;",
    });
    const result = run([change("repeal", "art_2"), later], "2026-06-01");
    expect(result.why[0]).toBe("Điều 2 đã được bãi bỏ từ ngày 25/08/2025 bởi 07/2025/QĐ-UBND");
  });

  it("changes a phrase at the named place only, whatever the tone placement or first letter", () => {
    const result = run([
      change("replace-phrase", "art_2__cl_2", { phraseFrom: "Ủy ban nhân dân huyện", phraseTo: "Ủy ban nhân dân xã" }),
      change("replace-phrase", "art_2__cl_2", {
        phraseFrom: "Sở Nông nghiệp",
        phraseTo: "Sở Nông nghiệp và Môi trường",
      }),
    ]);
    expect(result.of("art_2__cl_2")).toBe(
      "amended: 2. Ủy ban nhân dân xã chi trả. Sở Nông nghiệp và Môi trường theo dõi.",
    );
    expect(result.of("art_3")).toContain("original");
  });

  it("drops a phrase and tidies what it leaves", () => {
    expect(run([change("delete-phrase", "art_1", { phraseFrom: "cho hộ nuôi ong" })]).of("art_1")).toBe(
      "amended: Phạm vi điều chỉnh\nQuyết định này quy định mức hỗ trợ.",
    );
  });

  it("changes the name of an article and keeps its words", () => {
    const evidence = {
      work: AMENDER,
      symbol: AMENDER,
      eId: "art_1",
      quote: "Sửa đổi tên Điều 3 như sau:",
      span: { start: 0, end: 5 },
    };
    expect(run([change("amend", "art_3", { content: "“Điều 3. Điều khoản thi hành”", evidence })]).of("art_3")).toBe(
      "amended: Điều khoản thi hành\nSở Nông nghiệp chịu trách nhiệm.",
    );
  });

  it("changes of different days build on each other", () => {
    const later = effect("replace-phrase", "09/2026/QĐ-UBND", BASE.id, "2026-03-15", {
      targetEId: "art_2__cl_1__point_a",
      phraseFrom: "900.000",
      phraseTo: "950.000",
    });
    const first = change("amend", "art_2__cl_1", { content: "1. Mức hỗ trợ:\na) Giống: 900.000 đồng." });
    expect(run([later, first], "2026-06-01").of("art_2__cl_1__point_a")).toBe("amended: a) Giống: 950.000 đồng.");
  });

  it.each<[string, Effect, RegExp]>([
    [
      "a missing phrase",
      change("replace-phrase", "art_1", { phraseFrom: "hộ nuôi tằm", phraseTo: "x" }),
      /không tìm thấy cụm từ/u,
    ],
    [
      "part of a word",
      change("replace-phrase", "art_1", { phraseFrom: "ộ nuôi", phraseTo: "x" }),
      /không tìm thấy cụm từ/u,
    ],
    ["a missing unit", change("amend", "art_9", { content: "Điều 9. A" }), /không có Điều 9/u],
    ["a wrong number", change("amend", "art_2__cl_2", { content: "3. Khoản ba." }), /không có khoản 2/u],
    ["no new wording", change("amend", "art_2__cl_2"), /không kèm lời văn mới/u],
    ["a unit that is already there", change("insert", "art_2__cl_2", { content: "2. Khoản hai." }), /đã có/u],
    [
      "an unnumbered rewriting of a unit with points",
      change("amend", "art_2__cl_1", { content: "Hộ nuôi ong được hỗ trợ." }),
      /không mang số/u,
    ],
    ["an unknown instruction", change("unknown", "art_1"), /chưa hiểu/u],
    ["an undetermined day", effect("repeal", AMENDER, BASE.id, null, { targetEId: "art_3" }), /chưa rõ ngày/u],
    ["an exception", change("repeal", "art_3", { exception: "trừ khoản 1" }), /ngoại lệ/u],
  ])("refuses %s and lists it", (_, wrong, why) => {
    const result = run([wrong]);
    expect(result.complete).toBe(false);
    expect(result.why[0]).toMatch(why);
    expect(result.provisions.every((p) => p.state === "original")).toBe(true);
  });

  it("refuses two documents that touch one unit on one day, both of them", () => {
    const other = effect("repeal", "08/2025/QĐ-UBND", BASE.id, "2025-08-25", { targetEId: "art_2__cl_1__point_a" });
    const result = run([other, change("amend", "art_2__cl_1", { content: "1. Khác." })]);
    expect(result.refused).toHaveLength(2);
    expect(result.of("art_2__cl_1__point_a")).toMatch(/^original/u);
  });

  it("never changes more than its targets, in whatever order the effects come", () => {
    const pool = [
      change("repeal", "art_3"),
      change("amend", "art_2__cl_2", { content: "2. Mới." }),
      change("insert", "art_2__cl_1__point_đ", { content: "đ) Thuốc." }),
      change("replace-phrase", "art_1", { phraseFrom: "hộ nuôi ong", phraseTo: "hộ nuôi tằm" }),
      change("amend", "art_9", { content: "Điều 9. X" }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (effects) => {
        const result = run(effects);
        expect(result).toEqual({ ...run([...effects].reverse()), of: expect.any(Function) });
        const touched = new Set(effects.map((e) => e.targetEId));
        for (const p of result.provisions) if (p.state !== "original") expect(touched.has(p.eId)).toBe(true);
      }),
    );
  });
});
