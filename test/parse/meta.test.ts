import { describe, expect, it } from "vitest";
import { sliceOf } from "../../src/domain/span.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { decision, parseBody } from "./an-khe.ts";

const BODY =
  "Điều 1. Quyết định này có hiệu lực từ ngày ký.\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.";
const meta = (text: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parseDocument(text).meta).map(([k, v]) => [k, v?.value ?? null]));

describe("head of a provincial decision", () => {
  it("reads every field, with the words it comes from", () => {
    const document = parseBody(BODY);
    expect(meta(decision(BODY))).toEqual({
      symbol: "12/2025/QĐ-UBND",
      type: "quyet-dinh",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      place: "An Khê",
      issuedOn: "2025-09-05",
      adoptedOn: null,
      title: "Quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê",
      signer: "Trần Thị Khê",
      signerOffice: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH",
      secrecy: null,
    });
    expect(document.meta.symbol?.span && sliceOf(document.text, document.meta.symbol.span)).toBe("12/2025/QĐ-UBND");
    expect(document.meta.signer?.span && sliceOf(document.text, document.meta.signer.span)).toBe("Trần Thị Khê");
  });

  it("assembles a head whose two columns run into each other, and cleans the number", () => {
    const text = decision(BODY).replace(
      /^[\s\S]*năm 2025\n/u,
      "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN KHÊ Độc lập – Tự do – Hạnh phúc\nSố: 012 /2025/QÐ - UBND An Khê, ngày 5 tháng 9 năm 2025\n",
    );
    expect(meta(text)).toMatchObject({
      symbol: "012/2025/QĐ-UBND",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      issuedOn: "2025-09-05",
      place: "An Khê",
    });
  });

  it("reads a Markdown head table with the number below its label", () => {
    const text = decision(BODY).replace(
      /^[\s\S]*năm 2025\n/u,
      "|\n**ỦY BAN NHÂN\nDÂN **\nTỈNH AN KHÊ\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố:\n12/2025/QĐ-UBND\n|\n*An Khê, ngày 05\ntháng 9 năm 2025 *\n|\n\n",
    );
    expect(meta(text)).toMatchObject({
      symbol: "12/2025/QĐ-UBND",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      issuedOn: "2025-09-05",
    });
  });

  it("takes the title from behind the type word and joins its lines", () => {
    const text = decision(BODY).replace(
      "QUYẾT ĐỊNH\nQuy định mức hỗ trợ giữ rừng tre",
      "QUYẾT ĐỊNH VỀ MỨC HỖ TRỢ GIỮ RỪNG TRE CỦA\nỦY BAN NHÂN DÂN TỈNH\nvà các xã",
    );
    expect(meta(text).title).toBe(
      "VỀ MỨC HỖ TRỢ GIỮ RỪNG TRE CỦA ỦY BAN NHÂN DÂN TỈNH và các xã trên địa bàn tỉnh An Khê",
    );
  });

  it("ends the title of a directive before what it begins with", () => {
    const directive = (opening: string): string =>
      decision(BODY)
        .replace("QUYẾT ĐỊNH\n", "CHỈ THỊ\n")
        .replace(/Căn cứ [\s\S]*?(?=Điều 1\.)/u, `${opening}\n`);
    for (const opening of [
      "Thời gian qua, việc giữ rừng tre còn hạn chế. Để khắc phục, Ủy ban nhân dân tỉnh yêu cầu:",
      "Việc giữ rừng tre ở một số xã còn hạn chế; Ủy ban nhân dân tỉnh An Khê yêu cầu các sở, ngành:",
    ])
      expect(meta(directive(opening)).title).toBe("Quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê");
  });

  it("does not take the issuer's name before the preamble into the title", () => {
    const text = decision(BODY).replace("An Khê\nCăn cứ Luật", "An Khê\nỦY BAN NHÂN DÂN TỈNH AN KHÊ\nCăn cứ Luật");
    expect(meta(text).title).toBe("Quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê");
  });

  it("names the chairman for QĐ-CTUBND", () => {
    const text = decision(BODY)
      .replace("ỦY BAN NHÂN DÂN\n", "CHỦ TỊCH\nỦY BAN NHÂN DÂN\n")
      .replace("QĐ-UBND", "QĐ-CTUBND");
    expect(meta(text).issuer).toBe("Chủ tịch Ủy ban nhân dân tỉnh An Khê");
  });

  it("finds the territory in the enacting sentence where the head is lost", () => {
    const text = decision(BODY)
      .replace("TỈNH AN KHÊ\n", "")
      .replace("Ủy ban nhân dân ban hành", "Ủy ban nhân dân tỉnh An Khê ban hành");
    expect(meta(text).issuer).toBe("Ủy ban nhân dân tỉnh An Khê");
  });

  it("sees a secrecy mark", () => {
    expect(meta(decision(BODY).replace("Số: 12", "MẬT\nSố: 12"))).toMatchObject({
      secrecy: "MẬT",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
    });
  });

  it("reports what is missing instead of guessing", () => {
    const document = parseDocument(`QUYẾT ĐỊNH\n${BODY}`);
    expect(document.meta.symbol).toBeNull();
    expect(document.problems.map((p) => p.code)).toEqual(expect.arrayContaining(["missing-symbol", "missing-date"]));
  });
});

const LAW = `QUỐC HỘI
Luật số: 711/2024/QH15
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
RỪNG TRE
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Rừng tre.
Điều 1. Phạm vi điều chỉnh
Luật này quy định về rừng tre.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 7 thông qua ngày 18 tháng 6 năm 2024.
CHỦ TỊCH QUỐC HỘI
Nguyễn Văn Tre`;

describe("central documents", () => {
  it("dates a law without place line by its adoption, which belongs to no article", () => {
    expect(meta(LAW)).toMatchObject({
      symbol: "711/2024/QH15",
      type: "luat",
      issuer: "Quốc hội",
      title: "RỪNG TRE",
      issuedOn: "2024-06-18",
      adoptedOn: "2024-06-18",
      signer: "Nguyễn Văn Tre",
    });
    const document = parseDocument(LAW);
    expect(sliceOf(document.text, document.provisions.at(-1)?.span ?? { start: 0, end: 0 })).toMatch(/năm 2025\.$/u);
  });

  it("keeps type and number of a resolution of the National Assembly apart", () => {
    const text = LAW.replace("Luật số: 711/2024/QH15", "Nghị quyết số: 712/2024/QH15").replace(
      "LUẬT\nRỪNG TRE",
      "NGHỊ QUYẾT\nVề rừng tre",
    );
    expect(meta(text)).toMatchObject({ type: "nghi-quyet", symbol: "712/2024/QH15" });
  });

  it("spells a ministry out as the text does, over a doubled and broken head", () => {
    const text = `BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI
BỘ LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI
Số: 71/2023/TT-BLĐTBXH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 15 tháng 6 năm 2023
THÔNG TƯ
Hướng dẫn việc giữ rừng tre
Căn cứ Nghị định số 742/2022/NĐ-CP ngày 01 tháng 02 năm 2022 của Chính phủ;
Bộ trưởng Bộ Lao động - Thương binh và Xã hội ban hành Thông tư hướng dẫn việc giữ rừng tre.
Điều 1. Phạm vi điều chỉnh
Thông tư này hướng dẫn việc giữ rừng tre.`;
    expect(meta(text)).toMatchObject({
      symbol: "71/2023/TT-BLĐTBXH",
      type: "thong-tu",
      issuer: "Bộ Lao động - Thương binh và Xã hội",
      title: "Hướng dẫn việc giữ rừng tre",
    });
  });

  it("does not read the council's letters into those of a ministry", () => {
    const text = decision(BODY)
      .replace("ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ", "BỘ KẾ HOẠCH VÀ ĐẦU TƯ")
      .replace("QĐ-UBND", "TT-BKHĐT")
      .replace("QUYẾT ĐỊNH\n", "THÔNG TƯ\n");
    expect(String(meta(text).issuer)).not.toMatch(/Hội đồng/u);
  });

  it.each([
    ["Số: 66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "Chính phủ"],
    ["Số: 09b/2013/TT-BTP", "09b/2013/TT-BTP", null],
    ["Số: 44/2025/QĐ-TTg", "44/2025/QĐ-TTg", "Thủ tướng Chính phủ"],
    ["Số: 3076/QĐ-UB", "3076/QĐ-UB", null],
    ["Số: 35/1998/NQ-HĐ", "35/1998/NQ-HĐ", null],
    ["Số: 07/2016/TTLT-BTC-\nBTP", "07/2016/TTLT-BTC-BTP", null],
    ["Số: 653/2019/UBTVQH14", "653/2019/UBTVQH14", "Ủy ban Thường vụ Quốc hội"],
  ])("reads the number in %s", (printed, symbol, issuer) => {
    const found = meta(`${printed}\nHà Nội, ngày 15 tháng 6 năm 2023\n${BODY}`);
    expect(found.symbol).toBe(symbol);
    if (issuer) expect(found.issuer).toBe(issuer);
  });
});

describe("torn and consolidated heads", () => {
  it("puts words back together that an editor of web pages tore apart", () => {
    const rest =
      "\nĐiều\n1.\nGiao Sở Tài chính trả tiền cho người giữ rừng tre ở các xã, các phường\nvà đặc khu trên địa bàn tỉnh theo Nghị định số 742/2024/NĐ-CP ngày 12 tháng\n6 năm 2024 của Chính phủ quy định về rừng tre và về tiền công giữ rừng tre\ntrên địa bàn các tỉnh, thành phố trực thuộc Trung ương.\nĐiều 2. Chánh\nVăn phòng chịu trách nhiệm thi hành Quyết định này./.\nTM.\nỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần An";
    const text = `ỦY BAN NHÂN DÂN\nTỈNH AN\nKHÊ\nCỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố:\n12/2025/QĐ-UBND\nAn Khê, ngày 05 tháng\n9 năm 2025\n\nQUYẾT\nĐỊNH\n\nPHÂN\nCẤP QUẢN LÝ CHỢ\n\nCăn cứ Luật Tổ chức\nchính quyền địa phương số 72/2025/QH15;\n${rest}`;
    expect(meta(text)).toMatchObject({
      symbol: "12/2025/QĐ-UBND",
      type: "quyet-dinh",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      issuedOn: "2025-09-05",
      title: "PHÂN CẤP QUẢN LÝ CHỢ",
      signer: "Trần An",
    });
    expect(parseDocument(text).provisions.map((p) => p.eId)).toEqual(["art_1", "art_2"]);
  });

  it("ends the title of a consolidated text before its list of amenders and drops note marks from headings", () => {
    const text = `BỘ TƯ PHÁP\nSố: 12/VBHN-BTP\nHà Nội, ngày 5 tháng 3 năm 2025\nNGHỊ ĐỊNH\nQuy định về rừng tre\nNghị định số 742/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ quy định về rừng tre, có hiệu lực kể từ ngày 01 tháng 4 năm 2020, được sửa đổi, bổ sung bởi:\nNghị định số 743/2022/NĐ-CP ngày 03 tháng 02 năm 2022 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 4 năm 2022.\nCăn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\nĐiều 1. Phạm vi điều chỉnh[2]\nNghị định này quy định về rừng tre.\nXÁC THỰC VĂN BẢN HỢP NHẤT\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Văn Trúc`;
    expect(meta(text)).toMatchObject({
      type: "van-ban-hop-nhat",
      symbol: "12/VBHN-BTP",
      issuer: "Bộ Tư pháp",
      title: "Quy định về rừng tre",
      signer: "Trần Văn Trúc",
    });
    expect(parseDocument(text).provisions[0]?.heading).toBe("Phạm vi điều chỉnh");
  });
});
