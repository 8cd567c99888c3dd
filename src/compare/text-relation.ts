import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";
import type { ComparedText } from "./compare-pair.ts";
import { leadLength } from "./lead-in.ts";
import { contentWords } from "./same-matter.ts";

/** How two compared texts stand to each other, read from their symbols, position lines and words. */
export interface TextRelation {
  /** Why they do not conflict even where they differ; null = nothing keeps them apart. Vietnamese. */
  readonly apart: string | null;
  /**
   * `local-below` a local text against a central one · `below` a lower central text · `detailing` a lower central text that
   * says of itself that it details or guides · `level` the same rank · `above` the compared text is the lower one.
   */
  readonly rank: "local-below" | "below" | "detailing" | "level" | "above" | "unknown";
  /** The subject sends its reader to the very article it is compared with ("thực hiện theo quy định tại Điều 18 Nghị định số …"). */
  readonly applies: boolean;
  /** The text only organises its own execution, its scope, or ends other documents. */
  readonly formal: boolean;
}

export function textRelation(subject: ComparedText, basis: ComparedText): TextRelation {
  return {
    apart: apartBecause(subject, basis),
    rank: rankBetween(subject, basis),
    applies: appliesTo(subject, basis),
    formal: isFormal(subject.text) || isFormal(basis.text),
  };
}

/** Two provinces each rule their own territory; the amending and the amended text are one rule at two times. */
function apartBecause(subject: ComparedText, basis: ComparedText): string | null {
  const [a, b] = [placeOf(subject), placeOf(basis)];
  if (a && b && a !== b) return `Hai địa bàn khác nhau (${a}, ${b}): mỗi quy định áp dụng trên địa bàn của mình.`;
  if (twoObjects(subject, basis)) return "Hai văn bản ngang cấp, tên gọi cho thấy hai đối tượng điều chỉnh khác nhau.";
  if (names(subject, basis) || names(basis, subject) || rewritesUnit(subject, basis))
    return "Một văn bản sửa đổi, thay thế văn bản kia: hai thời điểm của một quy định.";
  return null;
}

const names = (x: ComparedText, y: ComparedText): boolean =>
  Boolean(y.symbol && x.position?.includes(y.symbol) && /sửa đổi|bổ sung|thay thế/iu.test(x.position));

/** `Sửa đổi, bổ sung khoản 2 Điều 24 như sau: “2. …”` beside Điều 24 itself, or the amending law of the law's name. */
function rewritesUnit(subject: ComparedText, basis: ComparedText): boolean {
  const head = subject.text.slice(0, 300);
  if (!/(?:sửa đổi|bổ sung|thay thế|bãi bỏ)/iu.test(head)) return false;
  const unit = /Điều (\d{1,4}\p{L}?)/u.exec(basis.position ?? basis.text)?.[1];
  const amended = /(?:[Ss]ửa đổi|[Bb]ổ sung)[^“"\n]{0,80}?Điều (\d{1,4}\p{L}?)(?![\p{L}\d])/u.exec(head)?.[1];
  const law = /(?:Luật|Bộ luật|Pháp lệnh)\s([^,;.\d()]{4,80}?)(?= số|,|\s*$|\s\d)/u
    .exec(basis.position ?? "")?.[1]
    ?.trim();
  const sameLaw = law !== undefined && ((subject.position ?? "") + head).includes(law);
  return Boolean(unit && amended === unit && (sameLaw || /sửa đổi/iu.test(subject.position ?? "")));
}

/** One issuer, one pattern of text, two objects: "… đối với môn bơi", "… đối với môn đua thuyền". */
function twoObjects(subject: ComparedText, basis: ComparedText): boolean {
  const code = ({ symbol }: ComparedText): string | null => (symbol ? (parseSymbol(symbol)?.code ?? null) : null);
  const [a, b] = [code(subject), code(basis)];
  if (a === null || b === null || subject.symbol === basis.symbol || /^NQ-HĐND$|UBND$/u.test(a)) return false;
  const ranks = [levelOf(subject), levelOf(basis)];
  if (a !== b && !(ranks[0] === ranks[1] && ranks[0] !== 0)) return false;
  const title = ({ position, symbol }: ComparedText): ReadonlySet<string> =>
    new Set(contentWords((position ?? "").split(symbol ?? "")[1] ?? ""));
  const [x, y] = [title(subject), title(basis)];
  return [...x].some((w) => !y.has(w)) && [...y].some((w) => !x.has(w));
}

const placeOf = ({ position }: ComparedText): string | null => {
  const named = /(?:nhân dân|UBND|HĐND|của)\s((?:tỉnh|thành phố|TỈNH|THÀNH PHỐ)(?:\s\p{Lu}\p{L}*){1,4})/u.exec(
    position ?? "",
  );
  return named?.[1]?.toLowerCase() ?? null;
};

/** 1 Constitution and laws · 2 Government, Prime Minister · 3 ministries, courts · 4 local bodies · 0 not known. The highest of several. */
function levelOf({ symbol, position }: ComparedText): number {
  const codes = (symbol ?? "").split(/[\s,;]+/u).map((s) => parseSymbol(s)?.code.toUpperCase() ?? s.toUpperCase());
  const levels = codes.map((code) =>
    /UBND|HĐND|HDND|^QĐ-UB$/u.test(code)
      ? 4
      : /TTG$/u.test(code)
        ? 2
        : /^(?:TT|TTLT|QĐ|CT|NQ-H)/u.test(code)
          ? 3
          : /CP$/u.test(code)
            ? 2
            : /QH\d|UBTVQH|^L-CT|^PL/u.test(code)
              ? 1
              : 0,
  );
  const known = levels.filter((l) => l > 0);
  if (/Hiến pháp/u.test(`${symbol ?? ""} ${position ?? ""}`)) known.push(1);
  return known.length > 0 ? Math.min(...known) : 0;
}

function rankBetween(subject: ComparedText, basis: ComparedText): TextRelation["rank"] {
  const [mine, other] = [levelOf(subject), levelOf(basis)];
  if (mine === 0 || other === 0) return "unknown";
  if (mine === other) return "level";
  if (mine < other) return "above";
  if (mine === 4) return "local-below";
  return /quy định chi tiết|hướng dẫn|chi tiết thi hành/iu.test(subject.position ?? "") ? "detailing" : "below";
}

/** The subject names the article it is compared with, next to the document or the law's name. */
function appliesTo(subject: ComparedText, basis: ComparedText): boolean {
  const articles = [...(basis.position ?? "").matchAll(/Điều (\d{1,4}\p{L}?)(?![\p{L}\d])/giu)].map(
    (m) => m[1] as string,
  );
  const symbols = (basis.symbol ?? "")
    .split(/\s+/u)
    .filter((s) => s.includes("/"))
    .map(canonicalSymbol);
  const law = /(?:Bộ luật|Luật|Pháp lệnh)\s([^,;.\d()]{4,60}?)(?= số| năm|,|\s*$|\s\d)/u
    .exec(basis.position ?? "")?.[1]
    ?.trim()
    .toLowerCase();
  const body = subject.text.slice(leadLength(subject.text));
  const text = body.toLowerCase();
  return articles.some((article) =>
    [...body.matchAll(/(?:Điều|các [Đđ]iều)\s[\d,\svà]{1,40}/gu)].some((m) => {
      if (!new RegExp(`(?<!\\d)${article}(?!\\d)`, "u").test(m[0])) return false;
      const after = body.slice(m.index, m.index + 160);
      return (
        symbols.some((s) => after.includes(s)) ||
        (law !== undefined && text.slice(m.index, m.index + 120).includes(law))
      );
    }),
  );
}

/** Execution, effect, scope, repeal: what every document says of itself. */
function isFormal(text: string): boolean {
  const head = text.slice(0, 160);
  return (
    /^(?:[\s“"]|Điều \d{1,4}\p{L}?\.?|\d{1,3}\.)*\s?(?:Phạm vi điều chỉnh|Đối tượng áp dụng|Hiệu lực thi hành|Điều khoản thi hành|Điều khoản chuyển tiếp|Trách nhiệm thi hành|Tổ chức thực hiện|Xử lý vi phạm|Bãi bỏ|Kinh phí bảo đảm)(?![\p{L}])/u.test(
      head,
    ) || /chịu trách nhiệm thi hành (?:Quyết định|Nghị quyết|Thông tư) này/u.test(text)
  );
}
