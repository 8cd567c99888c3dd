import { randomUUID } from "node:crypto";
import { type Account, ALONE, WHOLE_SCOPE } from "../../src/domain/account.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import type { ReadRow } from "../../src/domain/publication.ts";
import type { Work } from "../../src/domain/work.ts";
import { readTracker } from "../../src/read/tracker.ts";
import { evenColumns, numberCell, textCell } from "../../src/report/form.ts";
import { writeXlsx } from "../../src/report/write-xlsx.ts";
import type { Store } from "../../src/store/store.ts";
import { freezeReport } from "../../src/use-cases/freeze-report.ts";
import { keepList } from "../../src/use-cases/import-list.ts";
import { openInspection } from "../../src/use-cases/inspect.ts";
import { livingList } from "../../src/use-cases/living-list.ts";
import { makeBatch } from "../../src/use-cases/make-batch.ts";
import { saveUnit } from "../../src/use-cases/manage-units.ts";
import { tell } from "../../src/use-cases/notify.ts";
import { openSheet } from "../../src/use-cases/open-sheet.ts";
import { publishReport } from "../../src/use-cases/publish-report.ts";
import { recordPetition } from "../../src/use-cases/record-petition.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { startHandling } from "../../src/use-cases/start-handling.ts";
import { storeTracker } from "../../src/use-cases/store-tracker.ts";
import { planSheets } from "../../src/use-cases/tracker-plan.ts";
import { askUnit } from "../../src/use-cases/consult-unit.ts";

/** As much as a department of a province has in hand: a systematization, some hundreds of everything else. */
const UNITS = 20;
const SYSTEMATIZED = 3_000;
const BATCHES = 12;
const IN_A_BATCH = 200;
const SHEETS = 600;
const ASKED = 60;
const HANDLINGS = 500;
const TRACKED = 450;
const PETITIONS = 60;
const INSPECTIONS = 40;
const LISTED = 300;
const TOLD = 200;

const BY = "Người đo (do)";

/** Who reads everything but the pages of administration, and who reads those. */
export const READERS = { approver: "bench-approver", admin: "bench-admin" } as const;

/** What people do, laid over the documents by the use cases that the app itself uses. Nothing where it was done before. */
export async function putWorkInHand(store: Store, today: LegalDate, now: number): Promise<void> {
  if (await store.accounts.any()) return;
  const known = await store.works.findAll((await store.documents.indexedWorks()).slice(0, SYSTEMATIZED));
  const works = [...known.values()];
  for (let i = 0; i < UNITS; i++) {
    const scope = { ...WHOLE_SCOPE, fields: [String(i + 1)] };
    const form = { name: `Sở thứ ${i + 1}`, kind: "department", parent: "", scope, active: true };
    await saveUnit(store, form, null, { by: BY, now });
  }
  for (const [role, id] of Object.entries(READERS)) await store.accounts.addAccount(account(id, role, now));
  await planReviews(store, works, now);
  await reviewSome(store, works, today, now);
  await followSome(store, works, now);
  await hearFromOutside(store, works, today, now);
  await publishLists(store, works, now);
  for (let i = 0; i < TOLD; i++) {
    const to = [{ ...ALONE, id: READERS.approver }];
    const values = { what: `Văn bản ${i}` };
    await tell(store, { to, kind: "assigned", once: String(i), path: "/findings", values, by: null, now: now + i });
  }
}

const account = (id: string, role: string, at: number): Account => ({
  id,
  login: id,
  name: "Người đo",
  email: null,
  role: role as Account["role"],
  unit: null,
  passwordHash: null,
  subject: null,
  active: true,
  mustChange: false,
  failures: 0,
  failedSince: null,
  lockedUntil: null,
  digest: false,
  by: BY,
  at,
  passwordAt: at,
  lastLoginAt: at,
  version: 1,
});

/** The systematization first, then smaller ones. */
async function planReviews(store: Store, works: readonly Work[], now: number): Promise<void> {
  for (let i = 0; i < BATCHES; i++) {
    const some = i === 0 ? works : works.slice(i * IN_A_BATCH, (i + 1) * IN_A_BATCH);
    const made = await makeBatch({
      store,
      writing: {
        kind: i === 0 ? "systematization" : "theme",
        name: `Đợt rà soát ${i}`,
        purpose: "Đo",
        order: "",
        lead: null,
        due: "2026-12-31",
        from: i === 0 ? "2024-01-01" : null,
        cutOff: i === 0 ? "2028-12-31" : null,
      },
      candidates: some.map((work) => ({ work, status: "in-force", why: "bộ lọc" })),
      unfound: [],
      query: i === 0 ? null : "/documents?year=2020",
      ground: null,
      by: BY,
      now: now + i,
    });
    if (!made.ok) throw new Error(made.why);
  }
}

async function reviewSome(store: Store, works: readonly Work[], on: LegalDate, now: number): Promise<void> {
  const units = await store.accounts.units();
  const [batch] = (await store.batches.all()).filter(({ kind }) => kind === "systematization");
  for (const [i, { id }] of works.slice(0, SHEETS).entries()) {
    const unit = units[i % units.length]?.id ?? null;
    const at = now + i;
    const opened = await openSheet({
      store,
      work: id,
      batch: batch?.id ?? null,
      unit,
      on,
      person: ALONE,
      by: BY,
      now: at,
    });
    if (!opened.ok) throw new Error(opened.why);
    if (i >= ASKED) continue;
    const other = units[(i + 1) % units.length]?.name ?? "";
    const question = { unit: other, question: "Có còn cần không?", due: "31/12/2026" };
    const asked = await askUnit({ store, sheet: opened.sheet.id, ...question, by: BY, now: at });
    if (!asked.ok) throw new Error(asked.why);
  }
}

async function followSome(store: Store, works: readonly Work[], now: number): Promise<void> {
  const waiting = works.slice(SHEETS, SHEETS + HANDLINGS);
  for (const [i, { id }] of waiting.entries()) {
    const draftingUnit = `Sở thứ ${1 + (i % UNITS)}`;
    const asked = { work: id, form: "amend", content: "Sửa Điều 1", draftingUnit, due: "2026-12-31" } as const;
    await startHandling({ store, ...asked, sheet: null, by: BY, now: now + i });
  }
  const columns = evenColumns(["STT", "Văn bản", "Hình thức xử lý", "Cơ quan tham mưu", "Thời hạn"]);
  const rows = works
    .slice(-TRACKED)
    .map(({ symbol, issuedOn, title }, i) => [
      numberCell(i + 1),
      textCell(`Quyết định số ${symbol} ngày ${formatDate(issuedOn ?? "2020-01-01")} ${title ?? ""}`),
      textCell("Sửa đổi, bổ sung"),
      textCell("Sở Xây dựng"),
      textCell("31/12/2026"),
    ]);
  const part = { label: "", columns, groups: [{ label: "", rows }], total: null };
  const model = {
    form: "x",
    heading: null,
    kind: "BẢNG THEO DÕI",
    title: "xử lý văn bản",
    parts: [part],
    on: "2026-11-26",
  };
  const read = await readTracker(await writeXlsx({ ...model, head: null, notes: [] }), "theo-doi.xlsx");
  if (!read.ok) throw new Error(read.problem.what);
  const plan = await planSheets(store, read.sheets, { name: "theo-doi.xlsx", sha256: "bench" });
  await storeTracker({ store, plan, into: null, by: BY, now });
}

async function hearFromOutside(store: Store, works: readonly Work[], today: LegalDate, now: number): Promise<void> {
  const receivedOn = formatDate(today);
  for (const { symbol } of works.slice(0, PETITIONS)) {
    const text = `Đề nghị rà soát Quyết định số ${symbol} vì không còn phù hợp.`;
    const letter = { from: "Hợp tác xã Bến Tre Xanh", text, receivedOn, kind: "review" };
    const kept = await recordPetition({ store, values: letter, by: BY, now });
    if (!kept.ok) throw new Error(kept.why);
  }
  for (const { id } of works.slice(-INSPECTIONS)) {
    const values = { work: id, kind: "self", ground: "Thẩm quyền", openedOn: receivedOn };
    const opened = await openInspection({ store, values, by: BY, now });
    if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
  }
}

/** Our own of one field, and one of somebody else. */
async function publishLists(store: Store, works: readonly Work[], now: number): Promise<void> {
  const span = { from: "2024-01-01", to: "2024-12-31" };
  const scope = { ...ANY_DOCUMENT, local: true, field: "3" };
  const query = { ...span, scope, regime: null, title: null, publishedUntil: null };
  const path = `/reports?form=01&with=02&from=${span.from}&to=${span.to}&field=3`;
  const { id } = await freezeReport(store, await livingList(store, query, ["01", "02"], path), BY, now);
  const deciding = { symbol: "9/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Khê", issuedOn: "2025-01-20" };
  const done = await publishReport({ store, id, deciding, by: BY, now });
  if (!done.ok) throw new Error(done.why);
  const list = { rows: works.slice(0, LISTED).map(rowOf), totals: [], unread: [] };
  const head = "DANH MỤC VĂN BẢN HẾT HIỆU LỰC NĂM 2025 (Kèm theo Quyết định số 8/QĐ-UBND ngày 22/01/2026)";
  await keepList(store, { ok: true, file: "danh-muc.docx", sha256: randomUUID(), head, list }, BY, now);
}

const rowOf = ({ type, symbol, issuedOn, issuer, title }: Work, i: number): ReadRow => ({
  no: i + 1,
  fate: "ceased",
  part: "A",
  group: "I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ",
  type,
  symbol,
  issuedOn,
  issuer,
  title: title ?? "",
  content: "",
  reason: "Bị bãi bỏ",
  endedBy: null,
  since: "2025-06-01",
  otherDays: [],
  place: `dòng ${i + 3}`,
  problems: [],
});
