import { describe, expect, it } from "vitest";
import { eIds, FOOT, parseBody } from "./an-khe.ts";

const BODY =
  "Điều 1. Ban hành kèm theo Quyết định này Quy chế giữ rừng tre.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành./.";
const ATTACHED = `${FOOT}
QUY CHẾ
Giữ rừng tre trên địa bàn tỉnh An Khê
(Ban hành kèm theo Quyết định số 12/2025/QĐ-UBND)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc giữ rừng.
Điều 2. Đối tượng áp dụng
1. Xã.
2. Người dân.
PHỤ LỤC I
MẪU ĐƠN
Mẫu số 01
Điều 1. Bên A đồng ý.
Mẫu số 02
PHỤ LỤC II
DANH MỤC RỪNG
I. Phía Bắc
1. Rừng Một
2. Rừng Hai
II. Phía Nam
1. Rừng Ba`;

describe("what follows the signature", () => {
  const document = parseBody(BODY, ATTACHED);

  it("numbers attachments in order of appearance and keeps their articles apart", () => {
    expect(document.attachments.map((a) => [a.eId, a.kind, a.num])).toEqual([
      ["att_1", "quy-che", null],
      ["att_2", "phu-luc", "I"],
      ["att_3", "phu-luc", "II"],
    ]);
    expect(eIds(document, "article")).toEqual(["art_1", "art_2", "art_3", "att_1__art_1", "att_1__art_2"]);
    expect(eIds(document)).toContain("att_1__art_2__cl_2");
    expect(eIds(document)).toContain("att_1__chp_I");
  });

  it("does not read articles out of forms, but the numbering of annexes", () => {
    expect(eIds(document).filter((e) => e.startsWith("att_2"))).toEqual(["att_2"]);
    expect(eIds(document).filter((e) => e.startsWith("att_3"))).toEqual([
      "att_3",
      "att_3__sec_I",
      "att_3__sec_I__cl_1",
      "att_3__sec_I__cl_2",
      "att_3__sec_II",
      "att_3__sec_II__cl_1",
    ]);
  });

  it("ends body and signature where they end", () => {
    expect(document.text.slice(document.body.start, document.body.end)).toMatch(/^Điều 1[\s\S]*thi hành\.\/\.$/u);
    expect(document.signature && document.text.slice(document.signature.start, document.signature.end)).toMatch(
      /^Nơi nhận[\s\S]*Trần Thị Khê$/u,
    );
  });

  it("does not take a chapter named QUY ĐỊNH CHUNG for an attachment", () => {
    const plain = parseBody(
      "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nMột.\nChương II\nQUY ĐỊNH CỤ THỂ\nĐiều 2. Mức\nHai.",
    );
    expect(plain.attachments).toEqual([]);
    expect(eIds(plain, "chapter")).toEqual(["chp_I", "chp_II"]);
  });
});

describe("preamble", () => {
  it("lists legal bases and the proposal and finds the enacting sentence", () => {
    const document = parseBody(BODY);
    expect(document.basis.map((b) => b.kind)).toEqual(["basis", "basis", "proposal"]);
    expect(document.enacting && document.text.slice(document.enacting.start, document.enacting.end)).toMatch(
      /^Ủy ban nhân dân ban hành/u,
    );
    expect(document.preamble && document.text.slice(document.preamble.start, document.preamble.end)).toMatch(
      /^Căn cứ Luật[\s\S]*An Khê\.$/u,
    );
  });
});

describe("annexes named in a line", () => {
  const annexes =
    "Phụ lục I. Các mẫu đơn\nMẫu số 01 Đơn xin tre\nMẫu số 02 Đơn xin trúc\nMẫu số 01\nKính gửi: Xã Tre Xanh\nPhụ lục số II\nDANH MỤC RỪNG (Kèm theo Quyết định số 12/2025/QĐ-UBND)\n1. Rừng Một\nPHỤ LỤC 3a\nMỨC CHI\nTre: 5 đồng.";

  it("keeps the forms inside their annex and the numbers as printed", () => {
    const document = parseBody(BODY, `${FOOT}\n${annexes}`);
    expect(document.attachments.map((a) => [a.kind, a.num])).toEqual([
      ["phu-luc", "I"],
      ["phu-luc", "II"],
      ["phu-luc", "3a"],
    ]);
    expect(document.attachments[0]?.title).toMatch(/^Phụ lục I\. Các mẫu đơn/u);
  });

  it("does not open an annex where the body only cites one", () => {
    const document = parseBody(
      "Điều 1. Mức chi\nPhụ lục I ban hành kèm theo Quyết định này quy định mức chi.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
    );
    expect(document.attachments).toEqual([]);
  });
});
