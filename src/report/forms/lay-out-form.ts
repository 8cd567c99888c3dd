import { groupBy } from "../../domain/group-by.ts";
import type { WorkId } from "../../domain/work.ts";
import type { ReportTotal } from "../form.ts";
import { listKeys } from "../list-order.ts";
import type { FormPart } from "./form-definition.ts";
import { type GroupAsk, type Placed, placedIn, type Standings } from "./form-entries.ts";
import { type Fillers, type FormAsk, fillers, worded } from "./form-words.ts";
import type { ListedField } from "./listed-work.ts";
import { roman } from "./period-words.ts";

/** A part of a form with its rows in their places, none of them filled in yet. */
export interface LaidPart {
  readonly label: string;
  readonly groups: readonly LaidGroup[];
  readonly total: ReportTotal;
}

export interface LaidGroup {
  readonly label: string;
  readonly ask: GroupAsk;
  readonly rows: readonly LaidRow[];
}

export interface LaidRow {
  readonly placed: Placed;
  /** Fields beside the one it is listed under here; only at its first place. */
  readonly alsoIn: readonly ListedField[];
}

/** Where everything stands in a form: its parts, groups and totals, its rows in their order. */
export function layOutForm(ask: FormAsk, standings: Standings): readonly LaidPart[] {
  const words = fillers(ask);
  return ask.form.parts.map((part) => partOf(part, ask, words, standings));
}

/** How many documents the parts of the form hold together, for who shows no row of it. */
export function countForm({ form: { lists, parts }, period }: FormAsk, standings: Standings): number {
  const counts = parts.map(({ holds, groups }) =>
    countOnce(groups.map(({ statuses }) => placedIn({ lists, holds, statuses, period }, standings))),
  );
  return counts.reduce((all, n) => all + n, 0);
}

function partOf(part: FormPart, { form, period }: FormAsk, words: Fillers, standings: Standings): LaidPart {
  const groups = part.groups.flatMap((group) => {
    const ask = { lists: form.lists, holds: part.holds, statuses: group.statuses, period };
    const placed = placedIn(ask, standings);
    return group.label.includes("{FIELD}")
      ? fieldGroups(placed, ask, group)
      : [groupOf(group.label, ask, inOrder(placed, form.orderByField === true))];
  });
  const n = countOnce(groups.map(({ rows }) => rows.map(({ placed }) => placed)));
  return {
    label: worded(part.label, words),
    groups,
    total: { n, label: worded(part.total.label, { n: String(n) }), align: part.total.align },
  };
}

/** A document that stands in several groups is one; a row without one counts for itself. */
function countOnce(groups: readonly (readonly Placed[])[]): number {
  const works = new Set<WorkId>();
  let others = 0;
  for (const { work } of groups.flat()) {
    if (work === null) others++;
    else works.add(work.id);
  }
  return works.size + others;
}

/** Điều 52: fields, then force, then day of issue; what is not in the index last. */
function inOrder(rows: readonly Placed[], byField: boolean): readonly Placed[] {
  const listKey = listKeys();
  const keyOf = ({ work, fields, asWritten }: Placed): string =>
    [
      byField ? (fields[0]?.topic ?? "999").padStart(3, "0") : "",
      work === null ? `99 ${asWritten ?? ""}` : listKey(work),
    ].join(" ");
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

const groupOf = (
  label: string,
  ask: GroupAsk,
  placed: readonly Placed[],
  alsoIn: (placed: Placed) => readonly ListedField[] = () => [],
): LaidGroup => ({ label, ask, rows: placed.map((each) => ({ placed: each, alsoIn: alsoIn(each) })) });

/**
 * `I. LĨNH VỰC ĐẤT ĐAI` … in the order of the Bộ Pháp điển, which is alphabetical; what has no clear field comes last. A
 * document of several fields stands in each, and says so where it stands first.
 */
function fieldGroups(
  all: readonly Placed[],
  ask: GroupAsk,
  labels: Pick<FormPart["groups"][number], "label" | "openLabel">,
): readonly LaidGroup[] {
  const inFields = all.flatMap((placed) => placed.fields.map((field) => ({ placed, field })));
  const byTopic = [...groupBy(inFields, ({ field }) => field.topic)].sort(([a], [b]) => Number(a) - Number(b));
  const groups = byTopic.map(([topic, some], i) => {
    const name = some[0]?.field.topicName.toLocaleUpperCase("vi") ?? topic;
    const also = (placed: Placed): readonly ListedField[] =>
      firstTopic(placed) === topic ? placed.fields.filter((field) => field.topic !== topic) : [];
    const label = worded(labels.label, { ROMAN: roman(i + 1), FIELD: name });
    const ordered = inOrder(
      some.map(({ placed }) => placed),
      false,
    );
    return groupOf(label, ask, ordered, also);
  });
  const open = all.filter(({ fields }) => fields.length === 0);
  if (open.length > 0 && labels.openLabel !== undefined) {
    const label = worded(labels.openLabel, { ROMAN: roman(groups.length + 1) });
    groups.push(groupOf(label, ask, inOrder(open, false)));
  }
  return groups.length > 0 ? groups : [groupOf(worded(labels.label, { ROMAN: "I", FIELD: "…" }), ask, [])];
}

const firstTopic = ({ fields }: Placed): string | undefined =>
  [...fields].sort((a, b) => Number(a.topic) - Number(b.topic))[0]?.topic;
