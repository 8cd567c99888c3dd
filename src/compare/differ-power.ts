import { parseSymbol } from "../domain/symbol.ts";
import type { ConflictKind } from "./differences.ts";
import type { Quoted } from "./differ-phrases.ts";
import { sentenceAt, sentences } from "./sentences.ts";
import { legalWords } from "./legal-words.ts";

/** A rule laid down where a higher text says that this body may not lay it down. */
export interface PowerDifference {
  readonly kinds: readonly ConflictKind[];
  readonly subject: Quoted;
  readonly basis: Quoted;
  readonly weight: number;
}

/** Who lays the rule down, and whether it is a local body; both from the symbol of its text. */
export interface Author {
  readonly symbol: string | null;
}

/** What lower bodies are kept from: a higher text's prohibition, and what in the lower text breaks it. */
export function exceededPowers(subject: string, basis: string, author: Author): PowerDifference[] {
  return [
    ...forbiddenMatter(subject, basis),
    ...retroaction(subject, basis, author),
    ...basisThatIsNone(subject, basis),
  ];
}

/** `… không được ban hành quy định về điều kiện đầu tư kinh doanh` */
const MAY_NOT =
  /(?:không được|không có thẩm quyền|nghiêm cấm)\s(?:ban hành|quy định|đặt)\s(?:thêm\s)?(?:các\s)?(?:quy định\s)?(?:về\s)?([^.;\n]{6,80})/giu;
/** What lower bodies may be kept from laying down, and the words by which a rule does so. */
const LAYS_DOWN: readonly (readonly [matter: string, words: RegExp])[] = [
  ["điều kiện", /(?:đủ|đáp ứng)[^\n.;]{0,20} điều kiện/iu],
  ["thủ tục", /[Tt]hành phần hồ sơ|[Tt]rình tự, thủ tục/u],
  ["phí", /mức thu|lệ phí/iu],
];
/** A list of clauses or points follows: conditions, papers, fees are laid down and not only named. */
const LISTS = /^[ \t]{0,8}(?:\d{1,2}|\p{Ll})[.)]\s/mu;
const LONGEST_QUOTE = 160;

function forbiddenMatter(subject: string, basis: string): PowerDifference[] {
  return [...basis.matchAll(MAY_NOT)].flatMap((m) => {
    const matter = (m[1] as string).toLowerCase();
    const laid = LAYS_DOWN.find(([word]) => matter.includes(word))?.[1].exec(subject);
    if (!laid || !LISTS.test(subject)) return [];
    const { start, end } = sentenceAt(sentences(subject), laid.index);
    return [
      {
        kinds: ["hierarchy", "condition", "competence"] as const,
        subject: { text: subject.slice(start, Math.min(end, start + LONGEST_QUOTE)).trimEnd(), start },
        basis: { text: m[0].trim(), start: m.index },
        weight: 0.7,
      },
    ];
  });
}

/** A text of 2021 that takes effect in 2020, where going back is forbidden. */
function retroaction(subject: string, basis: string, { symbol }: Author): PowerDifference[] {
  const ban = /không được quy định hiệu lực trở về trước/iu.exec(basis);
  const year = symbol === null ? null : (parseSymbol(symbol)?.year ?? null);
  const effect =
    /có hiệu lực (?:thi hành )?(?:kể )?từ ngày (?:\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2} tháng \d{1,2} năm )(\d{4})/u.exec(
      subject,
    );
  if (!ban || year === null || !effect || Number(effect[1]) >= year) return [];
  return [
    {
      kinds: ["hierarchy", "deadline"],
      subject: { text: effect[0], start: effect.index },
      basis: { text: ban[0], start: ban.index },
      weight: 0.9,
    },
  ];
}

/** A letter, a notice or a report named as legal basis. */
function basisThatIsNone(subject: string, basis: string): PowerDifference[] {
  const rule = /[Cc]ăn cứ ban hành văn bản[^.;\n]{0,20} là văn bản quy phạm pháp luật[^.;\n]{0,80}/u.exec(basis);
  const named =
    /^[ \t]{0,8}(Căn cứ (?:Công văn|Thông báo|Kết luận|Tờ trình|Báo cáo|Kế hoạch|Văn bản)[^;,\n]{0,80})/mu.exec(
      subject,
    );
  if (!rule || !named?.[1] || legalWords(named[1]).length === 0) return [];
  return [
    {
      kinds: ["hierarchy"],
      subject: { text: named[1], start: named.index + named[0].indexOf(named[1]) },
      basis: { text: rule[0], start: rule.index },
      weight: 0.9,
    },
  ];
}
