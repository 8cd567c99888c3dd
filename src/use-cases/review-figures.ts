import type { Batch, BatchItem, BatchKind } from "../domain/batch.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Handling } from "../domain/handling.ts";
import { HANDLING_FORM_NAMES, type HandlingForm } from "../domain/handling-form.ts";
import { parseIssuer } from "../domain/issuer.ts";
import { addDays, formatDate, type LegalDate } from "../domain/legal-date.ts";
import { type ReviewSheet, STANDING_STATES } from "../domain/review-sheet.ts";
import { dayAt, startOfDay } from "../domain/vietnam-time.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { deskUnits } from "./desk-units.ts";
import { shelvedOn } from "./document-shelf.ts";
import { isDecided, lastConclusions, mootSince, settledDay, sheetsIn, unfollowed } from "./work-to-handle.ts";

/** Bodies whose documents a department of justice counts apart. */
export const FIGURE_BODIES = ["hdnd", "ubnd", "chair", "district", "commune", "other"] as const;
export type FigureBody = (typeof FIGURE_BODIES)[number];

/** What stands behind one of a figure's counts. */
export interface FigureItem {
  readonly work: Work | null;
  readonly name: string;
  /** Where it is looked at. */
  readonly href: string;
  /** What it is counted for. */
  readonly note: string;
  readonly body: FigureBody;
  readonly unit: string;
  readonly ground: ReviewSheet["body"]["ground"] | null;
  readonly form: HandlingForm | null;
}

export interface BatchFigures {
  readonly id: string;
  readonly name: string;
  readonly kind: BatchKind;
  readonly all: readonly FigureItem[];
  readonly done: readonly FigureItem[];
}

/** The work of review in a stretch of days, each figure as the list it counts. */
export interface ReviewFigures {
  /** In a batch that was open, or with a sheet, not done before; each document once. */
  readonly todo: readonly FigureItem[];
  /** Concluded within; a document concluded twice stands once, by its last conclusion. */
  readonly reviewed: readonly FigureItem[];
  /** To be handled: decided by its end, not settled before. */
  readonly toHandle: readonly FigureItem[];
  /** Settled within. */
  readonly handled: readonly FigureItem[];
  /** Plans that were under way, with all their documents and those reviewed by the last day. */
  readonly batches: readonly BatchFigures[];
  /** Not done on its last day although their day had passed: documents to review, and to be handled. */
  readonly overdue: readonly FigureItem[];
}

interface Around {
  readonly works: ReadonlyMap<WorkId, Work>;
  /** Sheets by id: what a handling carries out. */
  readonly sheets: ReadonlyMap<string, ReviewSheet>;
  /** The last conclusion about each document. */
  readonly concluded: ReadonlyMap<WorkId, ReviewSheet>;
  unitName(unit: string | null): string;
  bodyOf(work: Work | null): FigureBody;
}

/** What stretches of days are counted from. */
interface Kept {
  readonly sheets: readonly ReviewSheet[];
  readonly items: readonly { readonly batch: Batch; readonly item: BatchItem }[];
  readonly handlings: readonly Handling[];
}

/** The figures of several stretches, for which everything is read once. */
export async function reviewFigures<Name extends string>(
  store: Store,
  stretches: Readonly<Record<Name, Stretch>>,
): Promise<Readonly<Record<Name, ReviewFigures>>> {
  const kept = await readKept(store);
  const around = await aroundOf(store, kept, await worksOf(store, kept, stretches));
  const figures: Partial<Record<Name, ReviewFigures>> = {};
  for (const name of Object.keys(stretches) as Name[])
    figures[name] = await figuresOf(store, kept, around, stretches[name]);
  return figures as Record<Name, ReviewFigures>;
}

interface Stretch {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

async function figuresOf(store: Store, kept: Kept, around: Around, { from, to }: Stretch): Promise<ReviewFigures> {
  const { todo, reviewed, late } = ofReview(kept, around, from, to);
  const settled = await ofHandling(store, kept, around, to);
  const stood = latestPerWork(settled.filter(({ day }) => (day ?? "9") >= from));
  const items = (some: typeof settled) => some.map(({ item }) => item);
  return {
    todo,
    reviewed,
    batches: batchesOf(kept, around, from, to),
    toHandle: items(stood),
    handled: items(stood.filter(({ day }) => day !== null && day <= to)),
    overdue: [...late, ...items(settled.filter(({ day, due }) => (day ?? "9") > to && due !== null && due < to))],
  };
}

async function readKept(store: Store): Promise<Kept> {
  const sheets = await sheetsIn(store, ["concluded", ...STANDING_STATES]);
  const items: { readonly batch: Batch; readonly item: BatchItem }[] = [];
  for (const batch of await store.batches.all())
    for (const item of await store.batches.itemsOf(batch.id))
      if (item.state !== "left-out") items.push({ batch, item });
  return { sheets, items, handlings: await store.handlings.all() };
}

const LAST_DAY: LegalDate = "9999-12-31";

async function aroundOf(store: Store, { sheets }: Kept, works: Around["works"]): Promise<Around> {
  const units = await deskUnits(store);
  return {
    works,
    bodyOf: bodyReader(),
    sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])),
    concluded: new Map(lastConclusions(sheets, LAST_DAY).map((sheet) => [sheet.work, sheet])),
    unitName: (unit) => (unit === null || unit === "" ? "" : units.nameOf(unit)),
  };
}

/** Most are in memory already; what has no text here is read. */
async function worksOf(
  store: Store,
  { sheets, items, handlings }: Kept,
  stretches: Readonly<Record<string, Stretch>>,
): Promise<Around["works"]> {
  const ids = [...sheets, ...items.map(({ item }) => item), ...handlings].flatMap(({ work }) => work ?? []);
  const results = handlings.flatMap(({ result }) => result ?? []);
  // a day whose statuses the law of the same stretch asks for as well
  const { documents } = await shelvedOn(store, Object.values(stretches)[0]?.to ?? LAST_DAY);
  const shelved = new Map(documents.map(({ work }) => [work.id, work]));
  return new Map([...shelved, ...(await store.works.findAll([...ids, ...results].filter((id) => !shelved.has(id))))]);
}

/** A document with a sheet was to be reviewed, in a batch or outside of any: what was reviewed is part of what had to be. */
function ofReview({ sheets, items }: Kept, around: Around, from: LegalDate, to: LegalDate) {
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  const live = items.filter(({ batch, item }) => batch.at < end && (item.doneAt === null || item.doneAt >= begin));
  const concludedAt = ({ body }: ReviewSheet): number => body.concludedBy?.at ?? Number.POSITIVE_INFINITY;
  const written = sheets.filter((sheet) => concludedAt(sheet) >= begin && (sheet.at < end || concludedAt(sheet) < end));
  const concluded = lastConclusions(written, to);
  const grounds = new Map(written.map(({ work, body }) => [work, body.ground]));
  const late = live.filter(
    ({ batch, item }) => (item.doneAt === null || item.doneAt >= end) && (item.due ?? batch.due ?? "9") < to,
  );
  return {
    todo: onePerWork([
      ...written.map((sheet) => sheetItem(around, sheet)),
      ...live.map(({ batch, item }) => withGround(itemOf(around, batch, item), grounds)),
    ]),
    reviewed: concluded.map((sheet) => sheetItem(around, sheet)),
    late: late.map(({ batch, item }) => itemOf(around, batch, item)),
  };
}

/** A document that is handled twice counts once: by what stands open, or was settled last. */
const latestPerWork = (all: readonly Settled[]): readonly Settled[] => {
  const byDay = [...all].sort((a, b) => (a.day ?? "9").localeCompare(b.day ?? "9"));
  return [...new Map(byDay.map((one) => [one.item.work?.id ?? one.item.href, one])).values()];
};

function batchesOf({ items }: Kept, around: Around, from: LegalDate, to: LegalDate): readonly BatchFigures[] {
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  const live = items.filter(({ batch }) => batch.at < end && (batch.body.closedAt ?? end) >= begin);
  return [...groupBy(live, ({ batch }) => batch.id)].map(([id, some]) => {
    const { batch } = some[0] as (typeof some)[number];
    const done = some.filter(({ item }) => item.doneAt !== null && item.doneAt < end);
    const listed = (of: typeof some) => of.map((each) => itemOf(around, batch, each.item));
    return { id, name: batch.body.name, kind: batch.kind, all: listed(some), done: listed(done) };
  });
}

/** What a sheet says of the ground is surer than what its batch says. */
const withGround = (item: FigureItem, grounds: ReadonlyMap<WorkId, FigureItem["ground"]>): FigureItem => ({
  ...item,
  ground: (item.work === null ? null : grounds.get(item.work.id)) ?? item.ground,
});

interface Settled {
  readonly item: FigureItem;
  /** Null: it stands open. */
  readonly day: LegalDate | null;
  readonly due: LegalDate | null;
}

/**
 * What mẫu 04 would list, with the day each was settled: handlings decided, conclusions that nobody follows; what a document can no
 * longer have done to it since it ended is settled on that day.
 */
async function ofHandling(store: Store, kept: Kept, around: Around, to: LegalDate): Promise<readonly Settled[]> {
  const handlings = kept.handlings.filter((handling) => isDecided(handling, to));
  const concluded = kept.sheets.filter(({ state }) => state === "concluded");
  const sheets = unfollowed(concluded, kept.handlings, to);
  const periods = await store.statuses.onMany(
    [...handlings, ...sheets].flatMap(({ work }) => work ?? []),
    to,
  );
  const settled = (work: WorkId | null, form: HandlingForm | null, item: FigureItem, day: LegalDate | null) => {
    const ended = day !== null || work === null ? null : mootSince(form, periods.get(work));
    const note = ended === null ? item.note : [item.note, `văn bản hết hiệu lực từ ${formatDate(ended)}`].join("; ");
    return { item: { ...item, note }, day: day ?? ended };
  };
  return [
    ...handlings.map((h) => ({
      ...settled(h.work, h.body.form, handlingItem(around, h), settledDay(h, around.works)),
      due: h.due,
    })),
    ...sheets.map((sheet) => ({
      ...settled(sheet.work, sheet.body.form, sheetItem(around, sheet), null),
      due: sheet.body.deadline,
    })),
  ];
}

/** Each document once, whatever it was named for several times. */
export const onePerWork = (items: readonly FigureItem[]): readonly FigureItem[] => [
  ...new Map(items.map((item) => [item.work?.id ?? item.name, item])).values(),
];

export const bodyOf = (work: Work | null): FigureBody => (work?.issuer == null ? "other" : bodyNamed(work.issuer));

/** For many documents: they have few issuers, and reading a name costs more than all else that is said of one. */
export function bodyReader(): (work: Work | null) => FigureBody {
  const known = new Map<string, FigureBody>();
  return (work) => {
    const issuer = work?.issuer ?? "";
    const body = known.get(issuer) ?? bodyOf(work);
    known.set(issuer, body);
    return body;
  };
}

function bodyNamed(issuer: string): FigureBody {
  const { organ, level } = parseIssuer(issuer);
  if (level === "district") return "district";
  if (level === "commune") return "commune";
  if (level !== "province") return "other";
  return organ === "hdnd" ? "hdnd" : organ === "ubnd" ? "ubnd" : organ === "chu-tich-ubnd" ? "chair" : "other";
}

const named = (work: Work | null, written: string | null): string => (work ? workName(work) : (written ?? "…"));

function itemOf({ works, unitName, bodyOf }: Around, batch: Batch, item: BatchItem): FigureItem {
  const work = works.get(item.work) ?? null;
  const due = item.due ?? batch.due;
  return {
    work,
    name: named(work, null),
    href: `/batches/${batch.id}`,
    note: [batch.body.name, due === null ? "" : `hạn ${formatDate(due)}`].filter(Boolean).join("; "),
    body: bodyOf(work),
    unit: unitName(item.unit),
    ground: batch.body.ground === null ? null : "legal",
    form: null,
  };
}

function sheetItem({ works, unitName, bodyOf }: Around, sheet: ReviewSheet): FigureItem {
  const work = works.get(sheet.work) ?? null;
  const { form, ground, groundText, concludedBy } = sheet.body;
  return {
    work,
    name: named(work, null),
    href: `/sheets/${sheet.id}`,
    note: [
      form === null ? "" : HANDLING_FORM_NAMES[form],
      groundText,
      concludedBy === null ? "" : `kết luận ${formatDate(dayAt(concludedBy.at))}`,
    ]
      .filter(Boolean)
      .join("; "),
    body: bodyOf(work),
    unit: unitName(sheet.unit),
    ground,
    form,
  };
}

function handlingItem({ works, sheets, concluded, unitName, bodyOf }: Around, h: Handling): FigureItem {
  const work = h.work === null ? null : (works.get(h.work) ?? null);
  const result = h.result === null ? null : (works.get(h.result) ?? null);
  const sheet = sheets.get(h.body.sheet ?? "") ?? (h.work === null ? undefined : concluded.get(h.work));
  return {
    work,
    name: named(work, h.body.asWritten),
    href: `/handling/${h.id}`,
    note: [
      h.body.form === null ? h.body.formText : HANDLING_FORM_NAMES[h.body.form],
      h.due === null ? "" : `hạn ${formatDate(h.due)}`,
      result === null ? "" : `kết quả: ${workName(result)}`,
    ]
      .filter(Boolean)
      .join("; "),
    body: bodyOf(work),
    unit: unitName(h.unit),
    ground: sheet?.body.ground ?? null,
    form: h.body.form,
  };
}
