import type { LegalDate } from "../domain/legal-date.ts";

/** A list or report before it becomes a file: what the forms of NĐ 79/2025 print. */
export interface ReportModel {
  /** `01` … `05` */
  readonly form: string;
  readonly title: string;
  readonly parts: readonly ReportPart[];
  /** The day everything is true on. */
  readonly on: LegalDate;
  /** Head of the audit trail when the report was made; null while there is none. */
  readonly head: string | null;
}

export interface ReportPart {
  readonly label: string;
  readonly columns: readonly string[];
  readonly groups: readonly { readonly label: string; readonly rows: readonly (readonly string[])[] }[];
  readonly total: number;
}
