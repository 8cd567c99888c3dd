import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** First 16 hex digits of the SHA-256: part of the address, so a changed file is a new address. */
  readonly hash: string;
}

const FOLDERS = ["styles", "behaviors", "public", "public/help"];
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
};

/** Everything below `web/` that a browser may fetch, read once at start. A file of another kind is not served. */
export function readStaticFiles(
  web = fileURLToPath(new URL("../../web", import.meta.url)),
): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(web, folder))) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      const bytes = readFileSync(join(web, folder, name));
      files.set(name, { bytes, type, hash: createHash("sha256").update(bytes).digest("hex").slice(0, 16) });
    }
  }
  return files;
}
