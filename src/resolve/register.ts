import type { NamedWork } from "../domain/citation.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { canonicalSymbol, parseSymbol, symbolKey } from "../domain/symbol.ts";
import { TRUST, type Resolution, type Work, type WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "./central-register.ts";
import { indexLawNames, isAmendingName, type LawNames, versionAt } from "./law-names.ts";
import { findLocal } from "./find-local.ts";
import { isCentralSymbol } from "./work-id.ts";

/** Who cites, and when: names and bare symbols mean what they meant there and then. */
export interface CitingFrame {
  /** Day of issue of the citing document; null = unknown. */
  readonly on: LegalDate | null;
  /** The day the citing document itself begins, where known: a law that begins with it is meant, not the one that ends then. */
  readonly begins?: LegalDate | null;
  /** Issuer of the citing document. */
  readonly issuer: string | null;
}

/** Everything known, to be looked up. */
export interface Register {
  work(id: WorkId): Work | null;
  bySymbol(symbol: string): readonly Work[];
  /** The work a text means; ambiguity and failure are values with their reason. */
  find(named: NamedWork, frame: CitingFrame): Resolution;
  /** A register that also knows these. */
  with(works: readonly Work[]): Register;
}

/** Indexes works for look-up by symbol and by name. */
export function createRegister(works: readonly Work[]): Register {
  const byId = new Map<WorkId, Work>();
  const bySymbol = new Map<string, Work[]>();
  for (const work of works) {
    const known = byId.get(work.id);
    if (known && TRUST[known.known] >= TRUST[work.known]) continue;
    byId.set(work.id, work);
  }
  for (const work of byId.values()) {
    if (!work.symbol) continue;
    const key = symbolKey(work.symbol);
    const list = bySymbol.get(key);
    if (list) list.push(work);
    else bySymbol.set(key, [work]);
  }
  const entries = loadCentralRegister().entries;
  const names = indexLawNames([...byId.values()], (w) => entries.get(w.id)?.aliases ?? []);
  const candidates = (symbol: string): readonly Work[] => bySymbol.get(symbolKey(symbol)) ?? [];
  return {
    work: (id) => byId.get(id) ?? null,
    bySymbol: candidates,
    find: (named, frame) => findWork(named, frame, candidates, names),
    with: (more) => extend(createOverlay(more), { byId, candidates, names }),
  };
}

interface Overlay {
  readonly byId: ReadonlyMap<WorkId, Work>;
  readonly bySymbol: ReadonlyMap<string, readonly Work[]>;
}

function createOverlay(works: readonly Work[]): Overlay {
  const bySymbol = new Map<string, Work[]>();
  for (const work of works)
    if (work.symbol) bySymbol.set(symbolKey(work.symbol), [...(bySymbol.get(symbolKey(work.symbol)) ?? []), work]);
  return { byId: new Map(works.map((w) => [w.id, w])), bySymbol };
}

/** A few works on top of a large register, without indexing it again. Names stay those of the large one. */
function extend(
  top: Overlay,
  base: {
    readonly byId: ReadonlyMap<WorkId, Work>;
    readonly candidates: (symbol: string) => readonly Work[];
    readonly names: LawNames;
  },
): Register {
  const candidates = (symbol: string): readonly Work[] => {
    const more = top.bySymbol.get(symbolKey(symbol)) ?? [];
    return [...base.candidates(symbol).filter((w) => !top.byId.has(w.id)), ...more];
  };
  return {
    work: (id) => top.byId.get(id) ?? base.byId.get(id) ?? null,
    bySymbol: candidates,
    find: (named, frame) => findWork(named, frame, candidates, base.names),
    with: (more) => extend(createOverlay([...top.byId.values(), ...more]), base),
  };
}

function findWork(
  named: NamedWork,
  frame: CitingFrame,
  candidates: (symbol: string) => readonly Work[],
  names: LawNames,
): Resolution {
  if (named.symbol) {
    const found = isCentralSymbol(named.symbol)
      ? findCentral(named, candidates(named.symbol), frame)
      : findLocal(named, candidates(named.symbol), frame);
    if (found.kind !== "unresolved" || !named.name) return found;
    return repairSymbol(named, names) ?? found;
  }
  if (named.name) return findByName(named, frame, names);
  return { kind: "unresolved", how: "không nêu số, ký hiệu hoặc tên văn bản" };
}

/** Number and year of a central document say which one it is; where the number has no year, the day's year must agree. */
function findCentral(named: NamedWork, candidates: readonly Work[], frame: CitingFrame): Resolution {
  const symbol = named.symbol as string;
  if (candidates.length === 0) return { kind: "unresolved", how: `chưa có ${symbol} trong kho và danh mục` };
  const hasYear = parseSymbol(symbol)?.year != null;
  const year = named.issuedOn?.slice(0, 4) ?? (named.year === null ? null : String(named.year));
  const fitting =
    hasYear || year === null
      ? candidates
      : candidates.filter((w) => w.issuedOn === null || w.issuedOn.startsWith(year));
  const dated = fitting.filter((w) => w.issuedOn !== null && (frame.on === null || w.issuedOn <= frame.on));
  const pool = fitting.length > 1 && dated.length > 0 ? dated : fitting;
  const exact = pool.filter((w) => named.issuedOn !== null && w.issuedOn === named.issuedOn);
  const best = exact.length === 1 ? exact : pool;
  if (best.length === 1) {
    const work = best[0] as Work;
    const other = named.issuedOn !== null && work.issuedOn !== null && work.issuedOn !== named.issuedOn;
    return {
      kind: "work",
      work: work.id,
      how: other
        ? `theo số, ký hiệu; ngày ghi (${formatDate(named.issuedOn as string)}) khác ngày đã biết (${formatDate(work.issuedOn as string)})`
        : "theo số, ký hiệu",
    };
  }
  if (best.length === 0) return { kind: "unresolved", how: `chưa có ${symbol} của năm ${year} trong kho và danh mục` };
  return { kind: "ambiguous", candidates: best.map((w) => w.id), how: `${best.length} văn bản cùng số ${symbol}` };
}

/** A misprinted number ("67/2014/QH14" for QH13) yields where name and day agree with one known law. */
function repairSymbol(named: NamedWork, names: LawNames): Resolution | null {
  if (!named.name || !named.issuedOn) return null;
  const fitting = names.called(named.name).works.filter((w) => w.issuedOn === named.issuedOn);
  const work = fitting[0];
  if (fitting.length !== 1 || !work?.symbol) return null;
  const [a, b] = [parseSymbol(work.symbol), parseSymbol(named.symbol ?? "")];
  if (a?.number !== b?.number && a?.code !== b?.code) return null;
  return {
    kind: "work",
    work: work.id,
    how: `theo tên và ngày; số in là ${canonicalSymbol(named.symbol ?? "")}, số đúng là ${work.symbol}`,
  };
}

function findByName(named: NamedWork, frame: CitingFrame, names: LawNames): Resolution {
  const name = named.name as string;
  const { works, exact } = names.called(name);
  const slip = exact ? "" : "; tên viết lệch";
  if (works.length === 0) return { kind: "unresolved", how: `chưa có văn bản tên “${name}” trong kho và danh mục` };
  const one = (work: Work, how: string): Resolution => ({ kind: "work", work: work.id, how: how + slip });
  if (named.issuedOn) {
    const sameDay = works.filter((w) => w.issuedOn === named.issuedOn);
    if (sameDay.length === 1) return one(sameDay[0] as Work, "theo tên và ngày");
    const sameYear = works.filter((w) => w.issuedOn?.slice(0, 4) === named.issuedOn?.slice(0, 4));
    if (sameDay.length === 0 && sameYear.length === 1) {
      const work = sameYear[0] as Work;
      return one(
        work,
        `theo tên và năm; ngày ghi (${formatDate(named.issuedOn)}) khác ngày đã biết (${formatDate(work.issuedOn as string)})`,
      );
    }
    return several(sameDay, `“${name}” ngày ${formatDate(named.issuedOn)}`);
  }
  const year = named.year ?? yearInName(name);
  if (year !== null) {
    const sameYear = works.filter(
      (w) => w.issuedOn?.startsWith(String(year)) || (w.symbol !== null && parseSymbol(w.symbol)?.year === year),
    );
    if (sameYear.length === 1) return one(sameYear[0] as Work, "theo tên và năm");
    const version = frame.on !== null && !isAmendingName(name) ? versionAt(sameYear, frame.on, frame.begins) : null;
    return version
      ? one(version, `theo tên và năm, bản đang áp dụng ngày ${formatDate(frame.on as string)}`)
      : several(sameYear, `“${name}” năm ${year}`);
  }
  if (frame.on === null) return works.length === 1 ? one(works[0] as Work, "theo tên") : several(works, `“${name}”`);
  if (isAmendingName(name)) {
    const issued = works.filter((w) => w.issuedOn !== null && w.issuedOn <= (frame.on as string));
    return issued.length === 1 ? one(issued[0] as Work, "theo tên") : several(issued, `“${name}”`);
  }
  const version = versionAt(works, frame.on, frame.begins);
  if (version) return one(version, `theo tên, bản đang áp dụng ngày ${formatDate(frame.on)}`);
  return { kind: "unresolved", how: `bản của “${name}” áp dụng ngày ${formatDate(frame.on)} chưa có trong danh mục` };
}

const yearInName = (name: string): number | null => {
  const m = /\snăm\s+(\d{4})\s*$/iu.exec(name.normalize("NFC"));
  return m ? Number(m[1]) : null;
};

function several(works: readonly Work[], what: string): Resolution {
  if (works.length === 0) return { kind: "unresolved", how: `không có ${what} trong kho và danh mục` };
  return { kind: "ambiguous", candidates: works.map((w) => w.id), how: `${works.length} văn bản phù hợp với ${what}` };
}
