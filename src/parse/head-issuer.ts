import { plain } from "../domain/fold.ts";
import type { Stated } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import { withoutMotto, isStamp } from "./head-lines.ts";
import type { TextLine } from "./normalise.ts";

/** What the head, the enacting sentence and the number each say about who issues. */
export interface IssuerEvidence {
  readonly lines: readonly TextLine[];
  /** Lines before the type word. */
  readonly headTo: number;
  readonly symbol: string | null;
  readonly place: string | null;
  /** The beginning of the text, for the spelling of names printed in capitals. */
  readonly sample: string;
  /** The line that enacts; empty where there is none. */
  readonly enacting: string;
}

/** Bodies that the letters of the number name by themselves. */
const BY_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/(?:NĐ|NQ)-CP$|^\d+[/-]CP$/u, "Chính phủ"],
  [/-TTg$/u, "Thủ tướng Chính phủ"],
  [/UBTVQH\d+$/u, "Ủy ban Thường vụ Quốc hội"],
  [/\/QH\d+$/u, "Quốc hội"],
  [/-CTN$/u, "Chủ tịch nước"],
  [/-KTNN$/u, "Kiểm toán nhà nước"],
  [/-HĐTP$/u, "Hội đồng Thẩm phán Tòa án nhân dân tối cao"],
  [/TT-TANDTC$/u, "Tòa án nhân dân tối cao"],
  [/TT-(?:VKSTC|VKSNDTC)$/u, "Viện kiểm sát nhân dân tối cao"],
];
const COUNCIL = /(?:^|\s)HỘI ĐỒNG NHÂN DÂN/u;
const COMMITTEE = /(?:^|\s)[ỦU][YỶ] BAN NHÂN DÂN/u;
const PLACE = /(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+(\p{Lu}[\p{Lu}\s'.-]*)/u;
const LOWER_PLACE =
  /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?:\p{Lu}\p{Ll}*(?:[ -](?=\p{Lu})|(?![\p{L}]))){1,5}/u;

export function readIssuer(e: IssuerEvidence): Stated<string> | null {
  const head = headName(e);
  const letters =
    e.symbol === null ? null : (BY_LETTERS.find(([shape]) => shape.test(e.symbol as string))?.[1] ?? null);
  if (letters)
    return { value: letters, span: head.span, confidence: head.text === "" || agrees(head.text, letters) ? 0.98 : 0.9 };
  const local = localIssuer(e, head.text);
  if (local) return { ...local, span: head.span };
  const central = centralIssuer(e, head.text);
  return central ? { ...central, span: head.span } : null;
}

const agrees = (a: string, b: string): boolean => plain(a).includes(plain(b)) || plain(b).includes(plain(a));

/** The left column of the head: everything in capitals that is neither motto nor stamp nor number, repetitions dropped. */
function headName(e: IssuerEvidence): { text: string; span: Span | null } {
  const parts: string[] = [];
  let start = -1;
  let end = -1;
  for (let i = 0; i < e.headTo; i++) {
    const line = e.lines[i] as TextLine;
    if (isStamp(line.text) || line.text.length > 160) continue;
    const text = line.text
      .replace(/(?:Luật )?[Ss]ố ?:.*$|^\d.*$/u, "")
      .replace(/\p{Lu}[\p{L}. ]{1,30}, ?ngày.*$/u, "")
      .replace(/[ĐD][ộo]c l[ậa]p ?-.*$/u, "")
      .replace(/^[\s\-_*.=~]+|[\s\-_*=~]+$/gu, "");
    if (text === "" || /\p{Ll}/u.test(text.replace(/Tp\.?/u, "")) || !/\p{Lu}{2}/u.test(text)) continue;
    if (parts.includes(text) || withoutMotto(parts.join(" ")).endsWith(text)) continue;
    parts.push(text);
    if (start < 0) start = line.start;
    end = line.end;
  }
  return { text: undoubled(withoutMotto(parts.join(" "))), span: start < 0 ? null : { start, end } };
}

/** Gazettes print the issuer above the head once more: "BỘ Y TẾ BỘ Y TẾ". */
function undoubled(text: string): string {
  const half = text.slice(0, (text.length - 1) / 2);
  return text.length % 2 === 1 && text === `${half} ${half}` ? half : text;
}

function localIssuer(e: IssuerEvidence, head: string): { value: string; confidence: number } | null {
  const symbol = e.symbol ?? "";
  const council = /[-./](?:TT\.?)?HĐ(?:ND)?(?:[-.]?\p{Lu}{0,3}\d*)$/u.test(symbol)
    ? true
    : COUNCIL.test(head) && !COMMITTEE.test(head);
  const committee = /[-./](?:CT)?UB(?:ND)?\p{Lu}{0,4}$/u.test(symbol) || COMMITTEE.test(head);
  if (!council && !committee) return null;
  const organ = council
    ? /TTHĐND|TT\.HĐND/u.test(symbol)
      ? "Thường trực Hội đồng nhân dân"
      : "Hội đồng nhân dân"
    : /CTUB(?:ND)?$/u.test(symbol)
      ? "Chủ tịch Ủy ban nhân dân"
      : "Ủy ban nhân dân";
  const place = placeOf(e, head);
  if (!place) return { value: organ, confidence: 0.5 };
  return { value: `${organ} ${place.value}`, confidence: place.confidence };
}

/** The territory: from the head, else from the enacting sentence, else from the place of the date line found again in the text. */
function placeOf(e: IssuerEvidence, head: string): { value: string; confidence: number } | null {
  const m = PLACE.exec(head.replace(/[ỦU][YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN/gu, " ").replace(/\s+/gu, " "));
  if (m) {
    const kind = (m[1] as string).toLowerCase().replace(/^tp\.?$/u, "thành phố");
    return { value: `${kind} ${spelled(m[2] as string, e.sample)}`, confidence: 0.97 };
  }
  const organ = /(?:Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân) (.{3,60})/u.exec(e.enacting);
  const written = organ ? LOWER_PLACE.exec(organ[1] as string) : null;
  if (written && written.index === 0) return { value: written[0].trim(), confidence: 0.9 };
  if (!e.place) return null;
  const name = e.place.replace(/^(?:TP\.?|Tp\.?) ?/u, "");
  const at = new RegExp(String.raw`(tỉnh|thành phố|huyện|xã|phường) ${escape(name)}(?!\p{L})`, "u").exec(e.sample);
  return at ? { value: `${at[1]} ${name}`, confidence: 0.75 } : null;
}

function centralIssuer(e: IssuerEvidence, head: string): { value: string; confidence: number } | null {
  if (/^CHÍNH PHỦ(?:$| )/u.test(head)) return { value: "Chính phủ", confidence: 0.9 };
  if (/^QUỐC HỘI(?:$| )/u.test(head)) return { value: "Quốc hội", confidence: 0.9 };
  if (/^THỦ TƯỚNG/u.test(head)) return { value: "Thủ tướng Chính phủ", confidence: 0.9 };
  if (/^[ỦU][YỶ] BAN THƯỜNG VỤ/u.test(head)) return { value: "Ủy ban Thường vụ Quốc hội", confidence: 0.9 };
  const subject =
    /^((?:Bộ trưởng |Thống đốc |Tổng Thanh tra |Bộ trưởng, Chủ nhiệm |Tổng Kiểm toán |Chánh án |Viện trưởng )?[^;:]{3,90}?)\s+(?:ban hành|quyết định)/u.exec(
      e.enacting,
    )?.[1];
  const joint = e.symbol !== null && /TTLT/u.test(e.symbol) && / - | VÀ BỘ /u.test(head);
  if (subject && !joint) {
    const name = subject.replace(/^(?:Bộ trưởng|Thống đốc|Tổng Thanh tra(?= Thanh tra))(?:, Chủ nhiệm)? /u, "").trim();
    if (head === "" || agrees(head, name)) return { value: name, confidence: 0.96 };
    if (/^(?:Bộ|Ngân hàng|Thanh tra|Ủy ban|Uỷ ban|Văn phòng|Đài|Tòa án|Toà án|Viện|Kiểm toán) /u.test(name))
      return { value: name, confidence: 0.85 };
  }
  if (head === "" || head === "BỘ") return null;
  return { value: spelledName(head, e.sample), confidence: joint ? 0.7 : 0.8 };
}

/** A place printed in capitals as the text spells it elsewhere, else with a capital for every word. */
function spelled(capitals: string, sample: string): string {
  const name = capitals
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/[\s.-]{1,20}$/u, "");
  const found = sameWords(name, sample);
  if (found) return found;
  return name.toLowerCase().replace(/(?:^|[\s-])\p{L}/gu, (c) => c.toUpperCase());
}

function spelledName(capitals: string, sample: string): string {
  const name = capitals.trim().replace(/\s+/gu, " ");
  const found = sameWords(name, sample);
  if (found) return found;
  const lower = name.toLowerCase();
  return lower.replace(
    /^(\p{L}+) (\p{L})/u,
    (_, first: string, c: string) => `${first[0]?.toUpperCase()}${first.slice(1)} ${c.toUpperCase()}`,
  );
}

function sameWords(name: string, sample: string): string | null {
  const lower = sample.toLowerCase();
  if (lower.length !== sample.length) return null;
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const found = sample.slice(at, at + name.length);
    if (/\p{Ll}/u.test(found) && /^\p{Lu}/u.test(found)) return found;
  }
  return null;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
