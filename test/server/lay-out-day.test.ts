import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Effect, PLAIN_EFFECT } from "../../src/domain/effect.ts";
import type { Work } from "../../src/domain/work.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { layOutDay } from "../../src/use-cases/lay-out-day.ts";
import { textSteps } from "../../src/use-cases/text-steps.ts";
import { layOutText, type Stretch } from "../../src/use-cases/view-text.ts";
import type { TextSources } from "../../src/use-cases/work-text.ts";

const TEXT = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
Số: 31/2025/QĐ-UBND
An Khê, ngày 02 tháng 12 năm 2025

QUYẾT ĐỊNH
Về mức hỗ trợ người lái đò

Điều 1. Mức hỗ trợ
1. Mức hỗ trợ hằng tháng như sau:
a) Người lái đò ngang: 500.000 đồng;
b) Người lái đò dọc: 700.000 đồng.
2. Sở Tài chính chi trả vào ngày 10 hằng tháng.

Điều 2. Quyết định này có hiệu lực thi hành từ ngày 15 tháng 12 năm 2025.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Thị Giang
`;

const effect = (id: string, over: Partial<Effect>): Effect => ({
  id,
  action: "amend",
  source: "later",
  sourceEId: "art_1",
  target: "it",
  targetEId: "art_1__cl_2",
  from: "2026-03-01",
  ...PLAIN_EFFECT,
  applied: true,
  whyNot: null,
  evidence: { work: "later", symbol: "04/2026/QĐ-UBND", eId: "art_1", quote: "", span: null },
  origin: "text",
  ...over,
});

const CLAUSE_2 = effect("a", { content: "2. Sở Tài chính chi trả vào ngày 05 hằng tháng." });
const POINT_C = effect("b", {
  action: "insert",
  targetEId: "art_1__cl_1__point_c",
  after: "art_1__cl_1__point_b",
  content: "c) Người lái phà: 900.000 đồng.",
  from: "2026-05-01",
});
const NO_CLAUSE_1 = effect("c", { action: "repeal", targetEId: "art_1__cl_1", from: "2026-06-01" });
const PHRASE = effect("d", {
  action: "replace-phrase",
  targetEId: "art_1__cl_2",
  phraseFrom: "Sở Tài chính",
  phraseTo: "Sở Nội vụ",
  from: "2026-07-01",
});

const document = parseDocument(TEXT);
const issued = layOutText(document, [], []);
const textOf = (stretches: readonly Stretch[]): string =>
  stretches
    .flatMap((s) => s.lines.map((l) => l.number + l.runs.map((r) => r.pieces.map((p) => p.text).join("")).join("")))
    .join("\n");

const work: Work = {
  id: "it",
  symbol: "31/2025/QĐ-UBND",
  type: "quyet-dinh",
  title: "Về mức hỗ trợ người lái đò",
  issuer: "Ủy ban nhân dân tỉnh An Khê",
  issuedOn: "2025-12-02",
  effectiveOn: "2025-12-15",
  known: "text",
  normative: "yes",
};
const sourcesOf = (effects: readonly Effect[]): TextSources => ({
  work,
  document,
  effects,
  links: [],
  works: new Map(),
});

function on(day: string, effects: readonly Effect[]) {
  const steps = textSteps(sourcesOf(effects), day);
  return {
    steps,
    text: textOf(layOutDay({ document, issued, units: steps.now.consolidation.provisions, linksIn: () => [] })),
  };
}

describe("the text laid out on a day", () => {
  test("nothing done to it leaves every word where it is", () => {
    expect(on("2030-01-01", []).text).toBe(textOf(issued));
  });

  test("new words stand in the place of the old, head and signature stay", () => {
    const { text } = on("2026-04-01", [CLAUSE_2]);
    expect(text).toBe(textOf(issued).replace("ngày 10 hằng tháng", "ngày 05 hằng tháng"));
  });

  test("an inserted point follows the one before it and precedes the next clause", () => {
    const { text } = on("2026-05-01", [CLAUSE_2, POINT_C]);
    expect(text).toMatch(/700\.000 đồng\.\nc\) Người lái phà: 900\.000 đồng\.\n2\. Sở Tài chính/u);
  });

  test("what was repealed leaves its number and takes all below it", () => {
    const { text } = on("2026-06-01", [NO_CLAUSE_1]);
    expect(text).toMatch(/Điều 1\. Mức hỗ trợ\n1\. \(được bãi bỏ\)\n2\. Sở Tài chính/u);
    expect(text).not.toContain("Người lái đò");
  });

  test("the day before, nothing of it is there", () => {
    expect(on("2026-02-28", [CLAUSE_2, POINT_C, NO_CLAUSE_1, PHRASE]).text).toBe(textOf(issued));
  });

  test("whatever was done, no unit of the day is lost or told twice", () => {
    const all = [CLAUSE_2, POINT_C, NO_CLAUSE_1, PHRASE];
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.constantFrom("2026-03-01", "2026-05-15", "2026-06-01", "2027-01-01"),
        (some, day) => {
          const steps = textSteps(sourcesOf(some), day);
          const laid = layOutDay({ document, issued, units: steps.now.consolidation.provisions, linksIn: () => [] });
          const anchors = laid.flatMap((s) => s.anchor ?? []);
          expect(anchors).toEqual(steps.now.consolidation.provisions.map((p) => p.eId));
        },
      ),
    );
  });
});

describe("the steps of a text", () => {
  test("each change is told with its day, its clause and the words before and after", () => {
    const { changes } = on("2026-08-01", [CLAUSE_2, POINT_C, NO_CLAUSE_1, PHRASE]).steps;
    expect(changes.get("art_1__cl_2")?.map((c) => [c.day, c.state, c.before, c.after])).toEqual([
      [
        "2026-03-01",
        "amended",
        "2. Sở Tài chính chi trả vào ngày 10 hằng tháng.",
        "2. Sở Tài chính chi trả vào ngày 05 hằng tháng.",
      ],
      [
        "2026-07-01",
        "phrase-changed",
        "2. Sở Tài chính chi trả vào ngày 05 hằng tháng.",
        "2. Sở Nội vụ chi trả vào ngày 05 hằng tháng.",
      ],
    ]);
    expect(changes.get("art_1__cl_2")?.[0]?.by).toEqual({ work: "later", symbol: "04/2026/QĐ-UBND", eId: "art_1" });
  });

  test("a repeal tells the words of all that went with it", () => {
    const [repeal] = on("2026-06-01", [POINT_C, NO_CLAUSE_1]).steps.changes.get("art_1__cl_1") ?? [];
    expect(repeal?.state).toBe("repealed");
    expect(repeal?.before).toContain("Người lái phà");
  });

  test("a change after the day is none", () => {
    expect(on("2026-06-30", [PHRASE]).steps.changes.size).toBe(0);
  });
});
