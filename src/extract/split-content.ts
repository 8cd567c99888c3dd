import type { Amendment } from "../domain/amendment.ts";
import type { Span } from "../domain/span.ts";

/**
 * One quotation often carries several units ("Sửa đổi khoản 3 và bổ sung khoản 4 như sau: “3. … 4. …”"). Each amendment gets
 * the stretch that begins with its own number; where a number is missing or out of order the quotation stays whole for all.
 */
export function splitContent(text: string, amendments: readonly Amendment[]): Amendment[] {
  const groups = new Map<string, Amendment[]>();
  for (const a of amendments) {
    if (!a.content || !a.target.eId || (a.action !== "amend" && a.action !== "insert")) continue;
    const key = `${a.source} ${a.content.start}`;
    groups.set(key, [...(groups.get(key) ?? []), a]);
  }
  const contents = new Map<Amendment, Span>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const parts = partsOf(text, group);
    if (parts) group.forEach((a, i) => contents.set(a, parts[i] as Span));
  }
  return amendments.map((a) => (contents.has(a) ? { ...a, content: contents.get(a) as Span } : a));
}

function partsOf(text: string, group: readonly Amendment[]): Span[] | null {
  const whole = (group[0] as Amendment).content as Span;
  const starts: number[] = [];
  let from = whole.start;
  for (const a of group) {
    const at = labelAt(text, from, whole.end, (a.target.eId as string).split("__").at(-1) as string);
    if (at < 0) return null;
    starts.push(at);
    from = at + 1;
  }
  if (text.slice(whole.start, starts[0]).trim() !== "") return null;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? whole.end;
    return { start, end: start + text.slice(start, end).trimEnd().length };
  });
}

/** Where a line begins with the number of the unit: `Điều 5.`, `5.`, `đ)`. */
function labelAt(text: string, from: number, end: number, unit: string): number {
  const cut = unit.indexOf("_");
  const [level, num] = [unit.slice(0, cut), unit.slice(cut + 1)];
  const label = level === "art" ? `Điều ${num}` : level === "cl" ? `${num}.` : level === "point" ? `${num})` : null;
  if (!label) return -1;
  for (let at = text.indexOf(label, from); at >= 0 && at < end; at = text.indexOf(label, at + 1)) {
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    const before = text.slice(Math.max(lineStart, from - 1), at);
    if (/^[\s“"'‘*]*$/u.test(before) && !/^[\p{L}\p{N}]/u.test(text.slice(at + label.length, at + label.length + 1)))
      return at;
  }
  return -1;
}
