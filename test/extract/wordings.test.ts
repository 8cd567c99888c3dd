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
