import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import type { Work, WorkId } from "../../src/domain/work.ts";
import { analyseText } from "../../src/use-cases/analyse-file.ts";
import { createRegister } from "../../src/resolve/register.ts";
import { resolveFacts } from "../../src/resolve/resolve-facts.ts";
import { deriveEffects } from "../../src/timeline/derive-effects.ts";
import { isPartOnly, limitingWords, meansDetailing } from "../../src/timeline/effect-reach.ts";
import { work } from "./made-up.ts";

const head = (issuer: string, symbol: string, day: string, title: string): string => `${issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${symbol}
Ngày ${day}

${symbol.includes("NQ") ? "NGHỊ QUYẾT" : "QUYẾT ĐỊNH"}
${title}

Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;

`;

/** Effects of a text on other works, with the first days of some. */
function effectsOf(self: Work, text: string, others: readonly Work[]): readonly Effect[] {
  const analysed = analyseText({ text, format: "md", quality: "docx", sha256: "x", bytes: 1 }, "a.md");
  if (!analysed.ok) throw new Error("not read");
  const { document, facts } = analysed;
  const byId = new Map<WorkId, Work>(others.map((w) => [w.id, w]));
  const resolved = resolveFacts({ work: self, document, facts, register: createRegister(others), unitsOf: () => null });
  const beginOf = (id: WorkId): string | null => byId.get(id)?.effectiveOn ?? null;
  return deriveEffects({ work: self, document, facts, resolved, beginOf }).filter((e) => e.source !== e.target);
}

describe("an announcement", () => {
  const child = work("11/2021/QĐ-UBND", "2021-05-19", "2021-06-01");
  const next = work("771/2026/NĐ-CP", "2026-01-12", "2026-03-01");
  const self = work("512/QĐ-UBND", "2026-04-20", "2026-04-20");
  const text = (when: string): string =>
    `${head("ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ", "512/QĐ-UBND", "20 tháng 4 năm 2026", "Về việc công bố văn bản tiếp tục có hiệu lực thi hành")}Điều 1. ${when}văn bản sau đây tiếp tục có hiệu lực thi hành:
1. Quyết định số 11/2021/QĐ-UBND ngày 19 tháng 5 năm 2021 của Ủy ban nhân dân tỉnh An Khê về cấp nước.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
`;
  it("speaks from the first day of the document it names, earlier than its own", () => {
    const when = "Kể từ ngày Nghị định số 771/2026/NĐ-CP có hiệu lực thi hành, ";
    expect(effectsOf(self, text(when), [child, next])).toMatchObject([
      { action: "extend", target: child.id, from: "2026-03-01", applied: true },
    ]);
  });
  it("speaks from its own day where it names none, or one nobody knows", () => {
    expect(effectsOf(self, text("Các "), [child, next])).toMatchObject([{ from: "2026-04-20" }]);
    const unknown = effectsOf(self, text("Kể từ ngày Luật Bến bãi có hiệu lực thi hành, "), [child]);
    expect(unknown).toMatchObject([{ from: "2026-04-20" }]);
  });
});

describe("events", () => {
  const self = work("715/2026/NQ-CP", "2026-03-20", "2026-03-20");
  const one = work("746/2026/NĐ-CP", "2026-01-26", "2026-01-26");
  const two = work("733/2020/NĐ-CP", "2020-03-01", "2020-05-01");
  const law = work("701/2026/QH16", "2026-06-20", "2027-01-01", { title: "Luật Bến thủy", issuer: "Quốc hội" });
  const text = `${head("CHÍNH PHỦ", "715/2026/NQ-CP", "20 tháng 3 năm 2026", "Về xử lý một số văn bản")}Điều 1. Tạm ngưng hiệu lực
Tạm ngưng hiệu lực toàn bộ Nghị định số 746/2026/NĐ-CP ngày 26 tháng 01 năm 2026 của Chính phủ cho đến khi Luật Bến thủy số 701/2026/QH16 có hiệu lực thi hành.
Điều 2. Hiệu lực
1. Nghị quyết này có hiệu lực kể từ ngày ký.
2. Nghị định số 733/2020/NĐ-CP ngày 01 tháng 3 năm 2020 của Chính phủ hết hiệu lực kể từ ngày Luật Bến thủy số 701/2026/QH16 có hiệu lực thi hành.
`;
  const on = (effects: readonly Effect[], target: Work): Effect | undefined =>
    effects.find((e) => e.target === target.id);
  it("that end a suspension do not keep it from beginning", () => {
    const suspended = on(effectsOf(self, text, [one, two, law]), one);
    expect(suspended).toMatchObject({ action: "suspend", from: "2026-03-20", until: null, applied: true });
    expect(suspended?.event).toContain("cho đến khi");
  });
  it("are days as soon as the law they wait for is known, and wait until then", () => {
    expect(on(effectsOf(self, text, [one, two, law]), two)).toMatchObject({ from: "2027-01-01", applied: true });
    const waits = on(effectsOf(self, text, [one, two]), two);
    expect(waits).toMatchObject({ from: null, applied: false });
    expect(waits?.whyNot).toContain("phụ thuộc sự kiện");
  });
});

describe("whom an instruction means", () => {
  const law = { symbol: "712/2012/QH13", name: "Luật Bến bãi" };
  it.each([
    "Các văn bản quy định chi tiết Luật Bến bãi số 712/2012/QH13 tiếp tục có hiệu lực cho đến khi có văn bản thay thế",
    "Các nghị định, thông tư hướng dẫn thi hành Luật Bến bãi số 712/2012/QH13 tiếp tục có hiệu lực",
  ])("those that detail the law: %s", (quote) => expect(meansDetailing(quote, law)).toBe(true));
  it.each([
    "Luật Bến bãi số 712/2012/QH13 tiếp tục có hiệu lực",
    "Luật Bến bãi số 712/2012/QH13 và các văn bản quy định chi tiết hết hiệu lực",
    "Nghị định số 718/2014/NĐ-CP quy định chi tiết Luật Bến bãi số 712/2012/QH13 hết hiệu lực",
  ])("the law itself: %s", (quote) => expect(meansDetailing(quote, { ...law, name: null })).toBe(false));
  it("a part of a decree", () => {
    const decree = { symbol: "111/2022/NĐ-CP" };
    expect(isPartOnly("Các quy định liên quan về hợp đồng tại Nghị định số 111/2022/NĐ-CP hết hiệu lực", decree)).toBe(
      true,
    );
    expect(isPartOnly("Nghị định số 111/2022/NĐ-CP hết hiệu lực", decree)).toBe(false);
  });
  it("a part of the territory, by words before the number or by a tail that says so, not by a title", () => {
    const target = { symbol: "14/2025/QĐ-UBND" };
    const named = (quote: string): boolean => limitingWords(quote, target).includes("Bình Phước");
    expect(named("Bãi bỏ trên địa bàn tỉnh Bình Phước cũ Quyết định số 14/2025/QĐ-UBND")).toBe(true);
    expect(named("Bãi bỏ Quyết định số 14/2025/QĐ-UBND đối với địa bàn tỉnh Bình Phước cũ")).toBe(true);
    expect(named("Bãi bỏ Quyết định số 14/2025/QĐ-UBND về phí chợ trên địa bàn tỉnh Bình Phước")).toBe(false);
  });
});
