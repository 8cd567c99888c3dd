import { type EId, parentEId } from "../domain/e-id.ts";
import type { Evidence, Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { type RegisterWord, registerWords } from "./view-register.ts";
import { unitNames } from "./view-unit-names.ts";

/** Words around a quotation: `marks` are offsets into `text`. */
interface Passage {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Words of one document set before the eyes: where they stand, what surrounds them, whether they still hold. */
export interface EvidenceView extends Passage {
  readonly evidence: Evidence;
  readonly work: Work | null;
  readonly status: StatusName | null;
  /** The unit by its name. */
  readonly unit: string | null;
  /** Nothing is quoted: the text is shown so that one sees what is spoken of. */
  readonly context: boolean;
  /** The text is in the collection and does not have this unit. */
  readonly missing: boolean;
  /** How far the text quoted can be trusted; null where no text is in the collection. */
  readonly quality: string | null;
  /** What the shipped register says where no words are quoted. */
  readonly register: readonly RegisterWord[];
}

/** The evidence of a finding, each piece within its line or unit. */
export async function viewEvidence(store: Store, finding: Finding, on: LegalDate): Promise<readonly EvidenceView[]> {
  const names = await unitNames(
    store,
    finding.evidence.map((e) => e.work),
  );
  const others = new Set(finding.evidence.flatMap((e) => (e.work === null || e.work === finding.work ? [] : [e.work])));
  return Promise.all(
    finding.evidence
      .filter((e) => !isRepeated(e, finding.evidence))
      .map(async (evidence) => {
        const { work: id, eId } = evidence;
        const unit = eId === null ? null : names.of(id, eId);
        const bare = {
          evidence,
          unit,
          work: null,
          status: null,
          context: false,
          missing: false,
          quality: null,
          register: [],
        };
        if (id === null) return { ...bare, ...around(null, evidence.quote) };
        const [work, period] = await Promise.all([store.works.find(id), store.statuses.on(id, on)]);
        const quality = (await store.documents.versions(id)).at(-1)?.quality ?? null;
        const known = { ...bare, work, quality, status: period?.status ?? null };
        if (evidence.quote !== "") return { ...known, ...(await passageOf(store, id, evidence)) };
        const rest = new Set([...others].filter((other) => other !== id));
        return { ...known, ...(await unquoted(store, id, eId)), register: await registerWords(store, id, rest) };
      }),
  );
}

/** A document named as a whole says nothing more where one of its units stands there already. */
const isRepeated = (e: Evidence, all: readonly Evidence[]): boolean =>
  e.quote === "" &&
  e.eId === null &&
  all.some((other) => other.role === e.role && other.work === e.work && other.eId !== null);

/** The unit that holds the words, or, outside all units (căn cứ, title), their line. */
async function passageOf(store: Store, id: WorkId, { eId, quote, span }: Evidence): Promise<Passage> {
  if (eId !== null) {
    const unit = await store.documents.provision(id, eId);
    return around(
      unit?.text ?? null,
      quote,
      span === null || unit === null ? 0 : span.start - unit.provision.span.start,
    );
  }
  const text = span === null ? null : ((await store.documents.current(id))?.document.text ?? null);
  if (span === null || text === null) return around(null, quote);
  const from = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.end);
  return around(text.slice(from, end < 0 ? text.length : end), quote, span.start - from);
}

/** What is spoken of without being quoted: the unit, or the nearest one above it that exists. */
async function unquoted(
  store: Store,
  id: WorkId,
  eId: EId | null,
): Promise<Passage & Pick<EvidenceView, "context" | "missing">> {
  const none = { text: "", marks: [], cutBefore: false, cutAfter: false, context: true, missing: false };
  if (eId === null || !(await store.documents.indexedWorks()).includes(id)) return none;
  for (let at: EId | null = eId; at !== null; at = parentEId(at)) {
    const unit = await store.documents.provision(id, at);
    if (unit !== null) return { ...none, ...opening(unit.text), missing: at !== eId };
  }
  return { ...none, missing: true };
}

/** Characters kept on each side of the quotation. */
const AROUND = 320;
/** A longer quotation is the whole provision: marking all of it would mark nothing. */
const LONGEST_MARK = 240;
/** So is one that leaves nothing but a mark of punctuation beside it. */
const LEAST_BESIDE = 4;

/** The quotation inside its unit, cut at words. `near`: where it is expected, when the unit has its words twice. */
export function around(text: string | null, quote: string, near = 0): Passage {
  const hit = text === null || quote === "" ? -1 : text.startsWith(quote, near) ? near : text.indexOf(quote);
  if (text === null || hit < 0) return { text: quote, marks: [], cutBefore: false, cutAfter: false };
  const from = hit <= AROUND ? 0 : Math.min(hit, nextSpace(text, hit - AROUND));
  const to =
    text.length - (hit + quote.length) <= AROUND
      ? text.length
      : Math.max(hit + quote.length, lastSpace(text, hit + quote.length + AROUND));
  const shown = text.slice(from, to).trimEnd();
  const mark = { start: hit - from, end: Math.min(shown.length, hit - from + quote.length) };
  const all = quote.length > LONGEST_MARK || shown.trim().length - quote.length < LEAST_BESIDE;
  return {
    text: shown,
    marks: all || mark.end <= mark.start ? [] : [mark],
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}

function opening(text: string): Pick<Passage, "text" | "cutAfter"> {
  if (text.length <= 2 * AROUND) return { text, cutAfter: false };
  return { text: text.slice(0, lastSpace(text, 2 * AROUND)), cutAfter: true };
}

const nextSpace = (text: string, at: number): number => {
  const found = text.indexOf(" ", at);
  return found < 0 ? at : found + 1;
};

const lastSpace = (text: string, at: number): number => {
  const found = text.lastIndexOf(" ", at);
  return found < 0 ? at : found;
};
