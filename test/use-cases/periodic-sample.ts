import { startOfDay } from "../../src/domain/vietnam-time.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import type { HandlingForm } from "../../src/domain/handling-form.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Store } from "../../src/store/store.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { aHandling } from "../store/conformance-handlings.ts";
import { aBatch, anItem, aSheet } from "../store/conformance-sheets.ts";
import { aDocument, anEffect, anEntry, aPeriod, aWork } from "../store/build.ts";

export const COUNCIL = "Hội đồng nhân dân tỉnh An Khê";
const at = (day: LegalDate): number => startOfDay(day) + 36_000_000;

const work = (symbol: string, issuedOn: LegalDate, issuer?: string): Work =>
  aWork({ symbol, issuedOn, effectiveOn: issuedOn, ...(issuer ? { issuer } : {}) });

/**
 * A small department in October and November 2026: four documents in a batch, of which two were concluded in October and one in
 * November; two to be handled, one done in November, one overdue; one that ended in November.
 */
export async function departmentAtWork(store: Store): Promise<Readonly<Record<"a" | "b" | "c" | "d" | "ends", Work>>> {
  const works = {
    a: work("11/2021/QĐ-UBND", "2021-05-04"),
    b: work("12/2021/QĐ-UBND", "2021-06-04"),
    c: work("13/2022/NQ-HĐND", "2022-07-04", COUNCIL),
    d: work("14/2022/QĐ-UBND", "2022-08-04"),
    ends: work("15/2020/QĐ-UBND", "2020-09-04"),
    ender: work("40/2026/QĐ-UBND", "2026-11-05"),
  };
  for (const one of Object.values(works))
    await store.withTransaction(async () => {
      await store.works.save([one]);
      await store.documents.add(
        anEntry(one, aDocument(one.title ?? "", [{ heading: "Phạm vi", clauses: ["Một."] }], one.symbol ?? "")),
      );
      const ended = one === works.ends;
      await store.statuses.replace(
        [one.id],
        [
          aPeriod(one, { to: ended ? "2026-11-10" : null, from: one.effectiveOn, since: one.effectiveOn }),
          ...(ended
            ? [aPeriod(one, { status: "ceased", from: "2026-11-10", since: "2026-11-10", reason: "Bị bãi bỏ" })]
            : []),
        ],
      );
    });
  await store.effects.replaceFrom(works.ender.id, [anEffect(works.ender, works.ends, { from: "2026-11-10" })], 1);
  await nextRevision(store);
  await store.batches.add(aBatch("b1", { at: at("2026-10-01"), due: "2026-11-20" }), [
    anItem(works.a.id, { state: "done", doneAt: at("2026-10-10"), unit: "Sở Xây dựng" }),
    anItem(works.b.id, { state: "done", doneAt: at("2026-10-12"), unit: "Sở Xây dựng" }),
    anItem(works.c.id, { state: "done", doneAt: at("2026-11-12"), unit: "Sở Tài chính" }),
    anItem(works.d.id, { unit: "Sở Tài chính" }),
  ]);
  const conclude = async (id: string, of: Work, day: LegalDate, form: HandlingForm, unit: string): Promise<void> => {
    const sheet = aSheet(id, { work: of.id, unit, at: at("2026-10-02") });
    await store.sheets.open(sheet);
    const concludedBy = { id: "ha", signature: "Hà (ha)", at: at(day) };
    const body = { ...sheet.body, form, ground: "legal" as const, groundText: "Luật mới", concludedBy };
    await store.sheets.change({ ...sheet, state: "concluded", body }, 1);
  };
  await conclude("s1", works.a, "2026-10-10", "abolish", "Sở Xây dựng");
  await conclude("s2", works.b, "2026-10-12", "none", "Sở Xây dựng");
  await conclude("s3", works.c, "2026-11-12", "replace", "Sở Tài chính");
  await store.handlings.add([
    aHandling("h1", {
      work: works.a.id,
      unit: "Sở Xây dựng",
      state: "done",
      at: at("2026-10-11"),
      updatedAt: at("2026-11-06"),
      body: { form: "abolish" },
    }),
    aHandling("h2", {
      work: works.c.id,
      unit: "Sở Tài chính",
      due: "2026-11-15",
      at: at("2026-11-12"),
      updatedAt: at("2026-11-12"),
      body: { form: "replace" },
    }),
  ]);
  return works;
}
