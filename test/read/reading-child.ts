import { serveChild } from "../../src/read/child-serve.ts";
import { readFile } from "../../src/read/read-file.ts";

/** A child that reads files, as the importing one does. */
serveChild(async (path: string) => {
  const outcome = await readFile(path);
  return outcome.ok ? { code: "ok", length: outcome.source.text.length } : { code: outcome.problem.code, length: 0 };
});
