import { groupBy } from "../../domain/group-by.ts";
import { formatDate, type LegalDate } from "../../domain/legal-date.ts";
import type { StatusName } from "../../domain/status.ts";
import type { WorkId } from "../../domain/work.ts";
import type { ReportGroup, ReportModel, ReportPart } from "../form.ts";
import { listKey } from "../list-order.ts";
import { entriesOf, type Standing, standingIn } from "./form-entries.ts";
import { type FormEntry, formCell } from "./form-cells.ts";
import type { FormDefinition, FormPart } from "./form-definition.ts";
import type { FormMaterial, ListedField, ReportPeriod } from "./listed-work.ts";
import { asOfWords, periodWords, roman } from "./period-words.ts";

export interface FormAsk {
  readonly form: FormDefinition;
  readonly period: ReportPeriod;
  /** "của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê"; empty = not said. */
  readonly of: string;
  /** A title somebody wrote, which the decree allows; null = the form's own. */
  readonly title?: string | null;
  /** For a cover: who makes the collection ("Ủy ban nhân dân tỉnh An Khê") and where; null = not said. */
  readonly body?: string | null;
  readonly dateline?: string | null;
}

/** The title a list of this form bears. */
export const formTitle = (ask: FormAsk): string => ask.title?.trim() || worded(ask.form.title, fillers(ask));

/** One form filled in, column for column (NĐ 79/2025/NĐ-CP Phụ lục; NĐ 34/2016/NĐ-CP before it). */
export function fillForm(ask: FormAsk, material: FormMaterial): ReportModel {
  const { form, period } = ask;
  const words = fillers(ask);
  return {
    form: form.key,
    heading: form.heading,
    kind: form.kind,
    title: formTitle(ask),
    parts: form.parts.map((part) => partOf(part, form, period, words, material)),
    on: period.to,
    head: null,
    notes: [],
    ...coverOf(ask, words),
  };
}

/** What decides which rows a form has, without anything that only its cells tell. */
export interface CountedMaterial extends Pick<FormMaterial, "recommendations" | "published"> {
  readonly works: readonly Standing[];
}

/** How many documents the parts of the filled form would hold together. */
export function countForm({ form: { lists, parts }, period }: FormAsk, material: CountedMaterial): number {
  const { works, recommendations, published } = material;
  const recommended = recommendations.map(({ work }) => work?.id ?? null);
  const counts = parts.map(({ holds, groups }) =>
    countOnce(
      groups.map(({ statuses }) =>
        lists === "to-handle"
          ? recommended
          : standingIn({ lists, holds, statuses, period }, works, published).map(({ work }) => work),
      ),
    ),
  );
  return counts.reduce((all, n) => all + n, 0);
}

function coverOf({ form: { cover }, body }: FormAsk, words: Fillers): Pick<ReportModel, "cover"> {
  if (cover === undefined) return {};
  const lines = (of: readonly string[]): readonly string[] => of.map((line) => worded(line, words));
  return {
    cover: {
      body: body ? body.toLocaleUpperCase("vi") : cover.body,
      title: lines(cover.title),
      about: lines(cover.about),
      issued: worded(cover.issued, words),
      dateline: worded(cover.dateline, words),
    },
  };
}

type Fillers = Readonly<Record<string, string>>;

function fillers({ period, of, dateline }: FormAsk): Fillers {
  const said = periodWords(period);
  return {
    of,
    period: said,
    PERIOD: said.toLocaleUpperCase("vi"),
    asOf: asOfWords(period),
    BEFORE: formatDate(period.from),
    OF: of === "" ? "CỦA …" : of.toLocaleUpperCase("vi"),
    FROM_YEAR: period.from.slice(0, 4),
    TO_YEAR: period.to.slice(0, 4),
    dateline: dateline || "…",
  };
}

/** Fills in what stands in braces; a word that is empty leaves no double space. */
export const worded = (text: string, words: Fillers): string =>
  text
    .replace(/\{([A-Za-z_]{1,20})\}/gu, (braces, name: string) => words[name] ?? braces)
    .replace(/ {2,}/gu, " ")
    .trim();

function partOf(
  part: FormPart,
  form: FormDefinition,
  period: ReportPeriod,
  words: Fillers,
  material: FormMaterial,
): ReportPart {
  const groups = part.groups.flatMap((group) => {
    const entries = entriesOf({ lists: form.lists, holds: part.holds, statuses: group.statuses, period }, material);
    return group.label.includes("{FIELD}")
      ? fieldGroups(entries, form, group)
      : [groupOf(group.label, inOrder(entries, form.orderByField === true), form)];
  });
  const n = countOnce(groups.map(({ subjects }) => (subjects ?? []).map(({ work }) => work)));
  return {
    label: worded(part.label, words),
    columns: form.columns.map(({ label, width, align }) => ({ label, width, align })),
    groups,
    total: { n, label: worded(part.total.label, { n: String(n) }), align: part.total.align },
  };
}

/** A document that stands in several groups is one; a row without one counts for itself. */
function countOnce(groups: readonly (readonly (WorkId | null)[])[]): number {
  const rows = groups.flat();
  const works = rows.filter((work) => work !== null);
  return new Set(works).size + rows.length - works.length;
}

/** Điều 52: fields, then force, then day of issue; what is not in the index last. */
function inOrder(entries: readonly FormEntry[], byField: boolean): readonly FormEntry[] {
  const keyOf = ({ work, fields, asWritten }: FormEntry): string =>
    [
      byField ? (fields[0]?.topic ?? "999").padStart(3, "0") : "",
      work === null ? `99 ${asWritten ?? ""}` : listKey(work),
    ].join(" ");
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}

/** The number restarts in each group. */
function groupOf(
  label: string,
  entries: readonly FormEntry[],
  form: FormDefinition,
  alsoIn: (entry: FormEntry) => readonly ListedField[] = () => [],
): ReportGroup {
  return {
    label,
    rows: entries.map((entry, i) => {
      const place = { ordinal: i + 1, alsoIn: alsoIn(entry) };
      return form.columns.map(({ cell }) => formCell(cell, entry, place, form));
    }),
    subjects: entries.map((entry) => ({ work: entry.work?.id ?? null, since: sinceOf(entry) })),
  };
}

const sinceOf = ({ changes, since }: FormEntry): LegalDate | null => changes.at(-1)?.day ?? since;

/**
 * `I. LĨNH VỰC ĐẤT ĐAI` … in the order of the Bộ Pháp điển, which is alphabetical; what has no clear field comes last. A
 * document of several fields stands in each, and says so where it stands first.
 */
function fieldGroups(
  entries: readonly FormEntry[],
  form: FormDefinition,
  labels: { readonly label: string; readonly openLabel?: string; readonly statuses: readonly StatusName[] },
): readonly ReportGroup[] {
  const placed = entries.flatMap((entry) => entry.fields.map((field) => ({ entry, field })));
  const byTopic = [...groupBy(placed, ({ field }) => field.topic)].sort(([a], [b]) => Number(a) - Number(b));
  const groups = byTopic.map(([topic, some], i) => {
    const name = some[0]?.field.topicName.toLocaleUpperCase("vi") ?? topic;
    const also = (entry: FormEntry): readonly ListedField[] =>
      firstTopic(entry) === topic ? entry.fields.filter((field) => field.topic !== topic) : [];
    const label = worded(labels.label, { ROMAN: roman(i + 1), FIELD: name });
    return groupOf(
      label,
      inOrder(
        some.map(({ entry }) => entry),
        false,
      ),
      form,
      also,
    );
  });
  const open = entries.filter(({ fields }) => fields.length === 0);
  if (open.length > 0 && labels.openLabel !== undefined)
    groups.push(groupOf(worded(labels.openLabel, { ROMAN: roman(groups.length + 1) }), inOrder(open, false), form));
  return groups.length > 0 ? groups : [groupOf(worded(labels.label, { ROMAN: "I", FIELD: "…" }), [], form)];
}

const firstTopic = ({ fields }: FormEntry): string | undefined =>
  [...fields].sort((a, b) => Number(a.topic) - Number(b.topic))[0]?.topic;
