import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("./artefacts", import.meta.url));

/** A folder below `test/browser/artefacts` (not kept in Git) for the pictures of this run. */
export function artefacts(name: string): string {
  const folder = join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
