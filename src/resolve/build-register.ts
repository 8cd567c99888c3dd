import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import type { DocumentType } from "../domain/document-type.ts";
import { isLegalDate, type LegalDate, parseDate } from "../domain/legal-date.ts";
import { canonicalSymbol, parseSymbol, symbolKey } from "../domain/symbol.ts";
import { applyAddition, fullName, issuerByCode, typeOf } from "./register-additions.ts";
import { parseTable, type RegisterEntry } from "./register-file.ts";

/**
 * Writes `corpus/register/central.jsonl` and `successions.csv` from the facts about central documents (`central-register.jsonl`,
 * `successions.csv`) in a folder. What a jurist adds by hand stands in `additions.csv` of the output folder and wins.
 *
 *     node --import tsx src/resolve/build-register.ts FOLDER
 */
export function buildRegister(
  from: string,
  to: string,
): { readonly works: number; readonly successions: number; readonly skipped: readonly string[] } {
  const skipped: string[] = [];
  const entries = new Map<string, RegisterEntry>();
  for (const line of readFileSync(join(from, "central-register.jsonl"), "utf8").trim().split("\n")) {
    const entry = cleanEntry(JSON.parse(line) as RawEntry);
    if (entry?.symbol) entries.set(symbolKey(entry.symbol), entry);
    else skipped.push(line.slice(0, 120));
  }
  const rows = parseTable(readFileSync(join(from, "successions.csv"), "utf8"));
  for (const row of rows) {
    addWork(entries, row.old_symbol, row.old_name, row.old_issued, "");
    addWork(entries, row.new_symbol, row.new_name, row.new_issued, row.kind === "consequence" ? "" : row.new_effective);
  }
  const additions = parseTable(readFileSync(join(to, "additions.csv"), "utf8"));
  for (const row of additions) applyAddition(entries, row);
  const successions = rows
    .map(toSuccession)
    .filter((row, i) => row !== null || (skipped.push(`succession ${i + 2}`), false)) as string[][];
  const byHand = parseTable(readFileSync(join(to, "successions-by-hand.csv"), "utf8")).map((r) =>
    HEAD.map((h) => r[h] ?? ""),
  );
  const lines = [...entries.values()].sort((a, b) => order(a, b)).map((e) => JSON.stringify(e));
  writeFileSync(join(to, "central.jsonl"), `${lines.join("\n")}\n`);
  writeFileSync(
    join(to, "successions.csv"),
    `${[HEAD, ...successions, ...byHand].map((r) => r.map(csvCell).join(",")).join("\n")}\n`,
  );
  return { works: lines.length, successions: successions.length + byHand.length, skipped };
}

interface RawEntry {
  readonly symbol: string;
  readonly type: DocumentType;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LegalDate | null;
  readonly effectiveOn: LegalDate | null;
  readonly fields: readonly string[];
  readonly amendedBy: readonly { readonly symbol: string; readonly effectiveOn: LegalDate }[];
}

const HEAD = ["old_symbol", "new_symbol", "from", "kind", "exception", "clause", "certainty"];
const csvCell = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text);
const order = (a: RegisterEntry, b: RegisterEntry): number =>
  (a.issuedOn ?? "").localeCompare(b.issuedOn ?? "") || (a.symbol ?? "").localeCompare(b.symbol ?? "");

function cleanEntry(given: RawEntry): RegisterEntry | null {
  const raw = joinSymbol(given);
  const symbol = cleanSymbol(raw.symbol);
  // a bare number names nothing
  if (!parseSymbol(symbol)) return null;
  const amendedBy = raw.amendedBy
    .map((a) => [cleanSymbol(a.symbol), a.effectiveOn] as const)
    .filter(([s, day]) => parseSymbol(s) !== null && day && isLegalDate(day));
  return {
    symbol,
    type: raw.type,
    title: raw.title ? fullName(raw.type, raw.title) : null,
    issuer: cleanIssuer(raw.issuer, symbol),
    issuedOn: raw.issuedOn,
    effectiveOn: raw.effectiveOn,
    ...(raw.fields.length > 0 ? { fields: raw.fields } : {}),
    ...(amendedBy.length > 0 ? { amendedBy } : {}),
  };
}

/** The source sometimes cuts `02/2018/TTLT-BCA` into the number `02` and a title that begins with the rest. */
function joinSymbol(raw: RawEntry): RawEntry {
  const m = /^(\/\d{4}\/[\p{Lu}\d&-]+)\s+(.+)$/u.exec(raw.title ?? "");
  return m && /^\d+$/u.test(raw.symbol) ? { ...raw, symbol: raw.symbol + m[1], title: m[2] as string } : raw;
}

const cleanSymbol = (raw: string): string => canonicalSymbol(raw.replace(/['’"]/gu, "").replace(/_/gu, "-"));

const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/^bộ công thương\.?$/iu, "Bộ Công Thương"],
  [/^u[ỷy] ban thường vụ quốc hội$|^ủy ban thường vụ quốc hội$/iu, "Ủy ban Thường vụ Quốc hội"],
  [/^to[àa] án nhân dân tối cao$|^tòa án nhân dân tối cao$/iu, "Tòa án nhân dân tối cao"],
  [
    /^bộ văn ho[áa],? (?:- )?thể thao và du lịch$|^bộ văn hóa,? (?:- )?thể thao và du lịch$/iu,
    "Bộ Văn hóa, Thể thao và Du lịch",
  ],
  [/^bộ giáo dục và đào tạo$/iu, "Bộ Giáo dục và Đào tạo"],
  [/^bộ lao động - thương binh và xã hội$/iu, "Bộ Lao động - Thương binh và Xã hội"],
  [/^ngân hàng nhà nước(?: việt nam)?$/iu, "Ngân hàng Nhà nước Việt Nam"],
  [/^u[ỷy] ban dân tộc$/iu, "Ủy ban Dân tộc"],
];

function cleanIssuer(raw: string | null, symbol: string): string | null {
  const name = raw?.normalize("NFC").replace(/Ð/gu, "Đ").replace(/\s+/gu, " ").trim() ?? null;
  if (name) return ISSUERS.find(([shape]) => shape.test(name))?.[1] ?? name;
  return issuerByCode(symbol);
}

/** A document that only the successions know. What the codification says of a document is not overwritten, only filled. */
function addWork(entries: Map<string, RegisterEntry>, symbol = "", name = "", issued = "", effective = ""): void {
  if (!symbol) return;
  const key = symbolKey(symbol);
  const known = entries.get(key);
  const issuedOn = isLegalDate(issued) ? issued : null;
  const effectiveOn = isLegalDate(effective) ? effective : null;
  const type = known?.type ?? typeOf(symbol, name);
  const title = name ? fullName(type, name.replace(/ \([^()]{0,200}\)$/u, "")) : null;
  entries.set(key, {
    ...(known ?? { symbol: canonicalSymbol(symbol), type }),
    title: known?.title ?? title,
    issuer: known?.issuer ?? issuerByCode(symbol),
    issuedOn: known?.issuedOn ?? issuedOn,
    effectiveOn: known?.effectiveOn ?? effectiveOn,
  });
}

/** The day the old document ends stands in the clause where it is not the new one's first day (domain.md section 9). */
function toSuccession(row: Readonly<Record<string, string>>): string[] | null {
  const clause = row.clause ?? "";
  // a consequence of Điều 57(2), not a clause: the timeline draws it itself
  if (!row.new_symbol || !row.old_symbol || /hệ quả/iu.test(clause)) return null;
  const other = /hết hiệu lực từ (?:ngày [^,)]*, )?(\d{1,2}\/\d{1,2}\/\d{4})/u.exec(clause)?.[1];
  const from =
    (other ? parseDate(other) : null) ?? (isLegalDate(row.new_effective ?? "") ? (row.new_effective as string) : "");
  const kept =
    /trừ (Điều \d{1,3} của (?:Luật cũ|NĐ \d{1,4}))|(Điều [^;Đ]{1,80} còn đến [\d/]{8,10})|(chỉ phần [^)]{1,200})/u.exec(
      clause,
    );
  const exception = kept ? (kept[1] ?? kept[2] ?? kept[3] ?? "") : "";
  return [
    canonicalSymbol(row.old_symbol),
    canonicalSymbol(row.new_symbol),
    from,
    row.kind ?? "replace",
    exception,
    clause,
    // verified means that somebody read the clause
    row.certainty === "verified" && clause === "" ? "likely" : (row.certainty ?? "likely"),
  ];
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = argv[2];
  if (!folder) throw new Error("usage: build-register.ts FOLDER");
  const result = buildRegister(folder, fileURLToPath(new URL("../../corpus/register/", import.meta.url)));
  process.stdout.write(
    `${result.works} works, ${result.successions} successions; left out: ${result.skipped.length}\n${result.skipped.join("\n")}\n`,
  );
}
