/** What can be done to the record, in words that never change: they stand in hashes. */
export const AUDIT_ACTIONS = [
  "finding.decide",
  "finding.undo",
  "finding.assign",
  "finding.unassign",
  "finding.note",
  "finding.unnote",
  "finding.ask",
  "suppression.make",
  "suppression.lift",
  "document.mend",
  "citation.mend",
  "effect.decide",
  "effect.add",
  "import.start",
  "import.cancel",
  "draft.check",
  "draft.see",
  "draft.export",
  "draft.forget",
  "token.make",
  "token.revoke",
  "attachment.add",
  "attachment.remove",
  "account.make",
  "account.change",
  "account.password",
  "session.begin",
  "session.fail",
  "session.end",
  "session.revoke",
  "unit.make",
  "unit.change",
  "sheet.open",
  "sheet.write",
  "sheet.propose",
  "sheet.return",
  "sheet.conclude",
  "sheet.void",
  "sheet.take-back",
  "sheet.reopen",
  "opinion.ask",
  "opinion.answer",
  "opinion.withdraw",
  "batch.make",
  "batch.change",
  "batch.close",
  "batch.assign",
  "batch.leave-out",
  "handling.make",
  "handling.change",
  "handling.close",
  "tracker.import",
  "tracker.settle",
  "petition.make",
  "petition.change",
  "inspection.open",
  "inspection.note",
  "report.freeze",
  "report.publish",
  "report.correct",
  "report.export",
  "report.write",
  "list.import",
  "list.date",
  "list.answer",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What somebody did, as it is written down before it is hashed. Nothing of it is ever changed or deleted (SEC-16). */
export interface AuditAct {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who: the name decisions are signed with. */
  readonly by: string;
  readonly action: AuditAction;
  /** What it was done to: key of the finding, id of the work, of the job. */
  readonly subject: string;
  /** What was said with it: reasons, values, days. No secrets. */
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** One link of the chain: each entry's hash covers the one before it. */
export interface AuditEntry extends AuditAct {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** Hash of the entry before; empty for the first. */
  readonly prev: string;
  /** SHA-256, hex, over `auditText`. */
  readonly hash: string;
}

/** The end of the chain: whoever knows it can prove that nothing before it was touched. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** The words that are hashed: one line of JSON with its members in this order, so that two machines agree. */
export const auditText = ({ seq, at, by, action, subject, detail, prev }: Omit<AuditEntry, "hash">): string =>
  JSON.stringify([seq, at, by, action, subject, Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)), prev]);
