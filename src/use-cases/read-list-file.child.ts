import { serveChild } from "../read/child-serve.ts";
import { type ListFileRead, readListFile } from "./read-list-file.ts";

/** Entry of the child process that reads a published list. Holds no database and no network. */
serveChild<{ readonly path: string; readonly name: string }, ListFileRead>(({ path, name }) =>
  readListFile(path, name),
);
