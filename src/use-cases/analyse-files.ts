import { createHash } from "node:crypto";
import { readFile as readBytes } from "node:fs/promises";
import type { Problem } from "../domain/problem.ts";
import { type ChildFailure, createChildPool } from "../read/child-pool.ts";
import { type InputFile, listInputs } from "../read/list-inputs.ts";
import { recogniseFile } from "../read/ocr.ts";
import type { Analysis } from "./analyse-file.ts";

export interface AnalysedFile {
  /** As shown to people: `ho-so.zip/quyet-dinh.docx`. */
  readonly name: string;
  /** The file as it came; null where there is nothing to read. */
  readonly bytes: Uint8Array | null;
  readonly analysis: Analysis;
}

export interface AnalyseOptions {
  readonly parsers: number;
  readonly signal?: AbortSignal;
  /** A file this says true to is not parsed (its bytes are known already). */
  readonly skip?: (sha256: string, name: string) => Promise<boolean>;
  /** What people call a file that lies under another name, made from its path (an upload in a private folder). */
  readonly nameOf?: (name: string) => string;
}

/** Walks files, folders and zips and analyses them in child processes, in order, a bounded number ahead of the reader. */
export async function* analyseFiles(paths: readonly string[], options: AnalyseOptions): AsyncGenerator<AnalysedFile> {
  const pool = createChildPool({ script: new URL("./analyse-file.child.ts", import.meta.url), size: options.parsers });
  const ahead = options.parsers * 4;
  const waiting: Promise<AnalysedFile | null>[] = [];
  try {
    for await (const input of listInputs([...paths])) {
      if (options.signal?.aborted) break;
      waiting.push(analyseInput(input));
      if (waiting.length >= ahead) {
        const done = await waiting.shift();
        if (done) yield done;
      }
    }
    for (const pending of waiting) {
      if (options.signal?.aborted) break;
      const done = await pending;
      if (done) yield done;
    }
  } finally {
    await pool.close();
    await Promise.allSettled(waiting);
  }

  async function analyseInput(given: InputFile): Promise<AnalysedFile | null> {
    const input = options.nameOf ? renamed(given, options.nameOf) : given;
    if ("problem" in input) return { name: input.name, bytes: null, analysis: { ok: false, problem: input.problem } };
    try {
      const bytes = await readBytes(input.path);
      if (await options.skip?.(createHash("sha256").update(bytes).digest("hex"), input.name)) return null;
      let answer = await pool.run<Analysis>({ path: input.path, name: input.name }, options.signal);
      if (!("reason" in answer) && !answer.ok && answer.problem.code === "needs-ocr") {
        // Recognising takes minutes and has its own processes and limits; only its text goes back to the parser.
        const read = await recogniseFile(bytes, input.name, options.signal);
        answer = read.ok ? await pool.run<Analysis>({ name: input.name, source: read.source }, options.signal) : read;
      }
      return {
        name: input.name,
        bytes,
        analysis: "reason" in answer ? { ok: false, problem: failure(answer) } : answer,
      };
    } catch (error) {
      return { name: input.name, bytes: null, analysis: { ok: false, problem: unreadable(error) } };
    } finally {
      await input.cleanup?.();
    }
  }
}

/** Problems name the file: there too stands what people call it. */
function renamed(input: InputFile, nameOf: (name: string) => string): InputFile {
  const name = nameOf(input.name);
  if (!("problem" in input)) return { ...input, name };
  return { name, problem: { ...input.problem, what: input.problem.what.replaceAll(input.name, name) } };
}

const failure = ({ reason, what, why, todo }: ChildFailure): Problem => ({
  code: `parser-${reason}`,
  what,
  why,
  todo,
  span: null,
});

/** A file that vanished, is locked, or may not be read by this user. */
const unreadable = (error: unknown): Problem => ({
  code: "file-unreadable",
  what: `Không mở được tệp (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
  todo: "Kiểm tra tệp còn ở đó và bạn có quyền đọc, rồi nhập lại.",
  span: null,
});
