import type { Browser } from "playwright-core";
import { serve, type Serving } from "../../src/server/serve.ts";
import { sampleApp } from "../server/app.ts";
import { openBrowser } from "./open-browser.ts";

/** The app on the sample collection, served, and a browser to look at it. */
export interface SampleSite {
  readonly site: Awaited<ReturnType<typeof sampleApp>>;
  readonly serving: Serving;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openSampleSite(): Promise<SampleSite> {
  const site = await sampleApp();
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  const { serving } = outcome;
  const browser = await openBrowser();
  return {
    site,
    serving,
    browser,
    async close() {
      await browser.close();
      await serving.close();
      await site.store.close();
    },
  };
}
