/** What people are told of, in words that never change: they stand in the database. */
export const NOTIFICATION_KINDS = [
  "assigned",
  "finding.reopened",
  "sheet.proposed",
  "sheet.returned",
  "sheet.concluded",
  "opinion.asked",
  "opinion.answered",
  "batch.given",
  "due.soon",
  "due.over",
  "handling.given",
  "handling.result",
  "petition.received",
  "import.impact",
  "audit.fault",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** One thing a person is told. */
export interface Notification {
  readonly id: string;
  /** Id of the account; `local` for the person who is alone. */
  readonly to: string;
  readonly kind: NotificationKind;
  readonly at: number;
  readonly readAt: number | null;
  readonly mailedAt: number | null;
  /** The same thing is told once: kind, subject and day in one. */
  readonly once: string;
  readonly body: {
    /** Address in the app. */
    readonly path: string;
    /** What the sentence of its kind is filled with. */
    readonly values: Readonly<Record<string, string | number>>;
    readonly by: string | null;
  };
}

/** A file kept beside a finding, a sheet, a handling, a petition, an inspection. */
export interface Attachment {
  readonly id: string;
  readonly subjectKind: AttachedTo;
  readonly subject: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: number;
  readonly removedAt: number | null;
}

export const ATTACHED_TO = ["finding", "sheet", "handling", "petition", "inspection", "consultation"] as const;
export type AttachedTo = (typeof ATTACHED_TO)[number];
