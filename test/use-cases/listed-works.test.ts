import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import { startOfDay } from "../../src/domain/vietnam-time.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { ANY_DOCUMENT, type ReportScope } from "../../src/use-cases/report-scope.ts";
import { fillReport, type FormKey } from "../../src/use-cases/view-reports.ts";
import { fileWorks } from "../../src/use-cases/work-facets.ts";
import { aDocument, anEntry, aPeriod, aWork } from "../store/build.ts";
import { aHandling } from "../store/conformance-handlings.ts";

const ENDED = aWork({ symbol: "11/2021/QĐ-UBND", issuedOn: "2021-05-04", effectiveOn: "2021-05-15" });
const IN_FORCE = aWork({ symbol: "12/2022/QĐ-UBND", issuedOn: "2022-05-04", effectiveOn: "2022-05-15" });
const LATER = aWork({ symbol: "13/2026/QĐ-UBND", issuedOn: "2026-06-10", effectiveOn: "2026-07-01" });
const COMMUNE = aWork({
  symbol: "03/2025/QĐ-UBND",
  issuer: "Ủy ban nhân dân xã Phú Lâm",
  issuedOn: "2025-12-24",
  effectiveOn: "2026-01-05",
});

let store: Store;
beforeAll(async () => {
  store = await openStore(":memory:");
  for (const work of [ENDED, IN_FORCE, LATER, COMMUNE])
    await store.withTransaction(async () => {
      await store.works.save([work]);
      await store.documents.add(
        anEntry(work, aDocument(work.title ?? "", [{ heading: "Phạm vi", clauses: ["Một."] }], work.symbol ?? "")),
      );
      const since = work.effectiveOn;
      const ends = work === ENDED ? "2026-03-01" : null;
      await store.statuses.replace(
        [work.id],
        [
          aPeriod(work, { status: "not-yet-in-force", from: null, to: since }),
          aPeriod(work, { from: since, since, to: ends }),
          ...(ends === null ? [] : [aPeriod(work, { status: "ceased", from: ends, since: ends })]),
        ],
      );
    });
  const works = [ENDED, IN_FORCE, LATER, COMMUNE];
  const ids = works.map(({ id }) => id);
  await fileWorks(store, ids, new Map(works.map((work) => [work.id, work])));
  const at = startOfDay("2026-02-01");
  await store.handlings.add([
    aHandling("h1", { work: ENDED.id, at, body: { form: "replace" } }),
    aHandling("h2", { work: IN_FORCE.id, at, body: { form: "amend" } }),
    aHandling("h3", { work: ENDED.id, at, body: { form: "new" } }),
  ]);
  await nextRevision(store);
});
afterAll(() => store.close());

async function listed(form: FormKey, to: LegalDate, scope: ReportScope = ANY_DOCUMENT) {
  const query = { form, from: `${to.slice(0, 4)}-01-01`, to, scope, regime: null, title: null, publishedUntil: null };
  const names = { place: "tỉnh An Khê", dateline: "An Khê", nationalDatabase: "" };
  const { model } = await fillReport(store, query, names);
  return {
    title: model.title,
    rows: model.parts.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map((row) => row[2]?.text))),
    told: model.parts.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map((row) => row[3]?.text))),
  };
}

describe("what a list holds", () => {
  it("leaves out what had not been issued on its day, and keeps what was issued and not yet in force", async () => {
    expect((await listed("03", "2024-12-31")).rows).toEqual([
      "11/2021/QĐ-UBND ngày 04/05/2021",
      "12/2022/QĐ-UBND ngày 04/05/2022",
    ]);
    expect((await listed("03", "2026-06-15")).rows).toContain("13/2026/QĐ-UBND ngày 10/06/2026");
  });

  it("recommends nothing that can no longer be done to a document that has ended", async () => {
    expect((await listed("04", "2026-02-15")).told).toEqual(["Thay thế", "Ban hành văn bản mới", "Sửa đổi, bổ sung"]);
    expect((await listed("04", "2026-06-15")).told).toEqual(["Ban hành văn bản mới", "Sửa đổi, bổ sung"]);
  });

  it("keeps the levels apart, in rows and in the title", async () => {
    const local = { ...ANY_DOCUMENT, local: true };
    const all = await listed("03", "2026-06-30", local);
    expect(all.rows).toHaveLength(3);
    expect(all.title).toContain("của Hội đồng nhân dân, Ủy ban nhân dân các cấp tỉnh An Khê");
    const commune = await listed("03", "2026-06-30", { ...local, level: "commune" });
    expect(commune.rows).toEqual(["03/2025/QĐ-UBND ngày 24/12/2025"]);
    expect(commune.title).toContain("của Hội đồng nhân dân, Ủy ban nhân dân cấp xã thuộc tỉnh An Khê");
    const province = await listed("03", "2026-06-30", { ...local, level: "province", organs: ["ubnd"] });
    expect(province.rows).toHaveLength(2);
    expect(province.title).toContain("của Ủy ban nhân dân tỉnh An Khê tính đến ngày 30/06/2026");
  });
});
