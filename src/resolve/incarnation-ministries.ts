import { issuerKey } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { loadCentralRegister } from "./central-register.ts";
import { readReference } from "./incarnation-units.ts";
import type { Incarnation } from "./incarnation.ts";

let loaded: ReadonlyMap<string, readonly Incarnation[]> | null = null;

/** A ministry's lives, oldest first, by `rules/reference/ministries.csv`; empty for one the table does not touch. */
export function livesOfMinistry(name: string): readonly Incarnation[] {
  loaded ??= buildLives();
  return loaded.get(issuerKey(name)) ?? [];
}

function buildLives(): ReadonlyMap<string, readonly Incarnation[]> {
  const rows = readReference("ministries.csv").filter((row) => row.from);
  const lives = new Map<string, readonly Incarnation[]>();
  for (const name of new Set(rows.map((row) => row.new ?? ""))) {
    const from = rows.find((row) => row.new === name)?.from as LegalDate;
    const absorbed = rows.filter((row) => row.new === name && row.from === from).map((row) => row.old ?? "");
    const key = `bo:${issuerKey(name)}`;
    const earlier = issuedBefore(name, from) ? [{ key: `${key}@`, name }] : [];
    const now: Incarnation = {
      key: `${key}@${from}`,
      name,
      from,
      to: null,
      predecessors: [...earlier, ...absorbed.map((old) => ({ key: `bo:${issuerKey(old)}@`, name: old }))],
      successor: null,
    };
    const before = earlier.map(
      (ref): Incarnation => ({ ...ref, from: null, to: from, predecessors: [], successor: { key: now.key, name } }),
    );
    lives.set(issuerKey(name), [...before, now]);
    for (const row of rows.filter((r) => r.new === name)) {
      const life: Incarnation = {
        key: `bo:${issuerKey(row.old ?? "")}@`,
        name: row.old ?? "",
        from: null,
        to: row.from as LegalDate,
        predecessors: [],
        successor: { key: now.key, name },
      };
      for (const written of [row.old ?? "", ...(row.also ?? "").split("|")])
        if (written) lives.set(issuerKey(written), [life]);
    }
  }
  return lives;
}

/** A name that issued something before the day (Bộ Tài chính) is older than the merger; Bộ Nông nghiệp và Môi trường is not. */
function issuedBefore(name: string, day: LegalDate): boolean {
  const key = issuerKey(name);
  return loadCentralRegister().works.some(
    (w) => w.issuer && w.issuedOn && w.issuedOn < day && issuerKey(w.issuer) === key,
  );
}
