import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportPart } from "../../src/report/form.ts";
import { startOfDay } from "../../src/domain/vietnam-time.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { periodicReport, proseKey } from "../../src/use-cases/periodic-report.ts";
import {
  PERIODIC_KINDS,
  previousOf,
  type PeriodicKind,
  type ReportSpan,
  spanName,
  spanOf,
  spansUntil,
} from "../../src/use-cases/report-periods.ts";
import { FigureBook, groundsPart } from "../../src/use-cases/periodic-parts.ts";
import { writeReportProse } from "../../src/use-cases/write-report-prose.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { type FigureItem, reviewFigures } from "../../src/use-cases/review-figures.ts";
import { fillReport } from "../../src/use-cases/view-reports.ts";
import { aHandling } from "../store/conformance-handlings.ts";
import { aWork } from "../store/build.ts";
import { aSheet } from "../store/conformance-sheets.ts";
import { departmentAtWork } from "./periodic-sample.ts";

const span = (kind: PeriodicKind, key: string): ReportSpan => {
  const found = spanOf(kind, key);
  if (found === null) throw new Error(key);
  return found;
};

let store: Store;
beforeAll(async () => {
  store = await openStore(":memory:");
  await departmentAtWork(store);
});
afterAll(() => store.close());

const rowsOf = (part: ReportPart): string[] =>
  part.groups.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join(" | ")));
const report = (kind: PeriodicKind, key: string) => periodicReport(store, span(kind, key));

describe("stretches of reports", () => {
  it.each([
    ["month", "2026-11", "2026-11-01", "2026-11-30", "2026-12-05", "tháng 11 năm 2026", "2026-10"],
    ["month", "2026-01", "2026-01-01", "2026-01-31", "2026-02-05", "tháng 1 năm 2026", "2025-12"],
    ["quarter", "2026-Q1", "2026-01-01", "2026-03-31", "2026-04-10", "quý I năm 2026", "2025-Q4"],
    ["half", "2026-H2", "2026-07-01", "2026-12-31", "2027-01-10", "6 tháng cuối năm 2026", "2026-H1"],
    ["year", "2026", "2026-01-01", "2026-12-31", "2027-01-20", "năm 2026", "2025"],
  ] as const)("%s %s", (kind, key, from, to, due, name, before) => {
    const one = span(kind, key);
    expect(one).toMatchObject({ from, to, due, verified: false });
    expect([spanName(one), previousOf(one).key]).toEqual([name, before]);
  });

  it("offers those until a day, and takes no key of another kind", () => {
    expect(spansUntil("quarter", "2026-02-14", 3).map(({ key }) => key)).toEqual(["2026-Q1", "2025-Q4", "2025-Q3"]);
    expect(spansUntil("month", "2026-01-31", 2).map(({ key }) => key)).toEqual(["2026-01", "2025-12"]);
    for (const key of ["2026-13", "2026-Q1", "26-01", "2026-00", "0001-01"]) expect(spanOf("month", key)).toBeNull();
  });
});

describe("the monthly report", () => {
  it("counts what was done in the month, beside the month before", async () => {
    const { sections } = await report("month", "2026-11");
    const golden = Object.fromEntries(sections.map(({ key, part }) => [key, [...(part.text ?? []), ...rowsOf(part)]]));
    expect(golden).toEqual({
      summary: [
        "Trong kỳ có 2 văn bản phải rà soát, đã rà soát 1 văn bản, trong đó 1 văn bản cần xử lý; có 2 văn bản phải xử lý, đã xử lý 1 văn bản; 2 việc quá hạn ở ngày cuối kỳ.",
        "Văn bản phải rà soát | 2 | 4 | -2",
        "Văn bản đã rà soát (phiếu đã kết luận) | 1 | 2 | -1",
        "Trong đó: cần xử lý | 1 | 1 | 0",
        "Trong đó: không phải xử lý | 0 | 1 | -1",
        "Văn bản phải xử lý | 2 | 1 | +1",
        "Văn bản đã xử lý | 1 | 0 | +1",
        "Quá hạn ở ngày cuối kỳ | 2 | 0 | +2",
      ],
      bodies: [
        "Hội đồng nhân dân tỉnh | 1 | 1 | 1 | 0 | 0",
        "Ủy ban nhân dân tỉnh | 1 | 0 | 0 | 1 | 2",
        "Chủ tịch Ủy ban nhân dân tỉnh | 0 | 0 | 0 | 0 | 0",
        "Cấp huyện (trước sắp xếp) | 0 | 0 | 0 | 0 | 0",
        "Cấp xã | 0 | 0 | 0 | 0 | 0",
        "Cơ quan khác | 0 | 0 | 0 | 0 | 0",
        "Tổng số | 2 | 1 | 1 | 1 | 2",
      ],
      "by-ground": [
        "Văn bản là căn cứ rà soát | 1 | 1 | 1 | 1",
        "Tình hình phát triển kinh tế - xã hội | 0 | 0 | 0 | 0",
        "Chưa ghi căn cứ | 1 | 0 | 0 | 0",
        "Tổng số | 2 | 1 | 1 | 1",
      ],
      results: [
        "Bãi bỏ toàn bộ | 0 | 1 | 1 | 0",
        "Bãi bỏ một phần | 0 | 0 | 0 | 0",
        "Thay thế | 1 | 0 | 0 | 0",
        "Sửa đổi, bổ sung | 0 | 0 | 0 | 0",
        "Ban hành mới | 0 | 0 | 0 | 0",
        "Tạm ngưng hiệu lực | 0 | 0 | 0 | 0",
        "Công bố hết hiệu lực | 0 | 0 | 0 | 0",
        "Công bố tiếp tục có hiệu lực | 0 | 0 | 0 | 0",
        "Không phải xử lý | 0 | 1 | 0 | 0",
        "Tổng số | 1 | 2 | 1 | 0",
      ],
      batches: ["Rà soát văn bản về bến khách | Rà soát theo chuyên đề, lĩnh vực, địa bàn | 4 | 3 | 75%"],
      grounds: [
        expect.stringMatching(/^Quyết định số 40\/2026\/QĐ-UBND ngày 05\/11\/2026 .* \| 05\/11\/2026 \| 1 \| 1$/u),
      ],
      units: ["Sở Tài chính | 1 | 1 | 2"],
      law: [
        "Văn bản ban hành | 1 | 0 | +1",
        "Hết hiệu lực toàn bộ | 1 | 0 | +1",
        "Hết hiệu lực một phần | 0 | 0 | 0",
        "Tạm ngưng hiệu lực toàn bộ | 0 | 0 | 0",
        "Tạm ngưng hiệu lực một phần | 0 | 0 | 0",
        "Sẽ hết hiệu lực trong 90 ngày sau kỳ | 0 | 1 | -1",
      ],
      other: [
        "Lượt kiểm tra dự thảo | 0 | 0 | 0",
        "Kết luận về phát hiện của phần mềm | 0 | 0 | 0",
        "Danh mục, báo cáo đã công bố | 0 | 0 | 0",
      ],
      views: [],
    });
  });

  it("names the fifty grounds that act on most documents, and counts the others in one line", () => {
    const item = (n: number): FigureItem => ({
      work: aWork({ symbol: `${n}/2020/QĐ-UBND` }),
      name: `văn bản ${n}`,
      href: `/documents/${n}`,
      note: "",
      body: "other",
      unit: "",
      ground: null,
      form: null,
    });
    const grounds = Array.from({ length: 53 }, (_, i) => ({
      ...item(100 + i),
      effectiveOn: "2026-01-01",
      targets: [item(1), item(i < 50 ? 2 : i)],
      toReview: null,
    }));
    const book = new FigureBook((figure) => `/behind/${figure}`);
    const part = groundsPart("5.", book, { law: { now: { grounds } } } as never);
    expect(rowsOf(part)).toHaveLength(51);
    expect(rowsOf(part).at(-1)).toMatch(/^3 văn bản khác \| .* \| 4 \| $/u);
    expect(book.lists.get("now.ground-acts.others")?.items.map(({ name }) => name)).toEqual([
      "văn bản 1",
      "văn bản 50",
      "văn bản 51",
      "văn bản 52",
    ]);
  });

  it("keeps behind each number the list that it counts", async () => {
    for (const kind of PERIODIC_KINDS) {
      const { sections, book } = await report(kind, spansUntil(kind, "2026-11-26", 1)[0]?.key ?? "");
      for (const cell of sections.flatMap(({ part }) => part.groups.flatMap(({ rows }) => rows.flat()))) {
        const figure = /figure=([^&]+)/u.exec(cell.href ?? "")?.[1];
        if (figure !== undefined) expect(book.lists.get(figure)?.items.length, figure).toBe(cell.number);
      }
    }
  });

  it("says that nothing is kept where nothing is kept; how to fill it stands on the page, not in the paper", async () => {
    const { sections, hints, model } = await report("month", "2024-05");
    expect(sections[0]?.part.text).toEqual([
      "Trong kỳ chưa có số liệu rà soát văn bản.",
      "Trong kỳ chưa có số liệu văn bản phải xử lý.",
    ]);
    expect(JSON.stringify(model)).not.toContain("bảng theo dõi");
    expect(hints).toEqual([
      "Chưa có dữ liệu rà soát trong kỳ: lập đợt rà soát và kết luận phiếu rà soát thì các số này được điền.",
      "Chưa có văn bản phải xử lý: các số này lấy từ kết luận phiếu rà soát và bảng theo dõi xử lý.",
    ]);
  });
});

describe("a paper of the department", () => {
  it("rests on the decree of its time, closes with whom it is for, and ends each line of its recipients", async () => {
    const { model } = await report("month", "2026-11");
    expect(model.parts[0]?.text?.[0]).toMatch(
      /^Thực hiện Nghị định số 79\/2025\/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ/u,
    );
    expect(model.parts.at(-1)?.text).toEqual([
      "Trên đây là báo cáo kết quả rà soát, xử lý văn bản quy phạm pháp luật tháng 11 năm 2026, Sở Tư pháp kính báo cáo Ủy ban nhân dân …./.",
    ]);
    expect(model.paper?.recipients).toEqual(["Ủy ban nhân dân …;", "Lưu: VT."]);
    expect((await report("year", "2026")).model.paper?.recipients).toContain("Bộ Tư pháp;");
    expect((await report("month", "2024-05")).model.parts[0]?.text?.[0]).toContain("Nghị định số 34/2016/NĐ-CP");
  });
});

describe("figures that must agree", () => {
  it("what is reviewed outside of any batch had to be reviewed; twice concluded counts once; mẫu 04 has what is left", async () => {
    const own = await openStore(":memory:");
    const { b, d } = await departmentAtWork(own);
    const at = startOfDay("2026-11-13");
    const conclude = async (id: string, work: string, form: "replace" | "amend"): Promise<void> => {
      const sheet = aSheet(id, { work, at: at - 1000 });
      await own.sheets.open(sheet);
      const concludedBy = { id: "ha", signature: "Hà (ha)", at: at + Number(id.slice(1)) };
      await own.sheets.change({ ...sheet, state: "concluded", body: { ...sheet.body, form, concludedBy } }, 1);
    };
    await conclude("x1", b.id, "replace");
    await conclude("x2", b.id, "amend");
    await conclude("x3", d.id, "replace");
    await own.handlings.add([
      aHandling("older", { work: d.id, at: startOfDay("2026-10-20"), updatedAt: 0, body: { form: "amend" } }),
    ]);
    const { now: review } = await reviewFigures(own, { now: { from: "2026-11-01", to: "2026-11-30" } });
    const symbols = (items: readonly FigureItem[]) => items.map(({ work }) => work?.symbol).sort();
    expect(symbols(review.reviewed)).toEqual(["12/2021/QĐ-UBND", "13/2022/NQ-HĐND", "14/2022/QĐ-UBND"]);
    expect(symbols(review.todo)).toEqual(symbols(review.reviewed));
    expect(review.reviewed.find(({ work }) => work?.id === b.id)?.form).toBe("amend");
    const left = review.toHandle.filter((item) => !review.handled.includes(item));
    const query = { from: "2026-11-01", to: "2026-11-30", scope: ANY_DOCUMENT, regime: null, title: null };
    const { model } = await fillReport(own, { ...query, form: "04", publishedUntil: null });
    expect(model.parts[0]?.total?.n).toBe(3);
    expect(left).toHaveLength(3);
    await own.close();
  });
});

describe("the other reports", () => {
  it("the yearly one has the six parts of Điều 54", async () => {
    const { sections } = await report("year", "2026");
    const labels = sections.map(({ part }) => part.label).filter((label) => /^\d\. /u.test(label));
    expect(labels.map((label) => label.slice(0, 2))).toEqual(["1.", "2.", "3.", "4.", "5.", "6."]);
    expect(sections.filter(({ prose }) => prose !== null).map(({ key }) => key)).toEqual([
      "a",
      "b",
      "c",
      "d",
      "dd",
      "e",
    ]);
  });

  it("the one for administrative reform tells the share that was handled", async () => {
    const [first] = (await report("reform", "2026-Q4")).sections;
    expect(first && rowsOf(first.part).at(-1)).toBe("Tổng số | 2 | 1 | 50% | –");
  });

  it("the campaign says when it must be over", async () => {
    const [first] = (await report("campaign", "2026-11")).sections;
    expect(first?.part.text?.[0]).toMatch(/chưa có văn bản của cơ quan đã sáp nhập|01\/03\/2027/u);
  });
});

describe("what people write", () => {
  const write = (text: string, seen: number) =>
    writeReportProse({ store, key: proseKey(span("month", "2026-11"), "views"), text, seen, by: "Hà", now: 5 });

  it("stands in the report, is written over only by who saw it, and is noted without its words", async () => {
    expect(await write("Hai việc khó.\n\nMột kiến nghị.", 0)).toBe(true);
    expect(await write("Việc khác", 0)).toBe(false);
    const { model } = await report("month", "2026-11");
    expect(model.parts[0]?.text?.[0]).toMatch(/^Thực hiện Nghị định số 79\/2025\/NĐ-CP .* như sau:$/u);
    expect(model.parts.at(-2)?.text).toEqual(["Hai việc khó.", "Một kiến nghị."]);
    const [entry] = await store.audit.list({ limit: 1 });
    expect(entry).toMatchObject({ action: "report.write", detail: { version: 1, length: 29 } });
  });
});
