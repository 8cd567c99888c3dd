import type { EId } from "../domain/e-id.ts";
import { plain } from "../domain/fold.ts";
import type { Span } from "../domain/span.ts";
import type { Subject } from "./rule.ts";
import { articleOf } from "./unit-mentions.ts";

/** A term with its definition: one clause or point of an article "Giải thích từ ngữ". */
export interface Definition {
  readonly eId: EId;
  readonly article: EId;
  readonly term: string;
  readonly span: Span;
  /** What follows "là". */
  readonly meaning: string;
}

const HEADED = /giải thích (?:từ ngữ|thuật ngữ)|định nghĩa/iu;
const TERM =
  /^(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))?\s{0,3}[“"]?([^.:;“”"\n]{2,120}?)[”"]?(?: \([^()\n]{1,80}\))?,?(?: được hiểu)? (?:là|bao gồm|gồm):? /u;

/** Terms of the articles on terms, quoted new wording left out. */
export function definitions({ document }: Subject): readonly Definition[] {
  const articles = new Set(
    document.provisions.filter((p) => p.kind === "article" && HEADED.test(p.heading ?? "")).map((p) => p.eId),
  );
  return document.provisions.flatMap((p) => {
    const article = articleOf(p.eId);
    if ((p.kind !== "clause" && p.kind !== "point") || !articles.has(article)) return [];
    if (document.quotes.some((q) => q.start < p.own.end && p.own.start < q.end)) return [];
    const words = document.text.slice(p.own.start, p.own.end);
    const found = TERM.exec(words);
    const term = found?.[1]?.trim();
    // "Trong Quy định này, các từ ngữ dưới đây được hiểu như sau" is no term
    if (!found || !term || /này,|dưới đây|sau đây|theo quy định/iu.test(term)) return [];
    return [{ eId: p.eId, article, term, span: p.own, meaning: plain(words.slice(found[0].length)) }];
  });
}
