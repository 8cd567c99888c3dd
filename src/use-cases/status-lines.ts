import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { type Span, toSourceSpan, verbatimStretch } from "../domain/span.ts";
import { type Because, CERTAINTY_NAMES, type StatusPeriod, type UnitStatus } from "../domain/status.ts";
import { canonicalSymbol } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredDocument } from "../store/store.ts";

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
  const asked = query.symbol ? await store.works.bySymbol(canonicalSymbol(query.symbol)) : null;
  const works = new Map((asked ?? (await store.works.all())).map((w) => [w.id, w]));
  const indexed = new Set(await store.documents.indexedWorks());
  const place = placeIn(store);
  const lines: StatusLine[] = [];
  for (const period of await periodsOf(store, asked, query.day)) {
    const work = works.get(period.work);
    if (!work) continue;
    const known = indexed.has(work.id);
    if (!known && !query.all && asked === null && !decidedByText(period, indexed)) continue;
    lines.push(await statusLine(work, period, known, place));
  }
  return lines;
}

/** Of a few works one by one: their day's period is asked for, not everybody's. */
async function periodsOf(
  store: Store,
  works: readonly Work[] | null,
  day: LegalDate,
): Promise<readonly StatusPeriod[]> {
  if (works === null) return store.statuses.allOn(day);
  const periods = await Promise.all(works.map((w) => store.statuses.on(w.id, day)));
  return periods.filter((p) => p !== null);
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
        ...(b.certainty ? { certainty: b.certainty, certaintySays: CERTAINTY_NAMES[b.certainty] } : {}),
        ...(b.announcedOn ? { announcedOn: b.announcedOn } : {}),
        ...(b.territory ? { territory: b.territory } : {}),
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
      withHolders(period.units).map(async (u) => ({
        eId: u.eId,
        status: u.status,
        since: u.since,
        because: await proof(u.because),
      })),
    ),
  };
}

/**
 * The contract lists units whose state differs from the original text: a clause that lost a point, or got a new one, does, though
 * no instruction names the clause itself.
 */
export function withHolders(units: readonly UnitStatus[]): readonly UnitStatus[] {
  const listed = new Set(units.map((u) => u.eId));
  const holders = new Map<EId, UnitStatus>();
  for (const unit of units) {
    if (unit.status !== "repealed" && unit.status !== "inserted") continue;
    const cut = unit.eId.lastIndexOf("__");
    const holder = unit.eId.slice(0, Math.max(0, cut));
    if (!/(?:^|__)cl_[^_]+$/u.test(holder) || listed.has(holder)) continue;
    const known = holders.get(holder);
    const since = known && known.since < unit.since ? known.since : unit.since;
    const because = [...(known?.because ?? []), ...unit.because];
    holders.set(holder, { eId: holder, status: "amended", since, because });
  }
  return [...units, ...holders.values()].sort((a, b) => a.eId.localeCompare(b.eId));
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
