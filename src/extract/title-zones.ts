import type { DocumentType } from "../domain/document-type.ts";
import type { Span } from "../domain/span.ts";
import type { Reference } from "./reference.ts";
import type { Token } from "./token.ts";

/**
 * Where the text says what a cited document is about: between its number (with day and issuer) and the end of its title.
 *
 *   Nghị định số 742/2024/NĐ-CP ngày … của Chính phủ [quy định chi tiết một số điều của Luật X] được sửa đổi bởi …
 *
 * Documents named there are parts of a title; verbs there are no instructions. Zones come in text order.
 */
export function titleZones(tokens: readonly Token[], text: string, references: readonly Reference[]): Span[] {
  const zones: Span[] = [];
  let covered = 0;
  for (const reference of references) {
    const document = reference.document;
    if (!document || document.isThis || reference.span.start < covered) continue;
    if (document.symbol === null && document.issuedOn === null && document.year === null) continue;
    const opener = OPENER.exec(text.slice(document.tail, document.tail + 200));
    if (
      !opener ||
      beginsParagraph(text, reference, opener[0]) ||
      references.some((r) => r.span.start > reference.span.start && r.span.start < document.tail + opener[0].length)
    )
      continue;
    const amending = /sửa đổi|bổ sung/iu.test(opener[0]);
    const end = zoneEnd(tokens, text, reference, document.tail + opener[0].length, amending);
    if (end > document.tail + opener[0].length) {
      zones.push({ start: document.tail, end });
      covered = end;
    }
  }
  return zones;
}

/** "Điều 1. Sửa đổi … Quyết định số …" and on the next line "Sửa đổi khoản 2 …": an instruction, no title. */
function beginsParagraph(text: string, reference: Reference, opener: string): boolean {
  if (!opener.slice(0, 3).includes("\n") || !/^[\s,]{1,3}(?:Sửa|Bổ|Bãi|Thay)/u.test(opener)) return false;
  const line = text.slice(text.lastIndexOf("\n", reference.span.start - 1) + 1, reference.span.start);
  return /^[\s*#]{0,6}Điều \d{1,4}[a-zđ]?[.:]\s{0,3}(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế)/u.test(line);
}

/** "… và bãi bỏ khoản 2 Điều 5 …" after a document goes on with the instruction. */
const OPENER =
  /^[\s,]{0,3}(?!và (?:bãi bỏ|thay thế|sửa đổi|bổ sung)(?!\p{L}))(?:(?:của|do|và|Bộ|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ngân hàng|Thanh tra|Tòa án|Viện|Liên|Thủ tướng|Chính phủ)(?!\p{L})[^\n.;:()“”"]{0,150}?\s)?(?:quy định|về|sửa đổi|bổ sung|ban hành|hướng dẫn|bãi bỏ|phê duyệt|thành lập|công bố|quy chế|áp dụng|tổ chức|triển khai|thực hiện|đẩy mạnh|tăng cường|giao|cho phép|tách|chuyển|điều chỉnh|thay thế)(?!\p{L})(?! tại| của pháp luật| này| trên| ở)/iu;

function zoneEnd(
  tokens: readonly Token[],
  text: string,
  reference: Reference,
  from: number,
  amending: boolean,
): number {
  let i = reference.next;
  while (i < tokens.length && (tokens[i] as Token).start < from) i++;
  let depth = 0;
  let amends = amending;
  const suspended = isSuspended(tokens, reference);
  for (; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    switch (t.kind) {
      case "semicolon":
        // a title may hold a semicolon before its next "quy định"
        if (/^\s{1,2}(?:quy định|hướng dẫn)(?! tại)/u.test(text.slice(t.end, t.end + 16))) break;
        return t.start;
      case "newline":
      case "colon":
        return t.start;
      case "open":
        depth++;
        break;
      case "close":
        depth = Math.max(0, depth - 1);
        break;
      case "stop":
        if (/^\s+\p{Lu}|^\s*$|^\n/u.test(text.slice(t.end, t.end + 4))) return t.start;
        break;
      case "bracket":
        if (tokens[i + 1]?.kind === "key" && (tokens[i + 1] as { value?: string }).value === "alias") return t.start;
        break;
      case "key":
      case "verb":
        if (t.kind === "verb" && (t.value === "amend" || t.value === "insert")) amends = true;
        if (t.kind === "key" && t.value === "from-day" && tokens[i + 1]?.kind === "date" && suspended) return t.start;
        if (depth === 0 && endsTitle(tokens, i))
          return afterPassive(tokens, i) ? (tokens[i - 1] as Token).start : t.start;
        break;
      case "type":
        // papers of the procedure are not parts of titles
        if (t.capital && t.value === "khac" && /^(?:Tờ trình|Báo cáo|Công văn|Thông báo)/u.test(t.word)) return t.start;
        break;
      case "comma":
      case "and":
        if (!amends && startsNumbered(tokens, i + 1) && !outranks(tokens, i + 1, reference)) return t.start;
        break;
      default:
        break;
    }
  }
  return text.length;
}

/** "Tạm ngưng hiệu lực Quyết định số … quy định … từ ngày … đến hết ngày …": the days are the suspension's, not the title's. */
function isSuspended(tokens: readonly Token[], reference: Reference): boolean {
  for (let i = reference.next - 1; i >= 0; i--) {
    const t = tokens[i] as Token;
    if (t.start >= reference.span.start) continue;
    if (t.kind === "verb") return t.value === "suspend";
    if (t.kind === "newline" || t.kind === "stop" || t.kind === "semicolon") return false;
  }
  return false;
}

const ENDING_KEYS = new Set<string>(["as-follows", "alias", "except"]);
const ENDING_VERBS = new Set<string>(["expire", "commence", "extend", "suspend"]);
const ENDING_PASSIVES = new Set<string>(["repeal", "amend", "insert", "replace"]);

const afterPassive = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  const t = tokens[i] as Token;
  // "khu vực không được phép chăn nuôi hết hiệu lực": with words between, the passive belongs to the title
  return t.kind === "verb" && !t.gap && before?.kind === "key" && before.value === "passive";
};

/** Words with which the sentence takes up again after a title. */
function endsTitle(tokens: readonly Token[], i: number): boolean {
  const t = tokens[i] as Token;
  // "… và thẩm quyền quy định tại điểm b khoản 1 Điều 10 Thông tư …": the sentence goes on
  if (t.kind === "key")
    return (
      ENDING_KEYS.has(t.value) ||
      (t.value === "at" && tokens[i + 1]?.kind === "unit" && tokens[i + 2]?.kind === "number")
    );
  return t.kind === "verb" && (ENDING_VERBS.has(t.value) || (ENDING_PASSIVES.has(t.value) && afterPassive(tokens, i)));
}

/**
 * "Thông tư … hướng dẫn thi hành Luật X và Nghị định số …": a document of higher rank belongs to the title; one of the same
 * rank is the next of a list.
 */
function outranks(tokens: readonly Token[], i: number, reference: Reference): boolean {
  const type = tokens[i];
  const symbol = tokens[i + 1]?.kind === "symbol" ? tokens[i + 1] : tokens[i + 2];
  const own = reference.document?.type;
  if (type?.kind !== "type" || !own) return false;
  const rank = (t: DocumentType, s: string): number => (/UB|HĐND/u.test(s) ? 8 : (RANKS[t] ?? 9));
  return rank(type.value, symbol?.kind === "symbol" ? symbol.value : "") < rank(own, reference.document?.symbol ?? "");
}

const RANKS: Readonly<Partial<Record<DocumentType, number>>> = {
  "hien-phap": 0,
  "bo-luat": 1,
  luat: 1,
  "phap-lenh": 2,
  "nghi-dinh": 4,
  "quyet-dinh": 5,
  "thong-tu-lien-tich": 6,
  "thong-tu": 6,
  "chi-thi": 7,
};

/** ", Nghị định số …": after an ordinary title the next document of a list; after "sửa đổi …" a further amended one. */
function startsNumbered(tokens: readonly Token[], i: number): boolean {
  const [type, so, symbol] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!type || type.gap || type.kind !== "type") return false;
  return (so?.kind === "so" && !so.gap && symbol?.kind === "symbol") || (so?.kind === "symbol" && !so.gap);
}

/** Binary search: is the offset inside one of the zones? */
export function inZones(zones: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = zones.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const zone = zones[middle] as Span;
    if (offset < zone.start) high = middle - 1;
    else if (offset >= zone.end) low = middle + 1;
    else return true;
  }
  return false;
}
