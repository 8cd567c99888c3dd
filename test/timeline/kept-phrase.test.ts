import { describe, expect, it } from "vitest";
import { consolidateText } from "./amend-by-text.ts";

const ARTICLES = `Điều 1. Phạm vi

Quyết định này quy định mức hỗ trợ nuôi ong.

Điều 2. Mức hỗ trợ

1. Hộ nuôi ong: 500.000 đồng, do Sở Nông nghiệp và Môi trường chi trả.`;

const run = (instruction: string) => {
  const { title, preamble, provisions, refused, complete } = consolidateText(ARTICLES, `1. ${instruction}`);
  return {
    text: provisions.map((p) => p.text).join("\n"),
    title: title?.text,
    titleNotes: title?.notes.map((n) => n.change),
    preambleNotes: preamble.map((n) => n.change),
    why: refused.map((r) => r.why),
    complete,
  };
};

describe("a phrase changed in the whole document", () => {
  it("is kept in title and căn cứ, and each says so", () => {
    const result = run("Thay thế cụm từ “nuôi ong” bằng cụm từ “nuôi tằm” trong toàn bộ Quyết định.");
    expect(result.text).not.toContain("nuôi ong");
    expect(result).toMatchObject({
      title: "Quy định mức hỗ trợ nuôi ong trên địa bàn tỉnh An Khê",
      titleNotes: ["kept"],
      preambleNotes: ["kept"],
      complete: true,
    });
  });

  it("says nothing at a part that does not hold it", () => {
    const result = run(
      "Thay thế cụm từ “Sở Nông nghiệp và Môi trường” bằng cụm từ “Sở Nông nghiệp” trong toàn bộ Quyết định.",
    );
    expect(result).toMatchObject({ titleNotes: [], preambleNotes: ["kept"], complete: true });
  });

  it("says nothing where the instruction names its places", () => {
    const result = run("Thay thế cụm từ “nuôi ong” bằng cụm từ “nuôi tằm” tại Điều 1.");
    expect(result).toMatchObject({ titleNotes: [], preambleNotes: [], complete: true });
  });

  it("is refused where it stands nowhere else, and where it is told", () => {
    const result = run("Thay thế cụm từ “trên địa bàn tỉnh” bằng cụm từ “tại tỉnh” trong toàn bộ Quyết định.");
    expect(result.why).toEqual([expect.stringMatching(/chỉ đứng ở tên văn bản và phần căn cứ/u)]);
    expect(result.titleNotes).toEqual([]);
  });

  it("is refused where title and text are meant at once: changing one alone would be half the change", () => {
    const result = run("Thay thế cụm từ “nuôi ong” bằng cụm từ “nuôi tằm” tại tên Quyết định và toàn bộ các điều.");
    expect(result.complete).toBe(false);
    expect(result.title).toContain("nuôi ong");
    expect(result.text).toContain("nuôi ong");
  });
});
