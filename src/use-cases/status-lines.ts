import type { LegalDate } from "../domain/legal-date.ts";
import { type Span, toSourceSpan, verbatimStretch } from "../domain/span.ts";
import type { Because, StatusPeriod } from "../domain/status.ts";
import { canonicalSymbol, symbolKey } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import { consolidate } from "../timeline/consolidate.ts";

export interface StatusLine {
  readonly symbol: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LegalDate | null;
  readonly title: string | null;
  readonly indexed: boolean;
  readonly status: string;
  readonly since: LegalDate | null;
  readonly reason: string;
  readonly because: readonly unknown[];
  readonly provisions: readonly unknown[];
}

/**
 * Status of every indexed work on a day, and of every work known only by name about which an indexed text decides
 * something; with `all` of everything known. Offsets lead into the source text of the document quoted.
 */
export async function statusLines(
  store: Store,
  query: { readonly day: LegalDate; readonly symbol: string | null; readonly all: boolean },
): Promise<readonly StatusLine[]> {
  const works = new Map((await store.works.all()).map((w) => [w.id, w]));
  const indexed = new Set(await store.documents.indexedWorks());
  const wanted = query.symbol ? symbolKey(canonicalSymbol(query.symbol)) : null;
  const place = placeIn(store);
  const lines: StatusLine[] = [];
  for (const period of await store.statuses.allOn(query.day)) {
    const work = works.get(period.work);
    if (!work || (wanted !== null && (work.symbol === null || symbolKey(work.symbol) !== wanted))) continue;
    const known = indexed.has(work.id);
    if (!known && !query.all && wanted === null && !decidedByText(period, indexed)) continue;
    lines.push(await statusLine(work, period, known, place));
  }
  return lines;
}

const decidedByText = (period: StatusPeriod, indexed: ReadonlySet<WorkId>): boolean =>
  period.because.some((b) => b.work !== null && b.work !== period.work && indexed.has(b.work) && b.quote !== "");

async function statusLine(work: Work, period: StatusPeriod, indexed: boolean, place: Placer): Promise<StatusLine> {
  const proof = (all: readonly Because[]): Promise<unknown[]> =>
    Promise.all(
      all.map(async (b) => ({
        symbol: b.symbol,
        eId: b.eId,
        quote: b.quote,
        ...(await place(b.work, b.span)),
        rule: b.rule,
        from: b.from,
        says: b.says,
      })),
    );
  return {
    symbol: work.symbol,
    issuer: work.issuer,
    issuedOn: work.issuedOn,
    title: work.title,
    indexed,
    status: period.status,
    since: period.since,
    reason: period.reason,
    because: await proof(period.because),
    provisions: await Promise.all(
      period.units.map(async (u) => ({
        eId: u.eId,
        status: u.status,
        since: u.since,
        because: await proof(u.because),
      })),
    ),
  };
}

type Placer = (work: WorkId | null, span: Span | null) => Promise<Span & { readonly quote?: string }>;

/** Spans of stored documents as offsets into their source text; with a shorter quote where the source breaks the words off. */
export function placeIn(store: Store): Placer {
  const documents = new Map<WorkId, StoredDocument | null>();
  return async (work, span) => {
    if (work === null || span === null) return { start: 0, end: 0 };
    if (!documents.has(work)) documents.set(work, await store.documents.current(work));
    const stored = documents.get(work);
    if (!stored) return { start: 0, end: 0 };
    const { text, offsets } = stored.document;
    const kept = verbatimStretch(offsets, span);
    const whole = kept.start === span.start && kept.end === span.end;
    return { ...(whole ? {} : { quote: text.slice(kept.start, kept.end).trim() }), ...toSourceSpan(offsets, kept) };
  };
}

export async function consolidateWork(store: Store, work: Work, on: LegalDate) {
  const stored = await store.documents.current(work.id);
  const symbolOf = async (id: WorkId): Promise<string | null> => (await store.works.find(id))?.symbol ?? null;
  if (!stored)
    return {
      symbol: work.symbol,
      on,
      complete: false,
      provisions: [],
      refused: [{ amendment: null, why: "Chỉ mục không có lời văn của văn bản này." }],
    };
  const result = consolidate({ work, document: stored.document, effects: await store.effects.on(work.id), on });
  return {
    symbol: work.symbol,
    on,
    complete: result.complete,
    provisions: await Promise.all(
      result.provisions.map(async (p) => ({
        eId: p.eId,
        text: p.text,
        state: p.state,
        by: p.by ? { symbol: await symbolOf(p.by.work), eId: p.by.eId } : null,
      })),
    ),
    refused: await Promise.all(
      result.refused.map(async ({ effect, why }) => ({
        amendment: {
          source: { symbol: await symbolOf(effect.source), eId: effect.sourceEId },
          action: effect.action,
          target: { symbol: work.symbol, eId: effect.targetEId },
          from: effect.phraseFrom,
          to: effect.phraseTo,
        },
        why,
      })),
    ),
  };
}
