import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatusPeriod } from "../../src/domain/status.ts";
import { loadCentralRegister } from "../../src/resolve/central-register.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { addEffect, decideEffect } from "../../src/use-cases/decide-effect.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { recomputeAll } from "../../src/use-cases/relink-works.ts";
import { type ADecision, aDecision, bringIn } from "./place.ts";

const periodsIn = async (store: Store): Promise<readonly StatusPeriod[]> =>
  [...(await store.statuses.all())].sort((a, b) =>
    `${a.work} ${a.from ?? ""}`.localeCompare(`${b.work} ${b.from ?? ""}`),
  );

/** What the last import left must be what a computation of everything gives. */
async function isWhole(store: Store): Promise<void> {
  const left = await periodsIn(store);
  await recomputeAll(store);
  expect(left).toEqual(await periodsIn(store));
}

/** Order that looks like chance and is the same every time. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const keyed = items.map((item) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return [state, item] as const;
  });
  return keyed.sort((a, b) => a[0] - b[0]).map(([, item]) => item);
}

describe("after every import the index is as if all had been computed anew", () => {
  const folder = fileURLToPath(new URL("../../corpus/documents", import.meta.url));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

  it("for the sample law, in an order of chance", async () => {
    const store = await openStore(":memory:");
    const order = shuffled(files, 20_261_126);
    for (let at = 0; at < order.length; at += 13) {
      await indexPaths({ store, paths: order.slice(at, at + 13), parsers: 2, now: 0 });
      await isWhole(store);
    }
    await store.close();
  }, 300_000);
});

/** A few decisions of one committee that do things to each other. */
interface Deed {
  readonly by: number;
  readonly on: number;
  readonly what: keyof typeof WORDS;
}

const WORDS = {
  repeal: (name: string) => `Bãi bỏ toàn bộ ${name}.`,
  replace: (name: string) => `Quyết định này thay thế ${name}.`,
  amend: (name: string) => `Sửa đổi khoản 1 Điều 1 ${name} như sau:\n“1. Mặt đường xã rộng ít nhất 7 mét.”`,
  repealUnit: (name: string) => `Bãi bỏ khoản 2 Điều 1 ${name}.`,
  suspend: (name: string) =>
    `Tạm ngưng hiệu lực toàn bộ ${name} từ ngày 01 tháng 6 năm 2026 đến hết ngày 30 tháng 9 năm 2026.`,
  extend: (name: string) => `${name} tiếp tục có hiệu lực đến hết ngày 31 tháng 12 năm 2027.`,
} as const;

const N = 5;
const dayOf = (n: number): string =>
  `2025-${String(8 + Math.floor(n / 2)).padStart(2, "0")}-${n % 2 === 0 ? "04" : "18"}`;
const written = (day: string): string => {
  const [y, m, d] = day.split("-");
  return `${d} tháng ${m} năm ${y}`;
};
const symbolOf = (n: number): string => `${31 + n}/2025/QĐ-UBND`;
const nameOf = (n: number): string =>
  `Quyết định số ${symbolOf(n)} ngày ${written(dayOf(n))} của Ủy ban nhân dân tỉnh An Khê`;

function decision(n: number, deeds: readonly Deed[]): ADecision {
  const own = deeds.filter((d) => d.by === n && d.on !== n);
  const more = own.map((d, i) => `Điều ${10 + i}. Quy định khác\n${WORDS[d.what](nameOf(d.on))}\n`).join("");
  return { symbol: symbolOf(n), day: dayOf(n), effective: written(`2025-12-${10 + n}`), title: TITLES[n], more };
}

const TITLES = ["chợ", "bến đò", "cây xanh", "bãi đỗ xe", "kênh mương"].map(
  (what) => `Ban hành Quy định quản lý ${what} trên địa bàn tỉnh`,
);

/** An index that need not be filled with the register first. */
async function emptyIndex(): Promise<Store> {
  const store = await openStore(":memory:");
  await store.settings.set("register", loadCentralRegister().version);
  return store;
}

describe("for decisions that do things to each other", () => {
  const deeds = fc.uniqueArray(
    fc.record({
      by: fc.integer({ min: 0, max: N - 1 }),
      on: fc.integer({ min: 0, max: N - 1 }),
      what: fc.constantFrom(...(Object.keys(WORDS) as (keyof typeof WORDS)[])),
    }),
    { maxLength: 6, selector: (d) => `${d.by} ${d.on} ${d.what}` },
  );
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: N, maxLength: N });

  it("an act that turns out to have ended before its clause came to work did nothing", async () => {
    // 0 ends 1 on the tenth, 1 would have ended 2 on the eleventh
    const given: readonly Deed[] = [
      { by: 0, on: 1, what: "repeal" },
      { by: 1, on: 2, what: "repeal" },
    ];
    const store = await emptyIndex();
    const statusOf = async (n: number): Promise<string | undefined> => {
      const [work] = await store.works.bySymbol(symbolOf(n));
      return (await store.statuses.on(work?.id ?? "", "2026-11-26"))?.status;
    };
    await bringIn(store, { text: aDecision(decision(2, given)) });
    await bringIn(store, { text: aDecision(decision(1, given)) });
    expect(await statusOf(2)).toBe("ceased");
    await bringIn(store, { text: aDecision(decision(0, given)) });
    expect([await statusOf(1), await statusOf(2)]).toEqual(["ceased", "in-force"]);
    await isWhole(store);
    await store.close();
  }, 60_000);

  it("so does one that a person ends, and taking that back brings it all back", async () => {
    const given: readonly Deed[] = [{ by: 1, on: 2, what: "repeal" }];
    const store = await emptyIndex();
    for (const n of [1, 2]) await bringIn(store, { text: aDecision(decision(n, given)) });
    const [[act], [target]] = [await store.works.bySymbol(symbolOf(1)), await store.works.bySymbol(symbolOf(2))];
    const status = async () => (await store.statuses.on(target?.id ?? "", "2026-11-26"))?.status;
    expect(await status()).toBe("ceased");
    const said = { sourceSymbol: null, sourceDay: null, unit: null, lastDay: null, quote: "", by: "x", now: 1 };
    const done = await addEffect({
      ...{ ...said, store, target: act?.id ?? "", action: "repeal-document", from: "2025-12-05", why: "Thu hồi" },
    });
    expect(await status()).toBe("in-force");
    await isWhole(store);
    const back = { store, source: act?.id ?? "", key: done.ok ? done.key : "", why: "", by: "x", now: 2 };
    await decideEffect({ ...back, decision: { kind: "undo" } });
    expect(await status()).toBe("ceased");
    await isWhole(store);
    await store.close();
  }, 60_000);

  it("the order of import does not matter, and nothing is left behind", async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(deeds, order, async (given, ids) => {
        const [one, other] = [await emptyIndex(), await emptyIndex()];
        for (const n of ids) {
          await bringIn(one, { text: aDecision(decision(n, given)) });
          await isWhole(one);
        }
        await bringIn(other, ...[...ids].reverse().map((n) => ({ text: aDecision(decision(n, given)) })));
        expect(await periodsIn(one)).toEqual(await periodsIn(other));
        changed += (await one.effects.all()).filter((e) => e.applied && e.source !== e.target).length;
        await one.close();
        await other.close();
      }),
      { numRuns: 12, seed: 26 },
    );
    // the words are understood, or nothing was tested
    expect(changed).toBeGreaterThan(15);
  }, 300_000);
});
