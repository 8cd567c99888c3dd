import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { assignFinding } from "../../src/use-cases/assign-finding.ts";
import { changeHandling } from "../../src/use-cases/change-handling.ts";
import { dailyRound } from "../../src/use-cases/daily-round.ts";
import { tellReopened, tellSheet } from "../../src/use-cases/notify.ts";
import { isCalled, peopleAtWork } from "../../src/use-cases/people-at-work.ts";
import { startHandling } from "../../src/use-cases/start-handling.ts";
import { viewMyWork } from "../../src/use-cases/view-my-work.ts";
import { openNotification } from "../../src/use-cases/view-notifications.ts";
import { vi } from "../../web/i18n/vi.ts";
import { aFinding, aWork } from "../store/build.ts";
import { anAccount, aUnit } from "../store/conformance-accounts.ts";
import { aSheet } from "./a-sheet.ts";

const NOW = Date.parse("2026-11-26T09:00:00+07:00");
const DAY = 86_400_000;

const WORK = aWork({ symbol: "17/2025/QĐ-UBND" });
const raised = (key: string, eId = "art_1") => aFinding(WORK, { key, eId });

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  await store.works.save([WORK]);
  await store.findings.record("2026-11-26", [raised("f1"), raised("f2", "art_2")], 1);
});
afterEach(() => store.close());

/** Justice: Hà reviews, Đức approves. Construction: Lan reviews. An approver of no unit, a viewer, one who has left. */
async function staff(): Promise<void> {
  const { accounts } = store;
  await accounts.addUnit(aUnit("tp", { name: "Sở Tư pháp" }));
  await accounts.addUnit(aUnit("xd", { name: "Sở Xây dựng" }));
  const scope = { fields: ["11"], bodies: [], territories: [], levels: [] };
  await accounts.addUnit(aUnit("yt", { name: "Sở Y tế", scope }));
  await accounts.addAccount(anAccount("ha", { name: "Lê Thu Hà", unit: "tp" }));
  await accounts.addAccount(anAccount("duc", { name: "Trần Minh Đức", unit: "tp", role: "approver" }));
  await accounts.addAccount(anAccount("lan", { name: "Võ Thị Lan", unit: "xd" }));
  await accounts.addAccount(anAccount("yen", { name: "Phạm Yến", unit: "yt", role: "approver" }));
  await accounts.addAccount(anAccount("chu", { name: "Hồ Chủ", role: "approver" }));
  await accounts.addAccount(anAccount("xem", { name: "Người Xem", role: "viewer" }));
  await accounts.addAccount(anAccount("cu", { name: "Bùi Cũ", unit: "xd", active: false }));
}

const told = async (person: string) =>
  (await store.messages.to(person, { read: false, limit: 50 })).rows.map((one) => one.kind);
const assign = (to: string, given: { due?: string; by?: string; finding?: string } = {}) =>
  assignFinding({ store, finding: "f1", due: "", note: "", by: "Trần Minh Đức (duc)", now: NOW, to, ...given });

test("a name as somebody wrote it means the person by signature, login or name, and everybody of a unit", async () => {
  await staff();
  const people = await peopleAtWork(store);
  const meant = (name: string) => people.filter((one) => isCalled(one, name)).map((one) => one.login);
  for (const name of ["Lê Thu Hà (ha)", "ha", "lê thu hà", "LÊ THU HÀ", " Lê  Thu Hà "])
    expect(meant(name)).toEqual(["ha"]);
  expect(meant("sở tư pháp").sort()).toEqual(["duc", "ha"]);
  expect(meant("tp").sort()).toEqual(["duc", "ha"]);
  // who has left is told nothing, and half a name means nobody
  expect(meant("Sở Xây dựng")).toEqual(["lan"]);
  for (const name of ["Hà", "", "Sở", "Bùi Cũ", "Lê Thu Ha"]) expect(meant(name)).toEqual([]);
});

test("who is given a finding is told, a unit's people all; who gave it is not", async () => {
  await staff();
  await assign("Sở Tư pháp", { due: "05/12/2026" });
  expect(await told("ha")).toEqual(["assigned"]);
  expect(await told("duc")).toEqual([]);
  expect(await told("lan")).toEqual([]);
  const { rows } = await store.messages.to("ha", { read: false, limit: 1 });
  expect(rows[0]).toMatchObject({
    body: {
      path: "/findings/f1",
      values: { document: "17/2025/QĐ-UBND", due: "2026-12-05" },
      by: "Trần Minh Đức (duc)",
    },
  });
});

test("a message is opened by its own reader only, and is read then", async () => {
  await staff();
  await assign("ha");
  const [message] = (await store.messages.to("ha", { read: false, limit: 1 })).rows;
  const lan = (await peopleAtWork(store)).find((one) => one.login === "lan");
  const ha = (await peopleAtWork(store)).find((one) => one.login === "ha");
  if (!message || !lan || !ha) throw new Error("not told");
  expect(await openNotification(store, lan.person, message.id, NOW)).toBeNull();
  expect(await store.messages.unread("ha")).toBe(1);
  expect(await openNotification(store, ha.person, message.id, NOW)).toBe("/findings/f1");
  expect(await store.messages.unread("ha")).toBe(0);
});

test("a finding whose words changed after a decision is told to who decided and who had it", async () => {
  await staff();
  await assign("lan");
  const decision = { until: null, at: NOW, undoneAt: null, reason: "x", verdict: "dismissed" as const };
  await store.decisions.add({ ...decision, id: "d1", finding: "f1", by: "Lê Thu Hà (ha)" }, null);
  await store.messages.markRead("lan", null, NOW);
  await store.findings.record("2026-11-27", [raised("f1b"), raised("f2", "art_2")], NOW + 5);
  await tellReopened(store, NOW + 5);
  await tellReopened(store, NOW + 5);
  expect(await told("ha")).toEqual(["finding.reopened"]);
  expect(await told("lan")).toEqual(["finding.reopened"]);
  expect(await told("duc")).toEqual([]);
});

test("a sheet waits for those who may conclude it: of its unit, of no unit, never for who proposed it", async () => {
  await staff();
  await tellSheet(store, aSheet({ work: WORK.id, unit: "tp", by: "ha" }), "Người ha (ha)", NOW);
  expect(await told("duc")).toEqual(["sheet.proposed"]);
  expect(await told("chu")).toEqual(["sheet.proposed"]);
  for (const other of ["ha", "lan", "yen", "xem"]) expect(await told(other)).toEqual([]);
  await tellSheet(store, aSheet({ work: WORK.id, unit: "tp", by: "duc", version: 9 }), "Người duc (duc)", NOW);
  expect(await told("duc")).toEqual(["sheet.proposed"]);
  expect(await told("chu")).toHaveLength(2);
  const concluded = aSheet({ work: WORK.id, unit: "tp", by: "ha", state: "concluded", version: 10 });
  await tellSheet(store, concluded, "Trần Minh Đức (duc)", NOW);
  expect(await told("ha")).toEqual(["sheet.concluded"]);
});

test("what is due is told seven days and one day before, what is overdue once a week, each once", async () => {
  await staff();
  await assign("Lê Thu Hà", { due: "05/12/2026" });
  await assign("Lê Thu Hà", { due: "05/12/2026", finding: "f2" });
  await store.messages.markRead("ha", null, NOW);
  const days: string[] = [];
  for (let day = 0; day < 30; day++) {
    const now = NOW + day * DAY;
    await dailyRound({ store, now, post: null, anchorDir: null });
    await dailyRound({ store, now: now + 3_600_000, post: null, anchorDir: null });
    for (const { kind, body, id } of (await store.messages.to("ha", { read: false, limit: 50 })).rows) {
      days.push(`${day} ${kind} ${body.values["n"]} ${body.path}`);
      await store.messages.markRead("ha", id, now);
    }
  }
  const list = "/findings?assigned=L%C3%AA%20Thu%20H%C3%A0";
  expect(days).toEqual([
    `2 due.soon 2 ${list}`,
    `8 due.soon 2 ${list}`,
    `10 due.over 2 ${list}`,
    `16 due.over 2 ${list}`,
    `23 due.over 2 ${list}`,
  ]);
  expect(await told("lan")).toEqual([]);
});

test("days on which the program did not run are made up for, and what was decided is due no more", async () => {
  await staff();
  await assign("ha", { due: "05/12/2026" });
  await assign("ha", { due: "05/12/2026", finding: "f2" });
  const decision = { until: null, at: NOW, undoneAt: null, reason: "x", verdict: "confirmed" as const };
  await store.decisions.add({ ...decision, id: "d2", finding: "f2", by: "Lê Thu Hà (ha)" }, null);
  await store.messages.markRead("ha", null, NOW);
  expect(await dailyRound({ store, now: NOW + 4 * DAY, post: null, anchorDir: null })).toMatchObject({
    day: "2026-11-30",
    first: true,
    told: 1,
  });
  const { rows } = await store.messages.to("ha", { read: false, limit: 1 });
  expect(rows[0]?.body).toMatchObject({ path: "/findings/f1", values: { n: 1, due: "2026-12-05" } });
});

test("where nobody is called as it was written, whoever gave it is reminded", async () => {
  await staff();
  await assign("Ông Ba phòng bên", { due: "25/11/2026" });
  expect((await dailyRound({ store, now: NOW, post: null, anchorDir: null })).told).toBe(1);
  expect(await told("duc")).toEqual(["due.over"]);
});

test("before the first account the one person there is hears what comes by itself, not what they did", async () => {
  await assign("người dùng máy này", { due: "25/11/2026", by: "người dùng máy này" });
  expect(await told("local")).toEqual([]);
  await dailyRound({ store, now: NOW, post: null, anchorDir: null });
  expect(await told("local")).toEqual(["due.over"]);
});

test("what waits for a person is counted by the name it was given to", async () => {
  await staff();
  await assign("Sở Tư pháp", { due: "25/11/2026" });
  await assign("ha", { finding: "f2" });
  await store.sheets.open(aSheet({ work: WORK.id, unit: "tp", by: "ha" }));
  const people = await peopleAtWork(store);
  const mine = async (login: string) => {
    const one = people.find((each) => each.login === login);
    if (!one) throw new Error(login);
    return viewMyWork(store, one.person, "2026-11-26");
  };
  expect(await mine("ha")).toMatchObject({
    unread: 2,
    findings: [
      { name: "Sở Tư pháp", n: 1, overdue: 1 },
      { name: "ha", n: 1, overdue: 0 },
    ],
    toConclude: 0,
  });
  expect(await mine("duc")).toMatchObject({ findings: [{ name: "Sở Tư pháp", n: 1 }], toConclude: 1 });
  expect(await mine("lan")).toMatchObject({ unread: 0, findings: [], toConclude: 0, returned: 0, opinions: 0 });
});

test("who has to draft is told when a conclusion asks for it and when it is given to somebody else", async () => {
  await staff();
  const given = {
    store,
    work: WORK.id,
    form: "amend" as const,
    content: "Sửa khoản 2",
    due: "2026-12-31",
    sheet: null,
  };
  const handling = await startHandling({ ...given, draftingUnit: "xd", by: "Trần Minh Đức (duc)", now: NOW });
  expect(await told("lan")).toEqual(["handling.given"]);
  const { rows } = await store.messages.to("lan", { read: false, limit: 1 });
  expect(vi.notices.said["handling.given"](rows[0]?.body.values ?? {})).toBe(
    "Sở Xây dựng được giao xử lý 17/2025/QĐ-UBND, hạn 31/12/2026",
  );
  const values = { officer: "Lê Thu Hà" };
  const change = { store, id: handling.id, version: 1, values, by: "Võ Thị Lan (lan)", now: NOW + 1 };
  expect((await changeHandling(change)).ok).toBe(true);
  expect(await told("ha")).toEqual(["handling.given"]);
  await changeHandling({ ...change, version: 2, values: { note: "đã gọi" }, now: NOW + 2 });
  expect(await told("ha")).toHaveLength(1);
});
