import type { Amendment } from "../domain/amendment.ts";
import { isUnder } from "../domain/e-id.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Problem } from "../domain/problem.ts";
import { workOf } from "./citations.ts";
import type { Operation } from "./instruction.ts";
import { HEADING_ONLY } from "./instruction-words.ts";
import type { Mentions } from "./mentions.ts";
import type { InstructedUnit, Instructions } from "./read-instructions.ts";
import { splitContent } from "./split-content.ts";
import type { Reference } from "./reference.ts";

/** Operations spread over the units they name. A heading whose points say the same in detail gives none. */
export function readAmendments(
  document: LegalDocument,
  mentions: Mentions,
  instructions: Instructions,
): { amendments: Amendment[]; problems: Problem[] } {
  const all: Amendment[] = [];
  const problems: Problem[] = [];
  for (const unit of instructions.units) {
    for (const operation of unit.instruction.operations)
      all.push(...spread(document, mentions, instructions, unit, operation));
  }
  const kept = splitContent(document.text, withoutHeadings(distinct(all)));
  for (const unit of instructions.units) {
    if (
      !unit.instruction.lost ||
      !(unit.base?.work.symbol ?? unit.base?.work.name) ||
      kept.some((a) => isUnder(a.source, unit.provision.eId))
    )
      continue;
    if (instructions.units.some((u) => u !== unit && u.provision.parent === unit.provision.eId && u.instruction.spoke))
      continue;
    kept.push(unknown(unit));
  }
  for (const a of kept) if (a.action === "unknown") problems.push(problemOf(a));
  kept.sort((a, b) => a.span.start - b.span.start);
  return { amendments: kept, problems };
}

function spread(
  document: LegalDocument,
  mentions: Mentions,
  instructions: Instructions,
  unit: InstructedUnit,
  operation: Operation,
): Amendment[] {
  const { provision, base } = unit;
  const shared = {
    source: provision.eId,
    span: provision.own,
    action: operation.action,
    from: operation.from,
    to: operation.to,
    content: operation.content,
    after: operation.after === null ? null : (instructions.eIdsOf(operation.after)[0] ?? null),
    effectiveOn: operation.effectiveOn,
    event: operation.event,
    until: operation.until,
    exception: operation.exception,
  };
  if (operation.reference === null) {
    if (!base) return [];
    const eId = operation.annex
      ? `att_${operation.annex}`
      : operation.form
        ? formEId(operation.form)
        : base.unit
          ? base.prefix
            ? `${base.prefix}__${base.unit}`
            : base.unit
          : base.prefix;
    return [{ ...shared, target: { ...base.work, eId } }];
  }
  const r = mentions.references[operation.reference] as Reference;
  const { frame, quoted } = instructions.frameOf(operation.reference);
  const eIds = instructions.eIdsOf(operation.reference);
  const work = workOf(document, mentions, r, frame, quoted, eIds);
  if (work.self) return [];
  if (operation.form) {
    const annex = r.paths.length > 0 ? eIds[0] : undefined;
    return [{ ...shared, target: { ...work, eId: formEId(operation.form, annex) } }];
  }
  if (eIds.length === 0)
    return r.paths.length > 0
      ? [{ ...shared, action: "unknown", target: { ...work, eId: null } }]
      : [{ ...shared, target: { ...work, eId: null } }];
  return eIds.map((eId) => ({ ...shared, exception: exceptionFor(eId, operation), target: { ...work, eId } }));
}

/** "tên Điều 5 và khoản 1 Điều 5": a clause has no heading that could be meant alone. */
const exceptionFor = (eId: EId, { exception }: Operation): string | null =>
  exception === HEADING_ONLY && /(?:^|__)(?:cl|point|indent)_[^_]+$/u.test(eId) ? null : exception;

/** A form is an annex with a number of its own kind, or a part of the annex it is said to stand in. */
const formEId = (num: string, annex?: EId): EId => (annex ? `${annex}__form_${num}` : `att_mẫu-${num}`);

const keyOf = (a: Amendment): string =>
  [a.source, a.action, a.target.symbol ?? a.target.name, a.target.eId, a.from, a.to].join("\u0001");

/** A heading and its sentence often say the same twice. What was not understood is kept each time. */
function distinct(all: readonly Amendment[]): Amendment[] {
  const seen = new Set<string>();
  return all.filter((a) => a.action === "unknown" || (!seen.has(keyOf(a)) && Boolean(seen.add(keyOf(a)))));
}

/** "10. Sửa đổi Điều 8 như sau: a) Sửa đổi khoản 1 …": the point speaks, its heading only announces. */
function withoutHeadings(all: readonly Amendment[]): Amendment[] {
  return all.filter(
    (a) =>
      !all.some(
        (b) =>
          b !== a &&
          b.source !== a.source &&
          isUnder(b.source, a.source) &&
          sameWork(a, b) &&
          (covers(a.target.eId, b.target.eId) ||
            ((a.action === "unknown" || a.action === "correct") && a.target.eId === null && a.from === null)),
      ),
  );
}

const sameWork = (a: Amendment, b: Amendment): boolean =>
  a.target.symbol === b.target.symbol && (a.target.symbol !== null || a.target.name === b.target.name);

const covers = (wide: EId | null, narrow: EId | null): boolean =>
  wide === narrow || (wide !== null && narrow !== null && isUnder(narrow, wide));

function unknown({ provision, base }: InstructedUnit): Amendment {
  const work = base?.work ?? {
    symbol: null,
    type: null,
    name: null,
    issuedOn: null,
    year: null,
    issuer: null,
    self: false,
  };
  return {
    source: provision.eId,
    span: provision.own,
    action: "unknown",
    target: { ...work, eId: null },
    from: null,
    to: null,
    content: null,
    after: null,
    effectiveOn: null,
    event: null,
    until: null,
    exception: null,
  };
}

const problemOf = (a: Amendment): Problem => ({
  code: "instruction-not-understood",
  what: "Có quy định sửa đổi, bổ sung, thay thế hoặc bãi bỏ nhưng máy chưa hiểu chắc chắn tác động lên nội dung nào.",
  why: "Câu chữ không chỉ rõ đơn vị bị tác động hoặc chỉ tác động một phần của đơn vị đó.",
  todo: "Đọc quy định này và xác định văn bản, điều, khoản, điểm bị tác động.",
  span: a.span,
});
