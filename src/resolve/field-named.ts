import { plain } from "../domain/fold.ts";
import { fieldNames } from "./field-names.ts";

let names: readonly (readonly [name: string, code: string])[] | null = null;

/** The field a title names itself ("… thuộc lĩnh vực y tế"), by the names of subjects and headings; null when it names none. */
export function namedField(title: string): string | null {
  const text = plain(title);
  const at = text.lastIndexOf("lĩnh vực ");
  if (at < 0) return null;
  names ??= allNames();
  const named = `${text.slice(at + "lĩnh vực ".length)} `;
  return names.find(([name]) => named.startsWith(`${name} `))?.[1] ?? null;
}

/** "Y tế, dược" is also called "y tế" and "dược". Longest first, a heading before a part of a subject's name. */
function allNames(): readonly (readonly [string, string])[] {
  const all = [...fieldNames()].flatMap(([code, name]): [string, string][] => {
    const parts = code.includes(".") ? [] : name.split(",");
    return [name, ...parts].map((part) => [plain(part), code]);
  });
  return all.sort((a, b) => b[0].length - a[0].length);
}
