import { readFileSync } from "node:fs";
import type { DocumentType } from "../domain/document-type.ts";
import { type EId, joinEId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";

/** One line of `corpus/register/central.jsonl`: what is known of a central document without its text. */
export interface RegisterEntry {
  /** Null for the Constitution, which has no number. */
  readonly symbol: string | null;
  readonly type: DocumentType;
  /** Full name for laws (`Luật Đất đai`), title otherwise; null where the source has none. */
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LegalDate | null;
  readonly effectiveOn: LegalDate | null;
  /** Codes of the Bộ Pháp điển's đề mục, most articles first. */
  readonly fields?: readonly string[];
  /** Acts that amended it, with the day they took effect. */
  readonly amendedBy?: readonly (readonly [symbol: string, effectiveOn: LegalDate])[];
  /** Other names it is cited by. */
  readonly aliases?: readonly string[];
}

/** One line of `corpus/register/successions.csv`. */
export interface Succession {
  readonly oldSymbol: string;
  readonly newSymbol: string;
  /** The day the old document ends or is changed; null = not known. */
  readonly from: LegalDate | null;
  /** replace, amend; suspend and extend for the one decree that was suspended while its predecessor went on. */
  readonly kind: "replace" | "amend" | "suspend" | "extend";
  /** Parts of the old document that live on. */
  readonly exception: string | null;
  /** Clause of the new document, as the source gives it. */
  readonly clause: string | null;
  /** That clause as a unit of the new document, where it names one; null = not known. */
  readonly clauseEId: EId | null;
  readonly certainty: "verified" | "likely" | "to-verify";
}

const FOLDER = new URL("../../corpus/register/", import.meta.url);

export function readRegisterEntries(): readonly RegisterEntry[] {
  const lines = readFileSync(new URL("central.jsonl", FOLDER), "utf8").trim().split("\n");
  return JSON.parse(`[${lines.join(",")}]`) as RegisterEntry[];
}

export const readSuccessions = (): readonly Succession[] => readTable("successions.csv").map(toSuccession);

export const toSuccession = (row: Readonly<Record<string, string>>): Succession => ({
  oldSymbol: row.old_symbol ?? "",
  newSymbol: row.new_symbol ?? "",
  from: row.from || null,
  kind: row.kind as Succession["kind"],
  exception: row.exception || null,
  clause: row.clause || null,
  clauseEId: clauseEId(row.clause ?? ""),
  certainty: row.certainty as Succession["certainty"],
});

/** `khoản 2 Điều 23, trừ …` → `art_23__cl_2`. Only a clause that stands first is the one that ends the old document. */
export function clauseEId(clause: string): EId | null {
  const m = /^(?:điểm (\p{Ll}) )?(?:khoản (\d+\p{Ll}?) )?Điều (\d+\p{Ll}?)(?!\p{L})/u.exec(clause);
  if (!m || /^[^;]{0,40}chuyển tiếp/u.test(clause)) return null;
  const [, point, cl, art] = m;
  return joinEId(`art_${art}`, cl && `cl_${cl}`, cl && point && `point_${point}`);
}

/** Rows of a CSV of the register's folder, keyed by its head line. */
export function readTable(name: string): readonly Readonly<Record<string, string>>[] {
  return parseTable(readFileSync(new URL(name, FOLDER), "utf8"));
}

export function parseTable(text: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...rows] = text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .filter((l) => l.trim() !== "")
    .map(cells);
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, i) => [name, row[i] ?? ""])));
}

/** Cells of one CSV line; quotes double inside quotes. */
function cells(line: string): string[] {
  const out: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (line[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      out.push(cell);
      cell = "";
    } else cell += c;
  }
  out.push(cell);
  return out;
}
