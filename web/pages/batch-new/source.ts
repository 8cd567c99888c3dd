import type { MadeBatch } from "../../../src/use-cases/make-batch.ts";

/** Why no batch was made. */
export type NewBatchFault = Extract<MadeBatch, { ok: false }>["why"] | "bad-due" | "several";

/** Where the documents come from, as the form carries it along. */
export interface Source {
  readonly address: string | null;
  readonly works: string;
  readonly list: string;
  /** Choices between documents of one number, by the line. */
  readonly chosen: ReadonlyMap<string, string>;
}

const CHOICE = "choose:";
export const choiceName = (line: string): string => `${CHOICE}${line}`;

/** Out of the fields of a form. */
export const sourceFrom = (fields: Readonly<Record<string, string>>): Source => ({
  address: fields["address"] || null,
  works: fields["works"] ?? "",
  list: fields["list"] ?? "",
  chosen: new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(CHOICE) && value !== "" ? [[name.slice(CHOICE.length), value] as const] : [],
    ),
  ),
});
