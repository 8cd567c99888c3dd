import { expect, test } from "vitest";
import { analyseText } from "../../src/use-cases/analyse-file.ts";
import { frameScopeLists } from "../../src/resolve/scope-lists.ts";

/** Citations of a decree's first article as `words → name or number of the document: units`. */
function framed(scope: string): readonly string[] {
  const text = `CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 742/2024/NĐ-CP
Hà Nội, ngày 09 tháng 5 năm 2024

NGHỊ ĐỊNH
Quy định về bến thuyền

Điều 1. Phạm vi điều chỉnh
${scope}
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.
TM. CHÍNH PHỦ
`;
  const analysis = analyseText({ text, format: "txt", quality: "text", sha256: "", bytes: 1 }, "x.txt");
  if (!analysis.ok) throw new Error("not read");
  return frameScopeLists(analysis.document, analysis.facts.citations)
    .filter((c) => c.within?.startsWith("art_1") && c.kind === "relative")
    .flatMap((c) => c.targets.filter((t) => t.eIds.length > 0))
    .map((t) => `${t.name ?? t.symbol ?? "self"} ${t.eIds.join()}`);
}

test("units listed below a scope article's lead are the law's, not the document's own", () => {
  expect(
    framed(
      "Nghị định này quy định chi tiết các điều, khoản sau đây của Luật Bến bãi:\n1. Khoản 2 Điều 3a về đăng ký bến;\n2. Điểm a khoản 1 Điều 9.",
    ),
  ).toEqual(["Luật Bến bãi art_3a__cl_2", "Luật Bến bãi art_9__cl_1__point_a"]);
});

test("and so are those that follow in the same sentence", () => {
  expect(framed("Nghị định này quy định chi tiết một số điều của Luật Bến bãi, gồm Điều 8, Điều 11.")).toEqual([
    "Luật Bến bãi art_8,art_11",
  ]);
});

test("of two laws each leads its own list", () => {
  expect(
    framed(
      "Nghị định này quy định:\n1. Chi tiết một số nội dung.\n2. Quy định chi tiết một số điều của Luật Bến bãi:\na) Điều 8;\n3. Quy định chi tiết một số điều của Luật Sông nước:\na) Điều 9.",
    ),
  ).toEqual(["Luật Bến bãi art_8", "Luật Sông nước art_9"]);
});

test.each([
  ["what says “này”", "Nghị định này quy định chi tiết Luật Bến bãi như sau:\n1. Trừ Điều 2 Nghị định này;"],
  ["a sentence of its own", "Nghị định này quy định chi tiết Luật Bến bãi. Thủ tục thực hiện theo Điều 2."],
  ["no words of detailing", "Thực hiện theo Luật Bến bãi, gồm:\n1. Đăng ký theo Điều 2;"],
])("not %s", (_, scope) => {
  expect(framed(scope).filter((line) => line.startsWith("Luật"))).toEqual([]);
});
