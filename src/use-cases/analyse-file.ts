import { readFile as readBytes } from "node:fs/promises";
import { extname } from "node:path";
import type { Facts } from "../domain/facts.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Problem } from "../domain/problem.ts";
import { extractFacts } from "../extract/extract-facts.ts";
import { parseDocument } from "../parse/parse-document.ts";
import { isListEnding } from "../read/file-format.ts";
import { readFile } from "../read/read-file.ts";
import { type ListedDocument, readDocumentList } from "../read/spreadsheet.ts";
import type { SourceText } from "../read/source-text.ts";

/** A file read, parsed and mined; or refused with its reason. */
export type Analysis =
  | { readonly ok: true; readonly source: SourceText; readonly document: LegalDocument; readonly facts: Facts }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** The file is no document but a spreadsheet that lists some. */
      readonly list?: readonly ListedDocument[];
    };

/** File → text → document → facts. `name` is what people call it (an entry of a zip lies elsewhere). Knows no other document. Never throws for a bad file. */
export async function analyseFile(path: string, name: string): Promise<Analysis> {
  if (isListEnding(extname(name).toLowerCase())) return analyseList(await readBytes(path), name);
  const read = await readFile(path, name);
  return read.ok ? analyseText(read.source, name) : read;
}

export function analyseText(source: SourceText, file: string): Analysis {
  const document = parseDocument(source.text, { format: source.format, file, tables: source.tables ?? [] });
  if (document.meta.secrecy) return { ok: false, problem: secret(document.meta.secrecy.value) };
  const noted = source.notes?.length ? { ...document, problems: [...source.notes, ...document.problems] } : document;
  return { ok: true, source, document: noted, facts: extractFacts(noted) };
}

async function analyseList(bytes: Uint8Array, name: string): Promise<Analysis> {
  const list = await readDocumentList(bytes, name);
  if (!list.ok) return list;
  const what = `Tệp là danh mục ${list.records.length} văn bản, không có lời văn.`;
  return {
    ok: false,
    list: list.records,
    problem: { code: "document-list", what, todo: "Nhập bằng rasoat index.", span: null },
  };
}

/** Rasoat is an information system of level 2: state secrets stay outside (Luật Bảo vệ bí mật nhà nước). */
const secret = (mark: string): Problem => ({
  code: "state-secret",
  what: `Không nhập: tệp có dấu độ mật “${mark}”.`,
  why: "Rasoat không phải hệ thống được phép lưu giữ bí mật nhà nước.",
  todo: "Xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước; xóa bản sao điện tử khỏi máy này nếu không được phép lưu.",
  span: null,
});
