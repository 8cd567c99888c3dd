import type { CitationRole } from "../domain/citation.ts";
import type { WorkId } from "../domain/work.ts";
import type { ResolvedCitation } from "../resolve/resolved.ts";
import type { CorpusView, Subject } from "./rule.ts";

/** One cited work with every place of the document that cites it. */
export interface CitedWork {
  readonly id: WorkId;
  readonly citations: readonly ResolvedCitation[];
}

/**
 * The works a document cites in these roles, each once, in text order. Only certain matches: an ambiguous or unresolved
 * citation accuses nobody. Citations inside quoted new wording and of the document itself are left out.
 */
export function citedWorks(subject: Subject, roles: readonly CitationRole[]): readonly CitedWork[] {
  const places = new Map<WorkId, ResolvedCitation[]>();
  for (const citation of subject.citations) {
    if (citation.quoted || !roles.includes(citation.role) || isAmender(subject, citation)) continue;
    if (citation.role === "basis" && isInTitle(subject, citation)) continue;
    for (const target of citation.targets) {
      if (target.self || target.resolution.kind !== "work" || target.resolution.work === subject.work.id) continue;
      const known = places.get(target.resolution.work) ?? [];
      if (!known.includes(citation)) known.push(citation);
      places.set(target.resolution.work, known);
    }
  }
  return [...places].map(([id, citations]) => ({ id, citations }));
}

/**
 * True for a document named only as the one that amended another: its fate follows the amended document's.
 *
 *     Căn cứ Luật A số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 54/2014/QH13, Luật số 11/2022/QH15;
 *                                                             └ amender ───────┘  └ amender ───────┘
 */
export function isAmender({ document }: Subject, { span }: Pick<ResolvedCitation, "span">): boolean {
  const before =
    document.text
      .slice(Math.max(0, span.start - 600), span.start)
      .split(/[;\n]|\.(?=\s)/u)
      .at(-1) ?? "";
  return /được sửa đổi(?:, bổ sung)?(?![\p{L}])[^)]*$/iu.test(before);
}

/**
 * True for a document named only inside the title of another one.
 *
 *     Căn cứ Nghị định số 742/2024/NĐ-CP ngày … của Chính phủ quy định chi tiết một số điều của Luật Du lịch;
 *                                                                                               └ in title ┘
 */
export function isInTitle(
  { document, citations }: Pick<Subject, "document" | "citations">,
  { span }: Pick<ResolvedCitation, "span">,
): boolean {
  const before = citations.findLast((c) => c.span.end <= span.start && c.kind === "absolute");
  if (!before || span.start - before.span.end > 600) return false;
  // one line may name two laws ("Luật …; Luật sửa đổi …"): after a semicolon a title goes on only with a verb of titles
  const between = document.text.slice(before.span.end, span.start).split(";").at(-1) ?? "";
  return !between.includes("\n") && TITLE_VERBS.test(between);
}

const TITLE_VERBS = /(?<!\p{L})(?:quy định|hướng dẫn|về|ban hành|thi hành|một số điều|phê duyệt|kéo dài)(?!\p{L})/iu;

/** The document that took a work's place, by name; null where none is known. */
export function successorName(corpus: CorpusView, id: WorkId): string | null {
  const effect = corpus.effectsOn(id).find((e) => e.applied && e.action === "replace-document" && e.source !== id);
  return effect ? corpus.nameOf(effect.source) : null;
}
