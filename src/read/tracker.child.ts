import { readFile } from "node:fs/promises";
import { serveChild } from "./child-serve.ts";
import { type ReadTracker, readTracker } from "./tracker.ts";

/** Entry of the child process that reads a tracker: a file that may be hostile is never opened where the database is. */
serveChild<{ readonly path: string; readonly name: string }, ReadTracker>(async ({ path, name }) =>
  readTracker(await readFile(path), name),
);
