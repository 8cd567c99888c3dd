import { afterEach, beforeEach, expect, it } from "vitest";
import { contradicts, listedStatus } from "../../src/domain/listed-status.ts";
import type { StatusName } from "../../src/domain/status.ts";
import type { ListedDocument } from "../../src/read/spreadsheet.ts";
import { loadCentralRegister } from "../../src/resolve/central-register.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { placeList } from "../../src/use-cases/place-list.ts";
import { viewAttentionList } from "../../src/use-cases/view-attention.ts";
import { aDecision, bringIn } from "./place.ts";

let store: Store;
let work = "";
beforeEach(async () => {
  store = await openStore(":memory:");
  await store.settings.set("register", loadCentralRegister().version);
  const [entry] = await bringIn(store, { text: aDecision() });
  work = entry?.work ?? "";
});
afterEach(() => store.close());

const row = (status: string, given: Partial<ListedDocument> = {}): ListedDocument => ({
  row: 4,
  sheet: "Danh mục",
  symbol: "31/2025/QĐ-UBND",
  type: "quyet-dinh",
  issuedOn: "2025-09-10",
  issuer: "UBND tỉnh An Khê",
  title: "Quản lý đường giao thông nông thôn",
  status,
  reason: null,
  problems: [],
  ...given,
});
const place = (list: readonly ListedDocument[], changed = new Set<string>()) =>
  placeList(store, { name: "danh-muc.xlsx", bytes: new Uint8Array(), list }, 9, changed);

it("a list that says otherwise of a document whose text is here is shown and changes nothing", async () => {
  await place([row("Hết hiệu lực toàn bộ", { reason: "Được thay thế bằng Quyết định khác" })]);
  expect((await store.statuses.on(work, "2026-11-26"))?.status).toBe("in-force");
  const [said] = (await store.effects.on(work)).filter((e) => e.listed);
  expect(said).toMatchObject({
    applied: false,
    listed: { list: "danh-muc.xlsx", row: 4, status: "ceased" },
    recordedAt: 9,
  });
  const { list } = await viewAttentionList(store, "2026-11-26", "lists", {});
  expect(list.rows).toMatchObject([{ of: "list", statement: { target: work }, status: "in-force" }]);
  // it waits for nobody among the effects without a day
  for (const kind of ["undated", "unknown-instruction", "not-applied"] as const) {
    const { rows } = (await viewAttentionList(store, "2026-11-26", kind, {})).list;
    expect(rows.some((row) => row.of === "effect" && row.effect.listed)).toBe(false);
  }
  expect((await store.works.bySymbol("31/2025/QĐ-UBND")).map((w) => w.known)).toEqual(["text"]);
});

it("outlives the next version of the text; the same row read again replaces what it said", async () => {
  await place([row("Hết hiệu lực toàn bộ")]);
  await bringIn(store, { text: aDecision({ width: 8 }) });
  await place([row("Còn hiệu lực")]);
  const said = (await store.effects.on(work)).filter((e) => e.listed);
  expect(said.map((e) => e.listed?.status)).toEqual(["in-force"]);
  expect((await viewAttentionList(store, "2026-11-26", "lists", {})).list.n).toBe(0);
});

it.each([
  ["Còn hiệu lực", "in-force"],
  ["Hết hiệu lực", "ceased"],
  ["Hết hiệu lực toàn bộ", "ceased"],
  ["Hết hiệu lực một phần", "partly-ceased"],
  ["Ngưng hiệu lực một phần", "partly-suspended"],
  ["Tạm ngưng hiệu lực", "suspended"],
  ["CHƯA CÓ HIỆU LỰC", "not-yet-in-force"],
  ["Không còn phù hợp", null],
  ["Sẽ hết hiệu lực năm sau", null],
] as const)("%s means %s", (words, status) => expect(listedStatus(words)).toBe(status));

it("a list of what is in force also holds what has partly ceased or is yet to begin", () => {
  const list = { list: "l", sheet: "s", row: 1, words: "", status: "in-force" as StatusName };
  const against = (status: StatusName): boolean => contradicts(list, { status });
  expect(against("partly-ceased")).toBe(false);
  expect(against("not-yet-in-force")).toBe(false);
  expect(against("unknown")).toBe(false);
  expect(against("ceased")).toBe(true);
  expect(against("suspended")).toBe(true);
  expect(contradicts({ ...list, status: null }, { status: "ceased" })).toBe(false);
});
