import type { EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import { overlaps, type Span, sliceOf, span } from "../domain/span.ts";
import type { ResolvedCitation } from "../resolve/resolved.ts";
import type { Subject } from "./rule.ts";

/** Words of a document's own provisions that name something. */
export interface Mention {
  readonly span: Span;
  readonly text: string;
  readonly eId: EId;
  /** The words of the sentence before and after. */
  readonly before: string;
  readonly after: string;
}

/**
 * Where the document's own units name what the pattern finds, speaking of the present. Left out is what must keep the old
 * name or speaks of another time: titles and issuers of cited documents, words in quotation marks, transitional articles,
 * and sentences about what was before ("nay là", "trước khi sắp xếp"). Căn cứ, proposal lines and nơi nhận are no units.
 */
export function presentMentions(subject: Subject, pattern: RegExp): readonly Mention[] {
  const { document } = subject;
  const { open, shut } = zonesOf(subject);
  const found: Mention[] = [];
  for (const provision of open) {
    for (const match of sliceOf(document.text, provision.own).matchAll(pattern)) {
      const start = provision.own.start + match.index;
      const place = span(start, start + match[0].length);
      if (shut.some((zone) => overlaps(zone, place))) continue;
      const mention = inSentence(document.text, place, provision);
      if (!speaksOfThePast(mention)) found.push(mention);
    }
  }
  return found;
}

interface Zones {
  /** Units that prescribe now. */
  readonly open: readonly Provision[];
  /** Words inside them that keep an old name. */
  readonly shut: readonly Span[];
}

/** Several rules ask of one document in a row: its zones are found once and forgotten with it. */
const known = new WeakMap<Subject, Zones>();

function zonesOf(subject: Subject): Zones {
  const { document, citations } = subject;
  const kept = known.get(subject);
  if (kept) return kept;
  const transitional = transitionalUnits(document);
  const zones = {
    open: document.provisions.filter((p) => !transitional.some((t) => overlaps(t, p.own))),
    shut: [
      ...document.quotes,
      ...quotationMarks(document.text),
      ...citations.flatMap((c) => citedName(c, document.text)),
    ],
  };
  known.set(subject, zones);
  return zones;
}

const BREAK = /[;\n]|\.(?=\s)/u;

function inSentence(text: string, place: Span, { own, eId }: Provision): Mention {
  const before =
    text
      .slice(Math.max(own.start, place.start - 400), place.start)
      .split(BREAK)
      .at(-1) ?? "";
  const after = text.slice(place.end, Math.min(own.end, place.end + 400)).split(BREAK)[0] ?? "";
  return { span: place, text: sliceOf(text, place), eId, before, after };
}

/** A day of the past, not a yearly term ("trước ngày 15 tháng 12 hằng năm"). */
const PAST_DAY = String.raw`trước ngày\s(?:\d{1,2}(?:\/|\stháng\s)\d{1,2}(?:\/|\snăm\s)\d{4}|\p{Lu})`;
/** Before the reorganisation, not before just anything ("trước khi xả nước"). */
const PAST_TIME =
  "[Tt]rước (?:đây|thời điểm|(?:khi )?(?:thực hiện |được )?(?:sắp xếp|sáp nhập|hợp nhất|giải thể|thành lập|chia tách|kết thúc))";
const PAST_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${PAST_DAY}|(?:${PAST_TIME}|chuyển từ|chuyển giao từ|tiếp nhận từ|tiếp nhận nguyên trạng|kế thừa|hợp nhất|sáp nhập|giải thể|cụm từ|kết thúc hoạt động|không tổ chức|[Bb]ãi bỏ|tên gọi cũ)(?![\p{L}\p{N}]))`,
  "u",
);
const PAST_AFTER = new RegExp(
  String.raw`^[^,]{0,60}?(?:\(cũ\)|(?<![\p{L}\p{N}])(?:cũ(?![\p{L}\p{N}])|nay (?:là|thuộc)|${PAST_TIME}|${PAST_DAY}|đã (?:được )?(?:cấp|ban hành|phê duyệt|giao|ký)(?![\p{L}\p{N}])|(?:cấp|ban hành) trước|kết thúc hoạt động|chấm dứt hoạt động))`,
  "u",
);

const speaksOfThePast = ({ before, after }: Mention): boolean => PAST_BEFORE.test(before) || PAST_AFTER.test(after);

/** Articles headed "Điều khoản chuyển tiếp", "Quy định chuyển tiếp", "Xử lý chuyển tiếp". */
export function transitionalUnits(document: LegalDocument): readonly Span[] {
  return document.provisions.filter((p) => p.heading !== null && /chuyển tiếp/iu.test(p.heading)).map((p) => p.span);
}

/** What stands between quotation marks: phrases replaced, names of forms, new wording. */
function quotationMarks(text: string): Span[] {
  return [...text.matchAll(/“[^“”\n]{1,2000}”|"[^"\n]{1,400}"/gu)].map((m) => span(m.index, m.index + m[0].length));
}

const TITLE_VERB =
  /(?:về(?: việc)?|quy định|ban hành|hướng dẫn|sửa đổi|bổ sung|phê duyệt|công bố|thành lập|bãi bỏ|thay thế|giao|chi tiết)(?![\p{L}\p{N}])/u;
const NEW_ACTOR =
  /,\s(?=(?:Sở|Ủy ban|Uỷ ban|UBND|Phòng|Công an|Chủ tịch|Giám đốc|Thủ trưởng|cơ quan|các)(?![\p{L}\p{N}]))/u;

/**
 * A cited document with the words that follow as its issuer and title: an official title keeps the names of its day.
 *
 *     Thông tư số 742/2024/TT-BTC ngày … của Bộ trưởng Bộ Tài chính | quy định về … ; next
 *     └ citation ────────────────┘└ issuer ──────────────────────────┴ title ──────┘
 *
 * Without a verb of a title the name ends where another body begins to act (", Sở …").
 */
export function citedName({ span: cited, kind }: Pick<ResolvedCitation, "span" | "kind">, text: string): Span[] {
  if (kind === "relative") return [cited];
  const tail = text.slice(cited.end, cited.end + 500).split(BREAK)[0] ?? "";
  const opened = /^[\s,]{0,4}(?:ngày\s\d{1,2}(?:\/|\stháng\s)\d{1,2}(?:\/|\snăm\s)\d{4})?[\s,]{0,4}(\p{L}{1,20})/u.exec(
    tail,
  );
  if (!opened || !(opened[1] === "của" || TITLE_VERB.test(tail.slice(0, opened[0].length + 6)))) return [cited];
  const beforeActor = tail.split(NEW_ACTOR)[0] ?? tail;
  return [span(cited.start, cited.end + (TITLE_VERB.test(beforeActor) ? tail : beforeActor).length)];
}
