import { TYPE_NAMES, type DocumentType } from "../domain/document-type.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { TextLine } from "./normalise.ts";

/** A line of the head that carries the type word: "QUYẾT ĐỊNH", "NGHỊ QUYẾT VỀ …". */
export interface TypeLine {
  readonly line: number;
  readonly type: DocumentType;
  /** Length of the type word. */
  readonly length: number;
}

const MOTTO =
  /C[ỘO]NG H(?:ÒA|OÀ|OA)(?: XÃ(?: H[ỘO]I(?: CHỦ(?: NGHĨA(?: VI[ỆE]T(?: NAM)?)?)?)?)?)?|(?:(?:XÃ )?HỘI )?(?:CHỦ )?NGHĨA VIỆT NAM|^(?:HỘI CHỦ NGHĨA|CHỦ NGHĨA|VIỆT NAM)$|[ĐD][ộo]c l[ậa]p ?- ?T[ựu] [dđ]o ?- ?H[ạa]nh ph[úu]c/gu;
const PAINT = /^[\s\-_—*.=~]+|[\s\-_—*=~]+$/gu;
/** Stamps that scanners read along with the head. */
const STAMP =
  /^c?[Cc]?[ỔOổ]?N?G? ?TH[ÔO].{0,20}ỆN T[ỬỪ] CH[ÍI]NH PH[ỦÙ]$|^CỔNG THÔNG TIN ĐIỆN TỬ$|^(?:CÔNG BÁO|ĐẾN|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT|DỰ THẢO|BẢN SAO|SAO Y)(?:$|[ :])|^(?:Giờ|Ngày|Số) ?:? ?[.\d/ ]*$|Cơ quan phát hành/u;

/** The line without motto and ornament; empty where nothing else stands in it. */
export function withoutMotto(text: string): string {
  if (text.length > LONGEST_HEAD) return text;
  return text.replace(MOTTO, " ").replace(/\s+/gu, " ").replace(PAINT, "").trim();
}

export const isStamp = (text: string): boolean => STAMP.test(text);

/** A head's column, all lines joined; longer lines are no head and are left alone. */
const LONGEST_HEAD = 1_000;
const NAMES = TYPE_NAMES.map(([name, type]) => [name.toUpperCase(), type] as const).filter(
  ([, type]) => type !== "cong-van",
);

/** Finds the type word: alone in its line, or in capitals before the title. Words of other documents' names are no type line. */
export function findTypeLine(lines: readonly TextLine[], from: number, to: number): TypeLine | null {
  let embedded: TypeLine | null = null;
  for (let i = from; i < to; i++) {
    const text = (lines[i] as TextLine).text.replace(/^[^\p{L}]+/u, "");
    const cut = (lines[i] as TextLine).text.length - text.length;
    for (const [name, type] of NAMES) {
      const head = text.slice(0, name.length);
      if (head !== name && !(head.toUpperCase() === name && text.length === name.length)) continue;
      const rest = text.slice(name.length);
      if (/^[\s.:*]*$/u.test(rest)) return { line: i, type, length: cut + name.length };
      if (!/^[ :]/u.test(rest) || embedded) break;
      if (type === "luat" || type === "bo-luat" ? /^ (?:số|Số)/u.test(rest) : /^ (?:số|Số|SỐ) ?:? ?\d/u.test(rest))
        break;
      embedded = { line: i, type, length: cut + name.length };
      break;
    }
  }
  return embedded;
}

/** Type from the number where the type word is lost or torn. */
export function typeOfSymbol(symbol: string): DocumentType | null {
  return parseSymbol(symbol)?.type ?? null;
}
