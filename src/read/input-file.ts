import type { Problem } from "../domain/problem.ts";
import { refuse } from "./refusal.ts";

/** A file to read under the name people know it by, or what stands in its place and why it is not read. */
export type InputFile =
  | {
      /** As shown: `van-ban/a.docx`, and `nap.zip/van-ban/a.docx` for an entry of an archive. */
      readonly name: string;
      /** Where its bytes lie; a file of ours in a private folder for entries of archives. */
      readonly path: string;
      /** Removes such a file again. Call it once the file has been read. */
      readonly cleanup?: () => Promise<void>;
    }
  | { readonly name: string; readonly problem: Problem };

export interface ListOptions {
  readonly signal?: AbortSignal;
}

/** Files that programs put beside documents: dot files, Word's lock files, folders of the operating system. */
export function hiddenProblem(file: string, name: string): Problem | null {
  if (!/^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/iu.test(file) || file === "." || file === "..") return null;
  return refuse(
    "hidden-file",
    name,
    "tệp ẩn hoặc tệp tạm của hệ thống",
    "Không phải văn bản cần nạp.",
    "Không cần làm gì; nếu đúng là văn bản, đổi tên tệp.",
  ).problem;
}
