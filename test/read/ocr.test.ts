import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { imageSize } from "../../src/read/image-size.ts";
import { findOcr, recognise, recogniseFile } from "../../src/read/ocr.ts";
import { pagesOfHocr } from "../../src/read/ocr-page.ts";
import { readBytes } from "../../src/read/read-file.ts";
import { pdfFile, picture } from "./pdf-file.ts";

/** A PNG head that claims a size; nobody here unpacks it. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]).copy(bytes);
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const word = (x0: number, x1: number, y: number, text: string, sure = 93): string =>
  `<span class='ocrx_word' id='w' title='bbox ${x0} ${y - 40} ${x1} ${y}; x_wconf ${sure}'>${text}</span>`;
const lineOf = (y: number, ...words: string[]): string =>
  `<span class='ocr_line' id='l' title="bbox 300 ${y - 40} 2200 ${y}; baseline 0 0; x_size 46; x_descenders 9; x_ascenders 11">${words.join(" ")}</span>`;
const pageOf = (...lines: string[]): string =>
  `<div class='ocr_page' id='page_1' title='image "x"; bbox 0 0 2480 3508; ppageno 0'>${lines.join("\n")}</div>`;
const HOCR = pageOf(
  lineOf(
    300,
    word(400, 900, 300, "<strong>ỦY BAN NHÂN DÂN</strong>"),
    word(1200, 2200, 300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
  ),
  lineOf(370, word(450, 850, 370, "TỈNH AN KHÊ"), word(1300, 2100, 370, "Độc lập - Tự do - Hạnh phúc")),
  lineOf(600, word(450, 2200, 600, "Điều 1. Bến hoạt động từ 05 giờ đến 21 giờ hằng ngày &amp; phải có người")),
  lineOf(630, word(1000, 1010, 630, "^", 20)),
  lineOf(660, word(300, 700, 660, "trực thường xuyên.", 87)),
);

/** Programs of ours on a PATH of our own: the tests need no tesseract and are not disturbed by one. */
let folder = "";
async function programs(files: Readonly<Record<string, string>>): Promise<void> {
  const bin = await mkdtemp(join(folder, "bin-"));
  for (const [name, script] of Object.entries(files)) {
    await writeFile(join(bin, name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
  vi.stubEnv("PATH", bin);
}
const TESSERACT = `case "$1" in --list-langs) echo "List of available languages (2):"; echo eng; echo vie;; *) cat <<'EOF'\n${HOCR}\nEOF\n;; esac`;
const POPPLER = {
  pdftoppm: `[ "$1" = -v ] && exit 0\nfor last; do :; done\ncase "$2" in 2) exit 1;; esac\nprintf png > "$last.png"`,
  pdfinfo: `[ "$1" = -v ] && exit 0\necho "Title: x"\necho "Pages:          3"`,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rasoat-ocr-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

describe("pictures", () => {
  it("are refused with what to do, broken or monstrous ones for what they are", async () => {
    for (const [name, bytes, code] of [
      ["quet.png", png(2480, 3508), "needs-ocr"],
      [
        "quet.jpg",
        Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0x0d, 0xb4, 0x09, 0xb0, 1, 0, 0, 0]),
        "needs-ocr",
      ],
      ["quet.jpeg", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4]), "broken-image"],
      ["bom.png", png(100_000, 100_000), "image-too-large"],
      ["gia.tif", png(10, 10), "needs-ocr"],
      ["gia.png", new TextEncoder().encode("không phải ảnh"), "format-mismatch"],
    ] as const) {
      const outcome = await readBytes(bytes, name);
      expect([name, outcome.ok ? "ok" : outcome.problem.code]).toEqual([name, code]);
    }
  });

  it("tell their size: JPEG behind its other segments, TIFF of either order and of several pages", () => {
    expect(
      imageSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0x0d, 0xb4, 0x09, 0xb0])),
    ).toEqual({ width: 2480, height: 3508 });
    const tiff = Buffer.alloc(80);
    tiff.write("II*\0", 0, "latin1");
    tiff.writeUInt32LE(8, 4);
    for (const [at, width, next] of [
      [8, 100, 40],
      [40, 300, 0],
    ] as const) {
      tiff.writeUInt16LE(2, at);
      [
        [256, width],
        [257, 50],
      ].forEach(([tag, value], i) => {
        tiff.writeUInt16LE(tag as number, at + 2 + i * 12);
        tiff.writeUInt16LE(4, at + 4 + i * 12);
        tiff.writeUInt32LE(1, at + 6 + i * 12);
        tiff.writeUInt32LE(value as number, at + 10 + i * 12);
      });
      tiff.writeUInt32LE(next, at + 26);
    }
    expect(imageSize(tiff)).toEqual({ width: 300, height: 50 });
    expect(imageSize(tiff.subarray(0, 30))).toBeNull();
  });
});

describe("without tesseract", () => {
  it("nothing is read and the reason says which program is missing", async () => {
    await programs({});
    expect(await findOcr()).toBeNull();
    const outcome = await recognise(png(2480, 3508), "quet.png");
    expect(!outcome.ok && outcome.problem).toMatchObject({ code: "needs-ocr" });
    expect(!outcome.ok && outcome.problem.what).toContain("Tệp chỉ có ảnh, cần OCR");
    await programs({ tesseract: "echo eng" });
    expect(await findOcr()).toBeNull();
    await programs({ tesseract: TESSERACT });
    const scan = await recognise(pdfFile([[picture]]), "quet.pdf");
    expect(!scan.ok && scan.problem.why).toContain("pdftoppm");
  });
});

describe("with tesseract", () => {
  it("a picture gives text read like a page: columns apart, lines joined, specks gone; of quality ocr, with a warning", async () => {
    await programs({ tesseract: TESSERACT });
    const outcome = await recogniseFile(png(2480, 3508), "quet.png");
    expect(outcome.ok && outcome.source.text.split("\n\n")).toEqual([
      "ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
      "Điều 1. Bến hoạt động từ 05 giờ đến 21 giờ hằng ngày & phải có người trực thường xuyên.",
    ]);
    expect(outcome.ok && outcome.source).toMatchObject({ quality: "ocr", format: "image" });
    expect(outcome.ok && outcome.source.notes?.map((n) => n.code)).toEqual(["recognised-by-ocr"]);
  });

  it("a scanned PDF is drawn page by page; a page that fails is named; nothing stays behind on the disk", async () => {
    const temporary = join(folder, "tmp");
    await mkdir(temporary);
    await programs({ tesseract: TESSERACT, ...POPPLER });
    vi.stubEnv("TMPDIR", temporary);
    const outcome = await recogniseFile(pdfFile([[picture], [picture], [picture]]), "quet.pdf");
    expect(outcome.ok && outcome.source).toMatchObject({ quality: "ocr", format: "pdf" });
    expect(outcome.ok && outcome.source.text.match(/Điều 1\./gu)?.length).toBe(2);
    expect(outcome.ok && outcome.source.notes?.find((n) => n.code === "pages-need-ocr")?.what).toContain(
      "1 trang không nhận dạng được: 2",
    );
    expect(await readdir(temporary)).toEqual([]);
  });

  it("that fails, prints nonsense or is stopped gives a reason, never an exception", async () => {
    await programs({ tesseract: `[ "$1" = --list-langs ] && echo vie && exit 0\nexit 3` });
    const failed = await recognise(png(10, 10), "quet.png");
    expect(!failed.ok && failed.problem.code).toBe("ocr-failed");
    await programs({ tesseract: `echo vie` });
    expect((await recognise(png(10, 10), "quet.png")).ok).toBe(false);
    await programs({ tesseract: `[ "$1" = --list-langs ] && echo vie && exit 0\nexec sleep 30` });
    const begun = performance.now();
    const stopped = await recognise(png(10, 10), "quet.png", AbortSignal.timeout(300));
    expect(!stopped.ok && stopped.problem.code).toBe("ocr-failed");
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it("never sees a name of ours: the file lies under a name of the reader's", async () => {
    await programs({
      tesseract: `[ "$1" = --list-langs ] && echo vie && exit 0\ncase "$1" in */rasoat-ocr-*/input) ;; *) exit 9;; esac\ncat <<'EOF'\n${HOCR}\nEOF`,
    });
    expect((await recognise(png(10, 10), "$(touch x); --help.png")).ok).toBe(true);
  });
});

describe("hOCR", () => {
  it("cut anywhere or full of tags gives pages all the same, in time that grows with its length", () => {
    for (let at = 0; at < HOCR.length; at += 37) expect(() => pagesOfHocr(HOCR.slice(0, at), 1)).not.toThrow();
    const cpu = process.cpuUsage();
    for (const piece of [
      "<span class='ocr_line' title=\"bbox ",
      "<span class='ocrx_word' title='bbox 1 1 1 1; x_wconf 9'>",
      "<div class='ocr_page'",
    ])
      pagesOfHocr(`<div class='ocr_page'${piece.repeat(20_000)}`, 1);
    expect(process.cpuUsage(cpu).user / 1e6).toBeLessThan(8);
  });
});
