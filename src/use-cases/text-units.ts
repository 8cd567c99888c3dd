import type { EId } from "../domain/e-id.ts";
import type { AlignableUnit } from "../compare/align-units.ts";
import type { Stretch } from "./view-text.ts";

/** A unit of a text as it is compared: its number apart from its words, which hold what stands after its children too. */
export interface TextUnit extends AlignableUnit {
  readonly eId: EId;
  /** As printed: `2.`, `đ)`, `Điều 5.`; empty where there is none. */
  readonly number: string;
}

const LABEL = /^(?:Điều|ĐIỀU)[ \t\u00a0]{1,3}[\p{L}\p{N}]{1,8}[.:]?[ \t\u00a0]{0,3}/u;

/** The units of a laid out text in its order; head, căn cứ and signature are none. */
export function textUnits(
  stretches: readonly Stretch[],
  eIdParents: (stretch: Stretch) => EId | null,
): readonly TextUnit[] {
  const units = new Map<string, { unit: TextUnit; lines: string[] }>();
  let open: { unit: TextUnit; lines: string[] } | null = null;
  for (const stretch of stretches) {
    const { provision, anchor } = stretch;
    if (provision === null) continue;
    const lines = stretch.lines.map((line) => line.runs.map((r) => r.pieces.map((p) => p.text).join("")).join(""));
    if (anchor === null) {
      // words after the last child; of two units with one number the nearer one
      const owner = [...units.values()].findLast((u) => u.unit.eId === provision.eId) ?? open;
      owner?.lines.push(...lines);
      continue;
    }
    const printed = (stretch.lines[0]?.number ?? "").trim();
    const label = provision.kind === "article" && printed === "" ? (LABEL.exec(lines[0] ?? "")?.[0] ?? "") : "";
    if (label !== "") lines[0] = (lines[0] ?? "").slice(label.length);
    const parent = eIdParents(stretch);
    open = {
      unit: {
        key: anchor,
        eId: provision.eId,
        parent: parent !== null && units.has(parent) ? parent : null,
        kind: provision.kind,
        num: provision.num,
        heading: provision.heading,
        number: label === "" ? printed : label.trim(),
        words: "",
      },
      lines,
    };
    units.set(anchor, open);
  }
  return [...units.values()].map(({ unit, lines }) => ({ ...unit, words: lines.join("\n") }));
}
