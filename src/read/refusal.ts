import type { Problem } from "../domain/problem.ts";
import type { TextTable } from "../domain/text-table.ts";
import { READ_LIMITS } from "./read-limits.ts";
import type { Quality } from "./source-text.ts";

/**
 * A file, or a part of it, that cannot be taken: what happened (the file named), why, and what a person can do about it.
 * `code` is kebab-case and stable; the three texts are Vietnamese.
 */
export function refuse(code: string, name: string, what: string, why: string, todo: string): Refused {
  return { ok: false, problem: { code, what: `Không đọc được tệp “${name}”: ${what}.`, why, todo, span: null } };
}

export interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

/**
 * What a reader of one format gives back: the text, with what had to be left out or guessed, or a refusal. `quality` only
 * where it differs from that of the format (a PDF whose letters a scanner guessed).
 */
export type FormatOutcome =
  | {
      readonly ok: true;
      readonly text: string;
      readonly quality?: Quality;
      readonly tables?: readonly TextTable[];
      readonly notes?: readonly Problem[];
    }
  | Refused;

/** A remark about a file that was read all the same. */
export const note = (code: string, what: string, why: string, todo?: string): Problem => ({
  code,
  what,
  why,
  ...(todo === undefined ? {} : { todo }),
  span: null,
});

export const tooLarge = (name: string): Refused =>
  refuse(
    "file-too-large",
    name,
    `tệp lớn hơn ${READ_LIMITS.fileBytes / 1048576} MB`,
    "Vượt quá giới hạn dung lượng một tệp.",
    "Tách tệp hoặc bỏ hình ảnh rồi nạp lại.",
  );

/** A file without letters to read: only pictures of them. `detail` says how that shows. */
export const needsOcr = (name: string, detail: string): Refused => ({
  ok: false,
  problem: {
    code: "needs-ocr",
    what: `Tệp chỉ có ảnh, cần OCR: “${name}”.`,
    why: `Không có chữ để phân tích: ${detail}.`,
    todo: "Nạp bản .docx hoặc PDF có chữ nếu có; nếu không, cài chương trình nhận dạng chữ tesseract (kèm gói tiếng Việt “vie”) rồi nạp lại.",
    span: null,
  },
});
