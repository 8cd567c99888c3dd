import { readFileSync } from "node:fs";

let loaded: ReadonlyMap<string, string> | null = null;

/**
 * Names of fields by code: the 45 subjects (chủ đề, `11`) and the headings under them (đề mục, `14.2`) of the Bộ Pháp điển, in
 * its order (which is alphabetical by subject). From `corpus/register/fields.json`.
 */
export function fieldNames(): ReadonlyMap<string, string> {
  if (loaded) return loaded;
  const text = readFileSync(new URL("../../corpus/register/fields.json", import.meta.url), "utf8");
  const codes = Object.entries(JSON.parse(text) as Record<string, string>);
  loaded = new Map(codes.sort(([a], [b]) => compareFields(a, b)));
  return loaded;
}

/** What a code is called; the code itself where nobody knows it. */
export const fieldName = (code: string): string => fieldNames().get(code) ?? code;

/** `14.2` → `14`. */
export const topicOf = (code: string): string => code.split(".")[0] ?? code;

/** `2` before `11`, `14.2` before `14.10`. */
export function compareFields(a: string, b: string): number {
  const [aTopic = 0, aHeading = 0] = a.split(".").map(Number);
  const [bTopic = 0, bHeading = 0] = b.split(".").map(Number);
  return aTopic - bTopic || aHeading - bHeading;
}
