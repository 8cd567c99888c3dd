import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { decideFinding, undoDecision as takeBack } from "../../../src/use-cases/decide-finding.ts";
import { askSecondReader } from "../../../src/use-cases/second-reader.ts";
import { viewFinding } from "../../../src/use-cases/view-findings.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import {
  decision,
  decisionOf,
  evidenceView,
  opinion,
  storedFinding,
  storedFindingOf,
  suppression,
  suppressionOf,
  verdict,
} from "../shapes/finding.ts";
import { DONE, done, list, named } from "../shapes/named.ts";
import { work, workOrNull } from "../shapes/work.ts";
import { aboutFinding } from "../../about.ts";

export const byKey = z.object({ key: z.string().min(1).max(100) });

const one = named(
  "FindingDetail",
  z.strictObject({
    finding: storedFinding,
    work: work.nullable(),
    unit: z.string().nullable(),
    evidence: list(evidenceView),
    decision: decision.nullable().describe("Kết luận đang có giá trị. / The decision that counts."),
    history: list(decision),
    suppression: suppression.nullable(),
    reopened: decision.nullable(),
    opinions: list(opinion),
  }),
);

export const getFinding = operation({
  id: "getFinding",
  method: "GET",
  path: "/findings/{key}",
  permission: "finding:read",
  tag: "findings",
  day: true,
  summary: {
    vi: "Một phát hiện: nội dung, căn cứ hai bên, lịch sử kết luận",
    en: "One finding: what it says, the words on both sides, the history of decisions",
  },
  params: byKey,
  answers: one,
  example: { key: "f-conflict" },
  async run({ store, path, on }) {
    const view = await viewFinding(store, path.key, on);
    if (view === null) return apiFault(404, "no-finding", path.key);
    return {
      body: {
        finding: storedFindingOf(view.finding),
        work: workOrNull(view.work),
        unit: view.row.unit,
        evidence: view.evidence.map((e) => ({
          evidence: e.evidence,
          work: workOrNull(e.work),
          status: e.status,
          unit: e.unit,
          passage: { text: e.text, marks: e.marks, cutBefore: e.cutBefore, cutAfter: e.cutAfter },
          context: e.context,
          missing: e.missing,
          quality: e.quality,
        })),
        decision: view.decision === null ? null : decisionOf(view.decision),
        history: view.history.map(decisionOf),
        suppression: view.suppression === null ? null : suppressionOf(view.suppression),
        reopened: view.reopened === null ? null : decisionOf(view.reopened),
        opinions: view.opinions,
      },
    };
  },
});

export const decide = operation({
  id: "decideFinding",
  method: "POST",
  path: "/findings/{key}/decisions",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  makes: 201,
  summary: {
    vi: "Kết luận một phát hiện: xác nhận, bác bỏ (phải có lý do), để sau (phải có ngày), xin ý kiến",
    en: "Decide on a finding: confirmed, dismissed (with a reason), later (until a day), opinion",
  },
  note: {
    vi: "`after` là mã kết luận gần nhất mà người gọi đã thấy (null: chưa có). Nếu đã có người kết luận sau đó, yêu cầu bị từ chối với mã 409.",
    en: "`after` is the last decision the caller has seen (null: none). When somebody has decided since, the call is refused with 409.",
  },
  params: byKey,
  body: z.strictObject({
    verdict,
    reason: z.string().max(2000).nullish(),
    until: z.string().max(40).nullish().describe("Ngày xem lại, cho later. / The day it comes back, for later."),
    after: z.string().max(100).nullish(),
  }),
  answers: decision,
  sample: { verdict: "dismissed", reason: "Không cùng đối tượng", after: null },
  async run({ store, path, body, by, now }) {
    const until = body.until ? parseDate(body.until) : null;
    if (body.until && until === null) return apiFault(400, "bad-day", body.until);
    const done = await decideFinding({
      store,
      finding: path.key,
      verdict: body.verdict,
      reason: body.reason ?? null,
      until,
      after: body.after ?? null,
      by,
      now,
    });
    if (done.ok) return { body: decisionOf(done.decision), location: `/findings/${encodeURIComponent(path.key)}` };
    if (done.why === "no-finding") return apiFault(404, "no-finding", path.key);
    return done.why === "taken" ? apiFault(409, "decided-meanwhile", path.key) : apiFault(400, done.why);
  },
});

export const undoDecision = operation({
  id: "undoDecision",
  method: "DELETE",
  path: "/findings/{key}/decisions/{id}",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  summary: {
    vi: "Hoàn tác kết luận gần nhất của một phát hiện; lịch sử vẫn giữ",
    en: "Take back the last decision on a finding; the history keeps it",
  },
  params: z.object({ key: byKey.shape.key, id: z.string().min(1).max(100) }),
  answers: done,
  async run({ store, path, by, now }) {
    const known = (await store.decisions.of(path.key)).some((d) => d.id === path.id);
    if (!known) return apiFault(404, "no-decision", path.id);
    return (await takeBack(store, { id: path.id, finding: path.key }, by, now))
      ? DONE
      : apiFault(409, "not-last", path.id);
  },
});

export const askOpinion = operation({
  id: "askSecondReader",
  method: "POST",
  path: "/findings/{key}/opinions",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  makes: 201,
  summary: {
    vi: "Hỏi máy đọc thứ hai (mô hình trong mạng nội bộ); ý kiến không quyết định gì",
    en: "Ask the second reader (a model on the own network); its opinion decides nothing",
  },
  params: byKey,
  answers: opinion,
  async run({ store, path, reader, by, now }) {
    const found = await store.findings.find(path.key);
    if (found === null) return apiFault(404, "no-finding", path.key);
    if (reader === null) return apiFault(503, "no-reader");
    const asked = await askSecondReader(store, reader, found, by, now);
    if (!asked.ok) {
      const { what, why = "", todo = "" } = asked.problem;
      return apiFault(409, "no-opinion", path.key, { said: { what, why, todo } });
    }
    return { body: asked.opinion };
  },
});
