import { expect, test } from "vitest";
import type { AuditAction } from "../../src/domain/audit.ts";
import { openStore } from "../../src/store/open.ts";
import { assignFinding, unassignFinding } from "../../src/use-cases/assign-finding.ts";
import { decideFinding, undoDecision } from "../../src/use-cases/decide-finding.ts";
import { decideFindings } from "../../src/use-cases/decide-findings.ts";
import { addNote, removeNote } from "../../src/use-cases/note-finding.ts";
import { liftSuppression, suppressFindings } from "../../src/use-cases/suppress-findings.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { aFinding, aWork } from "../store/build.ts";

const NOW = 1_780_000_000_000;

const withFindings = async (n: number) => {
  const store = await openStore(":memory:");
  const work = aWork({ symbol: "12/2024/QĐ-UBND" });
  await store.works.save([work]);
  const findings = Array.from({ length: n }, (_, i) => aFinding(work, { key: `k${i}`, eId: `art_${i + 1}` }));
  await store.findings.record("2026-01-01", findings, 1);
  return { store, rule: findings[0]?.rule ?? "" };
};

test("everything that is done to findings is written down, signed, in order", async () => {
  const { store, rule } = await withFindings(2);
  const at = { store, by: "Lê Thu Hà", now: NOW };
  const done = await decideFinding({
    ...at,
    finding: "k0",
    verdict: "dismissed",
    reason: "trùng",
    until: null,
    after: null,
  });
  if (!done.ok) throw new Error(done.why);
  expect(await undoDecision(store, { id: done.decision.id, finding: "k1" }, "Trần Minh Đức", NOW)).toBe(false);
  await undoDecision(store, done.decision, "Trần Minh Đức", NOW + 1);
  await undoDecision(store, done.decision, "Trần Minh Đức", NOW + 2);
  await assignFinding({ ...at, finding: "k0", to: "Sở Xây dựng", due: "31/12/2026", note: "" });
  await unassignFinding(store, "k0", "Hà", NOW + 3);
  await unassignFinding(store, "k0", "Hà", NOW + 4);
  await addNote(store, "k0", "đã gọi điện", "Hà", NOW + 5);
  const [note] = await store.desk.notesOf("k0");
  await removeNote(store, "k0", note?.id ?? "", "Hà", NOW + 6);
  await suppressFindings(
    store,
    { rule, issuerKey: null, issuer: null, work: null, field: null },
    "mẫu cũ",
    "Hà",
    NOW + 7,
  );
  const [suppression] = await store.decisions.suppressions();
  await liftSuppression(store, suppression?.id ?? "", "Đức", NOW + 8);
  const entries = await store.audit.after(0, 50);
  expect(entries.map((e): [AuditAction, string] => [e.action, e.by])).toEqual([
    ["finding.decide", "Lê Thu Hà"],
    ["finding.undo", "Trần Minh Đức"],
    ["finding.assign", "Lê Thu Hà"],
    ["finding.unassign", "Hà"],
    ["finding.note", "Hà"],
    ["finding.unnote", "Hà"],
    ["suppression.make", "Hà"],
    ["suppression.lift", "Đức"],
  ]);
  expect(entries[0]).toMatchObject({ subject: "k0", detail: { verdict: "dismissed", reason: "trùng" } });
  expect(entries[2]?.detail).toEqual({ to: "Sở Xây dựng", due: "2026-12-31", note: null });
  expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 8 });
  await store.close();
});

test("twenty racing decisions leave one winner and one entry", async () => {
  const { store } = await withFindings(1);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      decideFinding({
        store,
        finding: "k0",
        verdict: i % 2 ? "confirmed" : "opinion",
        reason: null,
        until: null,
        after: null,
        by: `người ${i}`,
        now: NOW + i,
      }),
    ),
  );
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
  expect(await store.audit.list({ limit: 50 })).toHaveLength(1);
  await store.close();
});

test("a batch writes one entry for each of its findings, and none for those that were skipped", async () => {
  const { store } = await withFindings(5);
  const options = { store, reason: "cùng mẫu", until: null, mayDecide: () => true, by: "Hà", now: NOW };
  await decideFinding({ ...options, finding: "k3", verdict: "confirmed", after: null });
  const done = await decideFindings({ ...options, keys: ["k0", "k1", "k2", "k3"], verdict: "dismissed" });
  expect(done).toMatchObject({ ok: true, decided: 3, skipped: 1 });
  const entries = await store.audit.list({ action: "finding.decide", limit: 50 });
  expect(entries.map((e) => e.subject).sort()).toEqual(["k0", "k1", "k2", "k3"]);
  await store.close();
});
