import { dayAt, startOfDay, timeAt } from "../domain/vietnam-time.ts";
import type { Suppression, Verdict } from "../domain/decision.ts";
import { addDays, type LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type ListFile, type ListFormat, listFile } from "../report/list-file.ts";
import { decodeCursor, encodeCursor } from "../store/cursor.ts";
import type { LoggedDecision, LogQuery, ReviewedWork, Workload } from "../store/review-log.ts";
import type { Page, Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { type CensusFigures, censusFigures } from "./census-figures.ts";

export { LIST_FORMATS, type ListFormat } from "../report/list-file.ts";

/** Days back that the log may be narrowed to; null = all of it. */
export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number] | null;

/** What the log is narrowed by, as the address says it. */
export interface LogAsked {
  readonly by: string | null;
  readonly verdict: Verdict | null;
  readonly rule: string | null;
  readonly period: Period;
}

/** Where the work of review stands. */
export interface ReviewsView {
  readonly open: number;
  readonly progress: { readonly documents: number; readonly done: number };
  /** Those with something late first, then by how much waits; names in Vietnamese order. */
  readonly people: readonly Workload[];
  readonly log: Page<LoggedDecision>;
  readonly choices: { readonly people: readonly string[]; readonly rules: readonly string[] };
  readonly later: { readonly rows: readonly LoggedDecision[]; readonly total: number };
  readonly opinion: { readonly rows: readonly LoggedDecision[]; readonly total: number };
  readonly suppressions: readonly (Suppression & { readonly findings: number; readonly document: string | null })[];
  readonly documents: Page<ReviewedWork>;
  readonly works: ReadonlyMap<WorkId, Work>;
}

const LOG_SHOWN = 30;
const WAITING_SHOWN = 50;
const DOCUMENTS_SHOWN = 8;
const DOCUMENTS_A_PAGE = 50;

/** Monday, 00:00 in Vietnam, of the week `now` lies in. */
export function startOfWeek(now: number): number {
  const today = dayAt(now);
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  return startOfDay(addDays(today, -weekday));
}

export async function viewReviews(
  store: Store,
  asked: LogAsked & { readonly after?: string },
  today: LegalDate,
  now: number,
): Promise<ReviewsView> {
  const { reviewLog } = store;
  const [log, people, choices, later, opinion, held, figures] = await Promise.all([
    reviewLog.log({ ...logQuery(asked, now), after: asked.after, limit: LOG_SHOWN }),
    reviewLog.workloads(today, startOfWeek(now)),
    reviewLog.choices(),
    reviewLog.waiting("later", WAITING_SHOWN),
    reviewLog.waiting("opinion", WAITING_SHOWN),
    store.decisions.suppressions(),
    censusFigures(store, today),
  ]);
  const documents = pageOf(figures, DOCUMENTS_SHOWN);
  const works = await store.works.findAll([
    ...[...log.rows, ...later.rows, ...opinion.rows, ...documents.rows].map((row) => row.work),
    ...held.flatMap((s) => s.work ?? []),
  ]);
  return {
    open: figures.states.open ?? 0,
    progress: progressOf(figures),
    people: [...people].sort(
      (a, b) => b.overdue - a.overdue || b.open - a.open || b.decided - a.decided || a.name.localeCompare(b.name, "vi"),
    ),
    log,
    choices: {
      people: [...choices.people].sort((a, b) => a.localeCompare(b, "vi")),
      rules: choices.rules,
    },
    later,
    opinion,
    // the newest first
    suppressions: held.toReversed().map((s) => ({
      ...s,
      findings: figures.suppressed.get(s.id) ?? 0,
      document: s.work === null ? null : workName(works.get(s.work) ?? null),
    })),
    documents,
    works,
  };
}

/** Every document with findings, those with most left first. */
export async function viewReviewedDocuments(
  store: Store,
  today: LegalDate,
  after?: string,
): Promise<Pick<ReviewsView, "documents" | "works" | "progress">> {
  const figures = await censusFigures(store, today);
  const documents = pageOf(figures, DOCUMENTS_A_PAGE, after);
  return {
    documents,
    works: await store.works.findAll(documents.rows.map((row) => row.work)),
    progress: progressOf(figures),
  };
}

/** A page of documents; its cursor names the last one shown. */
function pageOf({ documents }: CensusFigures, limit: number, after?: string): Page<ReviewedWork> {
  const last = decodeCursor(after, ["number", "string"]) as [number, string] | null;
  const from =
    last === null ? 0 : documents.findIndex(({ open, work }) => open < last[0] || (open === last[0] && work > last[1]));
  const rows = from < 0 ? [] : documents.slice(from, from + limit);
  const end = rows.at(-1);
  const isLast = end === undefined || from + rows.length >= documents.length;
  return { rows, total: documents.length, next: isLast ? null : encodeCursor([end.open, end.work]) };
}

const progressOf = ({ documents, done }: CensusFigures): ReviewsView["progress"] => ({
  documents: documents.length,
  done,
});

const logQuery = ({ by, verdict, rule, period }: LogAsked, now: number): Omit<LogQuery, "limit"> => ({
  by: by ?? undefined,
  verdict: verdict ?? undefined,
  rule: rule ?? undefined,
  since: period === null ? undefined : startOfDay(addDays(dayAt(now), 1 - period)),
});

/** Rows of an exported log: a file of more would not open in a spreadsheet of an office. */
const MAX_EXPORTED = 100_000;

/** The log as a file: Vietnamese whoever asks for it. `verdicts`: how the interface calls them. */
export async function exportLog(
  store: Store,
  asked: LogAsked,
  now: number,
  format: ListFormat,
  verdicts: Readonly<Record<string, string>>,
): Promise<AsyncGenerator<Uint8Array>> {
  const rows: LoggedDecision[] = [];
  for (let after: string | undefined; rows.length < MAX_EXPORTED; ) {
    const page = await store.reviewLog.log({ ...logQuery(asked, now), after, limit: 200 });
    rows.push(...page.rows);
    if (page.next === null) break;
    after = page.next;
  }
  const works = await store.works.findAll(rows.map((row) => row.work));
  return listFile(logFile(rows, works, asked, verdicts), format);
}

function logFile(
  rows: readonly LoggedDecision[],
  works: ReadonlyMap<WorkId, Work>,
  asked: LogAsked,
  verdicts: Readonly<Record<string, string>>,
): ListFile {
  const filters = [
    asked.by === null ? null : `người: ${asked.by}`,
    asked.verdict === null ? null : `kết luận: ${verdicts[asked.verdict] ?? asked.verdict}`,
    asked.rule === null ? null : `quy tắc: ${asked.rule}`,
    asked.period === null ? null : `${asked.period} ngày gần nhất`,
  ].filter((one) => one !== null);
  return {
    title: "Nhật ký kết luận về các phát hiện",
    head: [
      `Bộ lọc: ${filters.length === 0 ? "không, toàn bộ nhật ký" : filters.join("; ")}`,
      `Số kết luận: ${rows.length.toLocaleString("vi")}, mới nhất trước; giờ Việt Nam`,
    ],
    columns: [
      { label: "Ngày", kind: "day", width: 11 },
      { label: "Giờ", kind: "text", width: 6 },
      { label: "Người kết luận", kind: "text", width: 24 },
      { label: "Kết luận", kind: "text", width: 16 },
      { label: "Lý do", kind: "text", width: 40 },
      { label: "Để sau đến", kind: "day", width: 11 },
      { label: "Quy tắc", kind: "text", width: 8 },
      { label: "Phát hiện", kind: "text", width: 60 },
      { label: "Văn bản", kind: "text", width: 40 },
      { label: "Hoàn tác ngày", kind: "day", width: 12 },
    ],
    rows: rows.map((row) => [
      ...momentOf(row.at),
      row.by,
      verdicts[row.verdict] ?? row.verdict,
      row.reason,
      row.until,
      row.code,
      row.message,
      workName(works.get(row.work) ?? null),
      row.undoneAt === null ? null : momentOf(row.undoneAt)[0],
    ]),
  };
}

/** Day and time in Vietnam, wherever the server stands. */
function momentOf(at: number): readonly [day: string, time: string] {
  return [dayAt(at), timeAt(at)];
}
