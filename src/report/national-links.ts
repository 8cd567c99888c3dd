import { nationalAddress } from "../domain/national-address.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ReportCell, ReportModel } from "./form.ts";
import type { CellKind, FormDefinition } from "./forms/form-definition.ts";

/**
 * Mẫu số 05 prints numbers as links to the text in the national database (NĐ 79/2025/NĐ-CP Phụ lục): `template` is its address with
 * `{symbol}`, empty = not known, and numbers lead to the text here. Where they lead there, the name of the document leads here.
 */
export function withNationalLinks(
  model: ReportModel,
  { columns }: FormDefinition,
  listed: readonly { readonly work: Work }[],
  template: string,
): ReportModel {
  const kinds = columns.map(({ cell }) => cell);
  if (template === "" || !kinds.includes("symbol-date-link")) return model;
  const works = new Map(listed.map(({ work }) => [work.id, work]));
  const lead = (cells: readonly ReportCell[], id: WorkId | null): readonly ReportCell[] => {
    const address = nationalAddress(template, (id === null ? null : works.get(id)?.symbol) ?? null);
    return address === null ? cells : cells.map((cell, i) => leading(cell, kinds[i], id, address));
  };
  return {
    ...model,
    parts: model.parts.map((part) => ({
      ...part,
      groups: part.groups.map((group) => ({
        ...group,
        rows: group.rows.map((cells, i) => lead(cells, group.subjects?.[i]?.work ?? null)),
      })),
    })),
  };
}

function leading(cell: ReportCell, kind: CellKind | undefined, id: WorkId | null, source: string): ReportCell {
  if (kind === "symbol-date-link") return { ...cell, source };
  return kind === "title" && cell.text !== "" ? { ...cell, href: `/documents/${id}` } : cell;
}
