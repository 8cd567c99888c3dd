import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBytes, readFile } from "../../src/read/read-file.ts";
import type { ReadOutcome } from "../../src/read/source-text.ts";
import { windows1258 } from "./windows-1258.ts";
import { paragraph, wordFile } from "./word-file.ts";

const DECISION =
  "ỦY BAN NHÂN DÂN TỈNH AN KHÊ\r\nSố: 12/2025/QĐ-UBND\r\n\r\nQUYẾT ĐỊNH\r\nBan hành quy định về quản lý bến thuyền của tỉnh\r\n\r\n" +
  "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng\r\n1. Quyết định này quy định các điều kiện được phép hoạt động.\r\n";
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (outcome: ReadOutcome): string => {
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.source.text;
};
const codeOf = (outcome: ReadOutcome): string => (outcome.ok ? "ok" : outcome.problem.code);

describe("text files", () => {
  it("give the decoded text unchanged, so that offsets count in the file as it lies on disk", async () => {
    for (const name of ["qd.txt", "qd.md"]) {
      const outcome = await readBytes(utf8(DECISION), name);
      expect(textOf(outcome)).toBe(DECISION);
      expect(outcome.ok && outcome.source.quality).toBe("text");
    }
    expect(textOf(await readBytes(utf8(`\uFEFF${DECISION}`), "qd.txt"))).toBe(`\uFEFF${DECISION}`);
    const decomposed = DECISION.normalize("NFD");
    expect(textOf(await readBytes(utf8(decomposed), "qd.txt"))).toBe(decomposed);
  });

  it("may be UTF-16 of either order, with or without a mark", async () => {
    const le = Buffer.from(DECISION, "utf16le");
    expect(textOf(await readBytes(le, "qd.txt"))).toBe(DECISION);
    expect(textOf(await readBytes(Buffer.concat([Buffer.from([0xff, 0xfe]), le]), "qd.txt"))).toBe(`\uFEFF${DECISION}`);
    const be = Buffer.from(`\uFEFF${DECISION}`, "utf16le").swap16();
    expect(textOf(await readBytes(be, "qd.txt"))).toBe(`\uFEFF${DECISION}`);
  });

  it("in an old code page are read where the result is plainly Vietnamese, with a note", async () => {
    const outcome = await readBytes(windows1258(DECISION), "qd.txt");
    expect(textOf(outcome).normalize("NFC")).toBe(DECISION);
    expect(outcome.ok && outcome.source.notes?.map((n) => n.code)).toEqual(["encoding-guessed"]);
  });

  it("decoded twice are refused, since nobody can tell every letter", async () => {
    const twice = Buffer.from(Buffer.from(DECISION).toString("latin1"), "utf8");
    const outcome = await readBytes(twice, "cu.txt");
    expect(codeOf(outcome)).toBe("legacy-encoding");
    expect(!outcome.ok && outcome.problem.what).toContain("đọc nhầm");
  });
});

describe("files that are not what they say", () => {
  const ole = (...more: Buffer[]): Buffer =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), ...more]);
  const cases: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
    ["rong.txt", new Uint8Array(0), "empty-file"],
    ["rong.docx", new Uint8Array(0), "empty-file"],
    ["trang.txt", utf8(" \n\t \n"), "no-text"],
    [
      "quet.md",
      utf8("![](hinh-quet-trang-mot-cua-quyet-dinh-so-12.png)\n\n<!-- trang sau của văn bản vẫn là ảnh -->\n"),
      "no-text",
    ],
    ["anh.docx", wordFile("<w:p><w:r><w:drawing/></w:r></w:p>"), "no-text"],
    ["van-ban.pdf", utf8("%PDF-1.7"), "broken-pdf"],
    ["van-ban.doc", ole(), "broken-doc"],
    ["van-ban", utf8(DECISION), "unsupported-format"],
    ["pdf.txt", utf8("%PDF-1.7 giả làm văn bản thuần của cơ quan"), "format-mismatch"],
    ["zip.html", wordFile(paragraph("Điều 1. Nội dung")), "format-mismatch"],
    ["chu.docx", utf8(DECISION), "format-mismatch"],
    ["trang.md", utf8("<!DOCTYPE html><html><body><p>Điều 1. Phạm vi điều chỉnh</p></body></html>"), "format-mismatch"],
    ["khong-the.html", utf8(DECISION), "format-mismatch"],
    ["doc-cu.docx", ole(), "format-mismatch"],
    ["mat-khau.docx", ole(Buffer.from("EncryptedPackage", "utf16le")), "encrypted-file"],
    ["rac.txt", Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 89 + (i >> 3)) & 255)), "binary-content"],
    [
      "utf8-hong.txt",
      Buffer.concat([Buffer.from(DECISION), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from("abc tieng viet khong dau")]),
      "unknown-encoding",
    ],
    ["hong.docx", wordFile(paragraph("Điều 1. Nội dung của văn bản")).slice(0, 300), "broken-zip"],
    ["xml-hong.docx", wordFile("<w:p><w:r><w:t>dở dang"), "broken-docx"],
  ];
  it.each(cases)("%s is refused", async (name, bytes, code) => {
    const outcome = await readBytes(bytes, name);
    expect(codeOf(outcome)).toBe(code);
    if (outcome.ok) return;
    expect(outcome.problem.what).toContain(name);
    expect(outcome.problem.why).toBeTruthy();
    expect(outcome.problem.todo).toBeTruthy();
  });

  it("a renamed archive of another kind is no Word document", async () => {
    const { zipSync } = await import("fflate");
    expect(codeOf(await readBytes(zipSync({ "a.txt": utf8("nội dung") }), "a.docx"))).toBe("format-mismatch");
  });
});

describe("readFile", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rasoat-read-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("reads a file with its hash and refuses what is missing, a folder, or no ordinary file", async () => {
    const path = join(folder, "qd.txt");
    await writeFile(path, DECISION);
    const outcome = await readFile(path);
    expect(outcome.ok && outcome.source).toMatchObject({ format: "txt", bytes: Buffer.byteLength(DECISION) });
    expect(outcome.ok && outcome.source.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(codeOf(await readFile(join(folder, "khong-co.txt")))).toBe("file-not-found");
    expect(codeOf(await readFile(folder))).toBe("not-a-file");
    expect(codeOf(await readFile("/dev/null", "thiet-bi.txt"))).toBe("not-a-file");
  });
});
