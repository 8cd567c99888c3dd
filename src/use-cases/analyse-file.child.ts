import type { SourceText } from "../read/source-text.ts";
import { type Analysis, analyseFile, analyseText } from "./analyse-file.ts";

/** A file to read, or a text already read (by OCR, which is no work for a child with seconds to live). */
type Order = { readonly name: string } & ({ readonly path: string } | { readonly source: SourceText });

/** Entry of the parsing child process: one message in, one analysis out. Holds no database and no network. */
process.on("message", async ({ id, message }: { id: number; message: Order }) => {
  const answer: Analysis =
    "source" in message ? analyseText(message.source, message.name) : await analyseFile(message.path, message.name);
  process.send?.({ id, result: answer });
});
