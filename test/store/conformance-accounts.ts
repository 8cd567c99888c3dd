import { describe, expect, it } from "vitest";
import { type Account, type Session, type Unit, WHOLE_SCOPE } from "../../src/domain/account.ts";
import type { Attachment, Notification } from "../../src/domain/notification.ts";
import type { Store } from "../../src/store/store.ts";

export const anAccount = (id: string, given: Partial<Account> = {}): Account => ({
  id,
  login: id,
  name: `Người ${id}`,
  email: null,
  role: "reviewer",
  unit: null,
  passwordHash: null,
  subject: null,
  active: true,
  mustChange: false,
  failures: 0,
  failedSince: null,
  lockedUntil: null,
  digest: false,
  by: "Hà (ha)",
  at: 10,
  passwordAt: null,
  lastLoginAt: null,
  version: 1,
  ...given,
});

export const aUnit = (id: string, given: Partial<Unit> = {}): Unit => ({
  id,
  name: `Sở ${id}`,
  kind: "department",
  parent: null,
  scope: WHOLE_SCOPE,
  active: true,
  by: "Hà (ha)",
  at: 10,
  version: 1,
  ...given,
});

const aSession = (hash: string, given: Partial<Session> = {}): Session => ({
  hash,
  account: "ha",
  at: 100,
  seenAt: 100,
  before: null,
  agent: "",
  address: "",
  endedAt: null,
  ...given,
});

const told = (id: string, given: Partial<Notification> = {}): Notification => ({
  id,
  to: "ha",
  kind: "assigned",
  at: Number(id),
  readAt: null,
  mailedAt: null,
  once: `assigned ${id}`,
  body: { path: "/findings/k1", values: { what: "B07" }, by: "Đức (duc)" },
  ...given,
});

const attached = (id: string, given: Partial<Attachment> = {}): Attachment & { readonly bytes: Uint8Array } => ({
  id,
  subjectKind: "sheet",
  subject: "s1",
  name: "cong-van.pdf",
  size: 3,
  sha256: "aa",
  by: "Hà (ha)",
  at: Number(id),
  removedAt: null,
  bytes: new Uint8Array([1, 2, 3]),
  ...given,
});

/** Who works here and what they are told, alike on every engine. */
export function accountsBehave(of: () => Store): void {
  describe("accounts", () => {
    it("gives a login and a subject to one account only", async () => {
      const { accounts } = of();
      expect(await accounts.any()).toBe(false);
      expect(await accounts.addAccount(anAccount("ha", { subject: "x 1" }))).toBe(true);
      expect(await accounts.addAccount(anAccount("other", { login: "ha" }))).toBe(false);
      expect(await accounts.addAccount(anAccount("duc", { subject: "x 1" }))).toBe(false);
      expect(await accounts.any()).toBe(true);
      expect((await accounts.byLogin("ha"))?.id).toBe("ha");
      expect((await accounts.bySubject("x 1"))?.id).toBe("ha");
      expect(await accounts.byLogin("nobody")).toBeNull();
    });

    it("lets the first of two changes win", async () => {
      const { accounts } = of();
      await accounts.addAccount(anAccount("ha"));
      const seen = (await accounts.account("ha")) as Account;
      expect(await accounts.changeAccount({ ...seen, role: "approver" })).toBe(true);
      expect(await accounts.changeAccount({ ...seen, role: "admin" })).toBe(false);
      expect(await accounts.account("ha")).toMatchObject({ role: "approver", version: 2 });
    });

    it("locks after so many wrong passwords within the window, and forgets older ones", async () => {
      const { accounts } = of();
      await accounts.addAccount(anAccount("ha"));
      for (let i = 1; i < 5; i++) expect((await accounts.failed("ha", i, 100, 5)).lockedUntil).toBeNull();
      expect(await accounts.failed("ha", 5, 100, 5)).toEqual({ failures: 5, lockedUntil: 105 });
      await accounts.entered("ha", 200);
      expect(await accounts.account("ha")).toMatchObject({ failures: 0, lockedUntil: null, lastLoginAt: 200 });
      await accounts.failed("ha", 1000, 100, 5);
      expect((await accounts.failed("ha", 1101, 100, 5)).failures).toBe(1);
    });

    it("keeps units by name, none twice", async () => {
      const { accounts } = of();
      expect(await accounts.addUnit(aUnit("y", { name: "Sở Y tế" }))).toBe(true);
      expect(await accounts.addUnit(aUnit("z", { name: "SỞ Y TẾ" }))).toBe(false);
      await accounts.addUnit(aUnit("d", { name: "Sở Dân tộc" }));
      expect((await accounts.units()).map((u) => u.name)).toEqual(["Sở Dân tộc", "Sở Y tế"]);
      const unit = (await accounts.unit("d")) as Unit;
      expect(await accounts.changeUnit({ ...unit, name: "sở y tế" })).toBe("taken");
      const scope = { ...WHOLE_SCOPE, fields: ["40"] };
      expect(await accounts.changeUnit({ ...unit, scope })).toBe("changed");
      expect(await accounts.changeUnit({ ...unit, active: false })).toBe("stale");
      expect(await accounts.unit("d")).toMatchObject({ scope, version: 2 });
    });

    it("ends sessions one by one, all but one, and remembers when a person was seen last", async () => {
      const { accounts } = of();
      for (const hash of ["a", "b", "c"]) await accounts.beginSession(aSession(hash));
      await accounts.touchSession("b", 300);
      expect(await accounts.lastSeen("ha")).toBe(300);
      expect(await accounts.endSession("a", 400)).toBe(true);
      expect(await accounts.endSession("a", 401)).toBe(false);
      expect(await accounts.endSessionsOf("ha", 500, "c")).toBe(1);
      expect((await accounts.sessionsOf("ha")).map((s) => s.hash)).toEqual(["c"]);
      expect((await accounts.session("b"))?.endedAt).toBe(500);
    });
  });

  describe("messages", () => {
    it("tells a thing once, counts what is unread and what is not mailed", async () => {
      const { messages } = of();
      expect(await messages.tell([told("1"), told("2"), told("3", { to: "duc" })])).toBe(3);
      expect(await messages.tell([told("4", { once: "assigned 1" })])).toBe(0);
      expect(await messages.unread("ha")).toBe(2);
      const unread = await messages.to("ha", { read: false, limit: 1 });
      expect(unread).toMatchObject({ rows: [{ id: "2" }], total: 2 });
      const older = await messages.to("ha", { read: false, limit: 1, after: unread.next ?? "" });
      expect(older).toMatchObject({ rows: [{ id: "1" }], next: null });
      expect(await messages.one("ha", "1")).toMatchObject({ kind: "assigned", body: { path: "/findings/k1" } });
      expect(await messages.one("duc", "1")).toBeNull();
      await messages.markMailed(["1"], 50);
      expect((await messages.unmailed("ha", 10)).map((n) => n.id)).toEqual(["2"]);
      expect(await messages.markRead("duc", "1", 60)).toBe(0);
      expect(await messages.markRead("ha", "1", 60)).toBe(1);
      expect(await messages.markRead("ha", null, 70)).toBe(1);
      expect((await messages.to("ha", { read: false, limit: 10 })).total).toBe(0);
      expect((await messages.to("ha", { read: true, limit: 10 })).rows.map((n) => n.id)).toEqual(["2", "1"]);
    });

    it("loses none of one moment between two pages", async () => {
      const { messages } = of();
      await messages.tell(["1", "2", "3", "4", "5"].map((id) => told(id, { at: 7 })));
      const seen: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await messages.to("ha", { read: false, limit: 2, after });
        seen.push(...page.rows.map((n) => n.id));
        after = page.next;
      }
      expect(seen).toEqual(["5", "4", "3", "2", "1"]);
    });

    it("keeps files beside what they belong to", async () => {
      const { attachments } = of();
      await attachments.add(attached("1"));
      await attachments.add(attached("2", { subject: "s2" }));
      expect((await attachments.of("sheet", "s1")).map((a) => a.id)).toEqual(["1"]);
      expect([...((await attachments.bytes("1")) ?? [])]).toEqual([1, 2, 3]);
      expect(await attachments.remove("1", 9)).toBe(true);
      expect(await attachments.remove("1", 10)).toBe(false);
      expect(await attachments.of("sheet", "s1")).toEqual([]);
      expect((await attachments.find("1"))?.removedAt).toBe(9);
    });
  });
}
