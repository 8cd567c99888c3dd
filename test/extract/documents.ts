import { extractFacts } from "../../src/extract/extract-facts.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";

/** An invented decision of the fictional province An Khê. */
export function decision(
  title: string,
  body: string,
  options: { basis?: string; symbol?: string; tail?: string } = {},
): string {
  return [
    "ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    `Số: ${options.symbol ?? "45/2025/QĐ-UBND"}`,
    "An Khê, ngày 20 tháng 11 năm 2025",
    `QUYẾT ĐỊNH\n${title}`,
    options.basis ?? "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
    "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 721/TTr-SXD ngày 01 tháng 11 năm 2025;",
    `Ủy ban nhân dân tỉnh An Khê ban hành Quyết định ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    body,
    "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An",
    options.tail ?? "",
  ].join("\n");
}

export function facts(text: string) {
  const document = parseDocument(text);
  return { document, ...extractFacts(document) };
}

/** Amendments as short lines: `source action symbol eId from→to`. */
export const amendmentLines = (text: string): string[] =>
  facts(text).amendments.map((a) =>
    [
      a.source,
      a.action,
      a.target.symbol ?? a.target.name ?? "-",
      a.target.eId ?? "-",
      ...(a.from !== null || a.to !== null ? [`${a.from ?? ""}→${a.to ?? ""}`] : []),
    ].join(" "),
  );

/** Citations as short lines: `role symbol eIds: text`. */
export const citationLines = (text: string): string[] =>
  facts(text).citations.map(
    (c) =>
      `${c.role} ${c.targets[0]?.symbol ?? c.targets[0]?.name ?? "-"} ${c.targets[0]?.eIds.join(",") || "-"}: ${c.text}`,
  );
