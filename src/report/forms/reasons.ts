import { type Because, CERTAINTY_NAMES, type StatusPeriod } from "../../domain/status.ts";
import type { Work, WorkId } from "../../domain/work.ts";
import { type ExpiryRegime, loadExpiryRegimes, regimeOn } from "../../timeline/expiry-regimes.ts";
import { workName } from "../../timeline/work-name.ts";

/** A proof as an official list gives it: the reason alone, and what of the document its words leave out or narrow. */
export interface Reason {
  /** "Bị bãi bỏ bởi Quyết định số … ngày … của …" */
  readonly text: string;
  /** "trừ khoản 2 Điều 5", "trên địa bàn tỉnh …"; null = none. */
  readonly narrowed: string | null;
  /** The unit it speaks of, as the timeline names it: "Khoản 2 Điều 5 Quy định kèm theo"; null = the whole, or not said. */
  readonly unit: string | null;
}

/** The verb of a reason, which begins the sentence once the unit before it is left out. */
const VERBS: Readonly<Record<string, string>> = {
  replaced: "được thay thế bằng",
  repealed: "bị bãi bỏ bởi",
  expired: "hết hiệu lực theo",
  suspended: "tạm ngưng hiệu lực theo",
  amended: "được sửa đổi, bổ sung bởi",
  "phrase-changed": "được sửa đổi, bổ sung bởi",
};

/** What a proof says for somebody who checks it, and what no list prints. */
const REGISTER_REMARK = " (theo danh mục văn bản trung ương)";
const TAILS = [`; ${CERTAINTY_NAMES.inferred}`, "; chưa đủ căn cứ", "; cần xác định"];
const PARENT = "Văn bản được quy định chi tiết là ";
const ANNOUNCED = "được công bố hết hiệu lực theo ";

/**
 * The standard sentence of a list (lý do hết hiệu lực) from a proof's own words. The clause, the remark that the register says
 * so, the person who settled it and how sure it is are for who checks the list; the list prints the ground of the law.
 */
export function standardReason(
  proof: Because,
  source: Work | null,
  regimes: readonly ExpiryRegime[] = loadExpiryRegimes(),
): Reason {
  const said = withoutClause(cleared(proof.says), source);
  if (proof.rule === "parent-ceased") return { text: parentReason(said, proof, regimes), narrowed: null, unit: null };
  const at = verbAt(said, proof.rule);
  const { text, narrowed } = apart(at > 0 ? said.slice(at) : lower(said), source);
  return {
    text: capital(announcedReason(text, proof, regimes)),
    narrowed,
    unit: at > 0 ? said.slice(0, at).trim() : null,
  };
}

/** Every ground on which a work has its status, each once, the one that counts first. */
export function reasonsOf(period: StatusPeriod, sources: ReadonlyMap<WorkId, Work>): readonly string[] {
  const said = period.because.map((proof) => standardReason(proof, sourceOf(proof, sources)).text);
  return said.length === 0 ? [cleared(period.reason)] : [...new Set(said)];
}

export const sourceOf = (proof: Because, sources: ReadonlyMap<WorkId, Work>): Work | null =>
  proof.work === null ? null : (sources.get(proof.work) ?? null);

function cleared(says: string): string {
  let text = says.replace(REGISTER_REMARK, "");
  const person = text.search(/ \([^()]{1,200} xác định ngày \d{2}\/\d{2}\/\d{4}: /u);
  if (person >= 0) text = text.slice(0, person);
  for (const tail of TAILS) {
    const at = text.indexOf(tail);
    if (at >= 0) text = text.slice(0, at);
  }
  return text;
}

/** "… của Ủy ban nhân dân tỉnh An Khê (khoản 2 Điều 3)": where in the other document it is said. */
function withoutClause(says: string, source: Work | null): string {
  const end = endOfName(says, source);
  if (end < 0 || !says.startsWith(" (", end)) return says;
  const close = says.indexOf(")", end);
  return close < 0 ? says : says.slice(0, end) + says.slice(close + 1);
}

function endOfName(says: string, source: Work | null): number {
  if (source === null) return -1;
  const name = workName(source);
  const at = says.indexOf(name);
  return at < 0 ? -1 : at + name.length;
}

/** "Khoản 2 Điều 5 bị bãi bỏ bởi …": the unit has a column of its own. Below 0 where the sentence has another form. */
function verbAt(says: string, rule: string): number {
  const verb = VERBS[rule];
  if (verb === undefined) return -1;
  const words = lower(says);
  const announced = words.indexOf(ANNOUNCED);
  return announced >= 0 ? announced : words.indexOf(verb);
}

/** What follows the name of the acting document narrows what it does. */
function apart(says: string, source: Work | null): Omit<Reason, "unit"> {
  const end = endOfName(says, source);
  const tail = end < 0 ? "" : says.slice(end);
  for (const mark of [" trên địa bàn ", ", trừ "]) {
    const at = tail.indexOf(mark);
    if (at >= 0) return { text: says.slice(0, end + at), narrowed: tail.slice(at).replace(/^,? /u, "") };
  }
  return { text: says, narrowed: null };
}

/** Luật 80/2015 ended detailing documents by itself: its lists name the parent alone. */
function parentReason(said: string, proof: Because, regimes: readonly ExpiryRegime[]): string {
  const regime = proof.from === null ? null : regimeOn(regimes, "parent-ceased", proof.from);
  return regime?.outcome === "ceases" && said.startsWith(PARENT) ? said.slice(PARENT.length) : said;
}

/** Between 01/4 and 30/6/2025 a detailing document ended by being announced: the list names the article that lets it. */
function announcedReason(text: string, proof: Because, regimes: readonly ExpiryRegime[]): string {
  if (!text.startsWith(ANNOUNCED) || proof.from === null) return text;
  const regime = regimeOn(regimes, "parent-ceased", proof.from);
  if (regime?.outcome !== "review") return text;
  return `${ANNOUNCED}${regime.citedAs} (${text.slice(ANNOUNCED.length)})`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
