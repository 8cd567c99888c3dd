import { type DocumentType, isCitedByName, typeName } from "../domain/document-type.ts";
import { canonicalSymbol, parseSymbol, symbolKey } from "../domain/symbol.ts";
import type { RegisterEntry } from "./register-file.ts";

/** Lays one row of an `additions.csv` over the entries: what it says wins, what it leaves empty stays. */
export function applyAddition(entries: Map<string, RegisterEntry>, row: Readonly<Record<string, string>>): void {
  // the Constitution has no number: its day tells its versions apart
  const key = row.symbol ? symbolKey(row.symbol) : `${row.type} ${row.issued_on}`;
  const known = entries.get(key);
  const aliases = (row.aliases ?? "")
    .split("|")
    .map((a) => a.trim())
    .filter(Boolean);
  const type = (row.type || known?.type || typeOf(row.symbol ?? "", row.name ?? "")) as DocumentType;
  entries.set(key, {
    ...(known ?? { symbol: row.symbol ? canonicalSymbol(row.symbol) : null }),
    type,
    title: row.name || known?.title || null,
    issuer: known?.issuer ?? (type === "hien-phap" ? "Quốc hội" : issuerByCode(row.symbol ?? "")),
    issuedOn: row.issued_on || known?.issuedOn || null,
    effectiveOn: row.effective_on || known?.effectiveOn || null,
    ...(aliases.length > 0 ? { aliases } : {}),
  });
}

/** `Tổ chức chính quyền địa phương` → `Luật Tổ chức chính quyền địa phương`, for the types cited by name. */
export function fullName(type: DocumentType, title: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/\.$/u, "")
    .replace(/^Luât /u, "Luật ")
    .trim();
  if (!isCitedByName(type)) return clean;
  const word = typeName(type);
  const rest = clean.toLowerCase().startsWith(`${word.toLowerCase()} `) ? clean.slice(word.length + 1) : clean;
  const amends = /^sửa đổi/iu.test(rest);
  return `${word} ${amends ? rest[0]?.toLowerCase() : rest[0]?.toUpperCase()}${rest.slice(1)}`;
}

export function typeOf(symbol: string, name: string): DocumentType {
  if (/^Bộ luật/iu.test(name)) return "bo-luat";
  if (/^Nghị quyết/iu.test(name)) return "nghi-quyet";
  if (/^Pháp lệnh/iu.test(name)) return "phap-lenh";
  return parseSymbol(symbol)?.type ?? "khac";
}

export function issuerByCode(symbol: string): string | null {
  const code = parseSymbol(symbol)?.code ?? "";
  if (/^QH\d/u.test(code)) return "Quốc hội";
  if (/UBTVQH\d/u.test(code)) return "Ủy ban Thường vụ Quốc hội";
  if (/^(?:NĐ|NQ)-CP$/u.test(code)) return "Chính phủ";
  if (/-TTg$/u.test(code)) return "Thủ tướng Chính phủ";
  return null;
}
