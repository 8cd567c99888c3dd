import { createHash } from "node:crypto";
import type { LegalDate } from "../domain/legal-date.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type LocalRegister, withAdditions } from "./local-register.ts";
import {
  type RegisterEntry,
  readRegisterEntries,
  readSuccessions,
  readTable,
  type Succession,
} from "./register-file.ts";
import { workIdOf } from "./work-id.ts";

/** A succession with both its works. */
export interface KnownSuccession extends Succession {
  readonly old: WorkId;
  readonly new: WorkId;
}

/** The shipped register: central documents known without their text, who replaced whom, and what they are called. */
export interface CentralRegister {
  /** Changes with the data; an index that was seeded with it need not be seeded again. */
  readonly version: string;
  readonly works: readonly Work[];
  readonly entries: ReadonlyMap<WorkId, RegisterEntry>;
  readonly successions: readonly KnownSuccession[];
  /** Amendments the codification records: who changed what from which day; the units are not known. */
  readonly amendments: readonly { readonly target: WorkId; readonly source: WorkId; readonly from: LegalDate }[];
  /** First days that another law moved: the day printed in the document itself is wrong. */
  readonly movedCommencements: readonly { readonly work: WorkId; readonly by: WorkId; readonly from: LegalDate }[];
  /** A work of the register by its symbol in any writing. */
  find(symbol: string): WorkId | null;
}

let loaded: CentralRegister | null = null;

/** Reads `corpus/register/` and what `useLocalRegister` named, once a process (about 5,070 works, ~60 ms). */
export function loadCentralRegister(): CentralRegister {
  loaded ??= buildCentralRegister(
    withAdditions(readRegisterEntries(), local.additions),
    [...readSuccessions(), ...local.successions],
    readTable("moved-commencements.csv"),
  );
  return loaded;
}

let local: LocalRegister = { additions: [], successions: [] };

/** What a department knows besides the shipped register (`readLocalRegister`). Call it before anything is looked up. */
export function useLocalRegister(given: LocalRegister): void {
  local = given;
  loaded = null;
}

export function buildCentralRegister(
  rows: readonly RegisterEntry[],
  successionRows: readonly Succession[],
  movedRows: readonly Readonly<Record<string, string>>[] = [],
): CentralRegister {
  const works: Work[] = [];
  const entries = new Map<WorkId, RegisterEntry>();
  const bySymbol = new Map<string, WorkId>();
  const add = (entry: RegisterEntry): WorkId => {
    const work = toWork(entry);
    if (!entries.has(work.id)) works.push(work);
    entries.set(work.id, entry);
    if (entry.symbol) bySymbol.set(symbolKey(entry.symbol), work.id);
    return work.id;
  };
  for (const entry of rows) add(entry);
  const find = (symbol: string): WorkId | null => bySymbol.get(symbolKey(symbol)) ?? null;
  const known = (symbol: string): WorkId =>
    find(symbol) ??
    add({
      symbol,
      type: parseSymbol(symbol)?.type ?? "khac",
      title: null,
      issuer: null,
      issuedOn: null,
      effectiveOn: null,
    });
  const amendments = rows.flatMap((row) =>
    (row.symbol ? (row.amendedBy ?? []) : []).map(([symbol, from]) => ({
      target: known(row.symbol as string),
      source: known(symbol),
      from,
    })),
  );
  const successions = successionRows.map((row) => ({ ...row, old: known(row.oldSymbol), new: known(row.newSymbol) }));
  const movedCommencements = movedRows.map((r) => ({
    work: known(r.symbol ?? ""),
    by: known(r.by ?? ""),
    from: r.effective_on ?? "",
  }));
  return {
    version: versionOf(rows, successionRows),
    works,
    entries,
    successions,
    amendments,
    movedCommencements,
    find,
  };
}

function toWork(entry: RegisterEntry): Work {
  const { symbol, type, title, issuer, issuedOn, effectiveOn } = entry;
  return {
    id: workIdOf(entry),
    symbol,
    type,
    title,
    issuer,
    issuedOn,
    effectiveOn,
    known: "register",
    normative: "yes",
  };
}

function versionOf(rows: readonly RegisterEntry[], successions: readonly Succession[]): string {
  const hash = createHash("sha256");
  for (const r of rows)
    hash.update(`${r.symbol}|${r.title}|${r.issuedOn}|${r.effectiveOn}|${r.amendedBy?.length ?? 0}\n`);
  for (const s of successions) hash.update(`${s.oldSymbol}|${s.newSymbol}|${s.from}|${s.kind}|${s.exception}\n`);
  return hash.digest("hex").slice(0, 16);
}
