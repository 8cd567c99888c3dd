import type { TokenScope } from "../../src/domain/api-token.ts";
import { createToken } from "../../src/use-cases/api-tokens.ts";
import { sampleApp } from "./app.ts";
import { TODAY } from "./sample-store.ts";
import { ALONE } from "../../src/domain/account.ts";

/** The sample app with keys to its API, and a way to call it. */
export async function apiSite() {
  const site = await sampleApp();
  const key = async (name: string, scope: TokenScope): Promise<string> => {
    const made = await createToken({
      store: site.store,
      name,
      scope,
      lastDay: null,
      today: TODAY,
      person: ALONE,
      now: Date.now(),
    });
    if (!made.ok) throw new Error(made.why);
    return made.secret;
  };
  const keys = { read: await key("Cổng đọc", "read"), decide: await key("Máy rà soát", "decide") };
  return { ...site, keys, call: caller(site.app) };
}

export type ApiSite = Awaited<ReturnType<typeof apiSite>>;

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked against their own shapes
  readonly json: any;
}

type App = Awaited<ReturnType<typeof sampleApp>>["app"];

const caller =
  (app: App) =>
  async (
    path: string,
    sent: { method?: string; key?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Called> => {
    const response = await app.request(`http://localhost/api/v1${path}`, {
      method: sent.method ?? (sent.body === undefined ? "GET" : "POST"),
      headers: {
        ...(sent.key === undefined ? {} : { Authorization: `Bearer ${sent.key}` }),
        ...(sent.body === undefined ? {} : { "Content-Type": "application/json" }),
        ...sent.headers,
      },
      body: sent.body === undefined ? undefined : JSON.stringify(sent.body),
    });
    const text = await response.text();
    const json = /json/u.test(response.headers.get("content-type") ?? "") && text !== "" ? JSON.parse(text) : null;
    return { status: response.status, headers: response.headers, text, json };
  };
