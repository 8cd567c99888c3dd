import type { Work } from "../domain/work.ts";
import { workUri } from "../domain/work-uri.ts";
import { aknMeta, attachmentMeta } from "./akoma-ntoso-meta.ts";
import {
  type ExportedDocument,
  type ExportedLine,
  type ExportedTable,
  type ExportedUnit,
  lineText,
} from "./exported-document.ts";
import { type Xml, xml, xmlText } from "./xml.ts";

const NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/** Plans and letters are no acts: they have a body of another name. */
const NO_ACT: ReadonlySet<Work["type"]> = new Set<Work["type"]>(["ke-hoach", "cong-van", "khac"]);

/**
 * The document in Akoma Ntoso 3.0 (OASIS LegalDocML): Điều → article, khoản → clause, điểm → point, with the eIds used
 * everywhere else; căn cứ → citations; attached texts → attachments; quoted new wording → quotedStructure; citations that
 * were found → ref.
 */
export function akomaNtoso(document: ExportedDocument): string {
  const writer = new Writer(document);
  const roots = childrenOf(document.units, null);
  const attached = roots.filter((u) => u.kind === "attachment");
  const own = roots.filter((u) => u.kind !== "attachment");
  const act = !NO_ACT.has(document.work.type);
  const body = own.length > 0 ? own.map((u) => writer.unit(u)) : [writer.bare(document.units.length)];
  const whole = xml(
    act ? "act" : "doc",
    { name: document.work.type, contains: document.on === null ? "originalVersion" : "singleVersion" },
    aknMeta(document),
    document.head.length === 0 ? null : xml("preface", {}, writer.preface()),
    document.preamble.length === 0 ? null : xml("preamble", {}, writer.preamble()),
    xml(act ? "body" : "mainBody", {}, body),
    document.foot.length === 0 ? null : xml("conclusions", {}, writer.blocks(document.foot)),
    attached.length === 0
      ? null
      : xml(
          "attachments",
          {},
          attached.map((u) => writer.attachment(u)),
        ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml("akomaNtoso", { xmlns: NAMESPACE }, whole)}\n`;
}

const childrenOf = (units: readonly ExportedUnit[], parent: string | null): readonly ExportedUnit[] =>
  units.filter((u) => u.parent === parent);

const STATUS: Readonly<Partial<Record<NonNullable<ExportedUnit["state"]>, string>>> = {
  repealed: "removed",
  suspended: "temporarilyRemoved",
};

class Writer {
  readonly #document: ExportedDocument;
  readonly #byParent = new Map<string | null, ExportedUnit[]>();

  constructor(document: ExportedDocument) {
    this.#document = document;
    for (const unit of document.units)
      this.#byParent.set(unit.parent, [...(this.#byParent.get(unit.parent) ?? []), unit]);
  }

  unit(unit: ExportedUnit): Xml {
    const children = this.#byParent.get(unit.eId) ?? [];
    const attributes = { eId: unit.eId, status: unit.state === null ? undefined : STATUS[unit.state] };
    if (unit.kind === "tail") return xml("hcontainer", { ...attributes, name: "doan" }, this.#content(unit.lines));
    const lead = [
      unit.number === "" ? null : xml("num", {}, xmlText(unit.number)),
      unit.heading === null ? null : xml("heading", {}, xmlText(unit.heading)),
    ];
    if (children.length === 0) return xml(unit.kind, attributes, ...lead, this.#content(unit.lines));
    const last = children.at(-1) as ExportedUnit;
    // words after the last child close the unit; others stay where they are
    const tail = last.kind === "tail" ? last : null;
    return xml(
      unit.kind,
      attributes,
      ...lead,
      unit.lines.length === 0 ? null : xml("intro", {}, this.blocks(unit.lines)),
      children.filter((u) => u !== tail).map((u) => this.unit(u)),
      tail === null ? null : xml("wrapUp", {}, this.blocks(tail.lines)),
    );
  }

  #content(lines: readonly ExportedLine[]): Xml {
    return xml("content", {}, lines.length === 0 ? [xml("p", {})] : this.blocks(lines));
  }

  /** A document without units still has a body. */
  bare(units: number): Xml {
    return xml("hcontainer", { eId: `body_${units}`, name: "doan" }, xml("content", {}, xml("p", {})));
  }

  attachment(unit: ExportedUnit): Xml {
    const children = this.#byParent.get(unit.eId) ?? [];
    const heading = unit.heading ?? lineText(unit.lines[0] ?? { runs: [], quoted: false, is: "text" });
    const main = [...this.blocks(unit.lines), ...children.map((u) => this.unit(u))];
    return xml(
      "attachment",
      { eId: unit.eId, status: unit.state === null ? undefined : STATUS[unit.state] },
      heading === "" ? null : xml("heading", {}, xmlText(heading)),
      xml(
        "doc",
        { name: "van-ban-kem-theo" },
        attachmentMeta(this.#document, unit.eId),
        xml("mainBody", {}, main.length > 0 ? main : [xml("p", {})]),
      ),
    );
  }

  preface(): readonly Xml[] {
    const { symbol } = this.#document.work;
    return this.#document.head.map((line) => {
      const text = lineText(line);
      if (line.is === "title") return xml("longTitle", {}, xml("p", {}, xml("docTitle", {}, xmlText(text))));
      const at = line.is === "number" && symbol !== null ? text.indexOf(symbol) : -1;
      if (at < 0 || symbol === null) return xml("p", {}, this.#runs(line));
      const [before, after] = [text.slice(0, at), text.slice(at + symbol.length)];
      return xml("p", {}, xmlText(before), xml("docNumber", {}, xmlText(symbol)), xmlText(after));
    });
  }

  /** Căn cứ are citations, proposals recitals, the enacting words a formula; each in its place. */
  preamble(): readonly Xml[] {
    const blocks: Xml[] = [];
    const lines = this.#document.preamble;
    for (let i = 0; i < lines.length; ) {
      const { is } = lines[i] as ExportedLine;
      let end = i;
      while (end < lines.length && (lines[end] as ExportedLine).is === is) end++;
      const group = lines.slice(i, end).map((line, n) => ({ line, eId: String(i + n + 1) }));
      const paragraph = (line: ExportedLine): Xml => xml("p", {}, this.#runs(line));
      if (is === "basis")
        blocks.push(
          xml(
            "citations",
            { eId: `cits_${i + 1}` },
            group.map(({ line, eId }) => xml("citation", { eId: `cit_${eId}` }, paragraph(line))),
          ),
        );
      else if (is === "proposal")
        blocks.push(
          xml(
            "recitals",
            { eId: `recs_${i + 1}` },
            group.map(({ line, eId }) => xml("recital", { eId: `rec_${eId}` }, paragraph(line))),
          ),
        );
      else
        blocks.push(
          xml(
            "formula",
            { eId: `formula_${i + 1}`, name: "enactingFormula" },
            group.map(({ line }) => paragraph(line)),
          ),
        );
      i = end;
    }
    return blocks;
  }

  /** Lines as paragraphs; quoted wording stands together. */
  blocks(lines: readonly ExportedLine[]): readonly Xml[] {
    const blocks: Xml[] = [];
    for (let i = 0; i < lines.length; ) {
      const table = lines[i]?.cell?.table;
      let end = i;
      if (table !== undefined) {
        while (lines[end]?.cell?.table === table) end++;
        blocks.push(this.#table(table, lines.slice(i, end)));
        i = end;
        continue;
      }
      while (lines[end]?.quoted === true && lines[end]?.cell === undefined) end++;
      if (end > i) {
        const quoted = lines.slice(i, end).map((line) => xml("p", {}, this.#runs(line)));
        blocks.push(xml("p", {}, xml("mod", {}, xml("quotedStructure", {}, quoted))));
        i = end;
      } else blocks.push(xml("p", {}, this.#runs(lines[i++] as ExportedLine)));
    }
    return blocks;
  }

  #table({ rows }: ExportedTable, lines: readonly ExportedLine[]): Xml {
    const cell = (at: ExportedTable["rows"][number]["cells"][number], header: boolean): Xml => {
      const inside = lines.filter((line) => line.cell?.cell === at.cell).map((line) => xml("p", {}, this.#runs(line)));
      const span = {
        colspan: at.colSpan > 1 ? String(at.colSpan) : undefined,
        rowspan: at.rowSpan > 1 ? String(at.rowSpan) : undefined,
      };
      return xml(header ? "th" : "td", span, inside.length > 0 ? inside : [xml("p", {})]);
    };
    return xml(
      "table",
      {},
      rows.map(({ header, cells }) =>
        xml(
          "tr",
          {},
          cells.map((at) => cell(at, header)),
        ),
      ),
    );
  }

  #runs(line: ExportedLine): readonly Xml[] {
    const written = line.runs.map(({ text, ref }) => {
      const href = ref === null ? null : this.#href(ref);
      return href === null ? xmlText(text) : xml("ref", { href }, xmlText(text));
    });
    return line.is === "signer" ? [xml("signature", {}, written)] : written;
  }

  #href({ work, eIds }: NonNullable<ExportedLine["runs"][number]["ref"]>): string | null {
    const unit = eIds[0] === undefined ? "" : `#${eIds[0]}`;
    if (work === this.#document.work.id) return unit === "" ? workUri(this.#document.work) : unit;
    const found = this.#document.works.get(work);
    return found === undefined ? null : `${workUri(found)}${unit}`;
  }
}
