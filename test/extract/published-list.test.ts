import { describe, expect, it } from "vitest";
import type { ReadRow } from "../../src/domain/publication.ts";
import { type ListLine, readListCells } from "../../src/extract/read-list-cells.ts";
import { readListText } from "../../src/extract/read-list-text.ts";

/** A list of the fictional province as the text of a gazette's PDF gives it: cells one below another, lines broken, pages turned. */
const GAZETTE = `ỦY BAN NHÂN DÂN TỈNH AN KHÊ
Điều 1. Công bố kèm theo Quyết định này:
1. Danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ năm 2025.
2. Danh mục văn bản quy phạm pháp luật hết hiệu lực một phần năm 2025.

 12
CÔNG BÁO/Số 7 + 8/Ngày 15-02-2026
     12
DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT HẾT HIỆU LỰC TOÀN BỘ HOẶC MỘT PHẦN NĂM 2025
(Kèm theo Quyết định số 315/QĐ-UBND ngày 22/01/2026
của Ủy ban nhân dân tỉnh An Khê)

A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ THUỘC LĨNH VỰC QUẢN LÝ CỦA ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết
hiệu lực
I. LĨNH VỰC GIAO THÔNG
1
Quyết định số 12/2021/QĐ-UBND ngày 04/5/2021
của Ủy ban nhân dân tỉnh An Khê ban hành Quy chế
quản lý bến khách ngang sông
Được thay thế bởi Quyết định số 17/2025/
QĐ-UBND ngày 06/10/2025 của Ủy ban nhân
dân tỉnh An Khê
16/10/2025
2
Nghị quyết số 05/2019/NQ-HĐND ngày 12 tháng 7 năm
2019 của Hội đồng nhân dân tỉnh An Khê quy định mức
hỗ trợ đò ngang
Bị bãi bỏ bởi Nghị quyết số 21/2025/NQ-
HĐND ngày 01/9/2025 của Hội đồng nhân dân

13
CÔNG BÁO/Số 7 + 8/Ngày 15-02-2026
     13
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết
hiệu lực
tỉnh An Khê
11/9/2025
II. LĨNH VỰC XÂY DỰNG
1
Quyết định số 055/2018/QĐ-UBND ngày
01
tháng 3 năm 2018 của Ủy ban nhân dân tỉnh An Khê về quản lý nhà ở
Hết thời hạn có hiệu lực đã được quy định trong văn bản
01/01/2025
Tổng số: 4 văn bản
B. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN
STT Văn bản hết hiệu lực một phần Nội dung, quy định
hết hiệu lực
Lý do hết hiệu lực
Ngày hết
hiệu lực
1
Quyết định số 30/2022/QĐ-UBND ngày
15/8/2022 của Ủy ban nhân dân tỉnh
An Khê sửa đổi, bổ sung
Điều 3 của Quy chế tiếp công dân
- Khoản 2 Điều 5, Điều
6; Phụ lục II
Được sửa đổi bởi Quyết định số
40/2025/QĐ-UBND ngày 02/12/2025
15/12/2025
Tổng số: 1 văn bản
Nơi nhận:
1. Văn phòng
`;

const short = ({ no, fate, part, group, symbol, issuedOn, endedBy, since }: ReadRow) => [
  part,
  group.split(".")[0],
  no,
  fate,
  symbol,
  issuedOn,
  endedBy,
  since,
];

describe("a published list from the text of a PDF", () => {
  const list = readListText(GAZETTE);

  it("reads each row, whatever page and line it is broken over", () => {
    expect(list.rows.map(short)).toEqual([
      ["A", "I", 1, "ceased", "12/2021/QĐ-UBND", "2021-05-04", "17/2025/QĐ-UBND", "2025-10-16"],
      ["A", "I", 2, "ceased", "05/2019/NQ-HĐND", "2019-07-12", "21/2025/NQ-HĐND", "2025-09-11"],
      ["A", "II", 1, "ceased", "055/2018/QĐ-UBND", "2018-03-01", null, "2025-01-01"],
      ["B", "", 1, "partly-ceased", "30/2022/QĐ-UBND", "2022-08-15", "40/2025/QĐ-UBND", "2025-12-15"],
    ]);
  });

  it("parts the name, what of it ended, and the reason", () => {
    expect(list.rows[0]).toMatchObject({
      type: "quyet-dinh",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      title: "ban hành Quy chế quản lý bến khách ngang sông",
      problems: [],
    });
    expect(list.rows[3]).toMatchObject({
      title: "sửa đổi, bổ sung Điều 3 của Quy chế tiếp công dân",
      content: "- Khoản 2 Điều 5, Điều 6; Phụ lục II",
      reason: "Được sửa đổi bởi Quyết định số 40/2025/QĐ-UBND ngày 02/12/2025",
    });
  });

  it("says of a row that a page turn broke that its cells may be mixed", () => {
    expect(list.rows[1]?.problems).toEqual(["Dòng vắt sang trang khác: tên gọi và lý do có thể lẫn nhau"]);
  });

  it("sets what the list counts beside what was read", () => {
    expect(list.totals.map(({ said, rows }) => [said, rows])).toEqual([
      [4, 3],
      [1, 1],
    ]);
  });

  it("reads nothing out of a text that is no list", () => {
    expect(readListText("QUYẾT ĐỊNH\nĐiều 1. Phạm vi\n1. Quyết định số 12/2021/QĐ-UBND còn hiệu lực.").rows).toEqual(
      [],
    );
  });
});

const row = (...cells: string[]): ListLine => ({ cells, inTable: true, place: "dòng 1" });
const said = (text: string): ListLine => ({ cells: [text], inTable: false, place: "dòng 1" });

const FORM_01 = [
  "STT",
  "Tên loại văn bản; cơ quan ban hành",
  "Số, ký hiệu; ngày, tháng, năm ban hành văn bản",
  "Tên gọi của văn bản",
  "Lý do hết hiệu lực, tạm ngưng hiệu lực",
  "Ngày hết hiệu lực, tạm ngưng hiệu lực",
];

describe("a published list from the cells of its tables", () => {
  it("knows the columns of NĐ 79/2025 by their headings, groups and parts by their rows", () => {
    const list = readListCells([
      said("A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ NĂM 2025"),
      row(...FORM_01),
      row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
      row("I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ"),
      row("Bảng này tiếp theo bảng trên", "", "", "", "", ""),
      row(
        "1",
        "Quyết định của Ủy ban nhân dân tỉnh An Khê",
        "12/2021/QĐ-UBND ngày 04/05/2021",
        "Ban hành Quy chế quản lý bến khách",
        "Bị bãi bỏ bởi Quyết định số 1385/QĐ-UBND ngày 14/10/2025",
        "14/10/2025",
      ),
      row("II. VĂN BẢN NGƯNG HIỆU LỰC TOÀN BỘ"),
      row(
        "1",
        "Nghị quyết; Hội đồng nhân dân tỉnh An Khê",
        "05/2019/NQ-HĐND ngày 12/07/2019",
        "Mức thu",
        "Tạm ngưng",
        "01/02/2025",
      ),
      said("Tổng số: 2 văn bản"),
    ]);
    expect(list?.rows.map(short)).toEqual([
      ["A", "I", 1, "ceased", "12/2021/QĐ-UBND", "2021-05-04", "1385/QĐ-UBND", "2025-10-14"],
      ["A", "II", 1, "suspended", "05/2019/NQ-HĐND", "2019-07-12", null, "2025-02-01"],
    ]);
    expect(list?.rows[0]).toMatchObject({
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      title: "Ban hành Quy chế quản lý bến khách",
    });
    expect(list?.totals).toMatchObject([{ said: 2, rows: 2 }]);
  });

  it("knows those of NĐ 34/2016, and joins the halves of a row that a page turn broke, cell by cell", () => {
    const heads = [
      "STT",
      "Tên loại văn bản",
      "Số, ký hiệu; ngày, tháng, năm ban hành; tên gọi của văn bản/trích yếu nội dung của văn bản",
      "Nội dung, quy định hết hiệu lực, ngưng hiệu lực",
      "Lý do hết hiệu lực, ngưng hiệu lực",
      "Ngày hết hiệu lực, ngưng hiệu lực",
    ];
    const list = readListCells([
      said("A. VĂN BẢN HẾT HIỆU LỰC, NGƯNG HIỆU LỰC MỘT PHẦN NĂM 2024"),
      row(...heads),
      row("I. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN"),
      row(
        "1",
        "Quyết định",
        "30/2022/QĐ-UBND ngày 15/8/2022 về tiếp",
        "Khoản 2 Điều 5",
        "Được sửa đổi bởi Quyết định số 40/2024/",
        "15/12/2024",
      ),
      row(...heads),
      row("", "", "công dân", "Phụ lục II", "QĐ-UBND ngày 02/12/2024", ""),
    ]);
    expect(list?.rows).toHaveLength(1);
    expect(list?.rows[0]).toMatchObject({
      symbol: "30/2022/QĐ-UBND",
      title: "về tiếp công dân",
      content: "Khoản 2 Điều 5 Phụ lục II",
      reason: "Được sửa đổi bởi Quyết định số 40/2024/QĐ-UBND ngày 02/12/2024",
      endedBy: "40/2024/QĐ-UBND",
      since: "2024-12-15",
    });
  });

  it("keeps a row of which nothing can be made, and takes no other table for a list", () => {
    const list = readListCells([
      row(...FORM_01),
      row("1", "Quyết định", "không rõ số", "Về phí", "Bị bãi bỏ", "chưa rõ"),
    ]);
    expect(list).toMatchObject({
      rows: [],
      unread: [{ text: "1 | Quyết định | không rõ số | Về phí | Bị bãi bỏ | chưa rõ" }],
    });
    expect(readListCells([row("STT", "Loại phí", "Mức thu"), row("1", "Đò ngang", "5.000")])).toBeNull();
  });
});
