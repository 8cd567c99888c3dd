import { BODY_PATTERN, sameBody } from "./body-names.ts";
import type { Quoted } from "./differ-phrases.ts";
import { legalWords } from "./legal-words.ts";

/** An act of deciding with the body that does it. */
interface Act {
  readonly body: string;
  readonly sort: string;
  readonly object: ReadonlySet<string>;
  readonly quote: Quoted;
}

/** One act that two texts give to two bodies. */
export interface DutyDifference {
  readonly subject: Quoted;
  readonly basis: Quoted;
  /** `Sở Y tế`, as written. */
  readonly subjectBody: string;
  readonly basisBody: string;
}

const SORTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:cấp|cấp lại|gia hạn|thu hồi|cấp đổi)/iu, "permit"],
  [/^(?:phê duyệt|quyết định|phê chuẩn|chấp thuận|thông qua|công nhận|ban hành|quy định|thành lập)/iu, "decide"],
  [/^(?:thẩm định|tổ chức thẩm định|tổ chức thực hiện thẩm định|tổ chức việc thẩm định)/iu, "appraise"],
  [/^(?:bổ nhiệm|miễn nhiệm|bãi nhiệm|cách chức|tuyển dụng)/iu, "appoint"],
];
const VERB =
  "tổ chức thực hiện thẩm định|tổ chức việc thẩm định|tổ chức thẩm định|thẩm định|phê duyệt|quyết định|phê chuẩn|chấp thuận|thông qua|công nhận|ban hành|quy định|thành lập|cấp lại|cấp đổi|cấp|gia hạn|thu hồi|bổ nhiệm|miễn nhiệm|bãi nhiệm|cách chức|tuyển dụng";
/** An act at the head of a clause: `2. Tiếp nhận hồ sơ, tổ chức việc thẩm định và trình …`. */
const HEAD = new RegExp(
  String.raw`^(?:[^\n]{0,60}?[,;]\s)?(${VERB})(?![\p{L}]|\s(?:tỉnh|huyện|xã)(?![\p{L}]))([^.\n]{8,260})`,
  "iu",
);
/** `Ủy ban nhân dân cấp tỉnh quyết định giá đất`, `Phân cấp cho Ủy ban nhân dân cấp huyện phê duyệt …` */
const NAMED = new RegExp(
  String.raw`(?<!trình |của )(${BODY_PATTERN})(?: có thẩm quyền| có trách nhiệm| xem xét,?)?\s(${VERB})(?![\p{L}]|\s(?:tỉnh|huyện|xã)(?![\p{L}]))\s([^;.\n]{6,200})`,
  "gu",
);
const BODY = new RegExp(BODY_PATTERN, "u");
/** A heading or lead that says whose tasks follow: `Điều 13. Sở Y tế`, `… có nhiệm vụ, quyền hạn sau đây:`. */
const WHOSE = /(?:nhiệm vụ|quyền hạn|thẩm quyền|trách nhiệm|^Điều \d)/iu;

/** Objects of one act share this part of the shorter one's words. */
const SAME_OBJECT = 0.6;
const LEAST_OBJECT = 3;

/** The same act given to another body: under the heading of a body, in a list of its tasks, or in one sentence with it. */
export function differentDuties(subject: string, basis: string): DutyDifference[] {
  const above = actsIn(basis);
  const found: DutyDifference[] = [];
  for (const mine of actsIn(subject)) {
    const same = above.filter((t) => t.sort === mine.sort && sameObject(mine.object, t.object));
    const [first] = same;
    if (!first || same.some((t) => sameBody(mine.body, t.body))) continue;
    found.push({ subject: mine.quote, basis: first.quote, subjectBody: mine.body, basisBody: first.body });
  }
  return found.slice(0, 3);
}

function actsIn(text: string): Act[] {
  const found: Act[] = [];
  let owner: string | null = null;
  let at = 0;
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === "") continue;
    const named = BODY.exec(line);
    const isHead = /^\s*Điều \d/u.test(line) || /:\s*$/u.test(line);
    if (isHead) {
      owner = named && WHOSE.test(line) ? named[0] : /^\s*Điều \d/u.test(line) ? null : owner;
      if (/^\s*Điều \d/u.test(line)) continue;
    }
    const body = line.replace(/^\s*(?:\d{1,2}[.)]|\p{Ll}\d?[.)]|[-–+])\s?/u, "");
    if (owner !== null)
      for (const act of ownActs(owner, body))
        found.push({ ...act, quote: { text: act.quote.text, start: start + line.indexOf(act.quote.text) } });
    for (const m of line.matchAll(NAMED)) {
      const [quote, who, verb, object] = m as unknown as [string, string, string, string];
      found.push(actOf(who, verb, object, { text: quote.trim(), start: start + m.index }));
    }
  }
  return found.filter((a) => a.object.size >= LEAST_OBJECT);
}

/** The acts a clause opens with, and those after its semicolons: `Phê chuẩn …; quyết định thành lập, sáp nhập …`. */
function ownActs(owner: string, body: string): Act[] {
  return [body, ...body.split(";").slice(1)].flatMap((part) => {
    const act = HEAD.exec(part.trim());
    if (!act?.[1] || !act[2]) return [];
    return [actOf(owner, act[1], act[2], { text: act[0].slice(act[0].indexOf(act[1])), start: 0 })];
  });
}

function actOf(body: string, verb: string, object: string, quote: Quoted): Act {
  const sort = SORTS.find(([shape]) => shape.test(verb))?.[1] ?? "decide";
  return {
    body,
    sort,
    object: new Set(
      legalWords(object)
        .map((w) => w.word)
        .slice(0, 12),
    ),
    quote,
  };
}

function sameObject(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((w) => b.has(w)).length;
  return shared >= LEAST_OBJECT && shared / Math.min(a.size, b.size) >= SAME_OBJECT;
}
