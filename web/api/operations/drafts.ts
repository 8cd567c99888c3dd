import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { annotatedDraft } from "../../../src/use-cases/export-draft.ts";
import { type DraftFindingView, type DraftView, viewDraft } from "../../../src/use-cases/view-draft.ts";
import { apiFault } from "../fault.ts";
import { fileOperation, operation } from "../operation.ts";
import { finding, findingOf, passage } from "../shapes/finding.ts";
import { day, DONE, done, eId, list, named, span } from "../shapes/named.ts";
import { effectAction } from "../shapes/effect.ts";
import { statusName, work, workOf, workOrNull } from "../shapes/work.ts";
import { impactRow, impactRowOf } from "./impact.ts";

const byDraft = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/u) });

export const checkDraft = operation({
  id: "checkDraft",
  method: "POST",
  path: "/drafts",
  permission: "draft:check",
  tag: "drafts",
  makes: 201,
  takes: "files",
  summary: {
    vi: "Kiểm tra một dự thảo: gửi lời văn (JSON) hoặc tệp (multipart); không gì của dự thảo được lưu vào kho",
    en: "Check a draft: send its text (JSON) or a file (multipart); nothing of it is stored in the index",
  },
  note: {
    vi: "Kết quả giữ trong bộ nhớ bốn giờ, chỉ ai có mã mới đọc được.",
    en: "The result is kept in memory for four hours; only who has its id can read it.",
  },
  body: z.strictObject({
    text: z.string().max(2_000_000).default(""),
    day: z.string().max(40).default("").describe("Ngày dự kiến ký; bỏ trống = hôm nay. / Planned day of signing."),
    before: z.string().max(100).default("").describe("Mã lần kiểm tra trước, để so. / Id of the check before it."),
  }),
  answers: z.strictObject({ id: z.string() }),
  sample: { text: "QUYẾT ĐỊNH\nVề việc …\n\nĐiều 1. …", day: "2026-12-01" },
  async run({ person, drafts, upload, body, today }) {
    const refuse = async (fault: ReturnType<typeof apiFault>): Promise<ReturnType<typeof apiFault>> => {
      await upload?.discard();
      return fault;
    };
    if (drafts === null) return refuse(apiFault(503, "drafts-off"));
    const on = body.day === "" ? today : parseDate(body.day);
    if (on === null) return refuse(apiFault(400, "bad-day", body.day));
    if (upload !== null && body.text.trim() !== "") return refuse(apiFault(400, "two-drafts"));
    const checked = await drafts.check(upload ?? body.text, on, body.before || null, person);
    if (checked.ok) return { body: { id: checked.id }, location: `/drafts/${checked.id}` };
    const { code, what, why = "", todo = "" } = checked.problem;
    return apiFault(400, "draft-refused", code, { said: { what, why, todo } });
  },
});

const draftFinding = named(
  "DraftFinding",
  z.strictObject({
    n: z.number().int(),
    fresh: z.boolean(),
    finding,
    subjects: list(z.strictObject({ unit: z.string().nullable(), passage })),
    others: list(
      z.strictObject({
        symbol: z.string().nullable(),
        work: work.nullable(),
        unit: z.string().nullable(),
        status: statusName.nullable(),
        passage,
      }),
    ),
  }),
);

const outcome = named(
  "DraftOutcome",
  z.strictObject({
    work,
    actions: list(effectAction),
    units: list(eId),
    from: day.nullable(),
    whyNot: z.string().nullable(),
    by: list(eId),
  }),
);

const shownPassage = (p: z.input<typeof passage>): z.input<typeof passage> => ({
  text: p.text,
  marks: p.marks,
  cutBefore: p.cutBefore,
  cutAfter: p.cutAfter,
});

const findingViewOf = (v: DraftFindingView): z.input<typeof draftFinding> => ({
  n: v.n,
  fresh: v.fresh,
  finding: findingOf(v.finding),
  subjects: v.subjects.map((s) => ({ unit: s.unit, passage: shownPassage(s.passage) })),
  others: v.others.map((o) => ({
    symbol: o.evidence.symbol,
    work: workOrNull(o.work),
    unit: o.unit,
    status: o.status,
    passage: shownPassage(o.passage),
  })),
});

const outcomeOf = (o: DraftView["draft"]["assessment"]["ends"][number]): z.input<typeof outcome> => ({
  work: workOf(o.work),
  actions: o.actions,
  units: o.units,
  from: o.from,
  whyNot: o.whyNot,
  by: o.by,
});

export const getDraft = operation({
  id: "getDraft",
  method: "GET",
  path: "/drafts/{id}",
  permission: "draft:check",
  tag: "drafts",
  summary: {
    vi: "Kết quả kiểm tra: lỗi phải sửa, điểm cân nhắc, văn bản sẽ hết hiệu lực, phải rà soát, còn sót",
    en: "The result: what must be mended, what to consider, what ends, what must be reviewed, what is left standing",
  },
  params: byDraft,
  answers: z.strictObject({
    id: z.string(),
    file: z.string().nullable(),
    day,
    title: z.string().nullable(),
    mustMend: list(draftFinding),
    consider: list(draftFinding),
    solved: list(finding).nullable(),
    ends: list(outcome),
    changes: list(outcome),
    review: list(impactRow),
    left: list(z.strictObject({ work, why: z.enum(["amends-ended", "same-matter"]), of: z.string() })),
    repealClause: z.string().nullable(),
    lost: list(z.strictObject({ text: z.string(), within: eId.nullable(), span, ambiguous: z.boolean() })),
  }),
  async run({ store, drafts, path, person }) {
    const draft = (await drafts?.show(path.id, person)) ?? null;
    if (draft === null) return apiFault(404, "no-draft");
    const view = await viewDraft(store, draft);
    const { assessment: a } = draft;
    return {
      body: {
        id: draft.id,
        file: draft.file,
        day: a.day,
        title: a.work.title,
        mustMend: view.mustMend.map(findingViewOf),
        consider: view.consider.map(findingViewOf),
        solved: draft.since === null ? null : draft.since.solved.map(findingOf),
        ends: a.ends.map(outcomeOf),
        changes: a.changes.map(outcomeOf),
        review: a.review.map((r) =>
          impactRowOf(
            r,
            r.eIds.map((unit) => view.names.of(r.work.id, unit)),
          ),
        ),
        left: a.left.map((l) => ({ work: workOf(l.work), why: l.why, of: l.of })),
        repealClause: a.repealClause,
        lost: a.lost.map((l) => ({ text: l.text, within: l.within, span: l.span, ambiguous: l.ambiguous })),
      },
    };
  },
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const getDraftFile = fileOperation({
  id: "getAnnotatedDraft",
  method: "GET",
  path: "/drafts/{id}/file",
  permission: "draft:check",
  tag: "drafts",
  summary: {
    vi: "Dự thảo trong Word, mỗi phát hiện là một ghi chú ở lề",
    en: "The draft in Word with every finding as a comment at its words",
  },
  params: byDraft,
  files: [DOCX],
  async run({ store, drafts, path, person }) {
    const draft = (await drafts?.show(path.id, person, "export")) ?? null;
    if (draft === null) return apiFault(404, "no-draft");
    const bytes = await annotatedDraft(await viewDraft(store, draft));
    return { file: { bytes, type: DOCX, name: "kiem-tra-du-thao.docx" } };
  },
});

export const forgetDraft = operation({
  id: "forgetDraft",
  method: "DELETE",
  path: "/drafts/{id}",
  permission: "draft:check",
  tag: "drafts",
  summary: { vi: "Quên dự thảo ngay", en: "Forget the draft at once" },
  params: byDraft,
  answers: done,
  async run({ drafts, path, person }) {
    return (await drafts?.forget(path.id, person)) ? DONE : apiFault(404, "no-draft");
  },
});
