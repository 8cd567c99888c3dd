import { groupBy } from "../../src/domain/group-by.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";

interface Short extends ReferenceRow {
  readonly short: string;
}

/** Capitals between letters of no other kind; symbols (TT-BTC), roman numbers and headings in capitals are left out. */
const CAPITALS =
  /(?<![\p{L}\p{N}/&.-])(?!M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})(?![\p{L}]))[A-ZĐ]{3,8}(?![\p{L}\p{N}/&-])/gu;
const OFTEN = 3;

/** Forms and tables of an annex have their own shorthand. */
const IN_ARTICLE = /^(?:att_[^_]+__)?art_/u;

export default defineRule({
  meta: {
    id: "abbreviation-unexplained",
    code: "H08",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Viết tắt không được giải thích",
    titleEn: "An abbreviation is never spelled out",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_55", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_9", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && work.issuedOn !== null && work.issuedOn >= "2016-07-01",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { text } = subject.document;
    const known = new Set(context.table<Short>("abbreviations", context.day).map((row) => row.short));
    const mentions = presentMentions(subject, CAPITALS).filter(
      // a line in capitals is a heading
      (m) => IN_ARTICLE.test(m.eId) && !known.has(m.text) && /\p{Ll}{2}/u.test(`${m.before} ${m.after}`),
    );
    for (const [short, list] of groupBy(mentions, (m) => m.text)) {
      if (list.length < OFTEN || text.includes(`(${short})`) || explains(text, short)) continue;
      const where = placeNames(
        subject,
        list.map((m) => m.eId),
      );
      yield {
        message: `${opening(where)} dùng chữ viết tắt “${short}” (${list.length} chỗ) mà không giải thích.`,
        why: "Chữ viết tắt không phổ biến phải được giải thích ở lần dùng đầu tiên.",
        recommendation: `Viết đầy đủ ở lần đầu: “… (sau đây viết tắt là ${short})”.`,
        evidence: list.slice(0, 3).map((m) => context.quote(m.span)),
        eId: list[0]?.eId ?? null,
        identity: short,
        confidence: 0.6,
      };
    }
  },
});

/** "(sau đây gọi tắt là ABC)", "viết tắt là ABC", "ABC: …", "ABC là …". */
const explains = (text: string, short: string): boolean =>
  new RegExp(`(?:tắt|gọi|chung) là:? ?[“"]?${short}|(?:^|\\n)[-–•\\d. ]{0,6}${short}(?::| là )`, "u").test(text);
