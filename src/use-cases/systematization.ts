import { fold } from "../domain/fold.ts";
import type { WorkId } from "../domain/work.ts";
import type { ReportModel } from "../report/form.ts";
import { reportHtml } from "../report/report-html.ts";
import { wordFile } from "../report/word/word-file.ts";
import { type ZipEntry, zipStream } from "../report/zip-stream.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { consolidatedText } from "./consolidated-text.ts";
import { exportConsolidated } from "./export-consolidated.ts";
import type { Gathering } from "./listed-works.ts";
import { formPaper } from "./report-papers.ts";
import { fillReport, type ListedQuery, type ReportNames } from "./view-reports.ts";

const FOLDER = "van-ban";

/**
 * Tập hệ thống hóa as one archive (mẫu số 05; Điều 51(5) NĐ 79/2025/NĐ-CP): cover and table as Word file and as page with links,
 * the consolidated text of every document on the last day, and what is not in the words, named.
 */
export async function systematizationPackage(
  store: Store,
  query: ListedQuery,
  names: ReportNames,
  { signal, onProgress }: Gathering = {},
): Promise<AsyncGenerator<Uint8Array>> {
  const { model } = await fillReport(store, { ...query, form: "05" }, names, { signal });
  const works = [...new Set(model.parts.flatMap((part) => part.groups.flatMap(worksOf)))];
  const paths = await pathsOf(store, works);
  const linkTo = (href: string): string | null => paths.get(href.replace(/^\/documents\//u, "")) ?? null;
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: "tap-he-thong-hoa.docx", parts: wordFile(formPaper(model, linkTo)), pack: false };
    yield { name: "index.html", parts: [bytesOf(reportHtml(model, { linkTo }))], pack: true };
    const notes: string[] = [];
    for (const [i, work] of works.entries()) {
      signal?.throwIfAborted();
      const text = await consolidatedText(store, work, query.to);
      const name = paths.get(work) as string;
      if (text === null) notes.push(`${name}: kho không có lời văn`);
      else {
        if (text.refused.length > 0)
          notes.push(
            `${workName(text.work)} (${name}): ${text.refused.length} chỉ dẫn sửa đổi chưa đưa được vào lời văn`,
          );
        yield { name, parts: [await exportConsolidated(text, "docx")], pack: false };
      }
      onProgress?.(i + 1, works.length);
      await new Promise((others) => setImmediate(others));
    }
    yield { name: "ghi-chu.txt", parts: [bytesOf(noteText(works.length, notes))], pack: true };
  }
  return zipStream(entries());
}

const worksOf = ({ subjects }: ReportModel["parts"][number]["groups"][number]): readonly WorkId[] =>
  (subjects ?? []).flatMap(({ work }) => work ?? []);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the texts are worth, and which of them are not whole. */
const noteText = (n: number, notes: readonly string[]): string =>
  [
    `${n} văn bản; lời văn hợp nhất để tham khảo, không có giá trị chính thức.`,
    notes.length === 0 ? "Không có văn bản nào thiếu." : "Văn bản chưa đầy đủ:",
    ...notes,
    "",
  ].join("\r\n");

/** `van-ban/12-2021-QD-UBND.docx`: a number that several bodies bear is told apart. */
async function pathsOf(store: Store, works: readonly WorkId[]): Promise<ReadonlyMap<WorkId, string>> {
  const known = await store.works.findAll(works);
  const paths = new Map<WorkId, string>();
  const taken = new Set<string>();
  for (const id of works) {
    const symbol = known.get(id)?.symbol ?? id;
    const stem = fold(symbol)
      .toUpperCase()
      .replace(/[^A-Z0-9.]+/gu, "-")
      .slice(0, 60);
    let name = stem;
    for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`;
    taken.add(name);
    paths.set(id, `${FOLDER}/${name}.docx`);
  }
  return paths;
}
