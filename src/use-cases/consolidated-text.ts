import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type ConsolidatedText, consolidatedModel } from "../report/consolidated-model.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import type { Consolidation } from "../timeline/timeline.ts";
import { textSources, workText } from "./work-text.ts";

export type {
  Amender,
  ConsolidatedText,
  ConsolidatedUnit,
  RefusedChange,
  UnitNote,
} from "../report/consolidated-model.ts";
export { headLineCount } from "../report/consolidated-model.ts";
export { cellLines, type TextBlock, textBlocks } from "../report/text-blocks.ts";

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
  const sources = await textSources(store, work, stored);
  const { consolidation, refused, idle } = workText(sources, on);
  const { works, document } = sources;
  return { consolidation, works, text: consolidatedModel({ work, document, consolidation, works, refused, idle }) };
}
