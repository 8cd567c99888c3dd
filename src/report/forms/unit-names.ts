import { compareNumbers, type EId } from "../../domain/e-id.ts";

/** What stands after a document's own articles: its attachments. */
const LAST = "att";

/** In the order of the text: Điều 2 before Điều 10, the attachments after the document that they belong to. */
export function inTextOrder(a: EId, b: EId): number {
  const [x, y] = [a.split("__"), b.split("__")];
  const after = Number(x[0]?.startsWith(LAST)) - Number(y[0]?.startsWith(LAST));
  if (after !== 0) return after;
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [one, other] = [x[i], y[i]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const [at, of] = [one.indexOf("_"), other.indexOf("_")];
    const order = compareNumbers(one.slice(at + 1), other.slice(of + 1));
    if (order !== 0) return order;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

interface Run {
  readonly first: string;
  /** "khoản 1", "khoản 3" */
  readonly members: string[];
  /** " Điều 5 Quy định kèm theo" */
  readonly within: string;
}

/** "khoản 1, khoản 3 Điều 5": the smallest unit, and what it stands in. */
const SMALLEST = /^((?:cụm từ tại )?(?:gạch đầu dòng|đoạn|điểm|khoản|Điều) \S{1,12})( .{1,300})?$/u;
const ATTACHED = " kèm theo";

/**
 * Units as a list names them, in the order of the text: what stands in one article is said with it once (khoản 1, khoản 3 Điều 5),
 * and so is the attachment (khoản 2 Điều 5; Điều 14 Quy định kèm theo).
 */
export function unitsInWords(units: ReadonlyMap<EId, string>): string {
  const names = [...units].sort(([a], [b]) => inTextOrder(a, b)).map(([, name]) => name);
  const runs: Run[] = [];
  for (const name of names) {
    const [, smallest = name, within = ""] = SMALLEST.exec(name) ?? [];
    const last = runs.at(-1);
    if (last && within !== "" && last.within === within && !smallest.startsWith("Điều ")) last.members.push(smallest);
    else runs.push({ first: name, members: [smallest], within });
  }
  return runs.map((run, i) => withoutShared(saidOf(run), runs[i + 1])).join("; ");
}

const saidOf = ({ members, within, first }: Run): string =>
  members.length === 1 ? first : `${members.join(", ")}${within}`;

/** The name of an attachment is left to the last of those that stand in it. */
function withoutShared(said: string, next: Run | undefined): string {
  const attachment = attachmentOf(said);
  return attachment !== null && next !== undefined && attachmentOf(next.first) === attachment
    ? said.slice(0, said.length - attachment.length)
    : said;
}

/** " Quy định kèm theo", of an article in it. */
const attachmentOf = (name: string): string | null =>
  name.endsWith(ATTACHED) ? (/Điều \S{1,12}( .{1,80})$/u.exec(name)?.[1] ?? null) : null;
