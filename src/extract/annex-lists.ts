import type { LegalDocument } from "../domain/legal-document.ts";
import type { Instruction, Operation } from "./instruction.ts";
import type { Mentions } from "./mentions.ts";
import type { Reference } from "./reference.ts";
import { inZones } from "./title-zones.ts";
import type { VerbValue } from "./token.ts";

const ACTIONS: Readonly<Partial<Record<VerbValue, Operation["action"]>>> = {
  repeal: "repeal-document",
  replace: "replace-document",
  expire: "expire",
};
const NAMES_ANNEX = /(?:danh mục|phụ lục)[^.;\n]{0,140}kèm theo|kèm theo[^.;\n]{0,60}(?:danh mục|phụ lục)/iu;
const ROW_HEAD =
  /^[\s|\d.)*-]*(?:(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Thông tư liên tịch|Nghị định)[\s|]*)?(?:số[\s:]*)?$/iu;

/**
 * "Bãi bỏ các văn bản trong Danh mục ban hành kèm theo Quyết định này": the annex holds one document a row. A document counts
 * only at the head of its row: further down it stands in a title. A list of parts of documents gives none.
 */
export function withAnnexList(
  document: LegalDocument,
  mentions: Mentions,
  instruction: Instruction,
  ownText: string,
): Instruction {
  const verb = instruction.inherits;
  const action = verb ? ACTIONS[verb] : undefined;
  if (!action || !instruction.spoke || instruction.operations.length > 0 || !NAMES_ANNEX.test(ownText))
    return instruction;
  const operations: Operation[] = [];
  const objects = new Map(instruction.objects);
  for (const annex of document.attachments) {
    if (annex.kind !== "danh-muc" && annex.kind !== "phu-luc") continue;
    if (/một phần/iu.test(`${annex.title ?? ""} ${ownText}`)) continue;
    mentions.references.forEach((r, index) => {
      if (r.span.start < annex.span.start || r.span.end > annex.span.end || !headsRow(document.text, mentions, r))
        return;
      objects.set(index, verb as VerbValue);
      operations.push({
        action,
        reference: index,
        form: null,
        from: null,
        to: null,
        content: null,
        after: null,
        effectiveOn: null,
        event: null,
        until: null,
        exception: null,
      });
    });
  }
  return operations.length > 0 ? { ...instruction, operations, objects } : instruction;
}

function headsRow(text: string, mentions: Mentions, r: Reference): boolean {
  if (
    !r.document?.symbol ||
    r.document.isThis ||
    r.paths.length > 0 ||
    r.attached ||
    r.promulgating ||
    mentions.isSelf(r) ||
    inZones(mentions.zones, r.span.start)
  )
    return false;
  const lineStart = text.lastIndexOf("\n", r.span.start - 1) + 1;
  return ROW_HEAD.test(text.slice(lineStart, r.span.start));
}
