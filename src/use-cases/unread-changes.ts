import { attachmentNames } from "../domain/attachment-name.ts";
import { type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { type RefusedChange, targetName } from "../report/consolidated-model.ts";
import { ENDING } from "../timeline/timeline.ts";
import type { TextSources } from "./work-text.ts";

/**
 * A clause that names this document in words of changing it, while no instruction was read from that clause or from what
 * stands below it: something may be missing in the text, and nothing is passed over in silence. `units` = those of the text.
 */
export function unreadChanges(
  { document, effects, links, works }: Pick<TextSources, "document" | "effects" | "links" | "works">,
  units: ReadonlySet<EId>,
  on: LegalDate,
): readonly RefusedChange[] {
  const names = attachmentNames(document.attachments.map((a) => ({ ...a, heading: a.title })));
  const seen = new Set<string>();
  const out: RefusedChange[] = [];
  for (const link of links) {
    const source = works.get(link.from);
    if (link.resolution.kind !== "work" || !source || (source.effectiveOn !== null && source.effectiveOn > on))
      continue;
    const within = link.within;
    const read = effects.some(
      (e) =>
        e.source === link.from &&
        (within === null ||
          // a list in an annex ends whole documents for the article that sends to it
          (e.targetEId === null && ENDING.has(e.action)) ||
          e.sourceEId === null ||
          isUnder(e.sourceEId, within) ||
          isUnder(within, e.sourceEId)),
    );
    const key = `${link.from} ${within}`;
    if (read || seen.has(key)) continue;
    seen.add(key);
    const target = link.eIds[0] ?? null;
    out.push({
      by: source.symbol,
      work: link.from,
      byEId: within,
      from: source.effectiveOn,
      target,
      targetName: targetName(target, names),
      place: placeOf(target, units),
      action: "unknown",
      phraseFrom: null,
      phraseTo: null,
      why: "văn bản này nói tới việc sửa đổi, bãi bỏ nhưng không đọc được chỉ dẫn nào ở đó",
      todo: "Mở điều, khoản đó và đối chiếu bằng tay",
      quote: link.text,
    });
  }
  return out;
}

/** The unit, or the smallest one round it that the text has. */
function placeOf(target: EId | null, units: ReadonlySet<EId>): EId | null {
  for (let at = target; at !== null; at = parentEId(at)) if (units.has(at)) return at;
  return null;
}
