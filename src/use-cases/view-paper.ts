import type { LegalDocument } from "../domain/legal-document.ts";
import type { Stretch } from "./view-text.ts";

/** Where a line stands on paper: left or right column, across both as title or as running text. */
export type PaperPlace = "left" | "right" | "middle" | "text";

/** Longer lines at the head that are no title are running text: a plan begins so, without căn cứ. */
const LONGEST_HEAD_LINE = 120;
const NATION = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc)/iu;
const RULE = /^[-–—_*=.\s]+$/u;
const NUMBER = /^(?:Số|Luật số|Nghị quyết số|Pháp lệnh số)\s*:/iu;
const PLACE_AND_DAY = /^[^\d]{2,60},\s*ngày/iu;

/** The head as on paper: who and its number on the left, the nation, place and day on the right, kind and title across. */
export function headPlaces(document: LegalDocument, stretch: Stretch): readonly PaperPlace[] {
  const { type, title } = document.meta;
  const opens = Math.min(...[type?.span?.start, title?.span?.start].filter((at) => at !== undefined));
  const closes = title?.span?.end ?? opens;
  let side: PaperPlace = "left";
  return stretch.lines.map((line) => {
    const text = wordsOf(line);
    if (line.start >= closes) return text.length > LONGEST_HEAD_LINE ? "text" : "middle";
    if (line.start >= opens) return "middle";
    if (text.length > LONGEST_HEAD_LINE) return "text";
    if (NUMBER.test(text)) return "left";
    if (NATION.test(text)) side = "right";
    // a drawn rule under the issuer or the motto stays with what stands above it
    else if (!RULE.test(text)) side = PLACE_AND_DAY.test(text) ? "right" : "left";
    return side;
  });
}

const RECIPIENTS = /^Nơi nhận/iu;
const CAPITALS = /^(?=[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu})[^\p{Ll}]+$/u;
const ITEM = /^(?:[-–—+•*]|Lưu(?!\p{L}))/u;
const LONGEST_FOOT_LINE = 160;

/** The foot as on paper: recipients on the left, who signs on the right. */
export function footPlaces(stretch: Stretch): readonly PaperPlace[] {
  let side: PaperPlace = "text";
  return stretch.lines.map((line) => {
    const text = wordsOf(line);
    if (RECIPIENTS.test(text) || (ITEM.test(text) && side !== "text")) side = "left";
    else if (CAPITALS.test(text)) side = "right";
    else if (side === "text" && text.length < LONGEST_FOOT_LINE && !/[.;,:]$/u.test(text)) side = "right";
    return side;
  });
}

const wordsOf = (line: Stretch["lines"][number]): string =>
  line.number + line.runs.map((run) => run.pieces.map((piece) => piece.text).join("")).join("");
