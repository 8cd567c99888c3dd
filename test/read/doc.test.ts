import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";

/** Word 97 files made from our own text. */
const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const codeOf = async (bytes: Uint8Array, name = "a.doc"): Promise<string> => {
  const outcome = await readBytes(bytes, name);
  return outcome.ok ? "ok" : outcome.problem.code;
};
/** Where the main stream begins: with its magic number. */
const wordAt = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0xec, 0xa5]));

describe("Word 97 files", () => {
  it("are read by their fonts, with fields, insertions and text boxes, without deletions, hidden text and notes", async () => {
    const outcome = await readBytes(fixture("phong-chu-cu.doc"), "cu.doc");
    if (!outcome.ok) throw new Error(outcome.problem.what);
    expect(outcome.source.text.split("\n\n")).toEqual([
      "ỦY BAN NHÂN DÂN TỈNH AN KHÊ",
      "Điều 1. Các bến thuyền được phép đón khách từ 5 giờ sáng.",
      "Điều 2. Chủ bến phải sắm đủ áo phao, đèn hiệu.",
      "Mức phạt là sáu trăm nghìn đồng.",
      "Theo Nghị định số 742/2024/NĐ-CP “về bến thuyền”.",
      "Sơ đồ bến kèm theo.",
      "Bến chính: xã Tre Xanh",
      "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN",
    ]);
    expect(outcome.source).toMatchObject({ format: "doc", quality: "doc" });
    const notes = outcome.source.notes ?? [];
    expect(notes.map((n) => n.code)).toEqual(["old-encoding-converted", "footnotes-left-out", "headers-left-out"]);
    expect(notes[1]?.why).toContain("[1] Mức cũ là năm trăm nghìn đồng.");
    expect(notes[2]?.why).toContain("Công báo An Khê số 7");
  });

  it("protected by a password, of Word 95, without a text, or holding something else are refused by name", async () => {
    const encrypted = fixture("quyet-dinh-12.doc");
    encrypted.writeUInt16LE(encrypted.readUInt16LE(wordAt(encrypted) + 0x0a) | 0x100, wordAt(encrypted) + 0x0a);
    expect(await codeOf(encrypted)).toBe("encrypted-file");
    const old = fixture("quyet-dinh-12.doc");
    old.writeUInt16LE(104, wordAt(old) + 2);
    expect(await codeOf(old)).toBe("old-word");
    const renamed = fixture("quyet-dinh-12.doc");
    renamed.write("WorkbookXXXX", renamed.indexOf(Buffer.from("WordDocument", "utf16le")), "utf16le");
    expect(await codeOf(renamed)).toBe("format-mismatch");
    expect(await codeOf(fixture("quyet-dinh-12.doc").subarray(0, 6000))).toBe("broken-doc");
    expect(await codeOf(fixture("quyet-dinh-12.doc"), "a.docx")).toBe("format-mismatch");
  });

  it("whose chains run in a circle, or whose pieces lie outside, are refused at once", async () => {
    const looped = fixture("quyet-dinh-12.doc");
    const entry = looped.indexOf(Buffer.from("WordDocument", "utf16le"));
    const start = looped.readUInt32LE(entry + 116);
    looped.writeUInt32LE(start, 512 * (1 + looped.readUInt32LE(76)) + start * 4);
    expect(await codeOf(looped)).toBe("broken-doc");
    const longer = fixture("quyet-dinh-12.doc");
    longer.writeUInt32LE(0x7fffffff, wordAt(longer) + 0x4c);
    expect(await codeOf(longer)).toBe("broken-doc");
  });
});
