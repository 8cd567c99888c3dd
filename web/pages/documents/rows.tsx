import type { Child } from "hono/jsx";
import { typeName } from "../../../src/domain/document-type.ts";
import type { Work } from "../../../src/domain/work.ts";
import {
  type DocumentRow,
  type DocumentSort,
  type DocumentsView,
  isFalling,
} from "../../../src/use-cases/view-documents.ts";
import { Scanned, Status } from "../../components/status.tsx";
import { Cell, type Column, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, Said, shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { PickBox } from "./bulk.tsx";
import type { ColumnName } from "./filters.ts";

/** Longer titles may be cut in the list; the whole then stands in the tip. */
const LONG_TITLE = 160;

export const Rows = ({ f, view, columns }: { f: Frame; view: DocumentsView; columns: readonly ColumnName[] }) => {
  const t = f.t.documents;
  return (
    <Table
      caption={t.caption}
      class="table--pick"
      columns={[
        { head: <span class="sr">{t.bulk.column}</span>, class: "pick" },
        head(f, t.statusOn(f.date(f.on)), ["since"]),
        head(f, t.document, ["symbol", "title"]),
        ...columns.map((column) => head(f, t.column[column], SORTS[column] ?? [], CLASS[column])),
      ]}
    >
      {view.rows.map((row) => (
        <DocumentLine f={f} row={row} columns={columns} />
      ))}
    </Table>
  );
};

const SORTS: Readonly<Partial<Record<ColumnName, readonly DocumentSort[]>>> = {
  issuer: ["issuer"],
  issued: ["issued", "oldest"],
  since: ["since"],
};

/** A head that sorts: a click takes the first of its orders, another click the next. The arrow and `aria-sort` say which. */
function head(f: Frame, label: string, sorts: readonly DocumentSort[], cell?: string): Column {
  const at = sorts.indexOf((f.query.get("sort") ?? "issued") as DocumentSort);
  const now = sorts[at];
  const next = sorts[(at + 1) % sorts.length];
  if (next === undefined) return { head: label, class: cell };
  const falling = now !== undefined && isFalling(now);
  return {
    head: (
      <a class="sort" href={f.here({ sort: next })} rel="nofollow" title={f.t.documents.sorts[next]}>
        {label}
        {now === undefined ? null : falling ? " ↓" : " ↑"}
      </a>
    ),
    class: cell,
    sort: now === undefined ? undefined : falling ? "descending" : "ascending",
  };
}

const DocumentLine = ({ f, row, columns }: { f: Frame; row: DocumentRow; columns: readonly ColumnName[] }) => {
  const { work, status, since } = row;
  const title = fullTitle(work);
  return (
    <Row>
      <Cell class="pick">
        <PickBox f={f} id={work.id} name={shortName(f, work)} />
      </Cell>
      <Cell full class="st-cell">
        <Status f={f} status={status} known={work.known} />
        {row.quality === "ocr" && !columns.includes("quality") ? <Scanned f={f} /> : null}
        {since === null || columns.includes("since") ? null : (
          <>
            <br />
            <span class="small muted">{f.t.since(f.date(since))}</span>
          </>
        )}
      </Cell>
      <NameCell>
        <div class="row-title" title={title.length > LONG_TITLE ? title : undefined}>
          <a class={work.symbol === null ? undefined : "sym"} href={f.href(`/documents/${work.id}`)} data-row>
            {shortName(f, work)}
          </a>{" "}
          <span class="title">
            <Said f={f} text={title} />
          </span>
        </div>
      </NameCell>
      {columns.map((column) => (
        <Cell class={CLASS[column]} label={f.t.documents.column[column].toLocaleLowerCase(f.lang)}>
          {valueIn(f, column, row)}
        </Cell>
      ))}
    </Row>
  );
};

const CLASS: Readonly<Partial<Record<ColumnName, string>>> = {
  issued: "nowrap",
  effective: "nowrap",
  since: "nowrap",
  findings: "num",
};

function valueIn(f: Frame, column: ColumnName, row: DocumentRow): Child {
  const t = f.t.documents;
  const { work, facet, findings, since, quality } = row;
  const said = (text: string | null | undefined, or: string = t.unknown): Child =>
    text ? <Said f={f} text={text} /> : <span class="faint">{or}</span>;
  const day = (value: string | null): Child =>
    value === null ? <span class="faint">{f.t.work.unknownDay}</span> : <Day f={f} day={value} />;
  switch (column) {
    case "type":
      return f.t.type[work.type];
    case "issuer":
      return said(inShort(facet?.bodyName ?? work.issuer), f.t.work.unknownIssuer);
    case "field":
      return said(row.fieldName, t.unfiledShort);
    case "issued":
      return day(work.issuedOn);
    case "effective":
      return day(work.effectiveOn);
    case "since":
      return day(since);
    case "level":
      return t.levels[facet?.level ?? "unknown"];
    case "territory":
      return said(facet?.territoryNames.join("; "));
    case "quality":
      return f.t.quality[quality] ?? quality;
    case "normative":
      return t.normatives[work.normative];
    case "findings":
      return findings === 0 ? (
        <span class="faint">0</span>
      ) : (
        <a href={f.href("/findings", { document: work.id })}>
          {f.t.n(findings)}
          <span class="sr">{t.findingsOf(shortName(f, work))}</span>
        </a>
      );
  }
}

/** `Quyết định quy định …`: the law's own words, so in Vietnamese on every page. */
function fullTitle({ type, title }: Work): string {
  if (title === null) return "";
  const name = typeName(type);
  return title.startsWith(name) ? title : `${name} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** As offices write themselves where there is little room. */
const inShort = (issuer: string | null): string | null =>
  issuer?.replace(/Ủy ban nhân dân/u, "UBND").replace(/Hội đồng nhân dân/u, "HĐND") ?? null;
