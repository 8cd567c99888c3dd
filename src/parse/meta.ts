import type { DocumentMeta, Stated } from "../domain/legal-document.ts";
import type { DocumentType } from "../domain/document-type.ts";
import type { Problem } from "../domain/problem.ts";
import { readAdoption, readHeadDate } from "./head-date.ts";
import { readIssuer } from "./head-issuer.ts";
import { findTypeLine, type TypeLine, typeOfSymbol } from "./head-lines.ts";
import { readSymbol } from "./head-symbol.ts";
import { readTitle } from "./head-title.ts";
import type { NormalisedText, TextLine } from "./normalise.ts";
import { readSigner, readSignerOffice } from "./signer.ts";
import type { Zones } from "./zones.ts";
import { SECRECY_MARK } from "../domain/secrecy.ts";

const HEAD_LIMIT = 60;
const SAMPLE = 40_000;
const ENACTING_LIMIT = 400;

/** What a document says of itself in its head and foot. */
export function readMeta(text: NormalisedText, zones: Zones, quoted: Uint8Array, problems: Problem[]): DocumentMeta {
  const { lines } = text;
  const headTo = Math.min(zones.head[1], HEAD_LIMIT);
  const symbol = readSymbol(lines, 0, headTo);
  const date = readHeadDate(lines, 0, headTo);
  const typeLine = findTypeLine(lines, 0, headTo);
  const type = readType(lines, typeLine, symbol);
  const adopted = readAdoption(lines, zones.body[0], zones.signature[1], quoted);
  const byParliament = type?.value === "luat" || type?.value === "bo-luat" || type?.value === "phap-lenh";
  const after = Math.max(symbol?.line ?? -1, date?.line ?? -1) + 1;
  const meta: DocumentMeta = {
    symbol: symbol && { value: symbol.value, span: symbol.span, confidence: symbol.confidence },
    type,
    issuer: readIssuer({
      lines,
      headTo: typeLine ? typeLine.line : Math.min(after, headTo),
      symbol: symbol?.value ?? null,
      place: date?.place.value ?? null,
      sample: text.text.slice(0, SAMPLE),
      enacting: enactingLine(lines, zones),
    }),
    place: date?.place ?? null,
    issuedOn: date?.date ?? (byParliament && adopted ? { ...adopted, confidence: 0.85 } : null),
    adoptedOn: adopted,
    title: readTitle(lines, typeLine, headTo, after),
    signer: readSigner(lines, zones.signature[0], zones.signature[1]),
    signerOffice: readSignerOffice(lines, zones.signature[0], zones.signature[1]),
    secrecy: readSecrecy(lines, headTo),
  };
  if (!meta.symbol) problems.push(missing("missing-symbol", "Không đọc được số, ký hiệu của văn bản."));
  if (!meta.issuedOn) problems.push(missing("missing-date", "Không đọc được ngày ban hành của văn bản."));
  return meta;
}

const missing = (code: string, what: string): Problem => ({
  code,
  what,
  todo: "Kiểm tra phần đầu văn bản và nhập bổ sung.",
  span: null,
});

/** The printed type word decides; the letters of the number are the cross-check and the fallback. */
function readType(
  lines: readonly TextLine[],
  typeLine: TypeLine | null,
  symbol: Stated<string> | null,
): Stated<DocumentType> | null {
  const bySymbol = symbol ? typeOfSymbol(symbol.value) : null;
  if (bySymbol === "van-ban-hop-nhat") return { value: bySymbol, span: symbol?.span ?? null, confidence: 0.97 };
  if (typeLine) {
    const line = lines[typeLine.line] as TextLine;
    const parliament = symbol !== null && /QH\d+$/u.test(symbol.value);
    if (bySymbol && bySymbol !== typeLine.type && !parliament && typeLine.length < line.text.length) {
      return { value: bySymbol, span: symbol?.span ?? null, confidence: 0.8 };
    }
    const span = { start: line.start, end: line.start + typeLine.length };
    return { value: typeLine.type, span, confidence: bySymbol === null || bySymbol === typeLine.type ? 0.99 : 0.85 };
  }
  return bySymbol ? { value: bySymbol, span: symbol?.span ?? null, confidence: 0.85 } : null;
}

function enactingLine(lines: readonly TextLine[], zones: Zones): string {
  const [from, to] = zones.preamble;
  for (let i = to - 1; i >= from; i--) {
    const text = (lines[i] as TextLine).text.slice(0, ENACTING_LIMIT);
    const verb = text.search(/ (?:ban hành|quyết định|quyết nghị)/u);
    if (verb > 3 && verb < 130 && /^\p{Lu}/u.test(text) && !/^(?:Căn cứ|Theo|Xét|Thực hiện)/u.test(text)) return text;
  }
  return "";
}

function readSecrecy(lines: readonly TextLine[], headTo: number): Stated<string> | null {
  for (let i = 0; i < headTo; i++) {
    const line = lines[i] as TextLine;
    if (SECRECY_MARK.test(line.text))
      return { value: line.text.trim(), span: { start: line.start, end: line.end }, confidence: 0.9 };
  }
  return null;
}
