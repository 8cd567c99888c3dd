import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import { FROZEN_FORMATS, frozenArchive, frozenFile } from "../../src/report/frozen-files.ts";
import type { ReportModel } from "../../src/report/form.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { NO_AGENCY, saveAgency } from "../../src/use-cases/agency.ts";
import { livingList } from "../../src/use-cases/living-list.ts";
import { correctReport, freezeReport, type LivingReport } from "../../src/use-cases/freeze-report.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { fillReport } from "../../src/use-cases/view-reports.ts";
import { readListFile } from "../../src/use-cases/read-list-file.ts";
import { publishReport } from "../../src/use-cases/publish-report.ts";
import { viewAttentionList } from "../../src/use-cases/view-attention.ts";
import {
  type PublicationView,
  provePublication,
  viewPublication,
  viewPublished,
} from "../../src/use-cases/view-publications.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { aDocument, anEntry, aPeriod, aWork } from "../store/build.ts";

const NOW = Date.parse("2026-01-20T03:00:00Z");
const YEAR = { from: "2025-01-01", to: "2025-12-31" };
const DECIDING = { symbol: "315/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Khê", issuedOn: "2026-01-22" };

const ENDED = aWork({ symbol: "12/2021/QĐ-UBND", issuedOn: "2021-05-04", effectiveOn: "2021-05-20" });
const OTHER = aWork({ symbol: "30/2022/QĐ-UBND", issuedOn: "2022-08-01", effectiveOn: "2022-08-15" });

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  for (const work of [ENDED, OTHER])
    await store.withTransaction(async () => {
      await store.works.save([work]);
      await store.documents.add(
        anEntry(work, aDocument(work.title ?? "", [{ heading: "Phạm vi", clauses: ["Một."] }], work.symbol ?? "")),
      );
    });
  await status(ENDED, {
    status: "ceased",
    since: "2025-06-01",
    from: "2025-06-01",
    reason: "Bị bãi bỏ bởi Quyết định A",
  });
  await status(OTHER, { status: "in-force", since: "2022-08-15" });
});
afterEach(() => store.close());

const status = (work: Work, given: Partial<StatusPeriod>): Promise<void> =>
  store.withTransaction(async () => {
    await store.statuses.replace([work.id], [aPeriod(work, given)]);
    await nextRevision(store);
  });

/** What the lists that were published say otherwise than what is computed. */
const conflicts = async () => (await viewAttentionList(store, "2026-02-01", "lists", {})).list.rows;

const places = async (work: Work) => (await viewPublished(store, work.id)).places;

async function viewed(id: string): Promise<PublicationView> {
  const view = await viewPublication(store, id);
  if (view === null) throw new Error("no publication");
  return view;
}

/** Form 01 of the year as the index has it now. */
async function living(): Promise<LivingReport> {
  const asked = { regime: null, title: null, publishedUntil: null, scope: { ...ANY_DOCUMENT, local: true } };
  const models: readonly ReportModel[] = [(await fillReport(store, { form: "01", ...YEAR, ...asked })).model];
  const title = "Danh mục văn bản hết hiệu lực toàn bộ năm 2025";
  return { kind: "list", title, path: "/reports?form=01", from: YEAR.from, on: YEAR.to, models };
}

const freeze = async () => freezeReport(store, await living(), "Hà", NOW);
const bytes = async (id: string) => {
  const view = await viewed(id);
  const files: Buffer[] = [];
  for (const model of view.frozen.models)
    for (const format of FROZEN_FORMATS) files.push(Buffer.from(await frozenFile(view.frozen, model, format)));
  for await (const part of frozenArchive(view.frozen, view.publication.body)) files.push(Buffer.from(part));
  return Buffer.concat(files);
};

describe("a frozen list", () => {
  it("comes out byte for byte after the index has changed and time has passed", async () => {
    const { id } = await freeze();
    const before = await bytes(id);
    await status(OTHER, { status: "ceased", since: "2025-03-01", from: "2025-03-01", reason: "Bị bãi bỏ" });
    await store.works.save([{ ...ENDED, title: "Tên khác" }]);
    // the writers note seconds: a file made in the same second proves nothing
    await new Promise((later) => setTimeout(later, 2100));
    expect((await bytes(id)).equals(before)).toBe(true);
  });

  it("keeps where its numbers led in the national database, whatever address is written later", async () => {
    const [before, after] = ["https://cu.example.vn/{symbol}", "https://moi.example.vn/{symbol}"];
    await saveAgency(store, { ...NO_AGENCY, nationalDatabase: before }, 0, "Hà", NOW);
    const asked = { ...YEAR, regime: null, title: null, publishedUntil: null, scope: { ...ANY_DOCUMENT, local: true } };
    const collection = await livingList(store, asked, ["05"], "/reports?form=05");
    const { id } = await freezeReport(store, collection, "Hà", NOW);
    const frozen = await bytes(id);
    await saveAgency(store, { ...NO_AGENCY, nationalDatabase: after }, 1, "Hà", NOW);
    expect((await bytes(id)).equals(frozen)).toBe(true);
    const [model] = (await viewed(id)).frozen.models;
    expect(JSON.stringify(model)).toContain("https://cu.example.vn/30%2F2022%2FQ%C4%90-UBND");
    const living = await livingList(store, asked, ["05"], "/reports?form=05");
    expect(JSON.stringify(living.models)).toContain("https://moi.example.vn/30%2F2022%2FQ%C4%90-UBND");
  });

  it("says on what day, by what knowledge and under which end of the audit trail it was made", async () => {
    await store.audit.append({ at: 1, by: "Hà", action: "document.mend", subject: "w", detail: {} });
    const head = await store.audit.head();
    const { id } = await freeze();
    const view = await viewed(id);
    expect(view.frozen).toMatchObject({ on: "2025-12-31", knownAt: NOW, head });
    const [csv] = await Promise.all(
      view.frozen.models.map(async (model) => new TextDecoder().decode(await frozenFile(view.frozen, model, "csv"))),
    );
    expect(csv).toContain("Số liệu tính đến hết ngày 31/12/2025, theo dữ liệu có lúc 10:00 ngày 20/01/2026.");
    expect(csv).toContain(head?.hash);
    expect(await provePublication(store, view)).toMatchObject({
      whole: true,
      entry: { agrees: true },
      headStands: true,
    });
  });

  it("is found out when its record was changed", async () => {
    const { id } = await freeze();
    const view = await viewed(id);
    const publication = { ...view.publication, body: view.publication.body.replace("Quyết định A", "Quyết định B") };
    expect(await provePublication(store, { ...view, publication })).toMatchObject({
      whole: false,
      entry: { agrees: false },
    });
  });
});

describe("its own files", () => {
  it.each(["docx", "xlsx", "html"] as const)("%s is read back row for row", async (format) => {
    await status(OTHER, {
      status: "ceased",
      since: "2025-03-01",
      from: "2025-03-01",
      reason: "Bị bãi bỏ bởi Quyết định B",
    });
    const view = await viewed((await freeze()).id);
    const [model] = view.frozen.models;
    if (!model) throw new Error("no model");
    const path = join(temporaryFolder(), `danh-muc.${format}`);
    writeFileSync(path, await frozenFile(view.frozen, model, format));
    const read = await readListFile(path, `danh-muc.${format}`);
    if (!read.ok) throw new Error(read.problem.what);
    expect(
      read.list.rows.map((r) => [r.fate, r.part, r.symbol, r.issuedOn, r.issuer, r.title, r.reason, r.since]),
    ).toEqual(
      [ENDED, OTHER].map((work) => [
        "ceased",
        "A",
        work.symbol,
        work.issuedOn,
        work.issuer,
        work.title,
        expect.any(String),
        work === ENDED ? "2025-06-01" : "2025-03-01",
      ]),
    );
    expect(read.list.totals[0]).toMatchObject({ said: 2, rows: 2 });
    expect(read.list.unread).toEqual([]);
  });
});

describe("publishing", () => {
  it("files the decision, and every listed document says where it was published", async () => {
    const { id } = await freeze();
    const done = await publishReport({ store, id, deciding: DECIDING, by: "Hà", now: NOW });
    if (!done.ok) throw new Error(done.why);
    expect(await store.works.find(done.work.id)).toMatchObject({
      symbol: "315/QĐ-UBND",
      known: "listed",
      normative: "no",
    });
    const [place, more] = await places(ENDED);
    expect(place).toMatchObject({
      row: { form: "01", part: "A", since: "2025-06-01", ord: 1 },
      by: { symbol: "315/QĐ-UBND" },
    });
    expect(more).toBeUndefined();
    expect(await places(OTHER)).toEqual([]);
  });

  it("ends nothing by itself: the status stays what is computed, and a later difference is told", async () => {
    const { id } = await freeze();
    await publishReport({ store, id, deciding: DECIDING, by: "Hà", now: NOW });
    expect(await store.effects.applied()).toEqual([]);
    expect(await conflicts()).toEqual([]);
    await status(ENDED, { status: "in-force", since: "2021-05-20" });
    expect(await conflicts()).toMatchObject([
      { statement: { target: ENDED.id, listed: { status: "ceased", sheet: "Mẫu số 01, phần A", row: 1 } } },
    ]);
  });

  it("happens once", async () => {
    const { id } = await freeze();
    const publish = () => publishReport({ store, id, deciding: DECIDING, by: "Hà", now: NOW });
    const both = await Promise.all([publish(), publish()]);
    expect(both.map((one) => (one.ok ? "ok" : one.why)).sort()).toEqual(["not-draft", "ok"]);
  });

  it.each([
    ["bad-symbol", { ...DECIDING, symbol: "không có số" }],
    ["issuer-missing", { ...DECIDING, issuer: " " }],
    ["before-its-day", { ...DECIDING, issuedOn: "2024-01-22" }],
  ])("is refused: %s", async (why, deciding) => {
    const { id } = await freeze();
    expect(await publishReport({ store, id, deciding, by: "Hà", now: NOW })).toEqual({ ok: false, why });
    expect((await store.publications.find(id))?.state).toBe("draft");
  });
});

describe("đính chính", () => {
  const correct = async (id: string, reason = "Bỏ sót Quyết định số 30/2022/QĐ-UBND") =>
    correctReport({ store, id, living: await living(), reason, by: "Hà", now: NOW + 1000 });

  it("says what was added, removed and changed, and stands in place of the first once it is published", async () => {
    const { id } = await freeze();
    await publishReport({ store, id, deciding: DECIDING, by: "Hà", now: NOW });
    await status(OTHER, { status: "ceased", since: "2025-03-01", from: "2025-03-01", reason: "Bị bãi bỏ" });
    await status(ENDED, {
      status: "ceased",
      since: "2025-07-01",
      from: "2025-07-01",
      reason: "Bị bãi bỏ bởi Quyết định A",
    });
    const done = await correct(id);
    if (!done.ok) throw new Error(done.why);
    const view = await viewPublication(store, done.publication.id);
    expect(view?.frozen.correction).toMatchObject({
      version: 1,
      added: [{ work: OTHER.id }],
      removed: [],
      changed: [
        {
          row: { work: ENDED.id },
          cells: [{ column: "Ngày hết hiệu lực, tạm ngưng hiệu lực", was: "01/06/2025", is: "01/07/2025" }],
        },
      ],
    });
    expect(view?.versions.map((v) => [v.version, v.state])).toEqual([
      [1, "published"],
      [2, "draft"],
    ]);
    const deciding = { ...DECIDING, symbol: "402/QĐ-UBND", issuedOn: "2026-02-10" };
    await publishReport({ store, id: done.publication.id, deciding, by: "Hà", now: NOW + 2000 });
    expect((await viewPublication(store, id))?.versions.map((v) => v.state)).toEqual(["corrected", "published"]);
    expect((await places(ENDED)).map((p) => [p.publication.version, p.row.since])).toEqual([[2, "2025-07-01"]]);
  });

  it("takes back what the list no longer says", async () => {
    const { id } = await freeze();
    await publishReport({ store, id, deciding: DECIDING, by: "Hà", now: NOW });
    await status(ENDED, { status: "in-force", since: "2021-05-20" });
    expect(await conflicts()).toHaveLength(1);
    const done = await correct(id, "Quyết định số 12/2021/QĐ-UBND còn hiệu lực");
    if (!done.ok) throw new Error(done.why);
    const deciding = { ...DECIDING, symbol: "402/QĐ-UBND", issuedOn: "2026-02-10" };
    await publishReport({ store, id: done.publication.id, deciding, by: "Hà", now: NOW + 2000 });
    expect(await conflicts()).toEqual([]);
    expect(await places(ENDED)).toEqual([]);
  });

  it("needs a reason, a published list and a difference, and waits for an open version", async () => {
    const { id } = await freeze();
    expect(await correct(id, " ")).toEqual({ ok: false, why: "reason-missing" });
    expect(await correct(id)).toEqual({ ok: false, why: "not-published" });
    await publishReport({ store, id, deciding: DECIDING, by: "Hà", now: NOW });
    expect(await correct(id)).toEqual({ ok: false, why: "nothing-changed" });
    await status(OTHER, { status: "ceased", since: "2025-03-01", from: "2025-03-01", reason: "Bị bãi bỏ" });
    expect((await correct(id)).ok).toBe(true);
    expect(await correct(id)).toEqual({ ok: false, why: "version-open" });
  });
});
