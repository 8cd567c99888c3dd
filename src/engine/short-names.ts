import type { Subject } from "./rule.ts";

/** A name that a text gives to something longer: "(sau đây gọi tắt là cơ sở thu gom)". */
export interface ShortName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The words before the bracket that it stands for, as far as they can be told: the last ones of the sentence. */
  readonly stands: string;
}

const GIVEN =
  /\((?:[Ss]au đây|dưới đây|[Ss]au đây được) (?:được )?(?:gọi|viết) (?:tắt |chung |tắt chung )?là:? ?[“"]?([^()“”"\n;]{2,80}?)[”"]?\)/gu;

/** Names given in the document's own words, in text order; quoted new wording is another text's. */
export function shortNames({ document }: Subject): readonly ShortName[] {
  return [...document.text.matchAll(GIVEN)].flatMap((m) => {
    const start = m.index;
    if (document.quotes.some((q) => q.start <= start && start < q.end)) return [];
    const before =
      document.text
        .slice(Math.max(0, start - 160), start)
        .split(/[;:\n]|\.(?=\s)/u)
        .at(-1) ?? "";
    return [{ start, end: start + m[0].length, name: (m[1] as string).trim(), stands: before.trim() }];
  });
}
