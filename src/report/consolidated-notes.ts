import { typeName } from "../domain/document-type.ts";
import { eIdName } from "../domain/e-id.ts";
import { addDays, type LegalDate } from "../domain/legal-date.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import type { ConsolidatedNote } from "../timeline/timeline.ts";

/** What a note may stand at. */
export type NotedKind = ProvisionKind | "title" | "preamble";

const THIS: Readonly<Record<NotedKind, string>> = {
  title: "Văn bản này",
  preamble: "Phần căn cứ ban hành",
  part: "Phần này",
  chapter: "Chương này",
  section: "Mục này",
  subsection: "Tiểu mục này",
  article: "Điều này",
  clause: "Khoản này",
  point: "Điểm này",
  indent: "Nội dung này",
  attachment: "Phụ lục này",
};

/**
 * A footnote in the manner of a văn bản hợp nhất (Pháp lệnh 01/2012/UBTVQH13 Điều 14–16): what became of the unit, by which
 * clause of which document, from which day.
 */
export function noteSentence(kind: NotedKind, note: ConsolidatedNote, source: Work | null): string {
  const { effect } = note;
  const unit = THIS[kind];
  const day = effect.from === null ? "" : `, có hiệu lực kể từ ${writtenDay(effect.from)}`;
  if (note.change === "suspended") return suspension(unit, note, source);
  const clause = effect.sourceEId === null ? "" : `${eIdName(effect.sourceEId)} `;
  return `${noteHead(kind, note)} theo quy định tại ${clause}${sourceName(source, effect.evidence.symbol)}${day}.`;
}

/** "Khoản này được sửa đổi, bổ sung": what the sentence says before it names the clause. */
export const noteHead = (kind: NotedKind, note: ConsolidatedNote): string =>
  note.change === "suspended"
    ? `${THIS[kind]} tạm ngưng hiệu lực`
    : note.change === "kept"
      ? kept(kind, note)
      : what(THIS[kind], note);

/** Nothing is changed here, though a reader of the instruction may expect it. */
const kept = (kind: NotedKind, { effect }: ConsolidatedNote): string =>
  `Giữ nguyên cụm từ “${effect.phraseFrom}” ở ${kind === "title" ? "tên văn bản" : "phần căn cứ ban hành"}, dù cụm từ này được ${effect.action === "delete-phrase" ? "bỏ" : "thay"} trong toàn văn bản`;

function suspension(unit: string, { effect }: ConsolidatedNote, source: Work | null): string {
  const clause = effect.sourceEId === null ? "" : `${eIdName(effect.sourceEId)} `;
  const until = effect.until === null ? "" : ` đến hết ${writtenDay(addDays(effect.until, -1))}`;
  const from = effect.from === null ? "" : ` từ ${writtenDay(effect.from)}`;
  return `${unit} tạm ngưng hiệu lực${from}${until} theo ${clause}${sourceName(source, effect.evidence.symbol)}.`;
}

function what(unit: string, { change, effect }: ConsolidatedNote): string {
  const { phraseFrom, phraseTo } = effect;
  switch (change) {
    case "inserted":
      return `${unit} được bổ sung`;
    case "repealed":
      return `${unit} được bãi bỏ`;
    case "heading":
      return `Tên ${lower(unit)} được sửa đổi, bổ sung`;
    case "lead":
      return `Đoạn mở đầu của ${lower(unit)} được sửa đổi, bổ sung`;
    case "phrase":
      if (effect.action === "delete-phrase") return `Cụm từ “${phraseFrom}” được bỏ`;
      if (effect.action === "correct") return `“${phraseFrom}” được đính chính thành “${phraseTo}”`;
      return `Cụm từ “${phraseFrom}” được thay thế bằng cụm từ “${phraseTo}”`;
    default:
      return effect.action === "correct" ? `${unit} được đính chính` : `${unit} được sửa đổi, bổ sung`;
  }
}

/** `Quyết định số 22/2021/QĐ-UBND ngày 05 tháng 7 năm 2021 của Ủy ban nhân dân tỉnh An Sơn`. */
export function sourceName(work: Work | null, symbol: string | null): string {
  if (!work) return symbol ? symbolName(symbol) : "văn bản chưa xác định";
  const number = work.symbol ? ` số ${work.symbol}` : "";
  const day = work.issuedOn ? ` ${writtenDay(work.issuedOn)}` : "";
  return `${typeName(work.type)}${number}${day}${work.issuer ? ` của ${work.issuer}` : ""}`;
}

/** `Quyết định số 22/2021/QĐ-UBND` from the symbol alone. */
export function symbolName(symbol: string): string {
  const type = parseSymbol(symbol)?.type ?? null;
  return type === null ? `văn bản số ${symbol}` : `${typeName(type)} số ${symbol}`;
}

/** `ngày 05 tháng 7 năm 2021`: a nought before days under 10 and months under 3 (NĐ 30/2020/NĐ-CP Phụ lục I). */
export function writtenDay(day: LegalDate): string {
  const [year, month, date] = day.split("-") as [string, string, string];
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
