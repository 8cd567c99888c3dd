import type { Batch, BatchItem } from "../domain/batch.ts";
import type { Handling } from "../domain/handling.ts";
import { HANDLING_FORM_NAMES, type HandlingForm } from "../domain/handling-form.ts";
import { parseIssuer } from "../domain/issuer.ts";
import { addDays, formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { ReviewSheet } from "../domain/review-sheet.ts";
import { dayAt, startOfDay } from "../domain/vietnam-time.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { deskUnits } from "./desk-units.ts";

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

/** The work of review in a stretch of days, each figure as the list it counts. */
export interface ReviewFigures {
  /** In a batch that was open, not done before. */
  readonly todo: readonly FigureItem[];
  /** Sheets concluded within. */
  readonly reviewed: readonly FigureItem[];
  /** To be handled: not settled before, made by its end. */
  readonly toHandle: readonly FigureItem[];
  /** Settled within. */
  readonly handled: readonly FigureItem[];
  /** Not done on its last day although their day had passed: documents to review, and to be handled. */
  readonly overdue: readonly FigureItem[];
}

interface Around {
  readonly works: ReadonlyMap<WorkId, Work>;
  unitName(unit: string | null): string;
}

/** Pages of sheets that are read at most: beyond them a department has concluded more than a hundred thousand. */
const MOST_PAGES = 600;

export async function reviewFigures(store: Store, from: LegalDate, to: LegalDate): Promise<ReviewFigures> {
  const sheets = await concludedSheets(store);
  const batches = await store.batches.all();
  const items: { readonly batch: Batch; readonly item: BatchItem }[] = [];
  for (const batch of batches)
    for (const item of await store.batches.itemsOf(batch.id))
      if (item.state !== "left-out") items.push({ batch, item });
  const handlings = await store.handlings.all();
  const ids = [...sheets, ...items.map(({ item }) => item), ...handlings].flatMap(({ work }) => work ?? []);
  const results = handlings.flatMap(({ result }) => result ?? []);
  const units = await deskUnits(store);
  const around: Around = {
    works: await store.works.findAll([...ids, ...results]),
    unitName: (unit) => (unit === null || unit === "" ? "" : units.nameOf(unit)),
  };
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  const within = (at: number | null): boolean => at !== null && begin <= at && at < end;
  const live = items.filter(({ batch, item }) => batch.at < end && (item.doneAt === null || item.doneAt >= begin));
  const made = handlings.filter((h) => h.at < end && h.state !== "cancelled");
  const settledOn = (h: Handling): LegalDate | null => settledDay(h, around.works);
  const open = made.filter((h) => (settledOn(h) ?? "9") > to);
  return {
    todo: onePerWork(live.map(({ batch, item }) => itemOf(around, batch, item))),
    reviewed: sheets
      .filter((sheet) => within(sheet.body.concludedBy?.at ?? null))
      .map((sheet) => sheetItem(around, sheet)),
    toHandle: made.filter((h) => (settledOn(h) ?? "9") >= from).map((h) => handlingItem(around, h)),
    handled: made
      .filter((h) => {
        const day = settledOn(h);
        return day !== null && from <= day && day <= to;
      })
      .map((h) => handlingItem(around, h)),
    overdue: [
      ...live
        .filter(
          ({ batch, item }) => (item.doneAt === null || item.doneAt >= end) && (item.due ?? batch.due ?? "9") < to,
        )
        .map(({ batch, item }) => itemOf(around, batch, item)),
      ...open.filter((h) => h.due !== null && h.due < to).map((h) => handlingItem(around, h)),
    ],
  };
}

async function concludedSheets(store: Store): Promise<readonly ReviewSheet[]> {
  const sheets: ReviewSheet[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { rows, next } = await store.sheets.list({ states: ["concluded"], limit: 200, after });
    sheets.push(...rows);
    if (next === null) break;
    after = next;
  }
  return sheets;
}

/** The day a handling was settled: its result's own day, the month somebody noted, else the day it was said. */
function settledDay({ state, result, body, updatedAt }: Handling, works: ReadonlyMap<WorkId, Work>): LegalDate | null {
  if (state === "open" || state === "cancelled" || state === "contradicted") return null;
  const issued = result === null ? null : (works.get(result)?.issuedOn ?? null);
  return issued ?? body.steps.issued?.day ?? (body.doneMonth === null ? dayAt(updatedAt) : `${body.doneMonth}-01`);
}

/** A document in two batches is to be reviewed once. */
const onePerWork = (items: readonly FigureItem[]): readonly FigureItem[] => [
  ...new Map(items.map((item) => [item.work?.id ?? item.name, item])).values(),
];

export function bodyOf(work: Work | null): FigureBody {
  if (work?.issuer == null) return "other";
  const { organ, level } = parseIssuer(work.issuer);
  if (level === "district") return "district";
  if (level === "commune") return "commune";
  if (level !== "province") return "other";
  return organ === "hdnd" ? "hdnd" : organ === "ubnd" ? "ubnd" : organ === "chu-tich-ubnd" ? "chair" : "other";
}

const named = (work: Work | null, written: string | null): string => (work ? workName(work) : (written ?? "…"));

function itemOf({ works, unitName }: Around, batch: Batch, item: BatchItem): FigureItem {
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

function sheetItem({ works, unitName }: Around, sheet: ReviewSheet): FigureItem {
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

function handlingItem({ works, unitName }: Around, h: Handling): FigureItem {
  const work = h.work === null ? null : (works.get(h.work) ?? null);
  const result = h.result === null ? null : (works.get(h.result) ?? null);
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
    ground: null,
    form: h.body.form,
  };
}
