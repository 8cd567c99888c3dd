import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import type { Person } from "../../src/domain/account.ts";
import { type DraftDesk, draftMark, openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { annotatedDraft } from "../../src/use-cases/export-draft.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { viewDraft } from "../../src/use-cases/view-draft.ts";
import { DRAFT, MENDED } from "./draft-of-an-khe.ts";
import { aUnit } from "../store/conformance-accounts.ts";

const DAY = "2026-12-01";
let store: Store;
let desk: DraftDesk;
let clock = 1_000;
beforeAll(async () => {
  store = await openStore(":memory:");
  const corpus = fileURLToPath(new URL("../../corpus/documents", import.meta.url));
  await indexPaths({ store, paths: [corpus], parsers: 2, now: 0 });
  desk = openDraftDesk({ store, rules, now: () => clock });
}, 120_000);
afterAll(() => store.close());

/** One office, three people; the fourth sits elsewhere. */
const someone = (id: string, signature: string, unit: string | null = "tu-phap"): Person => ({
  id,
  signature,
  name: signature,
  role: "drafter",
  unit: unit === null ? null : aUnit(unit),
  alone: false,
});
const ha = someone("ha", "Hà");
const thuHa = someone("thu-ha", "Lê Thu Hà");
const duc = someone("duc", "Trần Minh Đức");
const stranger = someone("la", "Người lạ", "tai-chinh");

const checked = async (text: string, before: string | null = null) => {
  const done = await desk.check(text, DAY, before, ha);
  if (!done.ok) throw new Error(done.problem.what);
  const draft = await desk.show(done.id, ha);
  if (!draft) throw new Error("not kept");
  return draft;
};
const rulesOf = (draft: Awaited<ReturnType<typeof checked>>) => draft.assessment.findings.map((f) => f.rule);

describe("a draft", () => {
  it("is told of a dead basis, a missing provision, and what issuing it would do", async () => {
    const draft = await checked(DRAFT);
    expect(rulesOf(draft)).toContain("expired-legal-basis");
    expect(rulesOf(draft)).toContain("missing-provision-cited");
    const { ends, left, repealClause, lost, review } = draft.assessment;
    expect(ends.map((e) => e.work.symbol)).toEqual(["14/2019/QĐ-UBND"]);
    expect(left.filter((l) => l.why === "amends-ended").map((l) => l.work.symbol)).toEqual(
      expect.arrayContaining(["22/2021/QĐ-UBND", "31/2023/QĐ-UBND"]),
    );
    expect(repealClause).toContain("Quyết định số 22/2021/QĐ-UBND");
    expect(lost.map((l) => l.text).join()).toContain("9999/2024/QĐ-PTNB");
    expect(review.map((r) => r.work.symbol)).not.toContain("14/2019/QĐ-UBND");
  });

  it("leaves no trace in the index", async () => {
    const before = [await store.documents.counts(), await store.findings.counts(), (await store.works.all()).length];
    await checked(DRAFT);
    const after = [await store.documents.counts(), await store.findings.counts(), (await store.works.all()).length];
    expect(after).toEqual(before);
    expect((await store.search.provisions("phao tiêu nội bộ", { limit: 5 })).hits).toEqual([]);
  });

  it("checked again after mending says what is solved and what is new", async () => {
    const first = await checked(DRAFT);
    const second = await checked(MENDED, first.id);
    const solved = second.since?.solved.map((f) => f.rule) ?? [];
    expect(solved).toContain("expired-legal-basis");
    expect(solved).toContain("missing-provision-cited");
    const same = await checked(DRAFT, first.id);
    expect(same.since).toEqual({ fresh: new Set(), solved: [] });
  });

  it("shows the deciding words of the draft and of the law", async () => {
    const view = await viewDraft(store, await checked(DRAFT));
    const basis = [...view.mustMend, ...view.consider].find((v) => v.finding.rule === "expired-legal-basis");
    expect(basis?.subjects[0]?.passage.text).toContain("77/2015/QH13");
    expect([...view.mustMend, ...view.consider].map((v) => v.n)).toEqual(
      draftNumbers(view.mustMend.length + view.consider.length),
    );
  });

  it("goes out as a Word file with a comment for every finding, at its words", async () => {
    const view = await viewDraft(store, await checked(DRAFT));
    const files = unzipSync(await annotatedDraft(view));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    const n = view.mustMend.length + view.consider.length;
    expect(text("word/comments.xml").match(/<w:comment /gu)).toHaveLength(n);
    const body = text("word/document.xml");
    for (const kind of ["commentRangeStart", "commentRangeEnd", "commentReference"])
      expect(body.match(new RegExp(`<w:${kind} `, "gu")), kind).toHaveLength(n);
    const basis = view.mustMend.find((v) => v.finding.rule === "expired-legal-basis");
    const id = (basis?.n ?? 0) - 1;
    const marked = body.slice(
      body.indexOf(`<w:commentRangeStart w:id="${id}"`),
      body.indexOf(`<w:commentRangeEnd w:id="${id}"`),
    );
    expect(marked.replace(/<[^>]+>/gu, "")).toContain("77/2015/QH13");
  });

  it("is forgotten after four hours, and at once when asked", async () => {
    const [kept, dropped] = [await checked(DRAFT), await checked(DRAFT)];
    await desk.forget(dropped.id, ha);
    expect(await desk.show(dropped.id, ha)).toBeNull();
    expect(await desk.show(kept.id, ha)).not.toBeNull();
    clock += 4 * 3_600_000 + 1;
    expect(await desk.show(kept.id, ha)).toBeNull();
  });

  it("leaves a trace of who checked, saw, downloaded and forgot it, without its number and its words", async () => {
    const draft = await checked(DRAFT);
    await desk.show(draft.id, thuHa);
    await desk.show(draft.id, duc, "export");
    expect(await desk.forget(draft.id, thuHa)).toBe(true);
    expect(await desk.forget(draft.id, thuHa)).toBe(false);
    const trace = await store.audit.list({ subject: draftMark(draft.id), limit: 10 });
    expect(trace.map((e) => [e.action, e.by]).reverse()).toEqual([
      ["draft.check", "Hà"],
      ["draft.see", "Hà"],
      ["draft.see", "Lê Thu Hà"],
      ["draft.export", "Trần Minh Đức"],
      ["draft.forget", "Lê Thu Hà"],
    ]);
    expect(JSON.stringify(trace)).not.toContain(draft.id);
  });

  it("is another unit's: as if it were not there, and nothing of it shows in what they check", async () => {
    const draft = await checked(DRAFT);
    expect(await desk.show(draft.id, stranger)).toBeNull();
    expect(await desk.show(draft.id, stranger, "export")).toBeNull();
    expect(await desk.forget(draft.id, stranger)).toBe(false);
    const own = await desk.check(DRAFT, DAY, draft.id, stranger);
    expect(own.ok && (await desk.show(own.id, stranger))?.since).toBeNull();
    expect(await desk.show(draft.id, someone("khac", "Không đơn vị", null))).toBeNull();
    expect(await desk.show(draft.id, ha)).not.toBeNull();
  });

  it("that is empty is refused with what to do", async () => {
    expect(await desk.check("  ", DAY, null, ha)).toMatchObject({ ok: false, problem: { code: "no-draft" } });
  });
});

const draftNumbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
