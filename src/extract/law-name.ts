import { plain } from "../domain/fold.ts";
import { LAW_NAMES } from "./law-names.ts";

/** A name of a law, code or ordinance in running text: where it ends. The name includes the type word. */
export interface NameFound {
  readonly end: number;
}

const BY_FIRST = index(LAW_NAMES);

function index(names: readonly string[]): ReadonlyMap<string, readonly string[][]> {
  const map = new Map<string, string[][]>();
  for (const name of names) {
    const words = plain(name).split(" ");
    const list = map.get(words[0] as string) ?? [];
    list.push(words);
    map.set(words[0] as string, list);
  }
  for (const list of map.values()) list.sort((a, b) => b.length - a.length);
  return map;
}

/** Names a document itself states with a number ("Luật Cấp nước số …"): they bound later mentions too. */
export type OwnNames = ReadonlyMap<string, readonly string[][]>;

export const indexNames = (names: readonly string[]): OwnNames => index(names);

const WORD = /[\s,]{0,3}([\p{L}\p{M}]+)/uy;

/**
 * Where the name ends that begins after the type word at `at`. Known names win, the longest first; otherwise the name runs
 * to the first word that no name holds. Null when no name begins there.
 */
export function readName(text: string, at: number, own: OwnNames): NameFound | null {
  const words = wordsFrom(text, at);
  if (words[0] && words[0].plain === words[1]?.plain) words.shift(); // a slip: "Luật ban Ban hành …"
  const first = words[0];
  if (!first) return null;
  let best = 0;
  for (const list of [own.get(first.plain), BY_FIRST.get(first.plain)]) {
    // the longest stand first
    const known = list?.find((name) => name.length > best && begins(words, name));
    if (known) best = known.length;
  }
  if (best > 0) {
    const extended = /^ Việt Nam(?!\p{L})/u.exec(
      text.slice((words[best - 1] as NameWord).end, (words[best - 1] as NameWord).end + 12),
    );
    return {
      end:
        (words[best - 1] as NameWord).end +
        (extended && !/Việt Nam$/u.test(words[best - 1]?.raw ?? "") ? extended[0].length : 0),
    };
  }
  return openEnded(words);
}

function begins(words: readonly NameWord[], name: readonly string[]): boolean {
  if (name.length > words.length) return false;
  for (let k = 0; k < name.length; k++) if ((words[k] as NameWord).plain !== name[k]) return false;
  return true;
}

/** One word folded: `plain` of a whole text in the only respects a single word has. */
function folded(word: string): string {
  const low = word.toLowerCase();
  const known = FOLDED.get(low);
  if (known !== undefined) return known;
  const value = plain(low);
  if (FOLDED.size < 20_000) FOLDED.set(low, value);
  return value;
}

const FOLDED = new Map<string, string>();

interface NameWord {
  readonly plain: string;
  readonly raw: string;
  readonly end: number;
  readonly comma: boolean;
}

/** The words after the type word, up to the first mark that is no comma; at most 24. */
function wordsFrom(text: string, at: number): NameWord[] {
  const words: NameWord[] = [];
  let i = at;
  while (words.length < 24) {
    WORD.lastIndex = i;
    const m = WORD.exec(text);
    if (!m || (words.length === 0 && m[0].includes(",")) || m[0].includes("\n")) break;
    i += m[0].length;
    words.push({ plain: folded(m[1] as string), raw: m[1] as string, end: i, comma: m[0].includes(",") });
  }
  return words;
}

/** Words, and first words of pairs, that end a name unless a known name holds them. */
const STOPS = new Set(
  (
    "về được thì có theo trong của tại khi là đã sẽ phải bởi để do từ hoặc mà các trên như cho nhưng không gồm sau trước số ngày năm này nếu mới " +
    "và chưa cũng nêu còn vào ra những một hay đến"
  ).split(" "),
);
const STOP_PAIRS = new Set([
  "quy định",
  "đối với",
  "hiện hành",
  "ban hành",
  "hướng dẫn",
  "căn cứ",
  "phù hợp",
  "bao gồm",
  "sửa đổi",
  "bổ sung",
  "nói trên",
]);

function openEnded(words: readonly NameWord[]): NameFound | null {
  const first = words[0] as NameWord;
  if (!/^\p{Lu}/u.test(first.raw)) return null;
  let end = first.end;
  let count = 1;
  const shout = first.raw.length > 1 && first.raw === first.raw.toUpperCase();
  for (const word of words.slice(1)) {
    // "Luật Phòng, chống …" and "Luật Tổ chức HĐND …" go on where others end
    if (word.comma && word.plain === "chống") {
      end = word.end;
      count++;
      continue;
    }
    if (
      word.comma ||
      STOPS.has(word.plain) ||
      STOP_PAIRS.has(`${word.plain} ${words[count + 1]?.plain ?? ""}`) ||
      (/^\p{Lu}\p{Ll}/u.test(word.raw) &&
        !shout &&
        count > 1 &&
        !/^(?:Nhà|Việt|Nam|Quốc|Hội|Chính|Tòa|Viện|Công|Mặt|Tổ|Ủy)/u.test(word.raw))
    )
      break;
    end = word.end;
    count++;
    if (count > 12) break;
  }
  return { end };
}
