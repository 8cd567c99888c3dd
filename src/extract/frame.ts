import { joinEId } from "../domain/e-id.ts";
import type { EId } from "../domain/e-id.ts";
import type { NamedWork } from "../domain/citation.ts";
import type { Path, Step } from "./reference.ts";
import { RANK } from "./read-units.ts";

/** What words without a document mean at one place: whose unit "Điều này" is. */
export interface Frame {
  readonly work: NamedWork;
  /** `att_1` inside an attached regulation; null in the document's own body. */
  readonly prefix: EId | null;
  /** The unit one stands in, without prefix: `art_5__cl_2`. Null outside all units. */
  readonly unit: EId | null;
}

const LEVEL_IDS = {
  part: "part",
  chp: "chp",
  sec: "sec",
  subsec: "subsec",
  art: "art",
  cl: "cl",
  point: "point",
  indent: "indent",
  att: "att",
  mark: "mark",
} as const;
const ID_LEVELS = new Map(Object.entries(LEVEL_IDS).map(([level, id]) => [id as string, level as Step["level"]]));

/** `art_5__cl_2` taken apart again, an `att_` prefix left out. */
export function stepsOf(eId: EId | null): Step[] {
  if (!eId) return [];
  return eId
    .split("__")
    .filter((part) => !part.startsWith("att_"))
    .flatMap((part) => {
      const cut = part.indexOf("_");
      const level = ID_LEVELS.get(part.slice(0, cut));
      return level ? [{ level, num: part.slice(cut + 1), isThis: false }] : [];
    });
}

export const prefixOf = (eId: EId | null): EId | null =>
  eId?.startsWith("att_") ? (eId.split("__")[0] as string) : null;

/** The smaller units a path leaves out are those of the frame: "điểm a khoản này", bare "khoản 2". */
export function completePath(path: Path, around: readonly Step[]): Step[] {
  const top = path[0];
  if (!top) return [];
  const steps: Step[] = [];
  for (const step of path) {
    if (!step.isThis) steps.push(step);
    else if (step.level === "att") steps.push(step);
    else steps.push(around.find((s) => s.level === step.level) ?? step);
  }
  if (inChapter(path)) return [...around.filter((s) => s.level === "chp"), ...steps];
  const needsAbove = RANK[top.level] > RANK.art;
  if (!needsAbove) return steps;
  const above = around.filter((s) => RANK[s.level] < RANK[top.level] && RANK[s.level] >= RANK.art);
  // a plan numbered I, 1, a has no articles
  const larger = above.length > 0 ? above : around.filter((s) => RANK[s.level] < RANK[top.level]);
  return [...larger, ...steps];
}

/** A section is numbered within its chapter. */
export const inChapter = (path: Path): boolean => path[0]?.level === "sec" || path[0]?.level === "subsec";

/** True when the smallest unit needs a larger one that the path does not name. */
export const isOrphan = (path: Path): boolean =>
  path[0] !== undefined && RANK[path[0].level] > RANK.art && !path[0].isThis;

/**
 * `[Điều 5, khoản 2]` → `art_5__cl_2`. Articles are never prefixed by their chapter; an annex stands for itself.
 * Null when a unit "này" is unknown.
 */
export function pathEId(steps: readonly Step[], prefix: EId | null): EId | null {
  const annexAt = steps.findIndex((s) => s.level === "att");
  const annex = annexAt >= 0 ? steps[annexAt] : undefined;
  let rest = steps.filter((s) => s.level !== "att" && s.level !== "mark");
  // articles stand under no chapter, chapters under no part
  for (const level of ["chp", "art"]) {
    const at = rest.findIndex((s) => s.level === level);
    if (at > 0) rest = rest.slice(at);
  }
  if (rest.some((s) => s.isThis || s.num === null)) return null;
  const head = annex ? (annex.isThis || annex.num === null ? (prefix ?? "att_1") : `att_${annex.num}`) : prefix;
  return joinEId(head, ...rest.map((s) => `${LEVEL_IDS[s.level]}_${s.num}`)) || null;
}
