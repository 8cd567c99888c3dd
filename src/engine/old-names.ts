import { formatDate } from "../domain/legal-date.ts";
import { isAlive } from "./ended-works.ts";
import { type Mention, presentMentions } from "./mentions.ts";
import { opening, placeNames } from "./places.ts";
import type { ReferenceRow, RuleContext, RuleFinding } from "./rule.ts";
import { termPattern } from "./term-pattern.ts";

/** A row of `ministries`, `departments`, `provinces`: a name that has been given up for another. */
export interface OldName extends ReferenceRow {
  readonly old: string;
  /** Other writings, parted by `|`. */
  readonly also?: string;
  readonly new: string;
  readonly note?: string;
}

/** Evidence shown for one name; the message gives the whole count. */
const SHOWN_PLACES = 20;

/** A check kind: names of a table that the document's own words still use. One finding a name, with every place. */
export function* oldNames(
  context: RuleContext,
  rows: readonly OldName[],
  words: {
    readonly skip?: (mention: Mention) => boolean;
    readonly why: (row: OldName) => string;
    readonly recommendation: (row: OldName, where: string) => string;
  },
): Generator<RuleFinding> {
  if (!isAlive(context)) return;
  for (const row of rows) {
    const spellings = [row.old, ...(row.also ? row.also.split("|") : [])];
    if (!spellings.some((s) => mayOccur(context.subject.document.text, s))) continue;
    const mentions = presentMentions(context.subject, termPattern(spellings)).filter((m) => !words.skip?.(m));
    if (mentions.length === 0) continue;
    const where = placeNames(
      context.subject,
      mentions.map((m) => m.eId),
    );
    yield {
      message: `${opening(where)} còn dùng tên cũ “${row.old}”${mentions.length > 1 ? ` (${mentions.length} chỗ)` : ""}, nay là ${row.new}${row.from ? ` từ ngày ${formatDate(row.from)}` : ""}.`,
      why: words.why(row),
      recommendation: words.recommendation(row, where),
      evidence: mentions.slice(0, SHOWN_PLACES).map((m) => context.quote(m.span)),
      identity: `${row.old} ${mentions.map((m) => m.eId).join(" ")}`,
    };
  }
}

/** A cheap look before the pattern runs: the last word of a name is spelled one way only. */
const mayOccur = (text: string, name: string): boolean => text.includes(name.slice(name.lastIndexOf(" ") + 1));
