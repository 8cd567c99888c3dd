import { describe, expect, it } from "vitest";
import { amendmentLines, decision, facts } from "./documents.ts";

const OLD = "Quyết định số 12/2021/QĐ-UBND";
const closing = (clause: string): string =>
  decision(
    "Quy định quản lý chợ",
    `Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định về chợ.\nĐiều 2. Hiệu lực thi hành\n1. Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2025.\n2. ${clause}`,
  );

/** `action symbol eId | day | event | last day | exception`, empty fields left out. */
const told = (text: string): string[] =>
  facts(text).amendments.map((a) =>
    [
      `${a.action} ${a.target.symbol} ${a.target.eId ?? "-"}`,
      a.effectiveOn,
      a.event,
      a.until && `đến ${a.until}`,
      a.exception,
    ]
      .filter(Boolean)
      .join(" | "),
  );

describe("corrections", () => {
  const TITLE = `Đính chính ${OLD} ngày 05 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh An Sơn`;
  it.each([
    "Tại khoản 2 Điều 5, “Sở Xây đựng” được đính chính thành “Sở Xây dựng”.",
    "Khoản 2 Điều 5: “Sở Xây đựng” đính chính thành “Sở Xây dựng”.",
    "“Sở Xây đựng” tại khoản 2 Điều 5 được sửa lại thành “Sở Xây dựng”.",
    "Cụm từ “Sở Xây đựng” tại khoản 2 Điều 5 được đính chính thành cụm từ “Sở Xây dựng”.",
    "Tại khoản 2 Điều 5 đã viết: “Sở Xây đựng”, nay đính chính là: “Sở Xây dựng”.",
    "Tại khoản 2 Điều 5 đã in “Sở Xây đựng”; nay sửa lại là “Sở Xây dựng”.",
  ])("%s", (words) => {
    expect(amendmentLines(decision(TITLE, `Điều 1. ${TITLE} như sau:\n1. ${words}`))).toEqual([
      "art_1__cl_1 correct 12/2021/QĐ-UBND art_5__cl_2 Sở Xây đựng→Sở Xây dựng",
    ]);
  });

  it("is one correction where document and place stand in one sentence", () => {
    const body = `Điều 1. ${TITLE} như sau: tại khoản 2 Điều 5, “tháng 12” được sửa thành “tháng 01”.`;
    expect(amendmentLines(decision(TITLE, body))).toEqual([
      "art_1 correct 12/2021/QĐ-UBND art_5__cl_2 tháng 12→tháng 01",
    ]);
  });
});

describe("the day or event with which a sentence begins", () => {
  it.each([
    [
      `Kể từ ngày Luật Cấp nước có hiệu lực, bãi bỏ ${OLD}; bãi bỏ Quyết định số 15/2022/QĐ-UBND. Bãi bỏ Quyết định số 16/2022/QĐ-UBND.`,
      [
        "repeal-document 12/2021/QĐ-UBND - | Kể từ ngày Luật Cấp nước có hiệu lực",
        "repeal-document 15/2022/QĐ-UBND - | Kể từ ngày Luật Cấp nước có hiệu lực",
        "repeal-document 16/2022/QĐ-UBND -",
      ],
    ],
    [
      `Kể từ ngày Nghị định số 742/2024/NĐ-CP hết hiệu lực, bãi bỏ ${OLD}.`,
      ["repeal-document 12/2021/QĐ-UBND - | Kể từ ngày Nghị định số 742/2024/NĐ-CP hết hiệu lực"],
    ],
    [
      `Kể từ ngày Nghị định của Chính phủ quy định về chợ có hiệu lực, bãi bỏ ${OLD}.`,
      ["repeal-document 12/2021/QĐ-UBND - | Kể từ ngày Nghị định của Chính phủ quy định về chợ có hiệu lực"],
    ],
    [`Kể từ ngày Quyết định này có hiệu lực, bãi bỏ ${OLD}.`, ["repeal-document 12/2021/QĐ-UBND -"]],
    [`Kể từ ngày 01 tháng 3 năm 2027, bãi bỏ ${OLD}.`, ["repeal-document 12/2021/QĐ-UBND - | 2027-03-01"]],
    [`Kể từ ngày Luật Cấp nước có hiệu lực, ${OLD} tiếp tục có hiệu lực.`, ["extend 12/2021/QĐ-UBND -"]],
    [
      `Kể từ ngày Luật Cấp nước có hiệu lực, văn bản sau đây tiếp tục có hiệu lực:\na) ${OLD}.`,
      ["extend 12/2021/QĐ-UBND -"],
    ],
    [
      `Khi Luật Cấp nước có hiệu lực, bãi bỏ ${OLD}.`,
      ["repeal-document 12/2021/QĐ-UBND - | Khi Luật Cấp nước có hiệu lực"],
    ],
    [
      `Khi Luật Cấp nước có hiệu lực thi hành, ${OLD} hết hiệu lực.`,
      ["expire 12/2021/QĐ-UBND - | Khi Luật Cấp nước có hiệu lực thi hành"],
    ],
    [`Khi Quyết định này có hiệu lực, ${OLD} hết hiệu lực.`, ["expire 12/2021/QĐ-UBND -"]],
    [
      `Bãi bỏ ${OLD} kể từ khi Luật Cấp nước có hiệu lực.`,
      ["repeal-document 12/2021/QĐ-UBND - | kể từ khi Luật Cấp nước có hiệu lực"],
    ],
    [
      `Bãi bỏ ${OLD} khi Nghị quyết về chợ được Hội đồng nhân dân thông qua.`,
      ["repeal-document 12/2021/QĐ-UBND - | khi Nghị quyết về chợ được Hội đồng nhân dân thông qua"],
    ],
    [`${OLD} hết hiệu lực khi có văn bản thay thế.`, ["expire 12/2021/QĐ-UBND - | khi có văn bản thay thế"]],
    ["Khi Luật Cấp nước có hiệu lực, Ủy ban nhân dân xã bãi bỏ các quy định về chợ.", []],
    [`Khi sửa đổi ${OLD}, Sở Xây dựng báo cáo Ủy ban nhân dân tỉnh.`, []],
    [`Kể từ ngày 01/3/2027, ${OLD} hết hiệu lực.`, ["expire 12/2021/QĐ-UBND - | 2027-03-01"]],
    [
      `Các Quyết định sau đây hết hiệu lực kể từ ngày 01 tháng 3 năm 2027:\na) ${OLD};\nb) Quyết định số 15/2022/QĐ-UBND.`,
      ["expire 12/2021/QĐ-UBND - | 2027-03-01", "expire 15/2022/QĐ-UBND - | 2027-03-01"],
    ],
    [
      `Kể từ ngày Luật Cấp nước có hiệu lực, bãi bỏ các Quyết định sau:\na) ${OLD};\nb) Quyết định số 15/2022/QĐ-UBND.`,
      [
        "repeal-document 12/2021/QĐ-UBND - | Kể từ ngày Luật Cấp nước có hiệu lực",
        "repeal-document 15/2022/QĐ-UBND - | Kể từ ngày Luật Cấp nước có hiệu lực",
      ],
    ],
  ])("%s", (clause, lines) => {
    expect(told(closing(clause))).toEqual(lines);
  });
});

describe("going on", () => {
  it.each([
    [`${OLD} tiếp tục được thi hành.`, ["extend 12/2021/QĐ-UBND -"]],
    [`${OLD} được tiếp tục áp dụng đến hết ngày 31/12/2026.`, ["extend 12/2021/QĐ-UBND - | đến 2026-12-31"]],
    [
      `${OLD} tiếp tục có hiệu lực thi hành đến hết ngày 31 tháng 12 năm 2026.`,
      ["extend 12/2021/QĐ-UBND - | đến 2026-12-31"],
    ],
    [
      `${OLD} tiếp tục có hiệu lực cho đến khi có văn bản thay thế.`,
      ["extend 12/2021/QĐ-UBND - | cho đến khi có văn bản thay thế"],
    ],
    [
      `Kéo dài thời hạn áp dụng ${OLD} đến hết ngày 31 tháng 12 năm 2026.`,
      ["extend 12/2021/QĐ-UBND - | đến 2026-12-31"],
    ],
    [
      `Kéo dài thời gian áp dụng quy định tại Điều 5 ${OLD} đến ngày 31/12/2026.`,
      ["extend 12/2021/QĐ-UBND art_5 | đến 2026-12-31"],
    ],
    [
      `Trong thời gian tạm ngưng hiệu lực Nghị định số 742/2024/NĐ-CP, ${OLD} tiếp tục có hiệu lực.`,
      ["extend 12/2021/QĐ-UBND -"],
    ],
    [
      `Các quy định về giá tại ${OLD} tiếp tục được áp dụng đến hết ngày 31/12/2026.`,
      ["extend 12/2021/QĐ-UBND - | đến 2026-12-31 | chỉ một phần của văn bản tiếp tục có hiệu lực"],
    ],
    [`Các dự án đã được phê duyệt theo ${OLD} tiếp tục được thi hành đến hết ngày 31/12/2026.`, []],
    [`Hồ sơ đã tiếp nhận thì tiếp tục thực hiện theo ${OLD}.`, []],
  ])("%s", (clause, lines) => {
    expect(told(closing(clause))).toEqual(lines);
  });

  it("speaks from the day an announcement names, which lies before its own", () => {
    const title = "Công bố văn bản quy định chi tiết Nghị định số 742/2024/NĐ-CP tiếp tục có hiệu lực thi hành";
    const list = `các quyết định sau đây tiếp tục có hiệu lực thi hành:\n1. ${OLD} ngày 05 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh An Sơn quy định về quản lý chợ.\n2. Quyết định số 15/2022/QĐ-UBND ngày 01 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh An Sơn quy định về bến xe.`;
    expect(told(decision(title, `Điều 1. Kể từ ngày 15 tháng 9 năm 2025, ${list}`, { symbol: "145/QĐ-UBND" }))).toEqual(
      ["extend 12/2021/QĐ-UBND - | 2025-09-15", "extend 15/2022/QĐ-UBND - | 2025-09-15"],
    );
  });
});

describe("suspending", () => {
  it.each([
    [
      `Tạm ngưng hiệu lực ${OLD} cho đến khi Luật Cấp nước có hiệu lực thi hành.`,
      ["suspend 12/2021/QĐ-UBND - | cho đến khi Luật Cấp nước có hiệu lực thi hành"],
    ],
    [
      `Tạm ngưng hiệu lực một phần ${OLD} từ ngày 01/12/2025 đến ngày 31/12/2026.`,
      ["unknown 12/2021/QĐ-UBND - | 2025-12-01 | đến 2026-12-31"],
    ],
  ])("%s", (clause, lines) => {
    expect(told(closing(clause))).toEqual(lines);
  });
});

describe("exceptions and catch-alls", () => {
  it.each([
    [
      `Bãi bỏ ${OLD}, trừ Điều 5, khoản 2 Điều 6 và Phụ lục II.`,
      ["repeal-document 12/2021/QĐ-UBND - | trừ Điều 5, khoản 2 Điều 6 và Phụ lục II"],
    ],
    [
      `Quyết định này thay thế ${OLD}, trừ quy định tại Điều 5 và Điều 6.`,
      ["replace-document 12/2021/QĐ-UBND - | trừ quy định tại Điều 5 và Điều 6"],
    ],
    [
      `Bãi bỏ ${OLD}; riêng Điều 5 tiếp tục có hiệu lực đến hết ngày 31/12/2026.`,
      ["repeal-document 12/2021/QĐ-UBND - | riêng Điều 5 tiếp tục có hiệu lực đến hết ngày 31/12/2026"],
    ],
    [
      `Quyết định này thay thế ${OLD}, trừ các nội dung sau:\na) Điều 5;\nb) Khoản 2 Điều 6.`,
      ["replace-document 12/2021/QĐ-UBND - | trừ các nội dung sau"],
    ],
    [
      `Bãi bỏ các Quyết định sau đây, trừ trường hợp quy định tại Điều 9 Quyết định này:\na) ${OLD};\nb) Quyết định số 15/2022/QĐ-UBND.`,
      [
        "repeal-document 12/2021/QĐ-UBND - | trừ trường hợp quy định tại Điều 9 Quyết định này",
        "repeal-document 15/2022/QĐ-UBND - | trừ trường hợp quy định tại Điều 9 Quyết định này",
      ],
    ],
    [
      `Bãi bỏ các quy định tại khoản 2 Điều 5 ${OLD}; Điều 7 Quyết định số 15/2022/QĐ-UBND.`,
      ["repeal 12/2021/QĐ-UBND art_5__cl_2", "repeal 15/2022/QĐ-UBND art_7"],
    ],
    [`Các quy định tại Điều 5 ${OLD} hết hiệu lực thi hành.`, ["expire 12/2021/QĐ-UBND art_5"]],
    [`Các quy định về chợ tại ${OLD} hết hiệu lực thi hành.`, ["unknown 12/2021/QĐ-UBND -"]],
    [`${OLD} hết hiệu lực một phần.`, ["unknown 12/2021/QĐ-UBND -"]],
    [`Trường hợp ${OLD} hết hiệu lực thì thực hiện theo văn bản thay thế.`, []],
    [`Giấy phép đã cấp theo ${OLD} hết hiệu lực sau 12 tháng.`, []],
    [`Chấm dứt hiệu lực ${OLD}.`, ["expire 12/2021/QĐ-UBND -"]],
    [`${OLD} bị thay thế bởi Quyết định này.`, ["replace-document 12/2021/QĐ-UBND -"]],
    [`Bãi bỏ Quy định quản lý chợ ban hành kèm theo ${OLD}.`, ["repeal 12/2021/QĐ-UBND att_1"]],
    [
      `Bãi bỏ Điều 1, Điều 2 ${OLD} và toàn bộ Quyết định số 15/2022/QĐ-UBND.`,
      ["repeal 12/2021/QĐ-UBND art_1", "repeal 12/2021/QĐ-UBND art_2", "repeal-document 15/2022/QĐ-UBND -"],
    ],
    [`Bãi bỏ các nội dung về phí chợ tại Điều 5 ${OLD}.`, ["unknown 12/2021/QĐ-UBND art_5"]],
    [
      `Thay thế ${OLD} ngày 05 tháng 4 năm 2021 và bãi bỏ khoản 2 Điều 5 Quyết định số 15/2022/QĐ-UBND.`,
      ["replace-document 12/2021/QĐ-UBND -", "repeal 15/2022/QĐ-UBND art_5__cl_2"],
    ],
    [`Bãi bỏ Điều 5 ${OLD}, trừ khoản 2.`, ["repeal 12/2021/QĐ-UBND art_5 | trừ khoản 2"]],
    ["Các quy định trước đây của Ủy ban nhân dân tỉnh trái với quy định tại Quyết định này đều hết hiệu lực.", []],
    ["Bãi bỏ các quy định trước đây trái với Quyết định này.", []],
    [`Bãi bỏ ${OLD} và các quy định trước đây trái với Quyết định này.`, ["repeal-document 12/2021/QĐ-UBND -"]],
    [
      `Bãi bỏ ${OLD}, Quyết định số 15/2022/QĐ-UBND và các văn bản sửa đổi, bổ sung, thay thế các Quyết định này.`,
      ["repeal-document 12/2021/QĐ-UBND -", "repeal-document 15/2022/QĐ-UBND -"],
    ],
  ])("%s", (clause, lines) => {
    expect(told(closing(clause))).toEqual(lines);
  });
});

describe("resuming", () => {
  it.each([
    [`Tiếp tục thi hành ${OLD} kể từ ngày 01 tháng 3 năm 2026.`, ["resume 12/2021/QĐ-UBND - | 2026-03-01"]],
    [`Khôi phục hiệu lực khoản 2 Điều 5 ${OLD}.`, ["resume 12/2021/QĐ-UBND art_5__cl_2"]],
    [`${OLD} được khôi phục hiệu lực kể từ ngày 01/3/2026.`, ["resume 12/2021/QĐ-UBND - | 2026-03-01"]],
    [`Chấm dứt việc tạm ngưng hiệu lực khoản 2 Điều 5 ${OLD}.`, ["resume 12/2021/QĐ-UBND art_5__cl_2"]],
    [`Bãi bỏ việc tạm ngưng hiệu lực ${OLD}.`, ["resume 12/2021/QĐ-UBND -"]],
    [`Các cơ quan tiếp tục thi hành ${OLD} cho đến khi có văn bản mới.`, []],
  ])("%s", (clause, lines) => {
    expect(told(closing(clause))).toEqual(lines);
  });
});

describe("a paragraph without number under the heading of its article", () => {
  const TITLE = `Sửa đổi, bổ sung một số điều của ${OLD}`;
  it.each([
    ["Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Chợ hạng 2.”", ["art_1 amend 12/2021/QĐ-UBND art_5__cl_2"]],
    [
      "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 1 Điều 2.",
      ["art_1 replace-phrase 12/2021/QĐ-UBND art_2__cl_1 cấp huyện→cấp xã"],
    ],
    ["Bãi bỏ khoản 4 Điều 7.", ["art_1 repeal 12/2021/QĐ-UBND art_7__cl_4"]],
  ])("%s", (paragraph, lines) => {
    expect(amendmentLines(decision(TITLE, `Điều 1. ${TITLE}\n${paragraph}`))).toEqual(lines);
  });
});

it.each([`Bãi bỏ ${OLD} và các văn bản sửa đổi, bổ sung.`, `Bãi bỏ ${OLD} và các văn bản sửa đổi, bổ sung ${OLD}.`])(
  "names nothing with “và các văn bản sửa đổi, bổ sung”: %s",
  (clause) => {
    expect(told(closing(clause))).toEqual(["repeal-document 12/2021/QĐ-UBND -"]);
  },
);

describe("what an exception keeps alive is no extension of the whole", () => {
  it.each([
    [
      `${OLD} hết hiệu lực kể từ ngày 01/3/2026, trừ các quy định tại khoản 2 Điều 5 tiếp tục có hiệu lực đến hết ngày 31/12/2026.`,
      "expire 12/2021/QĐ-UBND - | 2026-03-01 | trừ các quy định tại khoản 2 Điều 5 tiếp tục có hiệu lực đến hết ngày 31/12/2026",
    ],
    [
      `Bãi bỏ ${OLD}, trừ Điều 5 tiếp tục có hiệu lực.`,
      "repeal-document 12/2021/QĐ-UBND - | trừ Điều 5 tiếp tục có hiệu lực",
    ],
    [
      `${OLD} hết hiệu lực, trừ quy định tại Điều 5 của ${OLD} được tiếp tục thi hành.`,
      `expire 12/2021/QĐ-UBND - | trừ quy định tại Điều 5 của ${OLD} được tiếp tục thi hành`,
    ],
  ])("%s", (clause, line) => {
    expect(told(closing(clause))).toEqual([line]);
  });
});

describe("announced lists of what has expired", () => {
  const TITLE =
    "Về việc công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ, hết hiệu lực một phần năm 2025";
  const BODY =
    "Điều 1. Công bố kèm theo Quyết định này Danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ, hết hiệu lực một phần năm 2025.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.";
  const annex = (tail: string): string[] => told(decision(TITLE, BODY, { symbol: "145/QĐ-UBND", tail }));
  const caption = (what: string): string =>
    `DANH MỤC\nVĂN BẢN QUY PHẠM PHÁP LUẬT ${what} NĂM 2025\n(Ban hành kèm theo Quyết định số 145/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh An Khê)`;
  const columns = ["STT", "Tên loại văn bản", "Số, ký hiệu; ngày ban hành", "Tên gọi", "Lý do", "Ngày hết hiệu lực"];
  const rows = [
    columns,
    [
      "1",
      "Quyết định",
      "12/2021/QĐ-UBND ngày 05/4/2021",
      "Quy định quản lý chợ",
      "Quyết định số 45/2025/QĐ-UBND ngày 20/11/2025 thay thế",
      "01/12/2025",
    ],
    ["2", "Quyết định", "15/2022/QĐ-UBND ngày 01/3/2022", "Quy định bến xe", "Bị bãi bỏ", "không rõ"],
  ];
  const pipes = (table: string[][]): string => table.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const cells = (table: string[][]): string => table.flat().join("\n");

  it.each([
    ["pipes", pipes],
    ["a cell a line", cells],
  ])("takes the day of each row, table written with %s", (_, write) => {
    expect(annex(`${caption("HẾT HIỆU LỰC TOÀN BỘ")}\n${write(rows)}`)).toEqual([
      "expire 12/2021/QĐ-UBND - | 2025-12-01",
      "unknown 15/2022/QĐ-UBND -",
    ]);
  });

  it.each(["HẾT HIỆU LỰC MỘT PHẦN", "HẾT HIỆU LỰC, NGƯNG HIỆU LỰC TOÀN BỘ", "HẾT HIỆU LỰC"])(
    "ends nothing below the heading %s",
    (what) => {
      expect(annex(`${caption(what)}\n${pipes(rows)}`)).toEqual([
        "unknown 12/2021/QĐ-UBND -",
        "unknown 15/2022/QĐ-UBND -",
      ]);
    },
  );

  it("takes no day of issue for the day of expiry", () => {
    const short = [["STT", "Số, ký hiệu", "Tên gọi", "Ngày ban hành", "Lý do hết hiệu lực"]];
    const table = [...short, ["1", "12/2021/QĐ-UBND", "Quy định quản lý chợ", "05/4/2021"]];
    expect(annex(`${caption("HẾT HIỆU LỰC TOÀN BỘ")}\n${pipes(table)}`)).toEqual(["unknown 12/2021/QĐ-UBND -"]);
  });

  it("follows the headings inside one list", () => {
    const list = (what: string, first: string): string =>
      `${what}\n${cells([columns, ["1", "Nghị quyết", `Số ${first} ngày 10/12/2020`, "Về mức thu phí chợ", "Hết thời hạn", "01/01/2025"]])}`;
    expect(
      annex(
        `${caption("HẾT HIỆU LỰC TOÀN BỘ, HẾT HIỆU LỰC MỘT PHẦN")}\n${list("A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ", "21/2020/NQ-HĐND")}\n${list("B. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN", "22/2020/NQ-HĐND")}`,
      ),
    ).toEqual(["expire 21/2020/NQ-HĐND - | 2025-01-01", "unknown 22/2020/NQ-HĐND -"]);
  });

  it("reads a list in articles", () => {
    const item = (n: number, symbol: string, day: string): string =>
      `${n}. Quyết định số ${symbol} ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Sơn về quản lý chợ; lý do: được thay thế bằng Quyết định số 45/2025/QĐ-UBND${day}.`;
    const text = `Điều 1. Công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ năm 2025, gồm:\n${item(1, "12/2021/QĐ-UBND", "; ngày hết hiệu lực: 01/12/2025")}\n${item(2, "13/2021/QĐ-UBND", "")}\nĐiều 2. Công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực một phần năm 2025, gồm:\n${item(1, "14/2021/QĐ-UBND", "; ngày hết hiệu lực: 01/12/2025")}`;
    expect(told(decision(TITLE, text, { symbol: "145/QĐ-UBND" }))).toEqual([
      "expire 12/2021/QĐ-UBND - | 2025-12-01",
      "unknown 13/2021/QĐ-UBND -",
      "unknown 14/2021/QĐ-UBND -",
    ]);
  });
});
