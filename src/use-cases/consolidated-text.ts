import { attachmentNames } from "../domain/attachment-name.ts";
import { isUnder } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Work, WorkId } from "../domain/work.ts";
import {
  type ConsolidatedText,
  consolidatedModel,
  type RefusedChange,
  targetName,
} from "../report/consolidated-model.ts";
import type { Store, StoredDocument, StoredLink } from "../store/store.ts";
import { consolidate } from "../timeline/consolidate.ts";
import type { Consolidation } from "../timeline/timeline.ts";

export type {
  Amender,
  ConsolidatedText,
  ConsolidatedUnit,
  RefusedChange,
  UnitNote,
} from "../report/consolidated-model.ts";
export { headLineCount } from "../report/consolidated-model.ts";

/** The text of a work on a day, unit by unit with the clauses that made it so. Null where its text is not in the index. */
export async function consolidatedText(store: Store, workId: WorkId, on: LegalDate): Promise<ConsolidatedText | null> {
  const work = await store.works.find(workId);
  const stored = await store.documents.current(workId);
  return work && stored ? (await consolidateStored(store, work, stored, on)).text : null;
}

/** `consolidate --json`: the shape that scripts rely on. */
export async function consolidateWork(store: Store, work: Work, on: LegalDate) {
  const stored = await store.documents.current(work.id);
  if (!stored)
    return {
      symbol: work.symbol,
      on,
      complete: false,
      provisions: [],
      refused: [
        {
          amendment: null,
          why: "Chỉ mục không có lời văn của văn bản này. Nhập văn bản rồi chạy lại.",
        },
      ],
    };
  const { consolidation, text, works } = await consolidateStored(store, work, stored, on);
  const symbolOf = (id: WorkId, said: string | null): string | null => works.get(id)?.symbol ?? said;
  return {
    symbol: work.symbol,
    on,
    complete: text.complete,
    provisions: consolidation.provisions.map((p) => ({
      eId: p.eId,
      text: p.text,
      state: p.state,
      by: p.by ? { symbol: symbolOf(p.by.work, p.by.symbol), eId: p.by.eId } : null,
    })),
    refused: text.refused.map((r) => ({
      amendment: {
        source: { symbol: symbolOf(r.work, r.by), eId: r.byEId },
        action: r.action,
        target: { symbol: work.symbol, eId: r.target },
        from: r.phraseFrom,
        to: r.phraseTo,
        effectiveOn: r.from,
      },
      why: sentence(r.why, r.todo),
      what: r.why,
      todo: r.todo,
      place: r.place,
    })),
  };
}

const sentence = (why: string, todo: string): string =>
  [why, todo]
    .filter(Boolean)
    .map((s) => `${capital(s)}.`)
    .join(" ");
const capital = (s: string): string => s.charAt(0).toLocaleUpperCase("vi") + s.slice(1);

interface Consolidated {
  readonly consolidation: Consolidation;
  readonly text: ConsolidatedText;
  readonly works: ReadonlyMap<WorkId, Work>;
}

async function consolidateStored(
  store: Store,
  work: Work,
  stored: StoredDocument,
  on: LegalDate,
): Promise<Consolidated> {
  const effects = await store.effects.on(work.id);
  const links = (await store.links.to(work.id)).filter((l) => l.from !== work.id && CHANGES.has(l.role));
  const sourceIds = new Set([...effects.map((e) => e.source), ...links.map((l) => l.from)]);
  sourceIds.delete(work.id);
  const works = new Map<WorkId, Work>();
  const sources = new Map<WorkId, LegalDocument>();
  const onSources: Effect[] = [];
  for (const id of sourceIds) {
    const source = await store.works.find(id);
    if (source) works.set(id, source);
    onSources.push(...(await store.effects.on(id)));
    const needed = effects.some((e) => e.source === id && e.content === null && e.targetEId?.startsWith("att_"));
    const document = needed ? await store.documents.current(id) : null;
    if (document) sources.set(id, document.document);
  }
  const consolidation = consolidate({ work, document: stored.document, effects, on, onSources, sources });
  const names = attachmentNames(stored.document.attachments.map((a) => ({ ...a, heading: a.title })));
  const unread = unreadChanges(links, effects, works, on).map((r) => ({
    ...r,
    targetName: targetName(r.target, names),
  }));
  const text = consolidatedModel({ work, document: stored.document, consolidation, works, unread });
  return { consolidation, text, works };
}

const CHANGES: ReadonlySet<string> = new Set(["amends", "repeals"]);

/**
 * A clause that names this document in words of changing it, while no instruction was read from that clause or from what
 * stands below it: something may be missing in the text, and nothing is passed over in silence.
 */
function unreadChanges(
  links: readonly StoredLink[],
  effects: readonly Effect[],
  works: ReadonlyMap<WorkId, Work>,
  on: LegalDate,
): Omit<RefusedChange, "targetName">[] {
  const seen = new Set<string>();
  const out: Omit<RefusedChange, "targetName">[] = [];
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
          e.targetEId === null ||
          e.sourceEId === null ||
          isUnder(e.sourceEId, within) ||
          isUnder(within, e.sourceEId)),
    );
    const key = `${link.from} ${within}`;
    if (read || seen.has(key)) continue;
    seen.add(key);
    out.push({
      by: source.symbol,
      work: link.from,
      byEId: within,
      from: source.effectiveOn,
      target: link.eIds[0] ?? null,
      place: null,
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
