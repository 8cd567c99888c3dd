import { plain } from "../domain/fold.ts";
import { fieldNames } from "./field-names.ts";

let names: readonly (readonly [name: string, code: string])[] | null = null;

const LEAD = "lĩnh vực ";

/** The field a title names itself ("… thuộc lĩnh vực y tế"), by the names of subjects and headings; null when it names none. */
export function namedField(title: string): string | null {
  const text = plain(title);
  const at = text.lastIndexOf(LEAD);
  return at < 0 ? null : codeAt(text.slice(at + LEAD.length));
}

/** Words that go on after the last name of a list: what follows is no part of the name. */
const AFTER_NAMES = /^ (?:trên|thuộc|của|do|tại|từ|năm|cho|trong|ban hành|áp dụng|theo|tỉnh|thành phố|và các) /u;

/**
 * All fields that a title names in a list ("… trong lĩnh vực đất đai, môi trường và du lịch"), in its order. Every name but the
 * first must be whole between its commas: "môi trường kinh doanh" is not "môi trường".
 */
export function namedFields(title: string): readonly string[] {
  const text = title.normalize("NFC").toLowerCase();
  const at = text.indexOf(LEAD);
  if (at < 0) return [];
  const parts = text
    .slice(at + LEAD.length)
    .split(/[,;]|\svà\s(?!các\s)/u)
    .map((part) => plain(part.replace(/^\s*(?:và\s+)?lĩnh vực\s/u, "")).trim());
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    const next = nameFrom(parts, from);
    if (next === null) break;
    found.push(next.code);
    if (next.ends) break;
    from = next.to;
  }
  return found;
}

/** "Y tế, dược" may stand over several parts: the longest name wins. */
function nameFrom(parts: readonly string[], from: number): { code: string; to: number; ends: boolean } | null {
  for (let to = Math.min(parts.length, from + LONGEST_LIST); to > from; to--) {
    const said = [" ", " và "].map((between) => parts.slice(from, to).join(between));
    const whole = byName().find(([name]) => said.includes(name));
    if (whole) return { code: whole[1], to, ends: false };
  }
  const part = `${parts[from]} `;
  const begun = byName().find(([name]) => part.startsWith(`${name} `) && AFTER_NAMES.test(part.slice(name.length)));
  return begun ? { code: begun[1], to: from + 1, ends: true } : null;
}

/** Commas in the longest name of a subject, and one. */
const LONGEST_LIST = 4;

const codeAt = (text: string): string | null =>
  byName().find(([name]) => `${text} `.startsWith(`${name} `))?.[1] ?? null;

const byName = (): readonly (readonly [string, string])[] => (names ??= allNames());

/** "Y tế, dược" is also called "y tế" and "dược". Longest first, a heading before a part of a subject's name. */
function allNames(): readonly (readonly [string, string])[] {
  const all = [...fieldNames()].flatMap(([code, name]): [string, string][] => {
    const parts = code.includes(".") ? [] : name.split(",");
    return [name, ...parts].map((part) => [plain(part), code]);
  });
  return all.sort((a, b) => b[0].length - a[0].length);
}
