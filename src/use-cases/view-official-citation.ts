import { type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { officialCitation, type CitedChange, type OfficialCitation } from "../domain/official-citation.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { ConsolidatedProvision } from "../timeline/timeline.ts";
import { textSteps, type TextSteps } from "./text-steps.ts";
import { worksOf } from "./view-finding-row.ts";
import { unitNames } from "./view-unit-names.ts";
import { type TextSources, textSources, workText } from "./work-text.ts";

/** What is copied of a document or of one of its units, on a day. */
export interface OfficialCitationView {
  readonly work: Work;
  /** Null = the whole document. */
  readonly eId: EId | null;
  /** `khoản 1 Điều 6 Quy định kèm theo`; null = the whole document. */
  readonly unit: string | null;
  readonly citation: OfficialCitation;
  /** The unit's words on the day, one line a unit below it; empty where it has none, or none are in the collection. */
  readonly words: readonly string[];
  /** `absent` = it does not stand in the text of the day, but on others; `never` = on no day; `repealed` = its words are gone. */
  readonly stands: "yes" | "repealed" | "absent" | "never";
  /** Of what does not stand on the day: when it does. `to` is the first day on which it does no longer; null = open. */
  readonly days: readonly { readonly from: LegalDate; readonly to: LegalDate | null }[];
  /** Of what stands on no day: the nearest unit round it that does. */
  readonly nearest: { readonly eId: EId; readonly name: string } | null;
}

/** More lines than a person would paste. */
const MOST_LINES = 400;
/** Days on which a text changes that are looked at for a unit that is not in it now. */
const MOST_DAYS = 40;

/** Null when nobody has ever heard of the work. */
export async function viewOfficialCitation(
  store: Store,
  id: WorkId,
  eId: EId | null,
  on: LegalDate,
): Promise<OfficialCitationView | null> {
  const [work, stored] = await Promise.all([store.works.find(id), store.documents.current(id)]);
  if (work === null) return null;
  const bare = { work, eId: null, unit: null, words: [], days: [], nearest: null };
  if (eId === null) return { ...bare, citation: officialCitation(work), stands: "yes" };
  const names = await unitNames(store, [id]);
  const unit = names.of(id, eId);
  const own = await attachmentsOf(store, [id]);
  if (stored === null)
    return { ...bare, eId, unit, citation: officialCitation(work, eId, own.get(id)), stands: "never" };
  const sources = await textSources(store, work, stored);
  const steps = textSteps(sources, on);
  const units = steps.now.consolidation.provisions;
  const found = units.find((p) => p.eId === eId);
  const changes = found === undefined ? [] : await changesOf(store, steps, eId);
  const days = found === undefined ? daysOf(sources, eId) : [];
  const stands = found === undefined ? (days.length > 0 ? "absent" : "never") : repealed(found) ? "repealed" : "yes";
  return {
    work,
    eId,
    unit,
    citation: officialCitation(work, eId, own.get(id), changes),
    words: stands === "yes" ? wordsOf(units, eId) : [],
    stands,
    days,
    nearest: stands === "never" ? nearestOf(units, eId, (at) => names.of(id, at)) : null,
  };
}

const repealed = (unit: ConsolidatedProvision): boolean => unit.state === "repealed";

type Attachments = Awaited<ReturnType<Store["documents"]["attachmentsOf"]>>;
const attachmentsOf = async (store: Store, works: readonly WorkId[]): Promise<Attachments> =>
  store.documents.attachmentsOf(works);

/** Who changed the unit, or the unit round it that was changed as a whole; each clause once, oldest first. */
async function changesOf(store: Store, { changes }: TextSteps, eId: EId): Promise<readonly CitedChange[]> {
  let made = changes.get(eId) ?? [];
  for (let at = parentEId(eId); made.length === 0 && at !== null; at = parentEId(at))
    made = (changes.get(at) ?? []).filter((c) => c.state !== "phrase-changed");
  const by = [
    ...new Map(made.flatMap((c) => (c.by === null ? [] : [[`${c.by.work} ${c.by.eId}`, c] as const]))).values(),
  ];
  const ids = by.flatMap((c) => c.by?.work ?? []);
  const [works, attached] = await Promise.all([worksOf(store, ids), attachmentsOf(store, ids)]);
  return by.flatMap((c) => {
    const work = c.by === null ? undefined : works.get(c.by.work);
    return work === undefined
      ? []
      : [{ state: c.state, work, eId: c.by?.eId ?? null, attachments: attached.get(work.id) ?? [] }];
  });
}

/** The unit and all below it, with their printed numbers. */
function wordsOf(units: readonly ConsolidatedProvision[], eId: EId): readonly string[] {
  return units
    .filter((p) => isUnder(p.eId, eId) && !repealed(p))
    .slice(0, MOST_LINES)
    .flatMap((p) => {
      const number = p.kind === "article" ? `Điều ${p.eId.slice(p.eId.lastIndexOf("_") + 1)}. ` : "";
      return `${number}${p.text}`.split("\n").filter((line) => line.trim() !== "");
    });
}

/** Stretches of days on which the text has the unit, among the days on which the text changes. */
function daysOf(sources: TextSources, eId: EId): OfficialCitationView["days"] {
  const changed = sources.effects.flatMap((e) => (e.applied && e.from !== null ? [e.from] : []));
  const first = sources.work.issuedOn ?? sources.work.effectiveOn;
  const all = [...new Set([...(first === null ? [] : [first]), ...changed])].sort().slice(0, MOST_DAYS);
  const days: { from: LegalDate; to: LegalDate | null }[] = [];
  let open = false;
  for (const from of all) {
    const has = workText(sources, from).consolidation.provisions.some((p) => p.eId === eId && !repealed(p));
    if (has && !open) days.push({ from, to: null });
    const last = days.at(-1);
    if (!has && open && last !== undefined) last.to = from;
    open = has;
  }
  return days;
}

function nearestOf(
  units: readonly ConsolidatedProvision[],
  eId: EId,
  name: (eId: EId) => string,
): OfficialCitationView["nearest"] {
  for (let at = parentEId(eId); at !== null; at = parentEId(at))
    if (units.some((p) => p.eId === at)) return { eId: at, name: name(at) };
  return null;
}
