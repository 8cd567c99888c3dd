import type { EId } from "../domain/e-id.ts";
import { type Mention, presentMentions } from "./mentions.ts";
import type { Subject } from "./rule.ts";

/** The article a unit belongs to, with its attachment: `att_1__art_5` of `att_1__art_5__cl_2__point_a`. */
export const articleOf = (eId: EId): EId => /^(?:att_[^_]+__)?(?:art_[^_]+)/u.exec(eId)?.[0] ?? eId;

/** What a pattern finds in each article, present tense only; articles in text order. */
export function mentionsByArticle(subject: Subject, pattern: RegExp): ReadonlyMap<EId, readonly Mention[]> {
  const found = new Map<EId, Mention[]>();
  for (const mention of presentMentions(subject, pattern)) {
    const article = articleOf(mention.eId);
    const list = found.get(article);
    if (list) list.push(mention);
    else found.set(article, [mention]);
  }
  return found;
}
