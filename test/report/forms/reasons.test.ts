import { describe, expect, test } from "vitest";
import type { Effect } from "../../../src/domain/effect.ts";
import { PLAIN_EFFECT } from "../../../src/domain/effect.ts";
import { reasonsOf, standardReason } from "../../../src/report/forms/reasons.ts";
import { because } from "../../../src/timeline/say-because.ts";
import { period, proof, work } from "./listing.ts";

const newer = work("03/2026/QĐ-UBND", "2026-01-26");
const older = work("09/2019/QĐ-UBND", "2019-05-14");

/** The proof as the timeline itself words it. */
function said(action: Effect["action"], more: Partial<Effect> = {}, by = newer) {
  const effect: Effect = {
    ...PLAIN_EFFECT,
    id: "e",
    action,
    source: by.id,
    sourceEId: "art_3__cl_2",
    target: older.id,
    targetEId: null,
    from: "2026-02-10",
    applied: true,
    whyNot: null,
    evidence: { work: by.id, symbol: by.symbol, eId: "art_3__cl_2", quote: "…", span: null },
    origin: "text",
    ...more,
  };
  return because(effect, by);
}
const text = (action: Effect["action"], more: Partial<Effect> = {}, by = newer): string =>
  standardReason(said(action, more, by), by).text;

const ACT = "Quyết định số 03/2026/QĐ-UBND ngày 26/01/2026 của Ủy ban nhân dân tỉnh An Khê";

describe("the standard sentence of a list", () => {
  test.each([
    ["replace-document", {}, `Được thay thế bằng ${ACT}`],
    ["repeal-document", {}, `Bị bãi bỏ bởi ${ACT}`],
    ["expire", {}, `Hết hiệu lực theo ${ACT}`],
    ["suspend", {}, `Tạm ngưng hiệu lực theo ${ACT}`],
    ["term", {}, "Hết thời hạn có hiệu lực đã được quy định trong văn bản"],
    ["repeal", { targetEId: "art_5__cl_2" }, `Bị bãi bỏ bởi ${ACT}`],
    ["amend", { targetEId: "art_7" }, `Được sửa đổi, bổ sung bởi ${ACT}`],
    ["replace-phrase", { targetEId: "art_7" }, `Được sửa đổi, bổ sung bởi ${ACT}`],
  ] as const)("%s", (action, more, expected) => {
    expect(text(action, more)).toBe(expected);
  });

  test("a law is named by its name; the register and the person who settled it are not printed", () => {
    const law = work("31/2024/QH15", "2024-01-18", { type: "luat", title: "Luật Đất đai", issuer: "Quốc hội" });
    expect(text("replace-document", { origin: "register", sourceEId: null }, law)).toBe(
      "Được thay thế bằng Luật Đất đai số 31/2024/QH15",
    );
    const byHand = {
      kind: "date",
      by: "Lê Thu Hà, Sở Tư pháp",
      at: 1.76e12,
      why: "đã có (bản gốc)",
      computed: null,
    } as const;
    expect(text("repeal-document", { byHand })).toBe(`Bị bãi bỏ bởi ${ACT}`);
  });

  test("what is left out or narrowed stands apart", () => {
    expect(standardReason(said("repeal-document", { exception: "trừ Điều 5" }), newer)).toEqual({
      text: `Bị bãi bỏ bởi ${ACT}`,
      narrowed: "trừ Điều 5",
      unit: null,
    });
    expect(standardReason(said("repeal", { targetEId: "art_5__cl_2" }), newer).unit).toBe("Khoản 2 Điều 5");
    const territory = [{ key: "khe giang@", name: "tỉnh Khê Giang (trước 01/07/2025)" }];
    expect(standardReason(said("repeal-document", { territory }), newer).narrowed).toBe(
      "trên địa bàn tỉnh Khê Giang (trước 01/07/2025)",
    );
  });

  test("an announcement names khoản 2 Điều 57 where only that article lets a document end by being announced", () => {
    const act = work("21/QĐ-UBND", "2025-06-10", { title: "Về việc công bố văn bản hết hiệu lực" });
    const name = "Quyết định số 21/QĐ-UBND ngày 10/06/2025 của Ủy ban nhân dân tỉnh An Khê";
    expect(text("expire", { from: "2025-06-10" }, act)).toBe(
      `Được công bố hết hiệu lực theo khoản 2 Điều 57 Luật số 64/2025/QH15 (${name})`,
    );
    expect(text("expire", { from: "2025-08-10" }, act)).toContain(
      "Được công bố hết hiệu lực theo Quyết định số 21/QĐ-UBND",
    );
  });

  test("a detailing document names its parent and the article of the day its parent ended", () => {
    const parent = (day: string, article: string): string =>
      standardReason(
        proof(
          "parent-ceased",
          day,
          `Văn bản được quy định chi tiết là Luật Bến bãi số 12/2010/QH12 hết hiệu lực (${article}); suy luận theo luật, chưa thấy văn bản công bố`,
        ),
        null,
      ).text;
    expect(parent("2024-08-01", "khoản 4 Điều 154 Luật số 80/2015/QH13")).toBe(
      "Luật Bến bãi số 12/2010/QH12 hết hiệu lực (khoản 4 Điều 154 Luật số 80/2015/QH13)",
    );
    const now = "khoản 2 Điều 57 Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15";
    expect(parent("2026-07-01", now)).toBe(
      `Văn bản được quy định chi tiết là Luật Bến bãi số 12/2010/QH12 hết hiệu lực (${now})`,
    );
  });
});

describe("several reasons", () => {
  test("are all given, each once", () => {
    const because = [
      said("replace-document"),
      said("repeal-document"),
      said("repeal-document", { from: "2026-05-01" }),
    ];
    const sources = new Map([[newer.id, newer]]);
    expect(reasonsOf(period(older, "ceased", "2026-02-10", { because }), sources)).toEqual([
      `Được thay thế bằng ${ACT}`,
      `Bị bãi bỏ bởi ${ACT}`,
    ]);
  });

  test("a status without a proof gives its own words", () => {
    expect(reasonsOf(period(older, "ceased", "2026-02-10", { reason: "Hết hiệu lực" }), new Map())).toEqual([
      "Hết hiệu lực",
    ]);
  });
});
