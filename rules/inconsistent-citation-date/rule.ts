import { typeName } from "../../src/domain/document-type.ts";
import type { Evidence } from "../../src/domain/finding.ts";
import { formatDate, type LegalDate } from "../../src/domain/legal-date.ts";
import { parseSymbol } from "../../src/domain/symbol.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { type DatedMention, datedMentions, isLocal, isSwapped } from "../../src/engine/cited-dates.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type RuleContext, type RuleFinding } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "inconsistent-citation-date",
    code: "B06",
    group: "reference",
    severity: "medium",
    maturity: "stable",
    title: "Ngày ban hành của văn bản được viện dẫn không thống nhất",
    titleEn: "A cited document is given different dates of issue",
    basis: [
      { symbol: "78/2025/NĐ-CP", eId: "art_9" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const group of datedMentions(subject)) {
      const dates = [...new Set(group.map((m) => m.date))];
      if (dates.length > 1) yield* twoDates(group, dates, context);
      else yield* againstTheWork(group, context);
    }
  },
});

/** Two bodies may use one local symbol; without the issuer only a swap of day and month is surely an error. */
function* twoDates(
  group: readonly DatedMention[],
  dates: readonly LegalDate[],
  context: RuleContext,
): Generator<RuleFinding> {
  const [first] = group as [DatedMention];
  const swapped = dates.length === 2 && isSwapped(dates[0] as LegalDate, dates[1] as LegalDate);
  if (isLocal(first.target) && first.target.issuer === null && !swapped) return;
  const symbol = first.target.symbol as string;
  const known = knownDay(group, context.corpus);
  yield {
    message: `${called(first)} được ghi với ${dates.length} ngày ban hành khác nhau: ${dates.map(formatDate).join(", ")}.`,
    why: `Một văn bản chỉ có một ngày ban hành; ghi sai làm cho không xác định được văn bản được viện dẫn.${swapped ? " Hai ngày là ngày và tháng đảo chỗ cho nhau." : ""}`,
    recommendation: known
      ? `Đính chính theo ngày ban hành ${formatDate(known)} của văn bản được viện dẫn.`
      : "Đối chiếu với văn bản được viện dẫn và đính chính ngày ban hành.",
    evidence: [
      ...dates.map((date) => withDay(group.find((m) => m.date === date) as DatedMention, context)),
      { work: workOf(first), symbol, eId: null, quote: "", span: null, role: "conflicts-with" },
    ],
    eId: withDay(group.find((m) => m.date !== known) as DatedMention, context).eId,
    identity: `${symbol} ${[...dates].sort().join(" ")}`,
    confidence: swapped || !isLocal(first.target) ? 0.95 : 0.8,
  };
}

/** One date throughout, but not the date of the document, or not in the year its number carries. */
function* againstTheWork(group: readonly DatedMention[], context: RuleContext): Generator<RuleFinding> {
  const [first] = group as [DatedMention];
  const id = workOf(first);
  const work = id ? context.corpus.work(id) : null;
  const symbol = first.target.symbol as string;
  const year = parseSymbol(symbol)?.year ?? null;
  const otherDay =
    work !== null &&
    work.known === "text" &&
    work.issuedOn !== null &&
    work.issuedOn !== first.date &&
    !isLocal(first.target);
  const otherYear = year !== null && Math.abs(Number(first.date.slice(0, 4)) - year) > 1;
  if (!otherDay && !otherYear) return;
  yield {
    message: otherDay
      ? `${called(first)} được ghi ngày ${formatDate(first.date)}, trong khi văn bản đó ban hành ngày ${formatDate(work?.issuedOn as LegalDate)}.`
      : `${called(first)} được ghi ngày ${formatDate(first.date)}, không cùng năm với số, ký hiệu.`,
    why: "Ngày ban hành ghi sai làm cho không xác định được văn bản được viện dẫn.",
    recommendation: "Đối chiếu với văn bản được viện dẫn và đính chính số, ký hiệu hoặc ngày ban hành.",
    evidence: [withDay(first, context), { work: id, symbol, eId: null, quote: "", span: null, role: "conflicts-with" }],
    identity: `${symbol} ${first.date}`,
    confidence: otherDay ? 0.85 : 0.8,
  };
}

/** The citation with the day that follows it: "Nghị định số 742/2024/NĐ-CP ngày 18 tháng 6 năm 2024". */
function withDay({ citation }: DatedMention, { subject, quote }: RuleContext): Evidence {
  const { start, end } = citation.span;
  const day = /^[\s,]{0,3}ngày\s\d{1,2}(?:\/|\stháng\s)\d{1,2}(?:\/|\snăm\s)\d{4}/u.exec(
    subject.document.text.slice(end, end + 40),
  );
  return quote({ start, end: end + (day?.[0].length ?? 0) });
}

/** `Nghị định số 742/2024/NĐ-CP` */
const called = ({ target }: DatedMention): string =>
  `${target.type ? typeName(target.type) : "Văn bản"} số ${target.symbol}`;

const workOf = ({ target }: DatedMention): WorkId | null =>
  target.resolution.kind === "work" ? target.resolution.work : null;

/** The date of the cited document where its text is in the index. */
function knownDay(group: readonly DatedMention[], corpus: RuleContext["corpus"]): LegalDate | null {
  for (const mention of group) {
    const id = workOf(mention);
    const work = id ? corpus.work(id) : null;
    if (work && work.known !== "cited" && group.some((m) => m.date === work.issuedOn)) return work.issuedOn;
  }
  return null;
}
