import type { ConflictKind } from "./differences.ts";
import type { Quoted } from "./differ-phrases.ts";
import { legalWords } from "./legal-words.ts";

/** A closed list: what it lists, and its members as separate lines. */
interface ClosedList {
  readonly sort: "cases" | "conditions" | "dossier" | "groups";
  readonly lead: ReadonlySet<string>;
  readonly members: readonly { readonly words: ReadonlySet<string>; readonly quote: Quoted }[];
}

/** A member that only the lower text's list has. */
export interface AddedMember {
  readonly kinds: readonly ConflictKind[];
  readonly subject: Quoted;
  /** The first member of the higher list, to find its place by. */
  readonly basis: Quoted;
  readonly weight: number;
}

const SORTS: readonly (readonly [RegExp, ClosedList["sort"]])[] = [
  [/hồ sơ|giấy tờ|tài liệu kèm/iu, "dossier"],
  [/điều kiện|tiêu chuẩn|tiêu chí|yêu cầu/iu, "conditions"],
  [/trường hợp|hình thức|bao gồm/iu, "cases"],
  [/đối tượng|thành phần/iu, "groups"],
];
const KINDS: Readonly<Record<ClosedList["sort"], readonly ConflictKind[]>> = {
  cases: ["scope", "condition"],
  conditions: ["condition"],
  dossier: ["procedure", "condition"],
  groups: ["scope"],
};

/** Two leads introduce one list from this share of the shorter one's words on. */
const SAME_LEAD = 0.7;
/** A member of the lower list is known when this share of the shorter one's words is shared. */
const SAME_MEMBER = 0.45;
/** And when the higher list's member has at least this part of it: a short member is no case of a long one. */
const KNOWN_PART = 0.3;
/** Shorter members are remainders of a broken line. */
const LEAST_WORDS = 4;

/**
 * Lists of cases, conditions, papers or groups under one lead: members that the lower text adds. What is listed in the law
 * as "trong các trường hợp sau đây" is closed; the next case is a rule of one's own.
 */
export function addedMembers(subject: string, basis: string): AddedMember[] {
  const above = closedLists(basis);
  return closedLists(subject).flatMap((mine) => {
    const theirs = above.find((l) => l.sort === mine.sort && sameLead(mine.lead, l.lead));
    const first = theirs?.members[0];
    if (!theirs || !first) return [];
    return mine.members
      .filter((m) => m.words.size >= LEAST_WORDS && !theirs.members.some((t) => isKnown(m.words, t.words)))
      .map((m) => ({ kinds: KINDS[mine.sort], subject: m.quote, basis: first.quote, weight: 0.6 }));
  });
}

const LEAD = /(?:sau đây|dưới đây|như sau|sau|gồm|bao gồm|gồm có)\s?:?$|:$/iu;
const MEMBER = /^(?:\p{Ll}\d?[.)]|\d{1,2}[.)]|[-–+•])\s/u;

function closedLists(text: string): ClosedList[] {
  const found: (ClosedList & { members: ClosedList["members"][number][] })[] = [];
  let open: (typeof found)[number] | null = null;
  let heading = "";
  let at = 0;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    const start = at + line.indexOf(trimmed);
    at += line.length + 1;
    if (trimmed === "") continue;
    const isMember = MEMBER.test(trimmed);
    if (/^Điều \d/u.test(trimmed)) {
      heading = trimmed.replace(/^Điều \d{1,4}\p{L}?[.:]?\s*/u, "");
      open = listUnder(heading, trimmed);
    } else if (LEAD.test(trimmed)) {
      const sort = sortOf(trimmed) ?? sortOf(heading);
      open = sort ? { sort, lead: wordSet(trimmed), members: [] } : open;
    } else if (isMember && open) {
      open.members.push({
        words: wordSet(trimmed),
        quote: { text: trimmed.replace(MEMBER, ""), start: start + (MEMBER.exec(trimmed)?.[0].length ?? 0) },
      });
      if (!found.includes(open)) found.push(open);
    }
  }
  return found;
}

/** `Điều 5. Điều kiện của …`: the clauses are the list. */
function listUnder(heading: string, line: string): (ClosedList & { members: ClosedList["members"][number][] }) | null {
  const sort = /^(?:Điều kiện|Tiêu chuẩn|Hồ sơ|Thành phần hồ sơ|Các trường hợp|Trường hợp)/iu.test(heading)
    ? sortOf(line)
    : null;
  return sort ? { sort, lead: wordSet(heading), members: [] } : null;
}

const sortOf = (line: string): ClosedList["sort"] | null => SORTS.find(([shape]) => shape.test(line))?.[1] ?? null;

const wordSet = (text: string): ReadonlySet<string> => new Set(legalWords(text).map((w) => w.word));

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((w) => b.has(w)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

const isKnown = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  alike(mine, theirs) >= SAME_MEMBER && [...mine].filter((w) => theirs.has(w)).length / mine.size >= KNOWN_PART;

const sameLead = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  Math.min(a.size, b.size) >= 3 && alike(a, b) >= SAME_LEAD;
