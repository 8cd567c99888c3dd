import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ImportedList, ReadRow } from "../../src/domain/publication.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { answerListItem, markOf } from "../../src/use-cases/answer-list-item.ts";
import { importList, keepList } from "../../src/use-cases/import-list.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { matchRows } from "../../src/use-cases/match-list-rows.ts";
import { viewNamedLists } from "../../src/use-cases/view-named-lists.ts";
import { reconcileList } from "../../src/use-cases/reconcile-list.ts";
import { viewAttentionList } from "../../src/use-cases/view-attention.ts";
import { aDocument, anEntry, aPeriod, aWork } from "../store/build.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";

const TODAY = "2026-02-01";
const NOW = Date.parse("2026-02-01T03:00:00Z");
const HEAD = "DANH MỤC VĂN BẢN HẾT HIỆU LỰC NĂM 2025 (Kèm theo Quyết định số 315/QĐ-UBND ngày 22/01/2026 của …)";

const work = (symbol: string): Work => aWork({ symbol, issuedOn: "2021-05-04", effectiveOn: "2021-05-20" });
const [AGREES, LIVES, OTHER_DAY, OTHER_REASON, FORGOTTEN] = [1, 2, 3, 4, 5].map((n) => work(`1${n}/2021/QĐ-UBND`)) as [
  Work,
  Work,
  Work,
  Work,
  Work,
];

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  for (const one of [AGREES, LIVES, OTHER_DAY, OTHER_REASON, FORGOTTEN]) {
    await store.withTransaction(async () => {
      await store.works.save([one]);
      const document = aDocument(one.title ?? "", [{ heading: "Phạm vi", clauses: ["Một."] }], one.symbol ?? "");
      await store.documents.add(anEntry(one, document));
    });
    await ended(one, one === LIVES ? { status: "in-force" } : {});
  }
  await store.facets.save(
    [AGREES, LIVES, OTHER_DAY, OTHER_REASON, FORGOTTEN].map((one) => ({
      work: one.id,
      level: "province" as const,
      body: "ubnd:an khe@2025-07-01",
      bodyName: "Ủy ban nhân dân tỉnh An Khê",
      fields: [],
      territory: [],
      territoryNames: [],
    })),
  );
});
afterEach(() => store.close());

const ended = (one: Work, given: Partial<StatusPeriod>): Promise<void> =>
  store.withTransaction(async () => {
    const because = [
      {
        work: "qd",
        symbol: "17/2025/QĐ-UBND",
        eId: null,
        quote: "Bãi bỏ",
        span: null,
        rule: "repealed",
        from: "2025-06-01",
        says: "Bị bãi bỏ",
      },
    ];
    await store.statuses.replace(
      [one.id],
      [aPeriod(one, { status: "ceased", since: "2025-06-01", from: "2025-06-01", because, ...given })],
    );
    await nextRevision(store);
  });

const row = (of: Work, no: number, given: Partial<ReadRow> = {}): ReadRow => ({
  no,
  fate: "ceased",
  part: "A",
  group: "",
  type: "quyet-dinh",
  symbol: of.symbol,
  issuedOn: of.issuedOn,
  issuer: of.issuer,
  title: "",
  content: "",
  reason: "Bị bãi bỏ bởi Quyết định số 17/2025/QĐ-UBND",
  endedBy: "17/2025/QĐ-UBND",
  since: "2025-06-01",
  otherDays: [],
  place: `dòng ${no}`,
  problems: [],
  ...given,
});

const ROWS = [
  row(AGREES, 1),
  row(LIVES, 2),
  row(OTHER_DAY, 3, { since: "2025-07-01" }),
  row(OTHER_REASON, 4, { endedBy: "99/2025/QĐ-UBND" }),
  row(work("77/2021/QĐ-UBND"), 5),
];

async function kept(rows = ROWS): Promise<string> {
  const list = { rows, totals: [], unread: [] };
  return keepList(store, { ok: true, file: "danh-muc.docx", sha256: "s", head: HEAD, list }, "Hà", NOW);
}
const listOf = async (id: string): Promise<ImportedList> => JSON.parse((await store.listImports.find(id))?.body ?? "");
const itemsOf = async (id: string) => (await reconcileList(store, id, await listOf(id), TODAY)).items;

describe("a published list against what is computed", () => {
  it("tells what differs with both sides, what agrees, and what is not known", async () => {
    const id = await kept();
    const list = await listOf(id);
    expect(list).toMatchObject({
      from: "2025-01-01",
      to: "2025-12-31",
      decision: { symbol: "315/QĐ-UBND", issuedOn: "2026-01-22" },
    });
    const { items, agreeing, unmatched } = await reconcileList(store, id, list, TODAY);
    expect(items.map((item) => [item.kind, item.work.id, item.row?.no ?? null])).toEqual([
      ["not-ended", LIVES.id, 2],
      ["other-day", OTHER_DAY.id, 3],
      ["other-reason", OTHER_REASON.id, 4],
      ["missing", FORGOTTEN.id, null],
    ]);
    expect(items[1]).toMatchObject({ row: { since: "2025-07-01" }, period: { since: "2025-06-01" } });
    expect([agreeing, unmatched.map((one) => one.row.no)]).toEqual([1, [5]]);
  });

  it("says beside the document what the list says, and ends nothing", async () => {
    await kept();
    expect((await store.statuses.on(LIVES.id, TODAY))?.status).toBe("in-force");
    expect((await store.effects.on(LIVES.id)).filter(({ listed }) => listed)).toMatchObject([
      { target: LIVES.id, applied: false, listed: { list: "Danh mục kèm theo 315/QĐ-UBND" } },
    ]);
  });

  it("keeps an answer with its reason while both sides stay as they were", async () => {
    const id = await kept();
    const [item] = await itemsOf(id);
    if (!item) throw new Error("no item");
    const answer = {
      store,
      id,
      key: item.key,
      side: "ours" as const,
      seen: markOf(item),
      today: TODAY,
      by: "Hà",
      now: NOW,
    };
    expect(await answerListItem({ ...answer, reason: " " })).toEqual({ ok: false, why: "reason-missing" });
    expect(await answerListItem({ ...answer, reason: "Danh mục ghi nhầm số" })).toEqual({ ok: true });
    expect(await answerListItem({ ...answer, reason: "khác" })).toEqual({ ok: false, why: "somebody-first" });
    expect((await itemsOf(id))[0]).toMatchObject({ answer: { side: "ours", reason: "Danh mục ghi nhầm số" } });
    // what is settled waits for nobody
    expect(await waiting()).not.toContain(`not-ended ${LIVES.id}`);
    expect((await store.audit.list({ limit: 1 }))[0]).toMatchObject({ action: "list.answer", subject: id });
    await ended(LIVES, { status: "partly-ceased", since: "2025-03-01" });
    expect((await itemsOf(id))[0]).toMatchObject({ kind: "extent", answer: null, reopened: true });
  });

  it("asks nothing about a document whose ending names nobody", async () => {
    await ended(OTHER_REASON, { because: [] });
    const id = await kept();
    expect((await itemsOf(id)).some((item) => item.kind === "other-reason")).toBe(false);
  });
});

/** Differences that wait among what needs a person. */
const waiting = async (): Promise<readonly string[]> =>
  (await viewAttentionList(store, TODAY, "published-lists", {})).list.rows.flatMap((row) =>
    row.of === "published" ? [`${row.item.kind} ${row.item.work.id}`] : [],
  );

describe("what needs a person", () => {
  it("holds every kind of difference with both sides, once, until somebody answers it", async () => {
    const id = await kept();
    expect(await waiting()).toEqual([
      `not-ended ${LIVES.id}`,
      `other-day ${OTHER_DAY.id}`,
      `other-reason ${OTHER_REASON.id}`,
      `missing ${FORGOTTEN.id}`,
    ]);
    expect((await viewAttentionList(store, TODAY, "lists", {})).list.n).toBe(0);
    const { list } = await viewAttentionList(store, TODAY, "published-lists", {});
    expect(list.rows[1]).toMatchObject({
      list: id,
      name: "Danh mục kèm theo 315/QĐ-UBND",
      item: { row: { since: "2025-07-01" }, since: "2025-06-01" },
    });
    for (const item of await itemsOf(id)) {
      const { key } = item;
      const said = { store, id, key, side: "ours", reason: "Đã xem", seen: markOf(item), today: TODAY } as const;
      expect(await answerListItem({ ...said, by: "Hà", now: NOW })).toEqual({ ok: true });
    }
    expect(await waiting()).toEqual([]);
    const [first] = await itemsOf(id);
    if (!first) throw new Error("no item");
    const back = { store, id, key: first.key, side: null, reason: "", seen: markOf(first), today: TODAY } as const;
    expect(await answerListItem({ ...back, by: "Hà", now: NOW + 1 })).toEqual({ ok: true });
    expect(await waiting()).toEqual([`not-ended ${LIVES.id}`]);
  });
});

describe("rows and the days they name", () => {
  it("holds a row about a later day against that day, not against the last one of the year", async () => {
    await store.statuses.replace(
      [AGREES.id],
      [
        aPeriod(AGREES, { status: "in-force", to: "2026-01-01" }),
        aPeriod(AGREES, { status: "ceased", since: "2026-01-01", from: "2026-01-01" }),
      ],
    );
    await nextRevision(store);
    const id = await kept([row(AGREES, 1, { since: "2026-01-01", endedBy: null })]);
    expect((await itemsOf(id)).filter(({ work: { id: of } }) => of === AGREES.id)).toEqual([]);
  });

  it("minds each of several days", async () => {
    const id = await kept([row(AGREES, 1, { otherDays: ["2025-09-01"] })]);
    expect((await itemsOf(id))[0]).toMatchObject({ kind: "other-day", work: { id: AGREES.id } });
  });

  it("asks for a suspension on its own day, and does not call agreeing what it did not compare", async () => {
    await store.statuses.replace(
      [AGREES.id],
      [
        aPeriod(AGREES, { status: "suspended", since: "2025-03-01", from: "2025-03-01", to: "2025-05-01" }),
        aPeriod(AGREES, { status: "in-force", from: "2025-05-01" }),
      ],
    );
    await nextRevision(store);
    const rows = [
      row(AGREES, 1, { fate: "suspended", since: "2025-03-01" }),
      row(LIVES, 2, { fate: "suspended", since: "2025-03-01" }),
      row(OTHER_DAY, 3, { fate: null }),
    ];
    const id = await kept(rows);
    const { items, agreeing, silent } = await reconcileList(store, id, await listOf(id), TODAY);
    expect(items.map((item) => [item.kind, item.work.id])).toEqual([["not-suspended", LIVES.id]]);
    expect([agreeing, silent]).toEqual([1, 1]);
  });

  it("gives two rows of one document with one number keys of their own", async () => {
    const id = await kept([row(LIVES, 1), row(LIVES, 1, { fate: "partly-ceased", group: "II" })]);
    const keys = (await itemsOf(id)).flatMap(({ key, row: of }) => (of === null ? [] : [key]));
    expect(new Set(keys).size).toBe(2);
  });

  it("accuses no list of forgetting where nobody says its period", async () => {
    const list = { rows: ROWS, totals: [], unread: [] };
    const head = "DANH MỤC VĂN BẢN HẾT HIỆU LỰC\nSTT";
    const id = await keepList(store, { ok: true, file: "khong-ky.docx", sha256: "k", head, list }, "Hà", NOW);
    expect(await listOf(id)).toMatchObject({ from: "2025-01-01", to: "2025-07-01", periodBy: "rows" });
    expect((await itemsOf(id)).map(({ kind }) => kind)).toEqual(["not-ended", "other-day", "other-reason"]);
  });

  it("misses a part that ended within the period of a document of which another had ended long before", async () => {
    const because = ["2020-03-01", "2025-03-01"].map((from) => ({
      work: "qd",
      symbol: "5/2024/QĐ-UBND",
      eId: null,
      quote: "Bãi bỏ",
      span: null,
      rule: "repealed",
      from,
      says: `Bị bãi bỏ một phần từ ngày ${from}`,
    }));
    const part = { status: "partly-ceased", since: "2020-03-01", from: "2020-03-01" } as const;
    await ended(FORGOTTEN, { ...part, because });
    await ended(OTHER_REASON, { ...part, because: because.slice(0, 1) });
    const id = await kept([row(AGREES, 1), row(LIVES, 2, { fate: "partly-ceased" })]);
    const missing = (await itemsOf(id)).filter(({ kind }) => kind === "missing");
    expect(missing.map(({ work: { id: of }, since }) => [of, since])).toEqual([
      [OTHER_DAY.id, "2025-06-01"],
      [FORGOTTEN.id, "2025-03-01"],
    ]);
  });

  it("misses nothing in one list that another list of the same days has", async () => {
    await keepList(
      store,
      {
        ok: true,
        file: "hdnd.docx",
        sha256: "t",
        head: HEAD,
        list: { rows: [row(FORGOTTEN, 1)], totals: [], unread: [] },
      },
      "Hà",
      NOW,
    );
    const id = await kept();
    expect((await itemsOf(id)).map(({ kind }) => kind)).not.toContain("missing");
  });
});

describe("which document a row means", () => {
  const matched = async (given: Partial<ReadRow>) => {
    const [one] = await matchRows(store, [row(AGREES, 1, given)]);
    return { work: one?.work?.id ?? null, candidates: one?.candidates.map((c) => c.id) };
  };
  const neighbour = aWork({
    symbol: "11/2021/QĐ-UBND",
    issuer: "Ủy ban nhân dân tỉnh Bình Sơn",
    issuedOn: "2021-08-01",
  });

  it("overlooks a zero in front of a local number only on the same day", async () => {
    expect(await matched({ symbol: "011/2021/QĐ-UBND" })).toEqual({ work: AGREES.id, candidates: [AGREES.id] });
    expect(await matched({ symbol: "011/2021/QĐ-UBND", issuedOn: "2021-05-05" })).toEqual({
      work: null,
      candidates: [],
    });
    expect(await matched({ symbol: "011/2021/QĐ-UBND", issuedOn: null })).toEqual({ work: null, candidates: [] });
  });

  it("understands a body whose name leaves its province out, and never chooses between two provinces", async () => {
    expect((await matched({ issuer: "UBND tỉnh" })).work).toBe(AGREES.id);
    expect((await matched({ issuer: "HĐND tỉnh" })).work).toBeNull();
    await store.works.save([neighbour]);
    expect((await matched({ issuer: "UBND tỉnh" })).work).toBe(AGREES.id);
    const open = await matched({ issuer: "UBND tỉnh", issuedOn: null });
    expect([open.work, open.candidates?.length]).toEqual([null, 2]);
  });

  it("names the document of the same number and body that bears another day, and does not take it", async () => {
    await store.works.save([neighbour]);
    expect(await matched({ issuedOn: "2021-05-05" })).toEqual({ work: null, candidates: [AGREES.id] });
  });
});

describe("a document's own page", () => {
  it("names every list it stands in, whether they agree, and the list that forgot it", async () => {
    const id = await kept();
    const of = async (one: Work) => (await viewNamedLists(store, one.id, TODAY)).places;
    expect(await of(AGREES)).toMatchObject([
      { id, name: "Danh mục kèm theo 315/QĐ-UBND", issuedOn: "2026-01-22", row: { no: 1 }, item: null },
    ]);
    expect(await of(OTHER_DAY)).toMatchObject([{ id, row: { no: 3 }, item: { kind: "other-day", answer: null } }]);
    expect(await of(FORGOTTEN)).toMatchObject([{ id, row: null, item: { kind: "missing" } }]);
    const { statements } = await viewNamedLists(store, LIVES.id, TODAY);
    expect(
      (await store.effects.on(LIVES.id)).flatMap((e) => (e.listed && statements.has(e.id) ? [e.id] : [])),
    ).toHaveLength(1);
  });
});

describe("reading the file", () => {
  const upload = (name: string, bytes: string | Uint8Array) => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, bytes);
    return { files: [{ path, name }], refused: [], discard: async () => {} };
  };
  const TEXT = `DANH MỤC VĂN BẢN HẾT HIỆU LỰC NĂM 2025
A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết hiệu lực
1
Quyết định số 11/2021/QĐ-UBND ngày 04/5/2021 của Ủy ban nhân dân tỉnh An Khê về phí đò
Bị bãi bỏ bởi Quyết định số 17/2025/QĐ-UBND
01/6/2025
Tổng số: 1 văn bản
`;

  it("keeps it once: the same file leads to what is kept", async () => {
    const first = await importList({ store, upload: upload("dm.txt", TEXT), by: "Hà", now: NOW });
    const again = await importList({ store, upload: upload("dm-2.txt", TEXT), by: "Đức", now: NOW });
    expect(first).toMatchObject({ ok: true, known: false });
    expect(again).toEqual({ ...first, known: true });
    expect((await itemsOf((first as { id: string }).id)).map((item) => item.kind)).toEqual([
      "missing",
      "missing",
      "missing",
    ]);
  }, 30_000);

  it("says why nothing could be read of another file", async () => {
    const read = await importList({
      store,
      upload: upload("qd.txt", `QUYẾT ĐỊNH\n${"Điều 1. Quyết định này quy định về bến khách ngang sông.\n".repeat(9)}`),
      by: "Hà",
      now: NOW,
    });
    expect(read).toMatchObject({ ok: false, problem: { code: "no-published-list" } });
    const empty = { files: [], refused: [], discard: async () => {} };
    expect(await importList({ store, upload: empty, by: "Hà", now: NOW })).toMatchObject({
      ok: false,
      problem: { code: "nothing-uploaded" },
    });
  }, 30_000);
});
