import { describe, expect, test } from "vitest";
import type { ReportModel } from "../../../src/report/form.ts";
import { fillForm } from "../../../src/report/forms/fill-form.ts";
import { standingOf } from "../../../src/report/forms/form-entries.ts";
import { type FormKey, formOn } from "../../../src/report/forms/form-definition.ts";
import type { FormMaterial, ListedWork } from "../../../src/report/forms/listed-work.ts";
import { countForm } from "../../../src/report/forms/lay-out-form.ts";
import { CULTURE, LAND, listed, material, proof, ROADS, work } from "./listing.ts";

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const OF = "của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê";

function filled(key: FormKey, from: FormMaterial | readonly ListedWork[], regime: string | null = null): ReportModel {
  const given = Array.isArray(from) ? material(from as readonly ListedWork[]) : (from as FormMaterial);
  return fillForm({ form: formOn(key, YEAR.to, regime).form, period: YEAR, of: OF }, given);
}

/** A form as it is printed, line by line. */
const printed = (model: ReportModel): readonly string[] => [
  ...(model.heading === null ? [] : [model.heading]),
  model.kind,
  model.title,
  ...model.parts.flatMap(({ label, columns, groups, total }) => [
    ...(label === "" ? [] : [label]),
    columns.map((column) => column.label).join(" | "),
    ...groups.flatMap((group) => [
      ...(group.label === "" ? [] : [group.label]),
      ...group.rows.map((row) => row.map((cell) => cell.text).join(" | ")),
    ]),
    `${total?.label} (${total?.align})`,
  ]),
];

const newer = work("03/2026/QĐ-UBND", "2026-01-26");
const sources = new Map([[newer.id, newer]]);
const ACT = "Quyết định số 03/2026/QĐ-UBND ngày 26/01/2026 của Ủy ban nhân dân tỉnh An Khê";
const repealed = (from: string) => [proof("repealed", from, `Bị bãi bỏ bởi ${ACT}`, { work: newer.id })];

describe("mẫu số 01", () => {
  const council = work("11/2022/NQ-HĐND", "2022-07-08");
  const committee = work("12/2020/QĐ-UBND", "2020-04-24");
  const paused = work("05/2023/QĐ-UBND", "2023-02-13");
  const missed = work("22/2021/QĐ-UBND", "2021-08-09");
  const told = work("23/2021/QĐ-UBND", "2021-08-10");
  const works = [
    listed(committee, "ceased", "2026-02-10", { because: repealed("2026-02-10") }),
    listed(council, "ceased", "2026-02-10", { because: repealed("2026-02-10") }),
    listed(paused, "suspended", "2026-03-01", {
      because: [proof("suspended", "2026-03-01", `Tạm ngưng hiệu lực theo ${ACT}`, { work: newer.id })],
      resumes: "2026-09-01",
    }),
    listed(missed, "ceased", "2025-10-20", { because: repealed("2025-10-20") }),
    listed(told, "ceased", "2025-10-20", { because: repealed("2025-10-20") }),
  ];
  const published = { whole: new Set([told.id]), part: new Map(), until: null };

  test("is printed column for column, part B with what earlier lists left out", () => {
    expect(printed(filled("01", material(works, { sources, published })))).toEqual([
      "Mẫu số 01",
      "DANH MỤC",
      `Văn bản quy phạm pháp luật hết hiệu lực, tạm ngưng hiệu lực toàn bộ ${OF} năm 2026`,
      "A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ NĂM 2026",
      "STT | Tên loại văn bản; cơ quan ban hành | Số, ký hiệu; ngày, tháng, năm ban hành văn bản | Tên gọi của văn bản | Lý do hết hiệu lực, tạm ngưng hiệu lực | Ngày hết hiệu lực, tạm ngưng hiệu lực",
      "I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ",
      `1 | Nghị quyết của Hội đồng nhân dân tỉnh An Khê | 11/2022/NQ-HĐND ngày 08/07/2022 | Quy định về việc 11/2022/NQ-HĐND | Bị bãi bỏ bởi ${ACT} | 10/02/2026`,
      `2 | Quyết định của Ủy ban nhân dân tỉnh An Khê | 12/2020/QĐ-UBND ngày 24/04/2020 | Quy định về việc 12/2020/QĐ-UBND | Bị bãi bỏ bởi ${ACT} | 10/02/2026`,
      "II. VĂN BẢN NGƯNG HIỆU LỰC TOÀN BỘ",
      `1 | Quyết định của Ủy ban nhân dân tỉnh An Khê | 05/2023/QĐ-UBND ngày 13/02/2023 | Quy định về việc 05/2023/QĐ-UBND | Tạm ngưng hiệu lực theo ${ACT} (từ ngày 01/03/2026 đến hết ngày 31/08/2026) | 01/03/2026`,
      "Tổng số: 3 văn bản (center)",
      "B. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ TRƯỚC NGÀY 01/01/2026",
      "STT | Tên loại văn bản; cơ quan ban hành | Số, ký hiệu; ngày, tháng, năm ban hành văn bản | Tên gọi của văn bản | Lý do hết hiệu lực, tạm ngưng hiệu lực | Ngày hết hiệu lực, tạm ngưng hiệu lực",
      "I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ",
      `1 | Quyết định của Ủy ban nhân dân tỉnh An Khê | 22/2021/QĐ-UBND ngày 09/08/2021 | Quy định về việc 22/2021/QĐ-UBND | Bị bãi bỏ bởi ${ACT} | 20/10/2025`,
      "II. VĂN BẢN TẠM NGƯNG HIỆU LỰC TOÀN BỘ",
      "Tổng số: 1 văn bản (center)",
    ]);
  });

  test("is counted without its rows, by the same law", () => {
    const ask = { form: formOn("01", YEAR.to, null).form, period: YEAR, of: OF };
    for (const said of [published, { ...published, whole: new Set<string>() }, { ...published, until: "2025-12-31" }]) {
      const { parts } = fillForm(ask, material(works, { sources, published: said }));
      const n = parts.reduce((all, part) => all + (part.total?.n ?? 0), 0);
      expect(countForm(ask, { works: works.map(standingOf), recommendations: [], published: said })).toBe(n);
    }
  });

  test("dates and numbers are values, and a row knows its document and its day", () => {
    const group = filled("01", material(works, { sources })).parts[0]?.groups[0];
    expect(group?.rows[0]?.[0]).toEqual({ text: "1", number: 1 });
    expect(group?.rows[0]?.[5]).toEqual({ text: "10/02/2026", date: "2026-02-10" });
    expect(group?.rows[0]?.[2]?.href).toBe(`/documents/${council.id}`);
    expect(group?.subjects?.[0]).toEqual({ work: council.id, since: "2026-02-10" });
  });

  test("all that ended up to a day may be taken as published", () => {
    const until = { whole: new Set<string>(), part: new Map(), until: "2025-12-31" };
    expect(filled("01", material(works, { published: until })).parts[1]?.total?.n).toBe(0);
  });

  test("before 01/4/2025 it is mẫu số 03 of NĐ 34/2016, with its own columns and totals", () => {
    expect(formOn("01", "2025-03-31", null).form.heading).toBe("Mẫu số 03");
    expect(formOn("01", "2025-04-01", null).form.heading).toBe("Mẫu số 01");
    const lines = printed(filled("01", material(works, { sources }), "nd-34-2016"));
    expect(lines[0]).toBe("Mẫu số 03");
    expect(lines[3]).toBe("A. VĂN BẢN HẾT HIỆU LỰC, NGƯNG HIỆU LỰC TOÀN BỘ NĂM 2026");
    expect(lines[6]).toMatch(/^1 \| Nghị quyết \| 11\/2022\/NQ-HĐND/u);
    expect(lines).toContain("Tổng số (A): 3 văn bản (left)");
  });
});

describe("mẫu số 02", () => {
  const target = work("17/2021/QĐ-UBND", "2021-05-05");
  const second = work("08/2026/QĐ-UBND", "2026-06-15");
  const SECOND = "Quyết định số 08/2026/QĐ-UBND ngày 15/06/2026 của Ủy ban nhân dân tỉnh An Khê";
  const change = (rule: string, from: string, says: string, by = newer) => proof(rule, from, says, { work: by.id });
  const units = [
    {
      eId: "art_5__cl_2",
      status: "amended" as const,
      since: "2025-03-01",
      because: [
        change("amended", "2025-03-01", `Khoản 2 Điều 5 được sửa đổi, bổ sung bởi ${ACT}`),
        change("amended", "2026-02-10", `Khoản 2 Điều 5 được sửa đổi, bổ sung bởi ${ACT}`),
      ],
    },
    {
      eId: "art_7",
      status: "amended" as const,
      since: "2026-02-10",
      because: [change("amended", "2026-02-10", `Điều 7 được sửa đổi, bổ sung bởi ${ACT}`)],
    },
    {
      eId: "art_9",
      status: "repealed" as const,
      since: "2026-06-20",
      because: [change("repealed", "2026-06-20", `Điều 9 bị bãi bỏ bởi ${SECOND}`, second)],
    },
    {
      eId: "art_8a",
      status: "inserted" as const,
      since: "2026-06-20",
      because: [change("inserted", "2026-06-20", `Điều 8a được bổ sung bởi ${SECOND}`, second)],
    },
  ];
  const both = new Map([
    [newer.id, newer],
    [second.id, second],
  ]);
  const one = listed(target, "partly-ceased", "2025-03-01", { units, because: units.flatMap((u) => u.because) });

  test("lists which provisions ended by which document, an earlier change in part B; what is inserted takes nothing away", () => {
    const model = filled("02", material([one], { sources: both }));
    expect(model.parts[0]?.groups[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      [
        "1",
        "Quyết định của Ủy ban nhân dân tỉnh An Khê",
        "17/2021/QĐ-UBND ngày 05/05/2021; Quy định về việc 17/2021/QĐ-UBND",
        "1. Khoản 2 Điều 5; Điều 7\n2. Điều 9",
        `1. Được sửa đổi, bổ sung bởi ${ACT}\n2. Bị bãi bỏ bởi ${SECOND}`,
        "1. 10/02/2026\n2. 20/06/2026",
      ],
    ]);
    const [, earlier] = model.parts;
    expect(earlier?.label).toBe("B. VĂN BẢN HẾT HIỆU LỰC, NGƯNG HIỆU LỰC MỘT PHẦN TRƯỚC NGÀY 01/01/2026");
    expect(earlier?.groups[0]?.rows[0]?.slice(3).map((cell) => cell.text)).toEqual([
      "Khoản 2 Điều 5",
      `Được sửa đổi, bổ sung bởi ${ACT}`,
      "01/03/2025",
    ]);
  });

  test("a change that a published list holds does not come again", () => {
    const published = { whole: new Set<string>(), part: new Map([[target.id, "2025-12-31"]]), until: null };
    expect(filled("02", material([one], { sources: both, published })).parts[1]?.total?.n).toBe(0);
  });

  test("a document suspended and ended in parts stands in both groups and counts once", () => {
    const pause = {
      eId: "art_2",
      status: "suspended" as const,
      since: "2026-04-01",
      because: [change("suspended", "2026-04-01", `Điều 2 tạm ngưng hiệu lực theo ${ACT}`)],
    };
    const model = filled(
      "02",
      material([listed(target, "partly-suspended", "2026-04-01", { units: [...units, pause] })], { sources: both }),
    );
    expect(model.parts[0]?.groups.map((group) => group.rows.length)).toEqual([1, 1]);
    expect(model.parts[0]?.groups[1]?.rows[0]?.[3]?.text).toBe("Điều 2");
    expect(model.parts[0]?.total?.n).toBe(1);
  });

  test("what ended but for an exception, and what a person must still settle", () => {
    const because = [
      change("repealed", "2026-05-01", `Bị bãi bỏ bởi ${ACT}, trừ Điều 5`),
      {
        ...change("amended", "2026-05-02", `Điều 3 được sửa đổi, bổ sung bởi ${ACT}; cần xác định: …`),
        certainty: "to-determine" as const,
      },
    ];
    const rows = filled("02", material([listed(target, "partly-ceased", "2026-05-01", { because })], { sources: both }))
      .parts[0]?.groups[0]?.rows;
    expect(rows?.map((row) => row.slice(3).map((cell) => cell.text))).toEqual([
      ["Toàn bộ văn bản, trừ Điều 5", `Bị bãi bỏ bởi ${ACT}`, "01/05/2026"],
    ]);
  });
});

describe("mẫu số 03", () => {
  const groups = (works: readonly ListedWork[]) =>
    (filled("03", works).parts[0]?.groups ?? []).map((g) => [
      g.label,
      ...g.rows.map((r) => `${r[0]?.text} ${r[2]?.text}`),
    ]);
  const inForce = (symbol: string, day: string, fields: ListedWork["fields"]) =>
    listed(work(symbol, day), "in-force", day, { fields });

  test("groups by field in the order of the codification, the unclear ones last, and counts anew in each", () => {
    const works = [
      inForce("7/2026/QĐ-UBND", "2026-03-01", []),
      inForce("5/2026/QĐ-UBND", "2026-02-01", [ROADS]),
      listed(work("6/2026/QĐ-UBND", "2026-02-02"), "not-yet-in-force", "2027-02-02", { fields: [CULTURE] }),
      inForce("3/2026/QĐ-UBND", "2026-01-03", [LAND]),
      listed(work("4/2026/NQ-HĐND", "2026-01-04"), "partly-ceased", "2026-06-01", { fields: [LAND] }),
      listed(work("8/2026/QĐ-UBND", "2026-01-05"), "ceased", "2026-02-05", { fields: [LAND] }),
    ];
    expect(groups(works)).toEqual([
      ["I. LĨNH VỰC ĐẤT ĐAI", "1 4/2026/NQ-HĐND ngày 04/01/2026", "2 3/2026/QĐ-UBND ngày 03/01/2026"],
      ["II. LĨNH VỰC GIAO THÔNG, VẬN TẢI", "1 5/2026/QĐ-UBND ngày 01/02/2026"],
      ["III. LĨNH VỰC VĂN HÓA, THỂ THAO, DU LỊCH", "1 6/2026/QĐ-UBND ngày 02/02/2026"],
      ["IV. CHƯA PHÂN LĨNH VỰC", "1 7/2026/QĐ-UBND ngày 01/03/2026"],
    ]);
    const [part] = filled("03", works).parts;
    expect(part?.total).toEqual({ n: 5, label: "Tổng số: 5 văn bản", align: "left" });
    expect(part?.groups.map((g) => g.rows.map((row) => row[5]?.text))).toEqual([
      ["Hết hiệu lực một phần", ""],
      [""],
      ["Chưa có hiệu lực"],
      [""],
    ]);
  });

  test("a document of two fields stands in both, says so at its first place, and counts once", () => {
    const works = [inForce("3/2026/QĐ-UBND", "2026-01-03", [ROADS, LAND])];
    expect(groups(works)).toEqual([
      ["I. LĨNH VỰC ĐẤT ĐAI", "1 3/2026/QĐ-UBND ngày 03/01/2026 (đồng thời thuộc lĩnh vực Giao thông, vận tải)"],
      ["II. LĨNH VỰC GIAO THÔNG, VẬN TẢI", "1 3/2026/QĐ-UBND ngày 03/01/2026"],
    ]);
    expect(filled("03", works).parts[0]?.total?.n).toBe(1);
  });

  test("a suspension is said with its days, and a form without documents keeps its heading", () => {
    const paused = listed(work("1/2026/QĐ-UBND", "2026-01-01"), "suspended", "2026-05-01", {
      resumes: "2027-01-01",
      fields: [LAND],
    });
    const [row] = filled("03", [paused]).parts[0]?.groups[0]?.rows ?? [];
    expect(row?.[5]?.text).toBe("Tạm ngưng hiệu lực từ ngày 01/05/2026 đến hết ngày 31/12/2026");
    expect(groups([])).toEqual([["I. LĨNH VỰC …"]]);
  });

  test("numbers forty-five fields in Roman figures", () => {
    const works = Array.from({ length: 45 }, (_, i) =>
      inForce(`${i}/2026/QĐ-UBND`, "2026-01-01", [{ topic: String(i + 1), topicName: "x" }]),
    );
    const labels = groups(works).map(([label]) => label?.split(".")[0]);
    expect([labels[3], labels[8], labels[13], labels[39], labels[44]]).toEqual(["IV", "IX", "XIV", "XL", "XLV"]);
  });
});

describe("mẫu số 04", () => {
  const blank = { asWritten: null, fields: [], formText: "", content: "", reason: "", unit: "", deadline: null };

  test("has no groups; a recommended new document has an empty name", () => {
    const recommendations = [
      { ...blank, work: null, form: "new" as const, content: "Ban hành quy định về bến thủy", unit: "Sở Xây dựng" },
      {
        ...blank,
        work: work("12/2020/QĐ-UBND", "2020-04-24"),
        form: "amend" as const,
        content: "Sửa Điều 5",
        reason: "Không còn phù hợp",
        unit: "Sở Tài chính",
        deadline: "2027-02-28",
      },
    ];
    expect(printed(filled("04", material([], { recommendations }))).slice(3)).toEqual([
      "STT | Tên loại văn bản; cơ quan ban hành | Số, ký hiệu; ngày, tháng, năm ban hành; tên gọi của văn bản | Kiến nghị hình thức xử lý văn bản | Nội dung kiến nghị xử lý/Lý do kiến nghị | Cơ quan/đơn vị chủ trì soạn thảo | Thời hạn phải xử lý",
      "1 | Quyết định của Ủy ban nhân dân tỉnh An Khê | 12/2020/QĐ-UBND ngày 24/04/2020; Quy định về việc 12/2020/QĐ-UBND | Sửa đổi, bổ sung | Sửa Điều 5\nKhông còn phù hợp | Sở Tài chính | 28/02/2027",
      "2 |  |  | Ban hành văn bản mới | Ban hành quy định về bến thủy | Sở Xây dựng | ",
      "Tổng số: 2 văn bản (left)",
    ]);
  });
});

describe("order inside a group (Điều 52)", () => {
  test("goes by field, then legal force, then day, then number as a number", () => {
    const chairman = "Chủ tịch Ủy ban nhân dân tỉnh An Khê";
    const ended = (symbol: string, day: string, field = LAND, issuer?: string) =>
      listed(work(symbol, day, issuer ? { issuer } : {}), "ceased", "2026-08-08", { fields: [field] });
    const works = [
      ended("1/2020/NQ-HĐND", "2020-01-01", ROADS),
      ended("2/2015/CT-UBND", "2015-01-01"),
      ended("10/2024/QĐ-UBND", "2024-05-05"),
      ended("9/2024/QĐ-UBND", "2024-05-05"),
      ended("1/2025/QĐ-CTUBND", "2025-08-01", LAND, chairman),
      ended("50/2023/QĐ-UBND", "2023-05-05"),
      ended("1/2026/NQ-HĐND", "2026-01-01", LAND, "Hội đồng nhân dân xã Phú Lâm"),
      ended("30/2026/NQ-HĐND", "2026-04-01"),
    ];
    const rows = filled("01", works).parts[0]?.groups[0]?.rows;
    expect(rows?.map((row) => row[2]?.text.split(" ")[0])).toEqual([
      "30/2026/NQ-HĐND",
      "50/2023/QĐ-UBND",
      "9/2024/QĐ-UBND",
      "10/2024/QĐ-UBND",
      "1/2025/QĐ-CTUBND",
      "2/2015/CT-UBND",
      "1/2026/NQ-HĐND",
      "1/2020/NQ-HĐND",
    ]);
  });
});
