import { z } from "zod";
import { type Finding, GROUP_NAMES, SEVERITY_ORDER } from "../../../src/domain/finding.ts";
import { type Decision, FINDING_STATES, type Suppression, VERDICTS } from "../../../src/domain/decision.ts";
import type { FindingRow } from "../../../src/use-cases/view-finding-row.ts";
import type { StoredFinding } from "../../../src/store/store.ts";
import { day, eId, keysOf, list, moment, named, span, workId } from "./named.ts";
import { statusName, work, workOrNull } from "./work.ts";

export const severity = z.enum(SEVERITY_ORDER as [Finding["severity"], ...Finding["severity"][]]);
export const ruleGroup = keysOf(GROUP_NAMES);
export const maturity = z.enum(["stable", "trial"]);
export const verdict = z.enum(VERDICTS);
export const findingState = z.enum(FINDING_STATES);

export const findingRow = named(
  "FindingRow",
  z.strictObject({
    key: z.string(),
    rule: z.string(),
    code: z.string(),
    group: ruleGroup,
    severity,
    maturity,
    confidence: z.number(),
    message: z.string(),
    eId: eId.nullable(),
    unit: z.string().nullable(),
    work: work.nullable(),
  }),
);

export const findingRowOf = (r: FindingRow): z.input<typeof findingRow> => ({
  key: r.key,
  rule: r.rule,
  code: r.code,
  group: r.group,
  severity: r.severity,
  maturity: r.maturity,
  confidence: r.confidence,
  message: r.message,
  eId: r.eId,
  unit: r.unit,
  work: workOrNull(r.work),
});

const evidence = z.strictObject({
  work: workId.nullable(),
  symbol: z.string().nullable(),
  eId: eId.nullable(),
  quote: z.string(),
  span: span.nullable(),
  role: z.enum(["subject", "conflicts-with", "basis"]),
});

/** As a rule raised it. */
export const finding = named(
  "Finding",
  z.strictObject({
    key: z.string(),
    rule: z.string(),
    code: z.string(),
    group: ruleGroup,
    severity,
    maturity,
    confidence: z.number(),
    work: workId,
    eId: eId.nullable(),
    message: z.string(),
    why: z.string(),
    recommendation: z.string(),
    evidence: list(evidence),
  }),
);

export const findingOf = (f: Finding): z.input<typeof finding> => ({
  key: f.key,
  rule: f.rule,
  code: f.code,
  group: f.group,
  severity: f.severity,
  maturity: f.maturity,
  confidence: f.confidence,
  work: f.work,
  eId: f.eId,
  message: f.message,
  why: f.why,
  recommendation: f.recommendation,
  evidence: f.evidence,
});

/** The same with its life in the index. */
export const storedFinding = named(
  "StoredFinding",
  z.strictObject({
    ...finding.shape,
    day: day.describe("Ngày của lần rà soát. / Day of the run that raised it."),
    firstSeen: moment,
    lastSeen: moment,
    gone: z.boolean().describe("Lần rà soát sau không còn nêu. / A later run no longer raised it."),
    verdict: verdict.nullable(),
    suppressedBy: z.string().nullable(),
    reopens: z.string().nullable(),
  }),
);

export const storedFindingOf = (f: StoredFinding): z.input<typeof storedFinding> => ({
  ...findingOf(f),
  day: f.day,
  firstSeen: f.firstSeen,
  lastSeen: f.lastSeen,
  gone: f.gone,
  verdict: f.verdict,
  suppressedBy: f.suppressedBy,
  reopens: f.reopens,
});

export const decision = named(
  "Decision",
  z.strictObject({
    id: z.string(),
    finding: z.string(),
    verdict,
    reason: z.string().nullable(),
    until: day.nullable(),
    by: z.string(),
    at: moment,
    undoneAt: moment.nullable(),
  }),
);

export const decisionOf = (d: Decision): z.input<typeof decision> => ({
  id: d.id,
  finding: d.finding,
  verdict: d.verdict,
  reason: d.reason,
  until: d.until,
  by: d.by,
  at: d.at,
  undoneAt: d.undoneAt,
});

export const suppression = named(
  "Suppression",
  z.strictObject({
    id: z.string(),
    rule: z.string(),
    issuer: z.string().nullable(),
    work: workId.nullable(),
    field: z.string().nullable(),
    reason: z.string(),
    by: z.string(),
    at: moment,
    liftedAt: moment.nullable(),
  }),
);

export const suppressionOf = (s: Suppression): z.input<typeof suppression> => ({
  id: s.id,
  rule: s.rule,
  issuer: s.issuer,
  work: s.work,
  field: s.field,
  reason: s.reason,
  by: s.by,
  at: s.at,
  liftedAt: s.liftedAt,
});

export const opinion = named(
  "Opinion",
  z.strictObject({
    id: z.string(),
    finding: z.string(),
    model: z.string(),
    sameMatter: z.enum(["yes", "no", "unsure"]),
    contradict: z.enum(["yes", "no", "unsure"]),
    why: z.string(),
    by: z.string(),
    at: moment,
  }),
);

/** A passage with the deciding words marked: `marks` are offsets into `text`. */
export const passage = named(
  "Passage",
  z.strictObject({
    text: z.string(),
    marks: list(z.strictObject({ start: z.number().int(), end: z.number().int() })),
    cutBefore: z.boolean(),
    cutAfter: z.boolean(),
  }),
);

export const evidenceView = named(
  "EvidenceView",
  z.strictObject({
    evidence,
    work: work.nullable(),
    status: statusName.nullable(),
    unit: z.string().nullable(),
    passage,
    context: z.boolean().describe("Không trích lời; nêu lời văn để thấy điều đang nói tới. / Nothing is quoted."),
    missing: z.boolean().describe("Văn bản có trong kho nhưng không có điều khoản này. / The unit does not exist."),
    quality: z.string().nullable(),
  }),
);

export const assignment = named(
  "Assignment",
  z.strictObject({
    id: z.string(),
    finding: z.string(),
    to: z.string(),
    due: day.nullable(),
    note: z.string().nullable(),
    by: z.string(),
    at: moment,
    endedAt: moment.nullable(),
  }),
);

export const note = named(
  "Note",
  z.strictObject({
    id: z.string(),
    finding: z.string(),
    text: z.string(),
    by: z.string(),
    at: moment,
    removedAt: moment.nullable(),
  }),
);
