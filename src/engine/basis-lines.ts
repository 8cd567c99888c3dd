import { overlaps, type Span, sliceOf } from "../domain/span.ts";
import type { ResolvedCitation } from "../resolve/resolved.ts";
import { isInTitle } from "./cited-works.ts";
import type { Subject } from "./rule.ts";

/** One "Căn cứ …" line with its words and the citations in it, those inside titles left out. */
export interface BasisLineView {
  readonly span: Span;
  readonly text: string;
  readonly citations: readonly ResolvedCitation[];
}

/** The căn cứ of a document, in order; proposal lines ("Theo đề nghị …", "Xét …") are left out. */
export const basisLines = ({ document, citations }: Subject): readonly BasisLineView[] =>
  document.basis
    .filter((line) => line.kind === "basis")
    .map(({ span }) => ({
      span,
      text: sliceOf(document.text, span),
      citations: citations.filter((c) => overlaps(c.span, span) && !isInTitle({ document, citations }, c)),
    }));

/** Laws that give power to issue: they stand in every preamble and say nothing of the matter. */
export const isCompetenceLine = ({ text }: BasisLineView): boolean =>
  /luật (?:sửa đổi[^;]{0,60})?(?:tổ chức (?:chính quyền|chính phủ|quốc hội|hội đồng nhân dân|hđnd)|ban hành (?:văn bản|vbqppl))|^[^;]{0,200}nghị định[^;]{0,160}chức năng, nhiệm vụ/iu.test(
    text,
  ) ||
  /(?:nghị định|hướng dẫn)[^;]{0,160}(?:tổ chức,? )?(?:và )?biện pháp (?:để )?(?:tổ chức,? )?(?:hướng dẫn )?thi hành luật (?:tổ chức chính|ban hành văn bản)/iu.test(
    text,
  );

/** The laws that give power to issue at all stand in every preamble; their end seldom touches what is laid down. */
export const isCompetenceLaw = (title: string): boolean =>
  /(?:tổ chức (?:chính quyền|chính phủ|quốc hội)|ban hành văn bản quy phạm)/iu.test(title);
