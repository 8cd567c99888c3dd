import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { effectsKnownAt } from "../../src/timeline/known-as-of.ts";
import { addEffect, type AddEffect, decideEffect, type Decision } from "../../src/use-cases/decide-effect.ts";
import { LOCAL_PERSON } from "../../src/domain/account.ts";
import { relinkWorks } from "../../src/use-cases/relink-works.ts";
import { viewAttentionList, viewSettled } from "../../src/use-cases/view-attention.ts";
import { viewEffect } from "../../src/use-cases/view-effect.ts";
import { aDecision, bringIn } from "./place.ts";

let store: Store;
let old = "";
let ender = "";
beforeEach(async () => {
  store = await openStore(":memory:");
  const entries = await bringIn(store, { text: aDecision() }, { text: aDecision(ENDER) });
  [old, ender] = entries.map((e) => e.work ?? "") as [string, string];
}, 60_000);
afterEach(() => store.close());

/** Ends the other decision on the first day of a law that nobody has. */
const WAITS =
  "Quyết định số 31/2025/QĐ-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh An Khê hết hiệu lực kể từ ngày Luật Bến bãi sông nước có hiệu lực thi hành.";
const ENDER = {
  symbol: "44/2025/QĐ-UBND",
  day: "2025-11-10",
  effective: "20 tháng 11 năm 2025",
  title: "Ban hành Quy định quản lý đường thủy nội địa trên địa bàn tỉnh",
  more: `Điều 9. Quy định chuyển tiếp\n${WAITS}\n`,
};

const waiting = async (): Promise<Effect> => {
  const found = (await store.effects.on(old)).find((e) => e.source === ender);
  if (!found) throw new Error("no effect");
  return found;
};
const status = async (day: string): Promise<string> => {
  const period = await store.statuses.on(old, day);
  return `${period?.status} ${period?.since}`;
};
const decide = async (decision: Decision, why = "Luật được thông qua ngày 20/01/2026", now = 50) =>
  decideEffect({ store, source: ender, key: (await waiting()).id, decision, why, by: LOCAL_PERSON, now });
const DATED: Decision = { kind: "date", from: "2026-03-01", lastDay: null };
const undated = async () =>
  (await viewAttentionList(store, "2026-11-26", "undated", {})).list.rows.flatMap((row) =>
    row.of === "effect" ? [row.effect] : [],
  );
const ALIVE = "in-force 2025-09-20";

describe("an effect whose day nobody knows", () => {
  it("waits in the worklist with its words and its reason", async () => {
    const [row] = await undated();
    expect(row).toMatchObject({ target: old, source: ender, action: "expire", from: null, applied: false });
    expect(row?.evidence.quote).toContain("hết hiệu lực kể từ ngày Luật Bến bãi sông nước");
    expect(row?.whyNot).toContain("sự kiện");
    expect(await status("2026-11-26")).toBe(ALIVE);
  });

  it("is dated by a person, with who, when and why, beside what the machine computed", async () => {
    expect(await decide(DATED)).toMatchObject({ ok: true });
    expect(await status("2026-02-28")).toBe(ALIVE);
    expect(await status("2026-03-01")).toBe("ceased 2026-03-01");
    const period = await store.statuses.on(old, "2026-03-01");
    expect(period?.because[0]?.says).toContain(`${LOCAL_PERSON} xác định ngày 01/01/1970: Luật được thông qua`);
    expect((await waiting()).byHand).toEqual({
      kind: "date",
      by: LOCAL_PERSON,
      at: 50,
      why: "Luật được thông qua ngày 20/01/2026",
      computed: expect.objectContaining({ from: null, applied: false }),
    });
    expect((await undated()).some((e) => e.source === ender)).toBe(false);
    expect((await viewSettled(store)).effects).toMatchObject([
      { decision: { kind: "date", from: "2026-03-01" }, effect: { applied: true } },
    ]);
  });

  it("stays dated when everything is computed anew, and when its text comes in a new version", async () => {
    await decide(DATED);
    await relinkWorks(store, new Set([old, ender]));
    expect(await status("2026-03-01")).toBe("ceased 2026-03-01");
    const [entry] = await bringIn(store, { text: aDecision({ ...ENDER, width: 9 }) });
    expect(entry).toMatchObject({ outcome: "new-version", work: ender });
    expect(await status("2026-03-01")).toBe("ceased 2026-03-01");
  });

  it("is shown, not lost, when a new version no longer has it", async () => {
    await decide(DATED);
    await bringIn(store, {
      text: aDecision({ ...ENDER, more: "Điều 9. Quy định khác\nBãi đỗ xe mở cửa hằng ngày.\n" }),
    });
    expect(await status("2026-03-01")).toBe(ALIVE);
    expect((await viewSettled(store)).effects).toMatchObject([{ decision: { kind: "date" }, effect: null }]);
  });

  it("is undone, and every decision is kept", async () => {
    await decide(DATED);
    await decide({ ...DATED, from: "2026-04-01" }, "Ghi nhầm ngày", 60);
    expect(await status("2026-03-15")).toBe(ALIVE);
    expect(await decide({ kind: "undo" }, "", 70)).toMatchObject({ ok: true });
    expect(await status("2026-11-26")).toBe(ALIVE);
    expect(await decide({ kind: "undo" }, "", 80)).toEqual({ ok: false, reason: "nothing-to-undo" });
    const view = await viewEffect(store, ender, (await waiting()).id);
    expect(view?.history.map((d) => `${d.kind} ${d.from} ${d.at}`)).toEqual([
      "date 2026-03-01 50",
      "date 2026-04-01 60",
      "undo null 70",
    ]);
    expect(view?.effect.byHand).toBeUndefined();
  });

  it("is not decided without a reason, on no day of the calendar, or when there is none", async () => {
    expect(await decide(DATED, "  ")).toEqual({ ok: false, reason: "no-why" });
    expect(await decide({ ...DATED, from: "2026-02-30" })).toEqual({ ok: false, reason: "bad-day" });
    expect(await decide({ ...DATED, lastDay: "2026-02-01" })).toEqual({ ok: false, reason: "bad-day" });
    const nobody = { store, source: ender, key: "none", decision: DATED, why: "x", by: "x", now: 1 };
    expect(await decideEffect(nobody)).toEqual({ ok: false, reason: "no-effect" });
    expect(await store.effects.byHand()).toEqual([]);
  });
});

describe("an effect that did not happen", () => {
  it("is rejected and counts no more, with the reason", async () => {
    const own = (await store.effects.on(old)).find((e) => e.action === "commence");
    const given = { store, source: old, key: own?.id ?? "", why: "Ngày in sai", by: LOCAL_PERSON, now: 9 };
    expect(
      await decideEffect({ ...given, decision: { kind: "date", from: "2025-10-01", lastDay: null } }),
    ).toMatchObject({
      ok: true,
    });
    expect(await status("2025-09-25")).toBe("not-yet-in-force 2025-10-01");
    await decideEffect({ ...given, decision: { kind: "reject" } });
    expect((await store.effects.on(old)).find((e) => e.id === own?.id)).toMatchObject({
      applied: false,
      whyNot: `${LOCAL_PERSON} bác bỏ: Ngày in sai`,
    });
    await decideEffect({ ...given, decision: { kind: "undo" } });
    expect(await status("2025-09-25")).toBe(ALIVE);
  });
});

describe("an effect nobody has seen", () => {
  const add = (more: Partial<AddEffect> = {}) =>
    addEffect({
      store,
      target: old,
      action: "repeal-document",
      unit: null,
      sourceSymbol: "569/QĐ-UBND",
      sourceDay: "2026-02-10",
      from: "2026-02-10",
      lastDay: null,
      quote: "Bãi bỏ Quyết định số 31/2025/QĐ-UBND",
      why: "Bản giấy lưu tại Sở",
      by: LOCAL_PERSON,
      now: 5,
      ...more,
    });
  it("is added with its words and lives through every later computation", async () => {
    expect(await add()).toMatchObject({ ok: true });
    expect(await status("2026-02-10")).toBe("ceased 2026-02-10");
    await relinkWorks(store, new Set([old, ender]));
    expect(await status("2026-02-10")).toBe("ceased 2026-02-10");
    const [proof] = (await store.statuses.on(old, "2026-02-10"))?.because ?? [];
    expect(proof).toMatchObject({
      symbol: "569/QĐ-UBND",
      quote: "Bãi bỏ Quyết định số 31/2025/QĐ-UBND",
      rule: "repealed",
    });
  });
  it("is dated anew and taken back like any other", async () => {
    const done = await add();
    const [decision] = await store.effects.byHand();
    const key = done.ok ? done.key : "";
    const given = { store, source: decision?.source ?? "", key, by: LOCAL_PERSON, now: 6 };
    await decideEffect({ ...given, why: "Sửa ngày", decision: { kind: "date", from: "2026-05-01", lastDay: null } });
    expect(await status("2026-05-01")).toBe("ceased 2026-05-01");
    await decideEffect({ ...given, why: "", decision: { kind: "undo" } });
    expect(await status("2026-11-26")).toBe(ALIVE);
  });
  it("may be about a unit, as a person writes it", async () => {
    expect(await add({ action: "repeal", unit: "khoản 1 Điều 1" })).toMatchObject({ ok: true });
    expect((await store.statuses.on(old, "2026-02-10"))?.units).toMatchObject([
      { eId: "art_1__cl_1", status: "repealed" },
    ]);
    expect(await add({ unit: "khoản 7 Điều 99" })).toEqual({ ok: false, reason: "no-unit" });
  });
  it("must quote words that stand in the document, where its text is here", async () => {
    const here = { sourceSymbol: ENDER.symbol, sourceDay: ENDER.day };
    expect(await add({ ...here, quote: "Những lời không ai viết" })).toEqual({ ok: false, reason: "quote-not-there" });
    expect(await add({ ...here, quote: WAITS })).toMatchObject({ ok: true });
    const proof = (await store.statuses.on(old, "2026-02-10"))?.because[0];
    const text = (await store.documents.current(ender))?.document.text;
    expect(text?.slice(proof?.span?.start, proof?.span?.end)).toBe(WAITS);
  });
});

describe("what was known when", () => {
  it("is kept: an effect has the moment it came into the index, and keeps it", async () => {
    const before = await waiting();
    expect(before.recordedAt).toBe(7);
    await relinkWorks(store, new Set([ender]));
    expect((await waiting()).recordedAt).toBe(7);
    await decide(DATED);
    const all = await store.effects.all();
    const decisions = await store.effects.byHand();
    const then = (moment: number) => effectsKnownAt(all, decisions, moment).find((e) => e.id === before.id);
    expect(then(6)).toBeUndefined();
    expect(then(49)).toMatchObject({ applied: false, from: null });
    expect(then(50)).toMatchObject({ applied: true, from: "2026-03-01" });
  });
});
