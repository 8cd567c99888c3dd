import { type Role, type Unit, WHOLE_SCOPE } from "../../src/domain/account.ts";
import { createApp } from "../../src/server/app.ts";
import { LOCAL_DOOR, type Door } from "../../src/server/door.ts";
import type { PageLimits } from "../../src/server/site.ts";
import type { Store } from "../../src/store/store.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { hashPassword } from "../../src/use-cases/passwords.ts";
import { beginSession } from "../../src/use-cases/sessions.ts";
import { aUnit, anAccount } from "../store/conformance-accounts.ts";
import { SAMPLE_RULES, sampleStore, TODAY } from "./sample-store.ts";

export const PASSWORD = "rêu đá lội suối mùa cạn";

/** One signed-in browser. */
export interface Browser {
  readonly cookie: string;
  get(path: string): Promise<Response>;
  /** Sends a form as a page of this browser would. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
}

/** The app on the sample collection with accounts: one person of each role in a unit of their own, and one elsewhere. */
export async function accountsSite(given: { readonly door?: Partial<Door>; readonly limits?: PageLimits } = {}) {
  const store = await sampleStore();
  const errors: unknown[] = [];
  const app = createApp({
    store,
    rules: SAMPLE_RULES,
    today: () => TODAY,
    version: "0.0.0-test",
    onError: (error) => errors.push(error),
    drafts: openDraftDesk({ store, rules: [], now: () => Date.now() }),
    apiLimits: { reads: 1_000_000, writes: 1_000_000 },
    pageLimits: given.limits ?? { search: 1_000_000, upload: 1_000_000, "sign-in": 1_000_000 },
    door: { ...LOCAL_DOOR, ...given.door },
  });
  const browser = (secret: string | null): Browser => browserOf(app, secret);
  return { store, app, errors, browser, signedIn: (id: string) => signedIn(store, browser, id) };
}

const origin = "http://localhost";

function browserOf(app: ReturnType<typeof createApp>, secret: string | null): Browser {
  const cookie = secret === null ? "" : `session=${secret}`;
  const get = async (path: string): Promise<Response> => app.request(origin + path, { headers: { cookie } });
  return {
    cookie,
    get,
    async post(path, fields = {}) {
      // any page with a form carries the token of this browser
      const page = await app.request(`${origin}/help`, { headers: { cookie } });
      const token = /name="token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
      return app.request(origin + path, {
        method: "POST",
        headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ token, ...fields }).toString(),
      });
    },
  };
}

async function signedIn(store: Store, browser: (secret: string) => Browser, id: string): Promise<Browser> {
  const account = await store.accounts.account(id);
  if (account === null) throw new Error(`no account ${id}`);
  return browser(await beginSession(store, account, { agent: "thử", address: "local" }, Date.now()));
}

/** A unit whose scope holds everything, one that holds only a field no sample document is filed under. */
export async function addPeople(store: Store): Promise<void> {
  const own: Unit = aUnit("own", { name: "Sở Tư pháp", scope: WHOLE_SCOPE });
  const other: Unit = aUnit("other", { name: "Sở Y tế", scope: { ...WHOLE_SCOPE, fields: ["43"] } });
  await store.accounts.addUnit(own);
  await store.accounts.addUnit(other);
  const passwordHash = await hashPassword(PASSWORD);
  for (const role of ["viewer", "drafter", "reviewer", "approver", "admin"] satisfies Role[])
    for (const unit of ["own", "other"])
      await store.accounts.addAccount(
        anAccount(`${role}-${unit}`, { role, unit, passwordHash, name: `${role} ${unit}` }),
      );
}
