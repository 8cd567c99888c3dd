import { formatDate } from "../../src/domain/legal-date.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";

interface AmountRow extends ReferenceRow {
  readonly name: string;
  readonly amount: string;
  readonly new: string;
}

export default defineRule({
  meta: {
    id: "outdated-base-amount",
    code: "E11",
    group: "conflict",
    severity: "medium",
    maturity: "stable",
    title: "Ghi bằng số mức lương cơ sở đã thay đổi",
    titleEn: "A base amount is written in figures that have changed since",
    basis: [
      { symbol: "73/2024/NĐ-CP", eId: null, from: "2024-07-01", to: "2026-07-01" },
      { symbol: "161/2026/NĐ-CP", eId: null, from: "2026-07-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const { name, amount, new: next, from, source } of context.table<AmountRow>("outdated-amounts", context.day)) {
      if (!subject.document.text.includes(amount)) continue;
      const mentions = presentMentions(subject, near(name, amount)).filter(
        (m) => !EXAMPLE.test(subject.document.text.slice(Math.max(0, m.span.start - REACH), m.span.start)),
      );
      if (mentions.length === 0) continue;
      const where = placeNames(
        subject,
        mentions.map((m) => m.eId),
      );
      yield {
        message: `${opening(where)} ghi ${name} ${amount} đồng, nay là ${next} đồng${from ? ` từ ngày ${formatDate(from)}` : ""}.`,
        why: `Mức ${name} đã được điều chỉnh (${source}); số tiền ghi trong văn bản không còn đúng.`,
        recommendation: `Sửa đổi ${where}: quy định theo hệ số của ${name} hiện hành, không ghi số tiền.`,
        evidence: mentions.slice(0, 5).map((m) => context.quote(m.span)),
        eId: mentions[0]?.eId ?? null,
        identity: `${name} ${amount} ${mentions.map((m) => m.eId).join(" ")}`,
      };
    }
  },
});

/** A worked example keeps the sums of its day. */
const EXAMPLE = /[Vv]í dụ/u;
const REACH = 1_200;

/** The name and its sum in one phrase, in either order. */
const near = (name: string, amount: string): RegExp => {
  const sum = amount.replace(/\./gu, "\\.");
  return new RegExp(`${name}[^.;\\n\\d]{0,40}${sum}|${sum} đồng[^.;\\n\\d]{0,30}${name}`, "giu");
};
