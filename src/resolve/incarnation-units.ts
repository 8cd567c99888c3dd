import { readFileSync } from "node:fs";
import { fold } from "../domain/fold.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { placeKey } from "./place-line.ts";
import { parseTable, readTable } from "./register-file.ts";

/** A province for as long as it is one and the same unit: from a merger or change of status to the next one. */
export interface ProvinceUnit {
  /** `dong nai@2025-07-01`; the first unit of a name has no day: `dong nai@`. */
  readonly key: string;
  /** `tỉnh Đồng Nai`, since 30/4/2026 `thành phố Đồng Nai`. */
  readonly name: string;
  /** First day; null = before all tables. */
  readonly from: LegalDate | null;
  /** The day it ended (no longer its own); null = still there. */
  readonly to: LegalDate | null;
  /** Keys of the units it was made of. */
  readonly predecessors: readonly string[];
  readonly successor: string | null;
}

/** Mergers of `corpus/register/provinces.csv`: every merged province keeps the name of one member, so only the day tells them apart. */
interface Merger {
  readonly member: string;
  readonly successor: string;
  readonly from: LegalDate | null;
}

/** A row `status` of `rules/reference/provinces.csv`: same territory, other rank or name. */
interface StatusChange {
  readonly old: string;
  readonly new: string;
  readonly oldName: string;
  readonly newName: string;
  readonly from: LegalDate;
}

let loaded: ReadonlyMap<string, readonly ProvinceUnit[]> | null = null;

/** The units that bore a name (`dong nai`), oldest first; empty for a name that is no known province. */
export function unitsOfProvince(place: string): readonly ProvinceUnit[] {
  loaded ??= buildUnits(readMergers(), readStatusChanges(), readCities());
  return loaded.get(place) ?? [];
}

/** The unit of that name on a day; null when there was none. */
export const unitOn = (place: string, day: LegalDate): ProvinceUnit | null =>
  unitsOfProvince(place).find((u) => (u.from === null || u.from <= day) && (u.to === null || day < u.to)) ?? null;

export const unitOf = (key: string): ProvinceUnit | null =>
  unitsOfProvince(key.slice(0, key.indexOf("@"))).find((u) => u.key === key) ?? null;

/** The unit that holds this one's territory on a day: itself, or what it became. */
export function heldBy(unit: ProvinceUnit, day: LegalDate): ProvinceUnit {
  let held = unit;
  // each step is a later unit, so this ends; the bound is for a table with a slip in it
  for (let step = 0; step < 10 && held.to !== null && held.to <= day; step++) {
    const next = held.successor === null ? null : unitOf(held.successor);
    if (!next) break;
    held = next;
  }
  return held;
}

function buildUnits(
  mergers: readonly (Merger & { readonly memberName: string; readonly successorName: string })[],
  changes: readonly StatusChange[],
  cities: ReadonlySet<string>,
): ReadonlyMap<string, readonly ProvinceUnit[]> {
  const names = new Map(
    mergers.flatMap(
      (m) =>
        [
          [m.member, m.memberName],
          [m.successor, m.successorName],
        ] as const,
    ),
  );
  const starts = new Map([...names.keys()].map((key) => [key, startsOf(key, mergers, changes)]));
  const lastBefore = (key: string, day: LegalDate): string | null => {
    const start = (starts.get(key) ?? []).filter((s) => s === null || s < day).at(-1);
    return start === undefined ? null : `${key}@${start ?? ""}`;
  };
  const wordsOf = (key: string, start: LegalDate | null): string => {
    const change = changes.filter((c) => c.new === key && start !== null && c.from <= start).at(-1);
    const before = changes.find((c) => c.old === key);
    return change?.newName ?? before?.oldName ?? `${cities.has(key) ? "thành phố" : "tỉnh"} ${names.get(key)}`;
  };
  const units = [...starts].map(([key, days]) => {
    const list = days.map((start, i): ProvinceUnit => {
      const next = days[i + 1] ?? null;
      const moved = [...mergers, ...changes.map((c) => ({ member: c.old, successor: c.new, from: c.from }))].find(
        (m) => m.member === key && m.successor !== key && m.from !== null && (start === null || m.from > start),
      );
      const members = mergers
        .filter((m) => start !== null && m.from === start && m.successor === key)
        .map((m) => m.member);
      const made =
        members.length > 0 ? members : changes.filter((c) => c.from === start && c.new === key).map((c) => c.old);
      return {
        key: `${key}@${start ?? ""}`,
        name: wordsOf(key, start),
        from: start,
        to: next ?? moved?.from ?? null,
        predecessors: start === null ? [] : made.map((m) => lastBefore(m, start)).filter((m) => m !== null),
        successor: next
          ? `${key}@${next}`
          : moved
            ? successorAt(moved.successor, moved.from as LegalDate, starts)
            : null,
      };
    });
    return [key, list] as const;
  });
  return new Map(units);
}

/** Days a name begins anew. A unit that only takes in another and stays what it was (Hà Nội 2008) does not. */
function startsOf(
  key: string,
  mergers: readonly Merger[],
  changes: readonly StatusChange[],
): readonly (LegalDate | null)[] {
  const renamed = changes.find((c) => c.new === key && c.old !== key);
  const self = mergers.find((m) => m.member === key && m.successor === key);
  const isMember = mergers.some((m) => m.member === key);
  const formed = mergers.find((m) => m.successor === key && m.from !== null)?.from ?? null;
  const merged = self ? self.from : isMember ? null : formed;
  const first = renamed ? renamed.from : isMember ? null : merged;
  const later = [merged, ...changes.filter((c) => c.new === key).map((c) => c.from)];
  const days = [...new Set(later)].filter((d): d is LegalDate => d !== null && d !== first).sort();
  return [first, ...days];
}

function successorAt(key: string, day: LegalDate, starts: ReadonlyMap<string, readonly (LegalDate | null)[]>): string {
  const start = (starts.get(key) ?? []).filter((s) => s === null || s <= day).at(-1) ?? null;
  return `${key}@${start ?? ""}`;
}

const keyOf = (name: string): string => placeKey({ place: name, level: "province" }) ?? fold(name);

function readMergers() {
  return readTable("provinces.csv").map((row) => ({
    member: keyOf(row.member ?? ""),
    memberName: row.member ?? "",
    successor: keyOf(row.successor ?? ""),
    successorName: row.successor ?? "",
    from: row.from || null,
  }));
}

const REFERENCE = new URL("../../rules/reference/", import.meta.url);

/** The tables a jurist mends are read where they stand, not copied. */
export const readReference = (name: string): readonly Readonly<Record<string, string>>[] =>
  parseTable(readFileSync(new URL(name, REFERENCE), "utf8"));

function readStatusChanges(): readonly StatusChange[] {
  return readReference("provinces.csv")
    .filter((row) => row.change === "status")
    .map((row) => ({
      old: keyOf(row.old ?? ""),
      new: keyOf(row.new ?? ""),
      oldName: row.old ?? "",
      newName: row.new ?? "",
      from: row.from ?? "",
    }))
    .sort((a, b) => a.from.localeCompare(b.from));
}

const readCities = (): ReadonlySet<string> =>
  new Set(readReference("central-cities.csv").map((row) => keyOf(row.name ?? "")));
