import { lstat, readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Problem } from "../domain/problem.ts";
import { isReadable, unsupported } from "./file-format.ts";
import { hiddenProblem, type InputFile, type ListOptions } from "./input-file.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { refuse, tooLarge } from "./refusal.ts";
import { listZipInputs } from "./zip-inputs.ts";

export type { InputFile, ListOptions };

/**
 * Every file under the given files, folders and zip archives, in a stable order. What cannot be read (other formats,
 * hidden files, links, archives in archives, dangerous archives) is listed too, with its reason: nothing is passed over
 * in silence. Links are never followed.
 */
export async function* listInputs(paths: readonly string[], options: ListOptions = {}): AsyncGenerator<InputFile> {
  for (const path of paths) yield* listPath(path, path, true, 0, options);
}

/** Folders deeper than this are listed as refused. */
const DEEPEST_FOLDER = 40;

async function* listPath(
  path: string,
  name: string,
  asked: boolean,
  depth: number,
  options: ListOptions,
): AsyncGenerator<InputFile> {
  if (options.signal?.aborted === true) return;
  const file = basename(path);
  try {
    const stat = await lstat(path);
    // What a person names himself is taken even if hidden; what is merely found is not.
    const hidden = asked ? null : hiddenProblem(file, name);
    if (stat.isSymbolicLink()) yield { name, problem: linkProblem(name) };
    else if (hidden !== null) yield { name, problem: hidden };
    else if (stat.isDirectory()) yield* listFolder(path, name, depth, options);
    else if (!stat.isFile())
      yield {
        name,
        problem: refuse("not-a-file", name, "không phải tệp thông thường", "Thiết bị hoặc ống dẫn.", "Bỏ khỏi thư mục.")
          .problem,
      };
    else if (extname(file).toLowerCase() === ".zip") yield* listZipInputs(path, name, options);
    else if (!isReadable(extname(file).toLowerCase()))
      yield { name, problem: unsupported(name, extname(file).toLowerCase()).problem };
    else if (stat.size > READ_LIMITS.fileBytes) yield { name, problem: tooLarge(name).problem };
    else yield { name, path };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    yield {
      name,
      problem: missing
        ? refuse("file-not-found", name, "không tìm thấy", "Đường dẫn không tồn tại.", "Kiểm tra lại đường dẫn.")
            .problem
        : refuse(
            "file-not-readable",
            name,
            "không mở được",
            "Hệ điều hành từ chối.",
            "Kiểm tra quyền đọc rồi chạy lại.",
          ).problem,
    };
  }
}

async function* listFolder(path: string, name: string, depth: number, options: ListOptions): AsyncGenerator<InputFile> {
  if (depth >= DEEPEST_FOLDER) {
    yield {
      name,
      problem: refuse(
        "folder-too-deep",
        name,
        `thư mục sâu hơn ${DEEPEST_FOLDER} cấp`,
        "Giới hạn độ sâu.",
        "Chuyển tệp ra thư mục nông hơn.",
      ).problem,
    };
    return;
  }
  // Plain code unit order: the same on every machine, whatever its language.
  const names = (await readdir(path)).sort();
  for (const child of names) yield* listPath(join(path, child), join(name, child), false, depth + 1, options);
}

const linkProblem = (name: string): Problem =>
  refuse(
    "link-not-followed",
    name,
    "là liên kết tượng trưng",
    "Liên kết không được mở theo, để không đọc tệp ngoài thư mục đã chọn.",
    "Chép tệp thật vào thư mục.",
  ).problem;
