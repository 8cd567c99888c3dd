import type { DocumentType } from "../../domain/document-type.ts";
import { searchWords } from "./words.ts";

/** A symbol as somebody typed it, folded and cut at every separator. */
export interface TypedSymbol {
  /** The number, then year and code as far as typed, then whatever was typed after them. */
  readonly words: readonly string[];
  /** What stands before the number says which kinds of document are meant; empty = nothing does. */
  readonly types: readonly DocumentType[];
}

/** Words of a symbol: `16/2013/TTLT-BVHTTDL-BTC-BNV` has six. */
const MAX_SYMBOL_WORDS = 10;

/** The number after one of these is a unit's, a day's or a year's, never a document's. */
const UNITS: ReadonlySet<string> = new Set(
  "dieu khoan diem chuong muc phan luc mau nam ngay thang quy tiet bang".split(" "),
);

const KINDS: Readonly<Record<string, readonly DocumentType[]>> = {
  qd: ["quyet-dinh"],
  "quyet dinh": ["quyet-dinh"],
  nd: ["nghi-dinh"],
  "nghi dinh": ["nghi-dinh"],
  nq: ["nghi-quyet", "nghi-quyet-lien-tich"],
  "nghi quyet": ["nghi-quyet", "nghi-quyet-lien-tich"],
  tt: ["thong-tu", "thong-tu-lien-tich"],
  "thong tu": ["thong-tu", "thong-tu-lien-tich"],
  ttlt: ["thong-tu-lien-tich"],
  "lien tich": ["thong-tu-lien-tich", "nghi-quyet-lien-tich"],
  ct: ["chi-thi"],
  "chi thi": ["chi-thi"],
  kh: ["ke-hoach"],
  "ke hoach": ["ke-hoach"],
  cv: ["cong-van"],
  "cong van": ["cong-van"],
  pl: ["phap-lenh"],
  "phap lenh": ["phap-lenh"],
  luat: ["luat", "bo-luat"],
  vbhn: ["van-ban-hop-nhat"],
};

/** `NĐ78/2025`, `qd17`: the kind and the number without anything between. */
const GLUED = /^(qd|nd|nq|tt|ttlt|ct|kh|cv|pl|vbhn)(\d+)$/u;

/** `Nghị định số 78/2025`, `17-2025-QD-UBND`, `nđ78`; null where no number of a document is typed. */
export function typedSymbol(query: string): TypedSymbol | null {
  const typed = searchWords(query.normalize("NFKC"))
    .split(" ")
    .flatMap((word) => GLUED.exec(word)?.slice(1) ?? [word]);
  const opening = typed.findIndex((word, i) => /^\d/u.test(word) && !UNITS.has(typed[i - 1] ?? ""));
  if (opening < 0) return null;
  const before = typed.slice(0, opening).filter((word) => word !== "so");
  const types = KINDS[before.slice(-2).join(" ")] ?? KINDS[before.at(-1) ?? ""] ?? [];
  const words = typed.slice(opening, opening + MAX_SYMBOL_WORDS);
  // a number alone names a document only with its kind, or when nothing else was typed
  return words.length > 1 || types.length > 0 || typed.length === 1 ? { words, types } : null;
}
