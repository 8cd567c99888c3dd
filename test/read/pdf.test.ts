import { readFile } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { openPdf } from "../../src/read/pdf-document.ts";
import { readBytes } from "../../src/read/read-file.ts";
import type { SourceText } from "../../src/read/source-text.ts";
import { mutate, seeded } from "./mutate.ts";
import { centred, justified, line, type PdfItem, pdfFile, picture, setParagraphs, text, widthOf } from "./pdf-file.ts";

vi.setConfig({ testTimeout: 120_000 });

async function read(pages: readonly (readonly PdfItem[])[]): Promise<SourceText> {
  const outcome = await readBytes(pdfFile(pages), "thu.pdf");
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.what} ${outcome.problem.why}`);
  return outcome.source;
}
const paragraphsOf = async (pages: readonly (readonly PdfItem[])[]): Promise<string[]> =>
  (await read(pages)).text.split("\n\n");
const codeOf = async (bytes: Uint8Array, name = "thu.pdf"): Promise<string> => {
  const outcome = await readBytes(bytes, name);
  return outcome.ok ? "ok" : outcome.problem.code;
};
const fixture = (name: string): Promise<Buffer> => readFile(new URL(`./fixtures/${name}`, import.meta.url));

const HEAD: readonly PdfItem[] = [
  centred(170, 790, "ỦY BAN NHÂN DÂN"),
  centred(170, 774, "TỈNH AN KHÊ", { bold: true }),
  line(140, 770, 200, 770),
  centred(170, 745, "Số: 12/2025/QĐ-UBND"),
  // The right column stands a little lower than the left, and its motto is as near as one letter.
  centred(410, 788, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true }),
  centred(410, 772, "Độc lập - Tự do - Hạnh phúc", { bold: true }),
  line(340, 768, 480, 768),
  centred(410, 743, "An Khê, ngày 03 tháng 11 năm 2025"),
];

const BODY = [
  "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
  "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 260/TTr-SXD ngày 20 tháng 10 năm 2025;",
  "Ủy ban nhân dân ban hành Quyết định quy định hoạt động của bến khách ngang sông trên địa bàn tỉnh An Khê.",
  "Điều 1. Phạm vi điều chỉnh",
  "Quyết định này quy định thời gian hoạt động và việc phân công quản lý bến khách ngang sông trên địa bàn tỉnh An Khê.",
  "Điều 2. Điều kiện hoạt động",
  "1. Bến có kết cấu ổn định, đường lên xuống được gia cố chắc chắn, có lan can hoặc dây bảo vệ theo quy định tại khoản 3 Điều 9 Nghị định số 742/2024/NĐ-CP và các điều kiện sau đây:",
  "a) Có đèn chiếu sáng khi hoạt động từ 18 giờ đến 06 giờ sáng hôm sau;",
  "b) Có nhà chờ, bảng niêm yết nội quy, giá vé và tải trọng của từng phương tiện đang hoạt động tại bến.",
  "2. Bến tạm ngừng hoạt động khi có gió từ cấp 6 trở lên hoặc khi nước lũ vượt báo động cấp II.",
  "Điều 3. Hiệu lực thi hành",
  "Quyết định này có hiệu lực thi hành từ ngày 15 tháng 11 năm 2025./.",
];

const FOOT: readonly PdfItem[] = [
  text(85, 200, "Nơi nhận:", { size: 10, bold: true }),
  text(85, 187, "- Cục Kiểm tra văn bản và Tổ chức thi", { size: 10 }),
  text(85, 174, "hành pháp luật, Bộ Tư pháp;", { size: 10 }),
  text(85, 161, "- Lưu: VT.", { size: 10 }),
  centred(430, 200, "TM. ỦY BAN NHÂN DÂN", { bold: true }),
  centred(430, 184, "CHỦ TỊCH", { bold: true }),
  centred(430, 110, "Hoàng Sĩ Bách", { bold: true }),
];

describe("the head and the foot of a document", () => {
  it("are read column by column, what stands below them as running text", async () => {
    const first = [
      ...HEAD,
      centred(311, 715, "QUYẾT ĐỊNH", { bold: true }),
      centred(311, 699, "Về bến khách ngang sông", { bold: true }),
    ];
    const [body = []] = setParagraphs(BODY.slice(0, 3), {}, 670);
    expect(await paragraphsOf([[...first, ...body, ...FOOT]])).toEqual([
      "ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ\nSố: 12/2025/QĐ-UBND",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Khê, ngày 03 tháng 11 năm 2025",
      "QUYẾT ĐỊNH",
      "Về bến khách ngang sông",
      ...BODY.slice(0, 3),
      "Nơi nhận:\n- Cục Kiểm tra văn bản và Tổ chức thi hành pháp luật, Bộ Tư pháp;\n- Lưu: VT.",
      "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHoàng Sĩ Bách",
    ]);
  });

  it("lose the visible part of a digital signature, wherever it was stamped", async () => {
    const stamp = [
      "Người ký: Văn phòng Ủy ban",
      "Email: vanphong@ankhe.example",
      "Thời gian ký: 03.11.2025 10:15:22 +07:00",
    ].map((words, i) => text(300, 820 - i * 8, words, { size: 7 }));
    const [body = []] = setParagraphs(BODY, {}, 700);
    const { text: found } = await read([[...stamp, ...HEAD, ...body]]);
    expect(found).not.toMatch(/Người ký|vanphong|Thời gian ký/u);
    expect(found).toContain("An Khê, ngày 03 tháng 11 năm 2025");
  });
});

describe("lines", () => {
  it("are joined into paragraphs by indent and fill, over the turn of a page too, without heads and numbers of pages", async () => {
    const laws = Array.from(
      { length: 24 },
      (_, i) =>
        `Điều ${i + 1}. ${"Người lái phương tiện phải mặc áo phao cho hành khách và kiểm tra số người trước khi rời bến. ".repeat((i % 4) + 1).trim()}`,
    );
    const pages = setParagraphs(laws).map((items, i) => [
      ...items,
      ...(i % 2 === 0
        ? [text(85, 815, "80"), text(200, 815, "CÔNG BÁO/Số 149 + 150/Ngày 24-01-2026")]
        : [text(100, 815, "CÔNG BÁO/Số 149 + 150/Ngày 24-01-2026"), text(520, 815, "81")]),
      centred(311, 40, `Trang ${i + 1}/9`),
    ]);
    expect(pages.length).toBeGreaterThan(2);
    expect(await paragraphsOf(pages)).toEqual(laws);
  });

  it("keep a lone number of a table and a heading that opens several pages; lose the agency printed over every page", async () => {
    const pages = [1, 2, 3, 4].map((n) => [
      text(85, 812, "Sở Xây dựng tỉnh An Khê - Dự thảo lần 2", { size: 9 }),
      centred(311, 790, `Mẫu số 0${n}`, { bold: true }),
      ...(setParagraphs(
        [`Đơn đề nghị loại ${n} gửi Ủy ban nhân dân xã nơi có bến khách ngang sông đang hoạt động.`],
        {},
        760,
      )[0] ?? []),
      centred(311, 40, `- ${n + 20} -`),
    ]);
    const found = await paragraphsOf(pages);
    expect(found.filter((p) => p.startsWith("Mẫu"))).toEqual(["Mẫu số 01", "Mẫu số 02", "Mẫu số 03", "Mẫu số 04"]);
    expect(found.join(" ")).not.toMatch(/Dự thảo lần|- 2\d -/u);
  });

  it("that end in a hyphen or a slash are closed up: symbols, foreign names, English words; a dash stays apart", async () => {
    const set = (a: string, b: string): PdfItem[] => [...justified(85, 538, 700, a), text(85, 684, b)];
    const filler =
      setParagraphs(
        Array.from({ length: 3 }, () => BODY[6] as string),
        {},
        500,
      )[0] ?? [];
    const joined = async (a: string, b: string): Promise<string> =>
      (await paragraphsOf([[...set(a, b), ...filler]]))[0] ?? "";
    const start = "theo quy định của pháp luật về đường thủy nội địa tại";
    expect(await joined(`${start} Thông tư số 706/2018/TT-`, "BGTVT và các văn bản khác có liên quan.")).toContain(
      "706/2018/TT-BGTVT và",
    );
    expect(await joined(`${start} Quyết định số 12/2025/`, "QĐ-UBND và các văn bản khác có liên quan.")).toContain(
      "12/2025/QĐ-UBND và",
    );
    expect(await joined(`${start} thành phố Mát-xcơ-`, "va và các thành phố khác có liên quan.")).toContain(
      "Mát-xcơ-va và",
    );
    expect(await joined(`${start} sustainable develop-`, "ment của các dự án khác có liên quan.")).toContain(
      "development của",
    );
    expect(await joined(`${start} các tổ chức chính trị -`, "xã hội và các hội khác có liên quan.")).toContain(
      "chính trị - xã hội",
    );
  });

  it("put letters of several fonts drawn one after the other back in their order", async () => {
    // A font without "ị" leaves gaps, and another fills them afterwards.
    const y = 700;
    const gap = (x: number, words: string): PdfItem => text(x, y, words);
    const line1 = [
      gap(85, "Ngh"),
      gap(85 + 24, "Đ"),
      gap(85 + 36, "nh này quy đ"),
      gap(85 + 24 - 6, "ị"),
      gap(85 + 30, "ị"),
      gap(85 + 36 + widthOf("nh này quy đ"), "ị"),
      gap(85 + 42 + widthOf("nh này quy đ"), "nh"),
    ];
    const shifted = line1.map((item) =>
      item.kind === "text" && item.x >= 85 + 24 ? { ...item, x: item.x + 3 } : item,
    );
    const filler = setParagraphs(BODY.slice(0, 3), {}, 600)[0] ?? [];
    expect((await paragraphsOf([[...shifted, ...filler]]))[0]).toBe("Nghị Định này quy định");
  });
});

describe("tables and notes", () => {
  it("of drawn lines are read row by row, a cell of several lines as one, merged cells once", async () => {
    const [x0, x1, x2, x3] = [85, 130, 380, 538];
    const ruled = [
      ...[700, 670, 625, 600].map((y) => line(x0, y, x3, y)),
      line(x0, 700, x0, 600),
      line(x3, 700, x3, 600),
      line(x1, 700, x1, 625),
      line(x2, 700, x2, 625),
    ];
    const cells = [
      text(90, 682, "STT"),
      text(200, 682, "Đối tượng sử dụng", { bold: true }),
      text(400, 682, "Giá (đồng/m"),
      text(400 + widthOf("Giá (đồng/m"), 686, "3", { size: 7 }),
      text(404 + widthOf("Giá (đồng/m"), 682, ")"),
      text(100, 650, "1"),
      text(135, 655, "Hộ gia đình dùng đến 10 mét khối một"),
      text(135, 640, "tháng theo đồng hồ đo"),
      text(400, 650, "6.900"),
      text(200, 608, "Giá trên đã bao gồm thuế."),
    ];
    const before =
      setParagraphs([
        "Điều 2. Giá nước sạch tại khu vực nông thôn được quy định như sau, áp dụng từ kỳ hóa đơn đầu tiên sau ngày có hiệu lực:",
      ])[0] ?? [];
    const after = setParagraphs(["Điều 3. Hiệu lực thi hành"], {}, 570)[0] ?? [];
    expect((await paragraphsOf([[...ruled, ...cells, ...before, ...after]])).slice(1)).toEqual([
      "STT",
      "Đối tượng sử dụng",
      "Giá (đồng/m3)",
      "1",
      "Hộ gia đình dùng đến 10 mét khối một tháng theo đồng hồ đo",
      "6.900",
      "Giá trên đã bao gồm thuế.",
      "Điều 3. Hiệu lực thi hành",
    ]);
  });

  it("at the foot of a page are left out with their marks, and said so; squares and cubes stay", async () => {
    const body = setParagraphs(["Điều 1. Bến rộng từ 50 m"], {}, 780)[0] ?? [];
    const end = 85 + 28 + widthOf("Điều 1. Bến rộng từ 50 m");
    const page = [
      ...body,
      text(end, 784, "2", { size: 7 }),
      text(end + 3.5 + 3, 780, "trở lên"),
      text(end + 6.5 + widthOf("trở lên"), 784, "1", { size: 7 }),
      text(end + 10.5 + widthOf("trở lên"), 780, "phải có nhà chờ."),
      ...(setParagraphs(BODY.slice(3), {}, 740)[0] ?? []),
      line(85, 120, 229, 120),
      text(85, 110, "1", { size: 6 }),
      text(90, 106, "Cụm từ này được sửa đổi theo quy định tại khoản 2 Điều 1 Quyết định số 31/2023/QĐ-UBND,", {
        size: 9,
      }),
      text(85, 95, "có hiệu lực kể từ ngày 20 tháng 10 năm 2023.", { size: 9 }),
    ];
    const source = await read([page]);
    expect(source.text.split("\n\n")[0]).toBe("Điều 1. Bến rộng từ 50 m2 trở lên phải có nhà chờ.");
    expect(source.text).not.toContain("31/2023");
    expect(source.notes?.map((n) => n.code)).toEqual(["footnotes-left-out"]);
  });

  it("letters set askew are left out and counted", async () => {
    const source = await read([
      [...(setParagraphs(BODY)[0] ?? []), text(200, 300, "DỰ THẢO", { size: 40, turned: true })],
    ]);
    expect(source.text).not.toContain("DỰ THẢO");
    expect(source.notes?.map((n) => n.code)).toEqual(["turned-text-left-out"]);
  });
});

describe("a PDF gives the same tree as the text", () => {
  const tree = (words: string): unknown => {
    const { provisions, meta, ...document } = parseDocument(words);
    const inside = (span: { start: number; end: number }): string =>
      document.text.slice(span.start, span.end).replace(/\s+/gu, " ");
    return {
      units: provisions.map((p) => [p.eId, p.heading, inside(p.span)]),
      symbol: meta.symbol?.value,
      issuer: meta.issuer?.value,
      issuedOn: meta.issuedOn?.value,
    };
  };

  it("set by ourselves, with the head in two columns", async () => {
    const first = [
      ...HEAD,
      centred(311, 715, "QUYẾT ĐỊNH", { bold: true }),
      centred(311, 699, "Về bến khách ngang sông trên địa bàn tỉnh An Khê", { bold: true }),
    ];
    const [body = [], ...more] = setParagraphs(BODY, {}, 670);
    const plain = [
      "ỦY BAN NHÂN DÂN",
      "TỈNH AN KHÊ",
      "Số: 12/2025/QĐ-UBND",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "An Khê, ngày 03 tháng 11 năm 2025",
      "QUYẾT ĐỊNH",
      "Về bến khách ngang sông trên địa bàn tỉnh An Khê",
      ...BODY,
    ].join("\n\n");
    const source = await read([[...first, ...body], ...more]);
    expect(source).toMatchObject({ format: "pdf", quality: "pdf" });
    expect(tree(source.text)).toEqual(tree(plain));
    expect((tree(plain) as { units: unknown[] }).units.length).toBe(7);
  });

  it("made by LibreOffice from a document of the corpus, with the running heads of a gazette", async () => {
    const outcome = await readBytes(await fixture("quyet-dinh-12-2025.pdf"), "qd-12.pdf");
    const original = await readFile(
      new URL("../../corpus/documents/ubnd-tinh-an-khe/qd-12-2025-ben-khach-ngang-song.md", import.meta.url),
      "utf8",
    );
    expect(outcome.ok && tree(outcome.source.text)).toEqual(tree(original));
    expect(outcome.ok && outcome.source.text).not.toContain("CÔNG BÁO");
  });
});

describe("PDFs without a text to trust", () => {
  it("of pictures only, or with letters no map explains, say that OCR is needed", async () => {
    for (const bytes of [pdfFile([[picture], [picture]]), pdfFile(setParagraphs(BODY), { map: false })]) {
      const outcome = await readBytes(bytes, "quet.pdf");
      expect(!outcome.ok && outcome.problem).toMatchObject({ code: "needs-ocr" });
      expect(!outcome.ok && outcome.problem.what).toContain("Tệp chỉ có ảnh, cần OCR");
      expect(!outcome.ok && outcome.problem.todo).toContain("tesseract");
    }
  });

  it("in fonts from before Unicode are converted, capitals by the font's name", async () => {
    const tcvn3 =
      "§iÒu 1. Uû ban nh©n d©n c¸c x· cã tr¸ch nhiÖm qu¶n lý bÕn kh¸ch ngang s«ng vµ b¸o c¸o Chñ tÞch Uû ban nh©n d©n tØnh.";
    const items = [text(230, 800, "quyÕt ®Þnh", { bold: true }), ...(setParagraphs([tcvn3], {}, 770)[0] ?? [])];
    const outcome = await readBytes(pdfFile([items], { fonts: [".VnTime", ".VnTimeH"] }), "cu.pdf");
    expect(outcome.ok && outcome.source.text.split("\n\n")).toEqual([
      "QUYẾT ĐỊNH",
      "Điều 1. Uỷ ban nhân dân các xã có trách nhiệm quản lý bến khách ngang sông và báo cáo Chủ tịch Uỷ ban nhân dân tỉnh.",
    ]);
    expect(outcome.ok && outcome.source.notes?.map((n) => n.code)).toEqual(["old-encoding-converted"]);
  });

  it("with some pages of pictures are read, and the pages named", async () => {
    const source = await read([...setParagraphs(BODY), [picture], [picture]]);
    const noted = source.notes?.find((n) => n.code === "pages-need-ocr");
    expect(noted?.what).toContain("2 trang");
    expect(noted?.what).toContain("2, 3");
  });

  it("whose letters a scanner hid under the picture are of quality ocr", async () => {
    const hidden = setParagraphs(BODY).map((items) => [
      picture,
      ...items.map((item) => (item.kind === "text" ? { ...item, hidden: true } : item)),
    ]);
    const source = await read(hidden);
    expect(source.quality).toBe("ocr");
    expect(source.notes?.map((n) => n.code)).toContain("hidden-ocr-layer");
  });

  it("protected, cut off, or something else under the name are refused by name", async () => {
    expect(await codeOf(await fixture("mat-khau.pdf"))).toBe("encrypted-file");
    expect(await codeOf(pdfFile(setParagraphs(BODY)).slice(0, 200))).toBe("broken-pdf");
    expect(await codeOf(new TextEncoder().encode("%PDF-1.7"))).toBe("broken-pdf");
    expect(await codeOf(new TextEncoder().encode(BODY.join("\n")))).toBe("format-mismatch");
    expect(await codeOf(pdfFile(setParagraphs(BODY)), "thu.docx")).toBe("format-mismatch");
  });
});

describe("damaged PDFs", () => {
  it("100 mutants are each read or refused by name, never an exception", async () => {
    const original = pdfFile([[...HEAD, ...(setParagraphs(BODY, {}, 700)[0] ?? [])], [picture]]);
    const random = seeded(79);
    for (let i = 0; i < 100; i++) {
      const outcome = await readBytes(
        mutate(original, random, ["endobj", "stream", "<<", ">>", "/Type /Pages", "0 R", "\0"]),
        "thu.pdf",
      );
      if (outcome.ok) expect(outcome.source.text.length).toBeGreaterThan(0);
      else expect(outcome.problem.what).toContain("thu.pdf");
    }
  });

  it("a page that draws hundreds of thousands of letters and lines costs no more than its bound", async () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      text(60 + (i % 7) * 70, 800 - (i % 700), "chữ chồng chữ lên nhau"),
    );
    const lines = Array.from({ length: 6000 }, (_, i) => line(i % 590, 0, i % 590, 840));
    const opened = await openPdf(pdfFile([[...many, ...lines]]));
    if (typeof opened === "string") throw new Error(opened);
    expect((await opened.page(1)).pieces.length).toBeLessThanOrEqual(50_000);
    const cpu = process.cpuUsage();
    await codeOf(pdfFile([[...many, ...lines]]));
    expect(process.cpuUsage(cpu).user / 1e6).toBeLessThan(10);
  });
});
