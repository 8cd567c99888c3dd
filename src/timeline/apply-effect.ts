import type { Effect } from "../domain/effect.ts";
import type { TextTable } from "../domain/text-table.ts";
import { type EId, eIdName, isUnder, parentEId, POINT_LETTERS } from "../domain/e-id.ts";
import type { Scope } from "./instruction-scope.ts";
import { ASK_ISSUER, COMPARE_SOURCES, notOne, READ_BY_HAND, type Refusal, refusal } from "./refusals.ts";
import { isBalanced, levelOf, numberOf, splitUnits, unquoted, type WordedUnit } from "./split-units.ts";
import { compareUnits, headOf, type WorkingText } from "./working-text.ts";

/** Units that the wording of one instruction sets beside its own target, by other effects of the same instruction. */
export type Shared = readonly EId[];

/** Applies one change that is no change of a phrase, or says why it cannot be done exactly. Null = done. */
export function applyEffect(text: WorkingText, effect: Effect, scope: Scope, shared: Shared): Refusal | null {
  const target = effect.targetEId;
  if (target === null) return refusal("không rõ đơn vị của văn bản mà chỉ dẫn nhằm tới", NAME_UNIT);
  if (scope === "new") return insert(text, target, effect, shared);
  const trouble = notOne(text, target);
  if (trouble) return trouble;
  if (scope === "end") return end(text, target, effect);
  const content = wordsOf(effect);
  if (typeof content !== "string") return content;
  if (scope === "heading") return amendHeading(text, target, content, effect);
  if (scope === "lead") return amendLead(text, target, content, effect);
  return amend(text, target, content, effect, shared);
}

const NAME_UNIT =
  "Mở văn bản sửa đổi xem chỉ dẫn nhằm điều, khoản nào; nếu lời văn của văn bản sửa đổi chưa có trong chỉ mục thì nhập vào";

function wordsOf(effect: Effect): string | Refusal {
  const content = effect.content?.trim() ?? "";
  if (content === "")
    return refusal(
      "chỉ dẫn không kèm lời văn mới",
      "Lời văn mới có thể nằm ở phụ lục của văn bản sửa đổi: mở văn bản đó để đối chiếu",
    );
  if (!isBalanced(unquoted(content)))
    return refusal("lời văn mới có dấu ngoặc kép không khép, có thể bị cắt giữa chừng", COMPARE_SOURCES);
  if (content.split("\n").some((line) => ELLIPSIS.test(line.trim())))
    return refusal("lời văn mới bỏ trống một phần bằng dấu chấm lửng", READ_BY_HAND);
  return content;
}

const ELLIPSIS = /^(?:\.{3,}|…|[[(](?:…|\.{3})[\])])$/u;

const TEXT_LEVELS: ReadonlySet<string> = new Set(["art", "cl", "point", "indent", "chp", "sec", "subsec", "part"]);
const ANNEX = refusal(
  "chỉ dẫn nhằm một phụ lục, biểu hoặc mẫu mà lời văn mới không đọc được thành đơn vị",
  "Mở phụ lục của văn bản sửa đổi để đối chiếu",
);

function amend(text: WorkingText, target: EId, content: string, effect: Effect, shared: Shared): Refusal | null {
  if (!TEXT_LEVELS.has(levelOf(target))) return ANNEX;
  const worded = wordingFor(target, content, shared, (words) => text.tablesOf(words, effect));
  if (Array.isArray(worded)) {
    const trouble = fits(text, target, worded);
    if (trouble) return trouble;
    text.replace(target, worded, effect);
    return null;
  }
  const words = unquoted(content);
  const old = text.find(target);
  const head = old ? headOf(old) : "";
  const simple = !words.includes("\n") && !text.hasBelow(target) && !old?.text.includes("\n");
  // an unnumbered line for an undivided khoản or điểm keeps the number
  if (worded !== UNNUMBERED || !simple || old === null || head === "" || levelOf(target) === "art")
    return worded as Refusal;
  text.replace(target, [{ ...old, text: `${head} ${words}` }], effect);
  return null;
}

/** What the old text has and the new wording passes over in silence. */
function fits(text: WorkingText, target: EId, worded: readonly WordedUnit[]): Refusal | null {
  const first = worded[0] as WordedUnit;
  const old = text.find(target);
  const short = worded.length === 1 && !first.text.includes("\n");
  const had = text.hasBelow(target) || (old?.text.includes("\n") ?? false);
  if (short && had && (/[:：]$/u.test(first.text) || (levelOf(target) === "art" && first.titled)))
    return refusal(
      `lời văn mới của ${eIdName(target)} chỉ có phần mở đầu, trong khi quy định cũ còn phần bên dưới`,
      `${READ_BY_HAND}: xem phần bên dưới còn giữ hay không`,
    );
  const kept = new Set(worded.map((w) => w.eId));
  const lost = text.subtree(target).find((u) => u.kind === "article" && u.state !== "repealed" && !kept.has(u.eId));
  if (lost)
    return refusal(
      `lời văn mới của ${eIdName(target)} không có ${eIdName(lost.eId)}, trong khi chỉ dẫn không bãi bỏ điều đó`,
      `${READ_BY_HAND}. ${ASK_ISSUER}`,
    );
  return unread(text, target, worded) ?? trailing(text, target, worded);
}

/** Lines of the old words that look like units of their own and were not read as such would be lost with them. */
function unread(text: WorkingText, target: EId, worded: readonly WordedUnit[] | null): Refusal | null {
  const level = levelOf(target);
  const shape =
    level === "cl" || level === "point"
      ? /^(?:(?:Điều|ĐIỀU)\s\d{1,4}[a-zđ]?|\d{1,3}[a-zđ]?)[.:]\s\p{Lu}/u
      : /^(?:Điều|ĐIỀU)\s\d{1,4}[a-zđ]?[.:]\s\p{Lu}/u;
  const isUnit = (line: string): boolean => shape.test(line);
  const found = text
    .subtree(target)
    .flatMap((u) => u.text.split("\n").slice(1))
    .find(isUnit);
  if (found === undefined || worded?.some((w) => w.text.split("\n").slice(1).some(isUnit))) return null;
  return refusal(
    `trong lời văn cũ của ${eIdName(target)} còn dòng “${found.slice(0, 50)} …” có thể là một đơn vị riêng`,
    COMPARE_SOURCES,
  );
}

/** A paragraph behind the last điểm may belong to the khoản round it: then nobody knows whether it goes or stays. */
function trailing(text: WorkingText, target: EId, worded: readonly WordedUnit[] | null): Refusal | null {
  if (levelOf(target) !== "point" || text.siblings(target).at(-1)?.eId !== target) return null;
  const tail = text
    .wholeText(target)
    .split("\n")
    .slice(1)
    .filter((line) => /^\p{Lu}/u.test(line));
  if (tail.length === 0 || worded?.some((w) => w.text.includes("\n"))) return null;
  return refusal(
    `sau ${eIdName(target)} còn một đoạn có thể thuộc ${eIdName(parentEId(target) as EId)} (“${tail[0]?.slice(0, 60)} …”), không rõ đoạn đó đặt ở đâu`,
    READ_BY_HAND,
  );
}

const UNNUMBERED = refusal(
  "lời văn mới không mang số của đơn vị được sửa đổi",
  `Xem chỉ dẫn có nêu đúng đơn vị không. ${ASK_ISSUER}`,
);

/** The stretch of the new wording that is the target and what stands below it. */
function wordingFor(
  target: EId,
  content: string,
  shared: Shared,
  tables: (words: string) => readonly TextTable[],
): readonly WordedUnit[] | Refusal {
  const { unnumbered, units } = splitUnits(target, content, tables);
  if (units.length === 0 || (unnumbered !== "" && units[0]?.eId !== target)) return UNNUMBERED;
  if (unnumbered !== "") return refusal("có lời văn đứng trước số của đơn vị được sửa đổi", COMPARE_SOURCES);
  const at = units.findIndex((u) => u.eId === target);
  if (at < 0)
    return refusal(`lời văn mới không có ${eIdName(target)}`, `Xem chỉ dẫn có nêu đúng đơn vị không. ${ASK_ISSUER}`);
  const grouped = !/^(?:art|cl|point|indent)$/u.test(levelOf(target));
  const mine = grouped ? units : units.filter((u) => isUnder(u.eId, target));
  const extra = units.find((u) => !mine.includes(u) && !shared.some((s) => isUnder(u.eId, s)));
  if (extra)
    return refusal(`lời văn mới còn có ${eIdName(extra.eId)} mà chỉ dẫn không nêu`, `${READ_BY_HAND}. ${ASK_ISSUER}`);
  if (mine[0]?.eId !== target || new Set(mine.map((u) => u.eId)).size !== mine.length || !inOrder(mine))
    return refusal("lời văn mới đánh số trùng hoặc không theo thứ tự", `${COMPARE_SOURCES}. ${ASK_ISSUER}`);
  return mine;
}

/** Numbers that stand side by side must rise. */
function inOrder(units: readonly WordedUnit[]): boolean {
  const last = new Map<string, EId>();
  for (const { eId } of units) {
    const key = `${parentEId(eId)} ${levelOf(eId)}`;
    const before = last.get(key);
    if (before !== undefined && compareUnits(before, eId) >= 0) return false;
    last.set(key, eId);
  }
  return true;
}

function amendHeading(text: WorkingText, target: EId, content: string, effect: Effect): Refusal | null {
  const old = text.find(target);
  const head = old ? headOf(old) : "";
  if (!old?.titled || head === "" || old.kind === "attachment")
    return refusal(`không xác định được dòng tên của ${eIdName(target)}`, COMPARE_SOURCES);
  const words = unquoted(content)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const label = head.replace(/[.:]$/u, "").trim();
  const first = words[0] ?? "";
  const rest =
    first.startsWith(label) && !/^[\p{L}\p{N}]/u.test(first.slice(label.length))
      ? [first.slice(label.length).replace(/^\s{0,2}[.:]?\s{0,2}/u, ""), ...words.slice(1)].filter(Boolean)
      : words;
  if (
    rest.length !== 1 ||
    (/^\p{L}{2,7} [\dIVX]/u.test(rest[0] as string) && /^(?:Điều|Chương|Mục|Phần) /u.test(rest[0] as string))
  )
    return refusal("tên mới dài hơn một dòng hoặc mang số khác", `${READ_BY_HAND}. ${ASK_ISSUER}`);
  const lines = old.text.split("\n");
  // the name stands behind its number, or on the line below it
  const below = (lines[0] as string).trim() === head && lines.length > 1;
  const body = old.kind === "article" ? lines.slice(below ? 2 : 1) : [];
  const name = below ? [head, rest[0] as string] : [`${head} ${rest[0]}`];
  text.replaceOwnText(target, [...name, ...body].join("\n"), "heading", effect);
  return null;
}

function amendLead(text: WorkingText, target: EId, content: string, effect: Effect): Refusal | null {
  const unclear = refusal(`không xác định được đoạn mở đầu của ${eIdName(target)}`, READ_BY_HAND);
  const words = unquoted(content);
  const old = text.find(target);
  const level = levelOf(target);
  if (!old || (level !== "cl" && level !== "point")) return unclear;
  if (!text.hasBelow(target) || words.includes("\n") || old.text.includes("\n")) return unclear;
  const head = headOf(old);
  const own = headOf({ kind: old.kind, text: words });
  if (own !== "" && own.replace(/\s/gu, "") !== head.replace(/\s/gu, "")) return UNNUMBERED;
  text.replaceOwnText(target, own ? words : `${head} ${words}`, "lead", effect);
  return null;
}

function insert(text: WorkingText, target: EId, effect: Effect, shared: Shared): Refusal | null {
  const content = wordsOf(effect);
  if (typeof content !== "string") return content;
  if (!TEXT_LEVELS.has(levelOf(target))) return ANNEX;
  const parent = parentEId(target);
  const trouble = (parent === null ? null : notOne(text, parent)) ?? placeTrouble(text, target, effect);
  if (trouble) return trouble;
  const worded = wordingFor(target, content, shared, (words) => text.tablesOf(words, effect));
  if (!Array.isArray(worded)) return worded as Refusal;
  return text.insert(worded, effect.after, effect)
    ? null
    : refusal(
        `không rõ chỗ đặt ${eIdName(target)}: số của các đơn vị bên cạnh không theo thứ tự, hoặc không khớp với chỗ chỉ dẫn nêu`,
        READ_BY_HAND,
      );
}

function placeTrouble(text: WorkingText, target: EId, effect: Effect): Refusal | null {
  if (text.count(target) > 0)
    return refusal(
      `${eIdName(target)} đã có trong văn bản`,
      `Xem chỉ dẫn có trùng với một lần sửa đổi trước không. ${ASK_ISSUER}`,
    );
  const { after } = effect;
  const siblings = text.siblings(target);
  if (after !== null && levelOf(after) === levelOf(target) && !siblings.some((u) => u.eId === after))
    return notOne(text, after) ?? refusal(`${eIdName(after)} không đứng cùng cấp với ${eIdName(target)}`, READ_BY_HAND);
  if (
    after === null &&
    !hasPredecessor(
      siblings.map((u) => numberOf(u.eId)),
      numberOf(target),
    )
  )
    return refusal(
      `không có đơn vị đứng liền trước ${eIdName(target)} (${siblings.length === 0 ? "chưa chia đơn vị cùng cấp" : `số cuối là ${numberOf(siblings.at(-1)?.eId as EId)}`})`,
      `Nhập văn bản sửa đổi trước đó nếu còn thiếu. ${ASK_ISSUER}`,
    );
  const last = siblings.at(-1);
  return last && compareUnits(last.eId, target) < 0 ? trailing(text, last.eId, null) : null;
}

/** 6 follows 5 or 5b, 5a follows 5, đ follows d, e follows đ or d (đ is often passed over), a1 follows a. */
function hasPredecessor(numbers: readonly string[], wanted: string): boolean {
  const digits = /^(\d+)$/u.exec(wanted);
  if (digits) {
    const n = Number(digits[1]);
    return n === 1 ? numbers.length > 0 : numbers.some((x) => /^\d+/u.exec(x)?.[0] === String(n - 1));
  }
  if (/^[IVXLC]+$/u.test(wanted)) return numbers.length > 0;
  if (wanted.length > 1)
    return numbers.some(
      (x) =>
        x === wanted.slice(0, -1) ||
        (x.length === wanted.length && x.slice(0, -1) === wanted.slice(0, -1) && x < wanted),
    );
  const at = POINT_LETTERS.indexOf(wanted);
  const before = POINT_LETTERS.slice(Math.max(0, at - (POINT_LETTERS[at - 1] === "đ" ? 2 : 1)), at);
  return at > 0 && numbers.some((x) => before.includes(x[0] as string));
}

function end(text: WorkingText, target: EId, effect: Effect): Refusal | null {
  const trouble = unread(text, target, null) ?? trailing(text, target, null);
  if (trouble) return trouble;
  text.repeal(target, effect);
  return null;
}
