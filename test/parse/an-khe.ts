import { sliceOf } from "../../src/domain/span.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";

/** A decision of the invented province An Khê around a given body. */
export const decision = (body: string, foot = FOOT): string => `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2025/QĐ-UBND
An Khê, ngày 05 tháng 9 năm 2025
QUYẾT ĐỊNH
Quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Nghị định số 742/2024/NĐ-CP của Chính phủ;
Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 21/TTr-SNNMT;
Ủy ban nhân dân ban hành Quyết định quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê.
${body}
${foot}`;

export const FOOT = `Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Khê`;

/** Identifiers of one kind, in text order. */
export const eIds = (document: LegalDocument, kind?: string): string[] =>
  document.provisions.filter((p) => kind === undefined || p.kind === kind).map((p) => p.eId);

export const headings = (document: LegalDocument): Record<string, string | null> =>
  Object.fromEntries(document.provisions.filter((p) => p.kind === "article").map((p) => [p.eId, p.heading]));

export const textOf = (document: LegalDocument, eId: string): string => {
  const found = document.provisions.find((p) => p.eId === eId);
  return found ? sliceOf(document.text, found.span) : "";
};

export const parseBody = (body: string, foot?: string): LegalDocument => parseDocument(decision(body, foot));

export const quotesOf = (document: LegalDocument): string[] => document.quotes.map((q) => sliceOf(document.text, q));
