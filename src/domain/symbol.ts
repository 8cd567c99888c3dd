import type { DocumentType } from "./document-type.ts";

/** Số, ký hiệu taken apart. A symbol is not an identity: two provinces may both have `03/2025/NQ-HĐND`. */
export interface SymbolParts {
  /** As printed, leading zeros and letter suffix kept: `055`, `09b`, `66.7`. */
  readonly number: string;
  readonly year: number | null;
  /** What follows number and year: `QĐ-UBND`, `QH15`, `TTLT-BTC-BTP`. */
  readonly code: string;
  readonly type: DocumentType | null;
}

/**
 * Canonical form: NFC, Đ = U+0110, plain hyphens, no spaces, leading zeros kept, letter case of the code as the trade
 * writes it (`QĐ-TTg`). Source of the shapes: Luật 64/2025/QH15 Điều 7, NĐ 78/2025 Điều 71, NĐ 34/2016 Điều 58.
 */
export function canonicalSymbol(raw: string): string {
  if (CANONICAL.test(raw)) return raw;
  const bare = raw
    .normalize("NFC")
    .replace(/[ÐƉ]/gu, "Đ")
    .replace(/ð/gu, "đ")
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/[\s\u00a0]+/gu, "")
    .replace(/^số:?/iu, "");
  const upper = withoutFinalPoints(bare)
    .toUpperCase()
    .replace(/TTG(?=$|[^A-ZĐ])/gu, "TTg");
  // the ordinal keeps its letter in lower case: 09b/2013/TT-BTP
  return upper.replace(/^(\d+(?:\.\d+)?)([A-ZĐ])(?=\/)/u, (_, n: string, letter: string) => n + letter.toLowerCase());
}

/** Most symbols are printed as they should be. */
const CANONICAL = /^\d+(?:\.\d+)?(?:[a-zđ]?\/(?:\d{4}\/)?|-)(?!.*TTG)[A-ZĐ\d][A-ZĐ\d/&.-]*(?<=[A-ZĐ\d&])$/u;

/** A loop, because `/[.,;:]+$/` takes quadratic time on a long run of points. */
function withoutFinalPoints(text: string): string {
  let end = text.length;
  while (end > 0 && ".,;:".includes(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}

/** What two writings of one symbol share: upper case, `Đ` → `D`, every separator a hyphen. For look-up, never for display. */
export const symbolKey = (symbol: string): string =>
  canonicalSymbol(symbol)
    .toUpperCase()
    .replace(/Đ/gu, "D")
    .replace(/[/.\-]+/gu, "-");

const CODE_TYPES: readonly (readonly [RegExp, DocumentType])[] = [
  [/^QH\d/u, "luat"],
  [/^NQ-?(?:QH|UBTVQH)|^UBTVQH\d/u, "nghi-quyet"],
  [/^PL/u, "phap-lenh"],
  [/^(?:LCT|L)[-/]/u, "luat"],
  [/^NQLT/u, "nghi-quyet-lien-tich"],
  [/^NQ/u, "nghi-quyet"],
  [/^N[ĐD]/u, "nghi-dinh"],
  [/^CP$/u, "nghi-dinh"],
  [/^Q[ĐD]/u, "quyet-dinh"],
  [/^TTLT|^TT-LT|^TT-LB|^TTLB/u, "thong-tu-lien-tich"],
  [/^TTR/u, "khac"],
  [/^TT(?:G)?$/u, "quyet-dinh"],
  [/^TT/u, "thong-tu"],
  [/^CT/u, "chi-thi"],
  [/^VBHN/u, "van-ban-hop-nhat"],
  [/^KH/u, "ke-hoach"],
];

export function parseSymbol(symbol: string): SymbolParts | null {
  const canonical = canonicalSymbol(symbol);
  const m = /^(\d+(?:\.\d+)?[a-zđ]?)(?:\/(\d{4}))?[-/](.+)$/u.exec(canonical);
  if (!m) return null;
  const code = m[3] as string;
  const type = CODE_TYPES.find(([shape]) => shape.test(code.toUpperCase()))?.[1] ?? null;
  return { number: m[1] as string, year: m[2] ? Number(m[2]) : null, code, type };
}
