import type { ReportModel } from "./form.ts";
import { fixedArchive } from "./fixed-archive.ts";
import type { FrozenReport } from "./frozen-report.ts";
import { formSections } from "./report-docx.ts";
import { WordLinks, type WordPaper, wordBytes } from "./word/word-file.ts";
import { writeReport } from "./write-report.ts";
import { writeXlsx } from "./write-xlsx.ts";
import { zipStream } from "./zip-stream.ts";

export const FROZEN_FORMATS = ["docx", "xlsx", "html", "csv", "json"] as const;
export type FrozenFormat = (typeof FROZEN_FORMATS)[number];

/** One model of a frozen report as a file: from the record alone, so that the same bytes come out whenever it is asked for. */
export async function frozenFile(frozen: FrozenReport, model: ReportModel, format: FrozenFormat): Promise<Uint8Array> {
  if (format === "docx") return wordBytes(paperOf(model));
  if (format === "xlsx") return fixedArchive(await writeXlsx(model), frozen.knownAt);
  return new TextEncoder().encode(writeReport(model, format));
}

/** What leads nowhere outside this program stands without a link. */
function paperOf(model: ReportModel): WordPaper {
  const links = new WordLinks();
  const linkTo = (href: string): string | null => (/^https?:\/\//u.test(href) ? href : null);
  return { title: model.title, links, sections: formSections(model, { links, linkTo }) };
}

/** All of it as one archive, with the record itself, which proves the rest. */
export function frozenArchive(frozen: FrozenReport, body: string): AsyncGenerator<Uint8Array> {
  async function* entries() {
    for (const model of frozen.models)
      for (const format of FROZEN_FORMATS)
        yield {
          name: `${fileStem(frozen, model)}.${format}`,
          parts: [await frozenFile(frozen, model, format)],
          pack: format !== "xlsx" && format !== "docx",
        };
    yield { name: "ban-ghi-dong-bang.json", parts: [new TextEncoder().encode(body)], pack: true };
  }
  return zipStream(entries());
}

/** `mau-01-2025-12-31` */
export const fileStem = (frozen: FrozenReport, model: ReportModel): string =>
  `${/^\d/u.test(model.form) ? "mau-" : ""}${model.form}-${frozen.on}`;
