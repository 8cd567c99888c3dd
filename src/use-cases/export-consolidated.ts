import { consolidatedMarkdown } from "../report/consolidated-markdown.ts";
import type { ConsolidatedText } from "../report/consolidated-model.ts";

export type ConsolidatedFormat = "md" | "docx";
export const CONSOLIDATED_FORMATS: readonly string[] = ["md", "docx"] satisfies ConsolidatedFormat[];

/** A consolidated text as a file's bytes. */
export async function exportConsolidated(text: ConsolidatedText, format: ConsolidatedFormat): Promise<Uint8Array> {
  if (format === "md") return new TextEncoder().encode(consolidatedMarkdown(text));
  const { consolidatedDocx } = await import("../report/consolidated-docx.ts");
  return consolidatedDocx(text);
}
