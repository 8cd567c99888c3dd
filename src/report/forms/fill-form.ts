import type { LegalDate } from "../../domain/legal-date.ts";
import type { ReportGroup, ReportModel } from "../form.ts";
import { entryOf, type ReadProofs, standingOf } from "./form-entries.ts";
import { type FormEntry, formCell } from "./form-cells.ts";
import type { FormDefinition } from "./form-definition.ts";
import { type Fillers, type FormAsk, fillers, formTitle, worded } from "./form-words.ts";
import { type LaidGroup, type LaidPart, layOutForm } from "./lay-out-form.ts";
import type { FormMaterial } from "./listed-work.ts";

/** One form filled in, column for column (NĐ 79/2025/NĐ-CP Phụ lục; NĐ 34/2016/NĐ-CP before it). */
export function fillForm(ask: FormAsk, { works, recommendations, sources, published }: FormMaterial): ReportModel {
  const listed = new Map(works.map((each) => [standingOf(each), each]));
  const parts = layOutForm(ask, { works: [...listed.keys()], recommendations, published });
  return fillLaid(ask, parts, { listed, sources, published });
}

/** The rows of a form that was laid out: as many of the first as there is room for, of which the proofs have been read. */
export function fillLaid(
  ask: FormAsk,
  parts: readonly LaidPart[],
  proofs: ReadProofs,
  room = Number.POSITIVE_INFINITY,
): ReportModel {
  const { form, period } = ask;
  const columns = form.columns.map(({ label, width, align }) => ({ label, width, align }));
  let left = room;
  return {
    form: form.key,
    heading: form.heading,
    kind: form.kind,
    title: formTitle(ask),
    parts: parts.map(({ label, groups, total }) => ({
      label,
      columns,
      groups: groups.map((group) => {
        const filled = groupOf(group, form, proofs, left);
        left -= filled.rows.length;
        return filled;
      }),
      total,
    })),
    on: period.to,
    head: null,
    notes: [],
    ...coverOf(ask, fillers(ask)),
  };
}

/** The number restarts in each group. */
function groupOf({ label, ask, rows }: LaidGroup, form: FormDefinition, proofs: ReadProofs, room: number): ReportGroup {
  const entries = rows.slice(0, room).flatMap(({ placed, alsoIn }) => {
    const entry = entryOf(placed, ask, proofs);
    return entry === null ? [] : [{ entry, alsoIn }];
  });
  return {
    label,
    rows: entries.map(({ entry, alsoIn }, i) =>
      form.columns.map(({ cell }) => formCell(cell, entry, { ordinal: i + 1, alsoIn }, form)),
    ),
    subjects: entries.map(({ entry }) => ({ work: entry.work?.id ?? null, since: sinceOf(entry) })),
  };
}

const sinceOf = ({ changes, since }: FormEntry): LegalDate | null => changes.at(-1)?.day ?? since;

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
