import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { StatusPeriod } from "../../src/domain/status.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";

const corpus = (folder: string): string => fileURLToPath(new URL(`../../corpus/documents/${folder}`, import.meta.url));
const FOLDERS = ["trung-uong", "ubnd-tinh-an-son", "ubnd-tinh-khe-giang", "ubnd-tinh-an-khe", "hdnd-tinh-an-khe"];

async function indexInOrder(
  orders: readonly (readonly string[])[],
): Promise<{ store: Store; periods: readonly StatusPeriod[] }> {
  const store = await openStore(":memory:");
  for (const folders of orders) await indexPaths({ store, paths: folders.map(corpus), parsers: 2, now: 0 });
  const periods = [...(await store.statuses.all())].sort((a, b) =>
    `${a.work} ${a.from ?? ""}`.localeCompare(`${b.work} ${b.from ?? ""}`),
  );
  return { store, periods };
}

describe("an import", () => {
  it("leaves the same statuses and links in one go, one folder after another, and backwards", async () => {
    const whole = await indexInOrder([FOLDERS]);
    const steps = await indexInOrder(FOLDERS.map((f) => [f]));
    const backwards = await indexInOrder([...FOLDERS].reverse().map((f) => [f]));
    expect(whole.periods.filter((p) => p.because.length > 0).length).toBeGreaterThan(30);
    expect(steps.periods).toEqual(whole.periods);
    expect(backwards.periods).toEqual(whole.periods);
    expect(await steps.store.links.counts()).toEqual(await whole.store.links.counts());
    expect(await backwards.store.links.counts()).toEqual(await whole.store.links.counts());
  }, 120_000);

  it("that broke off before it linked what it stored is finished by the next run", async () => {
    const whole = await indexInOrder([["ubnd-tinh-an-son"]]);
    const store = await openStore(":memory:");
    const { replace } = store.links;
    Object.assign(store.links, {
      replace: () => {
        throw new Error("power cut");
      },
    });
    const paths = [corpus("ubnd-tinh-an-son")];
    await expect(indexPaths({ store, paths, parsers: 2, now: 0 })).rejects.toThrow("power cut");
    Object.assign(store.links, { replace });
    const second = await indexPaths({ store, paths, parsers: 2, now: 0 });
    expect(second.imported).toBe(0);
    expect(second.citations).toEqual(await whole.store.links.counts());
    expect(await store.statuses.counts("2026-11-26")).toEqual(await whole.store.statuses.counts("2026-11-26"));
  }, 120_000);
});
