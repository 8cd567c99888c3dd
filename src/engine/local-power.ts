import { sliceOf } from "../domain/span.ts";
import { isAlive } from "./ended-works.ts";
import { isLocal } from "./issue-day.ts";
import type { RuleContext, Subject } from "./rule.ts";

/** A normative text of a province, district or commune that is in force: what only law may do must not stand in it. */
export const isLivingLocalText = (context: RuleContext): boolean =>
  isLocal(context.subject) && context.subject.work.normative !== "no" && isAlive(context);

/**
 * A law hands the matter to the local body by name: the title or the preamble says that a clause of a law is detailed
 * ("quy định chi tiết khoản 3 Điều 26 Luật Thủ đô"), or an article says that a law gives the power.
 */
export function isDelegatedByLaw({ document, citations }: Subject): boolean {
  const named = citations.some(
    (c) =>
      c.within === null &&
      !GENERAL.test(c.text) &&
      c.targets.some((t) => t.eIds.length > 0 && isLaw(t.type) && !GENERAL.test(t.name ?? "")),
  );
  if (named) return true;
  const title = document.meta.title?.value ?? "";
  return /(?:quy định chi tiết|thi hành|theo quy định tại|thực hiện)[^.]{0,80}(?:Điều|khoản|điểm)[^.]{0,60}(?:Luật|Nghị quyết[^.]{0,30}Quốc hội)/iu.test(
    title,
  );
}

/** Laws that set up the bodies, their texts and their budgets: every document names their clauses, none hands over a matter. */
const GENERAL = /tổ chức chính quyền|tổ chức hội đồng|ban hành văn bản|ngân sách nhà nước/iu;

const isLaw = (type: string | null): boolean => type === "luat" || type === "bo-luat" || type === "phap-lenh";

/** The sentence that holds an offset, at most 600 characters. */
export function sentenceAt(
  { document: { text } }: Subject,
  at: number,
): { readonly start: number; readonly end: number } {
  const before = sliceOf(text, { start: Math.max(0, at - 300), end: at });
  const open = Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". "), before.lastIndexOf("; "));
  const start = open < 0 ? Math.max(0, at - 300) : Math.max(0, at - 300) + open + 1;
  const after = /[\n;]|\.(?=\s)/u.exec(text.slice(at, at + 300));
  let first = start;
  while (first < at && /\s/u.test(text[first] as string)) first++;
  return { start: first, end: at + (after ? after.index : Math.min(300, text.length - at)) };
}
