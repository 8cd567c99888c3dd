import { isLegalDate, type LegalDate } from "../../src/domain/legal-date.ts";

/** A case of a rule: the day it is looked at, and its documents; the first is the one looked at. */
export interface Case {
  readonly on: LegalDate;
  /** The document looked at is a draft: it is checked as on `on` and changes nothing in the index. */
  readonly draft: boolean;
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

/**
 *     on: 2026-06-30          the day (needed)
 *     why: …                  what the case shows (needed)
 *     draft: yes              the first document is a draft
 *     ---
 *     the document looked at
 *     === file: quyet-dinh-thay-the.md
 *     another document of the same index
 */
export function readCase(source: string): Case {
  const cut = source.indexOf("\n---\n");
  const head = new Map(
    source
      .slice(0, cut)
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const on = head.get("on") ?? "";
  if (cut < 0 || !isLegalDate(on) || !head.get("why"))
    throw new Error("A case begins with `on: YYYY-MM-DD`, `why: …` and a line `---`.");
  const [first = "", ...others] = source.slice(cut + 5).split(/^=== file: /mu);
  const texts = others.map((part) => ({
    name: part.slice(0, part.indexOf("\n")).trim(),
    text: part.slice(part.indexOf("\n") + 1),
  }));
  return { on, draft: head.get("draft") === "yes", texts: [{ name: "case.md", text: first }, ...texts] };
}
