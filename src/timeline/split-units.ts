import { type EId, joinEId, parentEId } from "../domain/e-id.ts";

/** A unit of new wording: its own words down to the first unit below it. */
export interface WordedUnit {
  readonly eId: EId;
  readonly text: string;
}

/**
 * New wording taken apart into the units it sets, seen from the unit it replaces or adds:
 *
 *     art_5__cl_2 + "2. Mức chi:\na) Cấp tỉnh …;\nb) Cấp xã …"  →  art_5__cl_2, art_5__cl_2__point_a, …_b
 *
 * Words before the first number come under `unnumbered`.
 */
export function splitUnits(
  target: EId,
  content: string,
): { readonly unnumbered: string; readonly units: readonly WordedUnit[] } {
  const level = levelOf(target);
  const parent = parentEId(target);
  const article = level === "art";
  const units: { eId: EId; lines: string[] }[] = [];
  const unnumbered: string[] = [];
  let clause: EId | null = level === "point" ? parent : null;
  let base: EId | null = article ? null : articleOf(target);
  for (const line of unquoted(content).split("\n")) {
    const art = article ? /^Điều\s+(\d+[a-zđ]*)(?=[.:\s]|$)/u.exec(line) : null;
    const cl = level === "art" || level === "cl" ? /^(\d{1,3}[a-zđ]?\d?)\s*[.)](?=\s|$|\p{L})/u.exec(line) : null;
    const point = /^([a-zđ]\d?)\s*[)](?=\s|$|\p{L})/u.exec(line);
    if (art) {
      base = joinEId(parent, `art_${art[1]}`);
      clause = null;
      units.push({ eId: base, lines: [line] });
    } else if (cl && base) {
      clause = joinEId(base, `cl_${cl[1]}`);
      units.push({ eId: clause, lines: [line] });
    } else if (point && (clause ?? base)) {
      units.push({ eId: joinEId(clause ?? base, `point_${point[1]}`), lines: [line] });
    } else if (units.length > 0) units[units.length - 1]?.lines.push(line);
    else unnumbered.push(line);
  }
  return {
    unnumbered: unnumbered.join("\n").trim(),
    units: units.map((u) => ({ eId: u.eId, text: u.lines.join("\n").trim() })),
  };
}

/** `art`, `cl`, `point`, `chp`, `att` … */
export const levelOf = (eId: EId): string => {
  const last = eId.slice(eId.lastIndexOf("__") < 0 ? 0 : eId.lastIndexOf("__") + 2);
  return last.slice(0, last.indexOf("_"));
};

export const numberOf = (eId: EId): string => eId.slice(eId.lastIndexOf("_") + 1);

/** The article a clause or point stands in; for a clause of a plan, its section. */
function articleOf(eId: EId): EId | null {
  let at: EId | null = parentEId(eId);
  while (at !== null && levelOf(at) === "cl") at = parentEId(at);
  return at;
}

/** Outer quotation marks and what closes an instruction after them. */
export function unquoted(content: string): string {
  let text = content.trim();
  if (/^[“"”«]/u.test(text)) text = text.slice(1).trimStart();
  const stop = /[.;,]$/u.test(text) ? text.slice(0, -1).trimEnd() : text;
  return /[”"»]$/u.test(stop) ? stop.slice(0, -1).trim() : text;
}
