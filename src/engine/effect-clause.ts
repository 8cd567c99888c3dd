import type { Evidence } from "../domain/finding.ts";
import type { RuleContext, Subject } from "./rule.ts";

/** "theo trình tự, thủ tục rút gọn", "trong trường hợp đặc biệt": the document may take effect on the day it is signed. */
export const saysShortened = ({ document }: Subject): boolean =>
  /(?:trình tự|thủ tục),?\s(?:thủ tục\s)?rút gọn|trường hợp đặc biệt[^.;\n]{0,80}(?:ban hành|hiệu lực)|(?:ban hành|hiệu lực)[^.;\n]{0,80}trường hợp đặc biệt/iu.test(
    document.text,
  );

/** The clause on taking effect as evidence; nothing where the text has none. */
export function effectClause({ subject, quote }: RuleContext): Evidence | null {
  const { span } = subject.facts.commencement;
  return span ? quote(span) : null;
}
