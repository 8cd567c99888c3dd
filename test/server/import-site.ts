import { readdirSync } from "node:fs";
import { createApp } from "../../src/server/app.ts";
import type { UploadLimits } from "../../src/server/receive-form.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { type ImportDesk, openImportDesk } from "../../src/use-cases/import-desk.ts";
import type { RuleEntry } from "../../src/use-cases/view-rules.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { TODAY } from "./sample-store.ts";

export const HOME = "http://localhost:3000";

export interface ImportSite {
  readonly app: ReturnType<typeof createApp>;
  readonly store: Store;
  readonly desk: ImportDesk;
  readonly errors: readonly unknown[];
  /** Names of what lies in the folder for uploads. */
  left(): readonly string[];
  close(): Promise<void>;
}

/** The app with desks that take files in and check drafts, on an empty index (or the one given). */
export async function importSite(
  given: { store?: Store; limits?: UploadLimits; rules?: readonly RuleEntry[] } = {},
): Promise<ImportSite> {
  const store = given.store ?? (await openStore(":memory:"));
  const folder = temporaryFolder();
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const today = (): string => TODAY;
  const desk = await openImportDesk({ store, rules: [], parsers: 1, now: () => Date.now(), today, onError });
  const imports = { desk, folder, limits: given.limits };
  const drafts = openDraftDesk({ store, rules: [], now: () => Date.now() });
  return {
    app: createApp({ store, rules: given.rules ?? [], today, version: "0.0.0-test", onError, imports, drafts }),
    store,
    desk,
    errors,
    left: () => readdirSync(folder),
    async close() {
      await desk.close();
      if (given.store === undefined) await store.close();
    },
  };
}

/** A browser's session: its cookie and the token of a page's form. */
export async function openForm({ app }: Pick<ImportSite, "app">, path: string) {
  const page = await app.request(HOME + path);
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  const token = /name="token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  return { token, headers: { cookie, origin: HOME, "sec-fetch-site": "same-origin" } };
}

/** Posts a form as a browser would: the token first, then the rest. */
export async function post(
  site: Pick<ImportSite, "app">,
  page: string,
  fields: readonly (readonly [name: string, value: string | File])[],
  to = page,
): Promise<Response> {
  const { token, headers } = await openForm(site, page);
  const body = new FormData();
  body.append("token", token);
  for (const [name, value] of fields) body.append(name, value);
  return site.app.request(HOME + to, { method: "POST", headers, body });
}

export const textFile = (name: string, text: string): readonly ["files", File] => ["files", new File([text], name)];
