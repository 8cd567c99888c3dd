import { describe, expect, it } from "vitest";
import type { AuditAct } from "../../src/domain/audit.ts";
import type { Store } from "../../src/store/store.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";

export const anAct = (n: number, given: Partial<AuditAct> = {}): AuditAct => ({
  at: 1_000 * n,
  by: n % 2 === 0 ? "Lê Thu Hà" : "Trần Minh Đức",
  action: n % 3 === 0 ? "finding.decide" : "document.mend",
  subject: `k${n % 5}`,
  detail: { why: `Lý do “${n}”`, n, day: null },
  ...given,
});

/** The log of what people did, alike on every engine. */
export function auditBehaves(of: () => Store): void {
  describe("the audit trail", () => {
    const fill = async (n: number): Promise<void> => {
      for (let i = 1; i <= n; i++) await of().audit.append(anAct(i));
    };

    it("chains what is appended and finds it whole", async () => {
      expect(await of().audit.head()).toBeNull();
      expect(await verifyAudit(of())).toEqual({ ok: true, entries: 0, head: null, broken: null });
      await fill(7);
      const head = await of().audit.head();
      expect(head?.seq).toBe(7);
      expect(await of().audit.notedHead()).toEqual(head);
      expect(await verifyAudit(of())).toMatchObject({ ok: true, entries: 7, head });
      const [newest, before] = await of().audit.list({ limit: 2 });
      expect([newest?.seq, before?.seq, newest?.prev]).toEqual([7, 6, before?.hash]);
      expect(newest?.detail).toEqual({ why: "Lý do “7”", n: 7, day: null });
    });

    it("lists by person, deed, subject and moment, newest first, page after page", async () => {
      await fill(12);
      const seqs = async (query: object): Promise<number[]> =>
        (await of().audit.list({ limit: 50, ...query })).map((e) => e.seq);
      expect(await seqs({ by: "Lê Thu Hà" })).toEqual([12, 10, 8, 6, 4, 2]);
      expect(await seqs({ action: "finding.decide" })).toEqual([12, 9, 6, 3]);
      expect(await seqs({ subject: "k1" })).toEqual([11, 6, 1]);
      expect(await seqs({ from: 3_000, to: 5_000 })).toEqual([4, 3]);
      expect(await seqs({ before: 3 })).toEqual([2, 1]);
      expect((await of().audit.after(10, 50)).map((e) => e.seq)).toEqual([11, 12]);
    });

    it("belongs to the transaction of the change it tells of", async () => {
      await fill(2);
      const failed = of().withTransaction(async () => {
        await of().audit.append(anAct(3));
        throw new Error("the change fails");
      });
      await expect(failed).rejects.toThrow("the change fails");
      expect((await of().audit.head())?.seq).toBe(2);
      expect((await verifyAudit(of())).ok).toBe(true);
    });

    it("is one chain when many write at once", async () => {
      await Promise.all(Array.from({ length: 40 }, (_, i) => of().audit.append(anAct(i + 1))));
      expect(await verifyAudit(of())).toMatchObject({ ok: true, entries: 40 });
    });
  });
}
