import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HandlingForm } from "../../src/domain/handling-form.ts";
import type { Handling } from "../../src/domain/handling.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { changeHandling } from "../../src/use-cases/change-handling.ts";
import { decideEffect } from "../../src/use-cases/decide-effect.ts";
import { followResults, MACHINE } from "../../src/use-cases/follow-results.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { startHandling } from "../../src/use-cases/start-handling.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { aDecision, bringIn } from "./place.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const OLD = "Quyết định số 31/2025/QĐ-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh An Khê";
/** The plan is of 1 November 2025. */
const PLANNED = Date.parse("2025-11-01T03:00:00Z");
const NOW = Date.parse("2026-01-10T03:00:00Z");
const NEW = {
  symbol: "44/2025/QĐ-UBND",
  day: "2025-11-10",
  effective: "20 tháng 11 năm 2025",
  title: "Quy định về quản lý bến thủy",
};
const CLAUSES = {
  replaces: `Quyết định này thay thế ${OLD}.`,
  abolishes: `Bãi bỏ toàn bộ ${OLD}.`,
  amends: `Sửa đổi khoản 1 Điều 2 ${OLD} như sau: “1. Đường xã rộng 5 mét.”`,
  partly: `Bãi bỏ Điều 3 của ${OLD}.`,
  suspends: `Tạm ngưng hiệu lực toàn bộ ${OLD} từ ngày 01 tháng 12 năm 2025 đến hết ngày 31 tháng 12 năm 2026.`,
  waits: `${OLD} hết hiệu lực kể từ ngày Luật Bến bãi sông nước có hiệu lực thi hành.`,
};

let store: Store;
let old = "";
beforeEach(async () => {
  store = await openStore(":memory:");
  const [entry] = await bringIn(store, { text: aDecision() });
  old = entry?.work ?? "";
});
afterEach(() => store.close());

const plan = (form: HandlingForm | null): Promise<Handling> =>
  startHandling({
    store,
    work: old,
    form,
    content: "",
    draftingUnit: "Sở Xây dựng",
    due: null,
    sheet: null,
    by: "Hà",
    now: PLANNED,
  });

async function issue(clause: keyof typeof CLAUSES, given: Partial<typeof NEW> = {}): Promise<string> {
  const text = aDecision({ ...NEW, ...given, more: `7. ${CLAUSES[clause]}\n` });
  const [entry] = await bringIn(store, { text });
  await followResults(store, new Set([old, entry?.work ?? ""]), NOW);
  return entry?.work ?? "";
}
const now = async ({ id }: Handling): Promise<Handling> => (await store.handlings.find(id)) as Handling;

describe("a document is imported that does what was planned", () => {
  it.each([
    ["replace", "replaces", "thay thế"],
    ["abolish", "abolishes", "bãi bỏ toàn bộ"],
    ["amend", "amends", "sửa đổi, bổ sung"],
    ["abolish-part", "partly", "bãi bỏ một phần"],
    ["suspend", "suspends", "tạm ngưng hiệu lực"],
    // undecided, and nothing is left to decide
    [null, "abolishes", "bãi bỏ toàn bộ"],
  ] as const)("%s: %s", async (form, clause, words) => {
    const open = await plan(form);
    const result = await issue(clause);
    const closed = await now(open);
    expect(closed).toMatchObject({ state: "done", result, body: { doneMonth: "2025-11" } });
    expect(closed.body.steps.issued).toMatchObject({ day: "2025-11-10", number: "44/2025/QĐ-UBND" });
    expect(closed.body.outcome).toContain("Khoản 7 Điều 1 Quyết định số 44/2025/QĐ-UBND ngày 10/11/2025");
    expect(closed.body.outcome).toContain(words);
    expect(closed.body.settledBy?.quotes[0]).toMatchObject({ work: result, eId: "art_1__cl_7" });
    expect(closed.body.settledBy?.quotes[0]?.quote).toContain("31/2025/QĐ-UBND");
    expect((await store.audit.list({ limit: 1 }))[0]).toMatchObject({
      by: MACHINE,
      action: "handling.close",
      subject: open.id,
    });
  });
});

describe("a document is imported that does something else", () => {
  it.each([
    ["replace", "amends"],
    ["abolish", "partly"],
    ["amend", "replaces"],
  ] as const)("%s was planned, the document %s", async (form, clause) => {
    const open = await plan(form);
    await issue(clause);
    expect(await now(open)).toMatchObject({ state: "contradicted" });
    expect((await now(open)).body.history.at(-1)?.what).toContain("Kết quả khác kế hoạch");
  });

  it("the named result handles another document", async () => {
    const open = await plan("replace");
    const other = CLAUSES.replaces.replaceAll("31/2025", "30/2025");
    const text = aDecision({ ...NEW, more: `7. ${other}\n` });
    const [entry] = await bringIn(store, { text });
    const values = { result: "44/2025/QĐ-UBND" };
    expect(await changeHandling({ store, id: open.id, version: 1, values, by: "Hà", now: NOW })).toMatchObject({
      ok: true,
    });
    await followResults(store, new Set([entry?.work ?? ""]), NOW);
    expect(await now(open)).toMatchObject({ state: "contradicted", result: entry?.work });
    expect((await now(open)).body.outcome).toContain("không có điều khoản nào xử lý");
  });
});

describe("nothing is closed by", () => {
  it("a clause whose day nobody knows", async () => {
    const open = await plan("abolish");
    await issue("waits");
    expect((await now(open)).state).toBe("open");
  });

  it("a change that is older than the plan", async () => {
    const open = await plan("amend");
    await issue("amends", { day: "2025-10-01", effective: "15 tháng 10 năm 2025" });
    expect((await now(open)).state).toBe("open");
  });

  it("a mere change where nothing was decided", async () => {
    const open = await plan(null);
    await issue("amends");
    expect((await now(open)).state).toBe("open");
  });
});

describe("what was closed by a clause", () => {
  it("opens again when a person rejects the effect, and closes when that is taken back", async () => {
    const open = await plan("replace");
    const source = await issue("replaces");
    const effect = (await store.effects.on(old)).find((one) => one.source === source);
    const decide = (kind: "reject" | "undo") =>
      decideEffect({
        store,
        source,
        key: effect?.id ?? "",
        decision: { kind },
        why: "nhầm số",
        by: "Hà",
        now: NOW + 1,
      });
    expect(await decide("reject")).toMatchObject({ ok: true });
    const reopened = await now(open);
    expect(reopened).toMatchObject({ state: "open", result: null, body: { outcome: null, doneMonth: null } });
    expect(reopened.body.steps.issued).toBeUndefined();
    expect(await decide("undo")).toMatchObject({ ok: true });
    expect(await now(open)).toMatchObject({ state: "done", result: source });
  });

  it("stays open once a person has opened it again", async () => {
    const open = await plan("replace");
    const source = await issue("replaces");
    const values = { state: "open", result: "" };
    const done = await changeHandling({ store, id: open.id, version: 2, values, by: "Hà", now: NOW + 1 });
    expect(done).toMatchObject({ ok: true, handling: { state: "open", body: { notResults: [source] } } });
    await followResults(store, new Set([old, source]), NOW + 2);
    expect((await now(open)).state).toBe("open");
  });

  it("is not touched when nothing about it changes", async () => {
    const open = await plan("replace");
    const source = await issue("replaces");
    const { version } = await now(open);
    expect(await followResults(store, new Set([old, source]), NOW + 5)).toEqual({
      done: 0,
      contradicted: 0,
      reopened: 0,
    });
    expect((await now(open)).version).toBe(version);
  });
});

describe("an import of files", () => {
  it("closes what it settles, by itself", async () => {
    const open = await plan("replace");
    const folder = join(temporaryFolder(), "in");
    mkdirSync(folder, { recursive: true });
    const text = aDecision({ ...NEW, more: `7. ${CLAUSES.replaces}\n` });
    writeFileSync(join(folder, "qd-44.txt"), text);
    await indexPaths({ store, paths: [folder], parsers: 1, now: NOW });
    expect((await now(open)).state).toBe("done");
  });

  it("closes what is to be issued anew by number and day only", async () => {
    const fresh = await startHandling({
      store,
      work: null,
      form: "new",
      content: "Quy định về bến thủy",
      draftingUnit: null,
      due: null,
      sheet: null,
      by: "Hà",
      now: PLANNED,
    });
    const source = await issue("abolishes");
    expect((await now(fresh)).state).toBe("open");
    const values = { "step.issued.number": "44/2025/QĐ-UBND", "step.issued.day": "10/11/2025" };
    await changeHandling({ store, id: fresh.id, version: 1, values, by: "Hà", now: NOW });
    await followResults(store, new Set([source]), NOW + 1);
    expect(await now(fresh)).toMatchObject({ state: "done", result: source });
  });
});
