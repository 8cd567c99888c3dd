import type { Effect, Quote } from "../domain/effect.ts";
import { eIdName } from "../domain/e-id.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Because } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import { workName } from "./work-name.ts";

/** Name of the rule of law an action stands for, as the contract prints it. */
const RULES: Readonly<Record<string, string>> = {
  commence: "commenced",
  term: "term",
  "replace-document": "replaced",
  "repeal-document": "repealed",
  repeal: "repealed",
  expire: "expired",
  amend: "amended",
  insert: "inserted",
  "replace-phrase": "phrase-changed",
  "delete-phrase": "phrase-changed",
  correct: "corrected",
  suspend: "suspended",
  resume: "resumed",
  extend: "extended",
};

/** The proof of one effect: rule, words, day, and the sentence of an official list (domain: reasons of forms 01–04). */
export function because(effect: Effect, source: Work | null): Because {
  return {
    ...effect.evidence,
    rule: RULES[effect.action] ?? effect.action,
    from: effect.from,
    says: sentence(effect, source),
  };
}

function sentence(effect: Effect, source: Work | null): string {
  const by = `${workName(source)}${clause(effect)}${effect.origin === "register" ? " (theo danh mục văn bản trung ương)" : ""}`;
  const unit = effect.targetEId ? `${capital(eIdName(effect.targetEId))} ` : "";
  const kept = effect.exception ? `, trừ ${effect.exception.replace(/^trừ\s+/iu, "")}` : "";
  switch (effect.action) {
    case "commence":
      return effect.from ? `Có hiệu lực từ ngày ${formatDate(effect.from)}` : "Chưa xác định được ngày có hiệu lực";
    case "term":
      return "Hết thời hạn có hiệu lực đã được quy định trong văn bản";
    case "replace-document":
      return capital(`${unit}được thay thế bằng ${by}${kept}`);
    case "repeal-document":
    case "repeal":
      return capital(`${unit}bị bãi bỏ bởi ${by}${kept}`);
    case "expire":
      return capital(`${unit}hết hiệu lực theo ${by}${kept}`);
    case "insert":
      return capital(`${unit}được bổ sung bởi ${by}`);
    case "suspend":
      return capital(`${unit}tạm ngưng hiệu lực theo ${by}${kept}`);
    case "resume":
      return capital(`${unit}tiếp tục có hiệu lực sau tạm ngưng theo ${by}`);
    case "extend":
      return capital(`${unit}tiếp tục có hiệu lực theo ${by}`);
    case "correct":
      return capital(`${unit}được đính chính bởi ${by}`);
    default:
      return capital(`${unit}được sửa đổi, bổ sung bởi ${by}`);
  }
}

const clause = (effect: Effect): string =>
  effect.sourceEId && effect.origin === "text" ? ` (${eIdName(effect.sourceEId)})` : "";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A proof that is an inference, not a clause. */
export const inferred = (rule: string, says: string, from: LegalDate | null, quote: Quote): Because => ({
  ...quote,
  rule,
  from,
  says,
});
