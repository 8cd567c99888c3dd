import { expect } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { SAMPLE_RULES, sampleStore, TODAY } from "./sample-store.ts";

/** The app on the sample collection; errors are collected, so that a test can see that there were none. */
export async function sampleApp() {
  const store = await sampleStore();
  const errors: unknown[] = [];
  const app = createApp({
    store,
    rules: SAMPLE_RULES,
    today: () => TODAY,
    version: "0.0.0-test",
    onError: (error) => errors.push(error),
    // a test calls more often than a program
    apiLimits: { reads: 1_000_000, writes: 1_000_000 },
  });
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(`http://localhost${path}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { app, store, errors, get };
}

/** Every page a person can reach, with the states that matter. */
export const PATHS = [
  "/",
  "/attention",
  "/attention/settled",
  "/attention/unresolved",
  "/attention/unresolved?body=none",
  "/attention/undated",
  "/attention/refused",
  "/attention/citations/w17?key=name%3Ah%C6%B0%E1%BB%9Bng+d%E1%BA%ABn+li%C3%AAn+ng%C3%A0nh+s%E1%BB%91+45&q=742",
  "/?all=body",
  "/?on=2027-02-10",
  "/due",
  "/due?on=2027-04-01",
  "/news",
  "/news?since=0",
  "/reports",
  "/reports?form=03&bodies=all",
  "/reports?form=02&from=2026-01-01&to=31/12/2026&scope=an+khe",
  "/reports?from=31/02/2026",
  "/reports/published",
  "/reports/freeze?form=02&with=03&from=2025-01-01&to=2026-12-31&bodies=all",
  "/reports?form=04",
  "/reports?form=05&organ=ubnd&organ=hdnd&published=31/12/2025&title=Danh+m%E1%BB%A5c",
  "/reports?form=01&regime=nd-34-2016&from=01/01/2023&to=31/12/2023&published=x",
  "/documents/w17/effects/new",
  "/documents",
  "/documents?status=partly-ceased&type=quyet-dinh",
  "/documents?q=khong+co+gi",
  "/documents?type=quyet-dinh&type=nghi-dinh&year=2025&sort=title&col=field&col=level&col=quality&rows=25",
  "/documents?field=unfiled&territory=unfiled&from=2000&to=2026&findings=yes",
  "/documents/values?facet=body",
  "/documents/values?facet=year&find=20&year=2025&type=quyet-dinh",
  "/documents/values?facet=body&find=khong-co",
  "/documents/w17",
  "/documents/w17?tab=effects",
  "/documents/w17?tab=norms",
  "/documents/w17?tab=norms&kind=obligation&unit=att_1__art_3",
  "/documents/w17?tab=relations",
  "/documents/w17?tab=review",
  "/documents/w17?tab=properties",
  "/documents/w718?tab=properties",
  "/documents/w718",
  "/documents/w66",
  "/documents/w17?on=2025-12-31",
  "/documents/w17?text=issued",
  "/documents/w17?cite=att_1__art_6__cl_1",
  "/documents/w17?on=2025-12-31&cite=att_1__art_6a",
  "/documents/w17?cite=document",
  "/compare",
  "/compare?left=w17@&right=w17@2026-06-30",
  "/compare?left=w17@2026-06-30&right=w742@&show=all",
  "/compare?left=9/2099/QĐ-UBND@31/02/2026&right=w718@",
  "/graph",
  "/graph?q=khong-co-so-nay",
  "/graph?work=w17",
  "/graph?work=w17&depth=2&on=2026-03-01",
  "/graph?work=w17&kind=repeals",
  "/search",
  "/search?q=ben+khach",
  "/search?q=khongcotunaynhuvay",
  "/search?q=17/2025/QĐ-UBND",
  "/search?q=khoản+2+điều+5+17/2025/QĐ-UBND",
  "/search?q=ben&type=quyet-dinh&applied=1&from=2020",
  "/search?q=ben&document=w17",
  "/search?q=ben&part=titles",
  "/search?q=quarn+lys",
  "/search?q=ben&type=luat",
  "/findings",
  "/findings?severity=critical",
  "/findings?by=rule&state=open&level=unknown",
  "/findings?by=document",
  "/findings?assigned=me&due=over",
  "/findings/f-conflict",
  "/findings/f-conflict?by=rule",
  "/findings/bulk?all=yes",
  "/findings/bulk?pick=f-ended&pick=f-hostile&by=rule",
  "/findings/bulk",
  "/findings/f-ended",
  "/findings/f-hostile",
  "/findings?state=dismissed",
  "/findings/f-conflict/suppress?reach=issuer",
  "/drafts",
  "/impact",
  "/impact?work=w17",
  "/impact?work=w17&ground=1",
  "/impact?symbol=khong-co",
  "/admin",
  "/reviews",
  "/reviews?verdict=dismissed&period=7",
  "/reviews/documents",
  "/handling",
  "/handling?state=contradicted&sort=unit",
  "/handling?q=khong-co-viec-nao",
  "/handling/h-late",
  "/handling/h-other?saved=yes",
  "/handling/h-written",
  "/handling/new",
  "/handling/bulk?pick=h-late&pick=h-new&due=31/12/2026",
  "/handling/bulk",
  "/rules",
  "/rules?maturity=trial",
  "/rules?group=term",
  "/rules/sample-rule",
  "/admin/tokens",
  "/help",
  "/help/reviewer",
  "/help/drafter",
  "/help/reporter",
  "/api",
  "/admin/audit",
  "/notifications",
  "/admin/accounts",
  "/admin/units",
  "/admin/units/new",
  "/me",
  "/first-account",
  "/patterns",
] as const;

/** Like `toContain`, without printing a whole page when it fails. */
export const says = (text: string, words: string | RegExp): void =>
  expect(holds(text, words), `should say ${words}`).toBe(true);
export const lacks = (text: string, words: string | RegExp): void =>
  expect(holds(text, words), `should not say ${words}`).toBe(false);

const holds = (text: string, words: string | RegExp): boolean =>
  typeof words === "string" ? text.includes(words) : words.test(text);
