import type { Quoted } from "./differ-phrases.ts";
import { leadLength } from "./lead-in.ts";
import { legalWords } from "./legal-words.ts";
import { sentences } from "./sentences.ts";

/** Who benefits or is bound, one group of people at a time, with the act that concerns them. */
interface Groups {
  /** Content words of the act: `miễn đóng góp`. */
  readonly act: ReadonlySet<string>;
  readonly groups: readonly { readonly words: ReadonlySet<string>; readonly quote: Quoted }[];
}

/** A group that one of two lists for one act has and the other has not. */
export interface GroupDifference {
  readonly subject: Quoted | null;
  readonly basis: Quoted | null;
}

const ACT = "miễn|giảm|hỗ trợ|trợ cấp|ưu tiên|cấp|hưởng|vay|xét tặng|bồi dưỡng";
/** What a member of such a list begins with. */
const PEOPLE =
  /^(?:các |những )?(?:người|hộ|trẻ|học sinh|sinh viên|phụ nữ|lao động|cán bộ|công chức|viên chức|giáo viên|nhà giáo|thương binh|bệnh binh|thân nhân|nạn nhân|cựu chiến binh|thanh niên|doanh nghiệp|hợp tác xã|tổ chức|cá nhân|cơ sở|ngư dân|nông dân|dân tộc|hội viên|thành viên|đối tượng)(?![\p{L}])/iu;

/** `Người khuyết tật, người thuộc hộ nghèo được miễn đóng góp` */
const GROUPS_FIRST = new RegExp(
  String.raw`^(?:\d{1,3}[.)]\s|\p{Ll}\)\s)?([^;:.]{6,400}?)\s(?:được|phải)\s((?:${ACT}|nộp|đóng góp)(?![\p{L}])[^;:.,]{0,60})`,
  "u",
);
/** `Miễn đóng góp đối với người khuyết tật, …` */
const ACT_FIRST = new RegExp(
  String.raw`^(?:\d{1,3}[.)]\s|\p{Ll}\)\s)?((?:${ACT})(?![\p{L}])[^;:.,]{0,60}?)\s(?:đối với|cho)(?: các đối tượng)?:?\s([^;:.]{6,400})`,
  "iu",
);

/**
 * Lists of groups for one act compared member by member: dropped and added ones. Only where both are lists, one of them of
 * two members at least, and a member is common.
 */
export function differentGroups(subject: string, basis: string): GroupDifference[] {
  const above = groupsIn(basis);
  return groupsIn(subject).flatMap((mine) => {
    const theirs = above.find((g) => sameAct(mine.act, g.act));
    if (!theirs || Math.max(mine.groups.length, theirs.groups.length) < 2) return [];
    const added = mine.groups.filter((g) => !theirs.groups.some((h) => sameGroup(g.words, h.words)));
    const dropped = theirs.groups.filter((g) => !mine.groups.some((h) => sameGroup(g.words, h.words)));
    if (added.length === mine.groups.length || theirs.groups.length === 0) return [];
    return [
      ...added.map(({ quote }) => ({ subject: quote, basis: null })),
      ...dropped.map(({ quote }) => ({ subject: null, basis: quote })),
    ];
  });
}

/** Members of lists of people or bodies that an act concerns, where there are two at least. */
export const groupsOf = (text: string): readonly Quoted[] =>
  groupsIn(text).flatMap(({ groups }) => (groups.length < 2 ? [] : groups.map((g) => g.quote)));

function groupsIn(text: string): Groups[] {
  const lead = leadLength(text);
  return sentences(text).flatMap((whole) => {
    const [start, end] = [Math.max(whole.start, lead), whole.end];
    const sentence = text.slice(start, end);
    const last = ACT_FIRST.exec(sentence);
    const first = last ? null : GROUPS_FIRST.exec(sentence);
    const [act, list] = last ? [last[1], last[2]] : [first?.[2], first?.[1]];
    if (act === undefined || list === undefined) return [];
    return [{ act: wordSet(act), groups: members(list, start + sentence.indexOf(list)) }];
  });
}

function members(list: string, at: number): Groups["groups"] {
  const found: { words: ReadonlySet<string>; quote: Quoted }[] = [];
  for (const m of list.matchAll(/(?:(?!,\s|\svà\s|\shoặc\s)[^])+/gu)) {
    const text = m[0].replace(/^(?:,\s|và\s|hoặc\s|\s)+/u, "");
    const words = wordSet(text);
    if (words.size > 0 && PEOPLE.test(text))
      found.push({ words, quote: { text, start: at + m.index + m[0].length - text.length } });
  }
  return found;
}

const wordSet = (text: string): ReadonlySet<string> => new Set(legalWords(text).map((w) => w.word));

function sameAct(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((w) => b.has(w)).length;
  return a.size > 0 && b.size > 0 && shared / Math.min(a.size, b.size) >= 0.75 && shared >= 2;
}

const sameGroup = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((w) => b.has(w)).length;
  return shared / Math.max(a.size, b.size) >= 0.6;
};
