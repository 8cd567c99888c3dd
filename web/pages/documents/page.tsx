import { DOCUMENT_SORTS, type DocumentsView, FACETS } from "../../../src/use-cases/view-documents.ts";
import type { SavedViewRow } from "../../../src/use-cases/saved-views.ts";
import { Kept } from "../../components/kept.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Chips, Pager } from "../../components/lists.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { SavedViews } from "../../components/saved-views.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";
import { BulkForm } from "./bulk.tsx";
import { Facets, facetTitle, valueWords } from "./facets.tsx";
import { COLUMNS, type ColumnName, ROWS_A_PAGE } from "./filters.ts";
import { Rows } from "./rows.tsx";

export interface DocumentsPageProps {
  readonly f: Frame;
  readonly view: DocumentsView;
  readonly columns: readonly ColumnName[];
  /** Rows a page. */
  readonly rows: number;
  readonly saved: readonly SavedViewRow[];
  readonly token: string;
  readonly mayPlan: boolean;
}

export const DocumentsPage = ({ f, view, columns, rows, saved, token, mayPlan }: DocumentsPageProps) => {
  const t = f.t.documents;
  const chips = chipsOf(f, view);
  const filed = f.query.get("filed") ?? "";
  return (
    <>
      <PageHead title={t.title} acts={<Acts f={f} />}>
        {t.some(view.total, view.all)}
      </PageHead>
      <div class="cols cols--facets">
        <section class="facets" id="loc" aria-label={t.filter} tabindex={-1}>
          <SavedViews f={f} page="documents" views={saved} token={token} />
          <Facets f={f} view={view} />
        </section>
        <div class="flow">
          {/^\d{1,3}$/u.test(filed) ? <Message kind="ok" what={t.filing.done(Number(filed))} /> : null}
          <div class="rowx between">
            <Chips f={f} chips={chips} panel="loc" />
            <div class="rowx">
              <SortForm f={f} />
              <ColumnsForm f={f} columns={columns} />
            </div>
          </div>
          {view.rows.length === 0 ? (
            <Nothing f={f} kept={chips.map((chip) => `“${chip.label}”`)} />
          ) : (
            <>
              <BulkForm f={f} shown={view.rows.length} total={view.total} mayPlan={mayPlan}>
                <Rows f={f} view={view} columns={columns} />
              </BulkForm>
              <Pager f={f} shown={view.rows.length} {...view} />
              <RowsAPage f={f} rows={rows} total={view.total} />
            </>
          )}
        </div>
      </div>
    </>
  );
};

/** The whole filtered list as a file, and the way in for more. */
const Acts = ({ f }: { f: Frame }) => (
  <>
    {(["xlsx", "csv"] as const).map((format) => (
      <a class="btn" href={f.href("/documents/export", { ...filtersHeld(f), format })} rel="nofollow">
        {f.t.documents.exportAll[format]}
      </a>
    ))}
    <a class="btn btn--go" href={f.href("/import")}>
      {f.t.documents.bring}
    </a>
  </>
);

interface Chip {
  readonly name: string;
  readonly label: string;
  readonly href?: string;
}

/** Each value that narrows the list, with its way out. */
function chipsOf(f: Frame, view: DocumentsView): readonly Chip[] {
  const t = f.t.documents;
  const loose = (name: string, label: (value: string) => string): readonly Chip[] =>
    f.query.get(name) ? [{ name, label: label(f.query.get(name) as string) }] : [];
  const chosen = FACETS.flatMap((name) => {
    const values = [...new Set(f.query.getAll(name))].filter(Boolean);
    return values.map((value): Chip => {
      const known = view.facets[name].find((one) => one.value === value) ?? { value, name: null };
      const words = valueWords(f, name, known);
      const label = PLAIN.includes(name) ? words : `${facetTitle(f, name)}: ${words}`;
      return { name, label, href: f.here({ [name]: values.filter((one) => one !== value) }) };
    });
  });
  return [
    ...loose("q", (v) => v),
    ...loose("issuer", t.named),
    ...chosen,
    ...loose("from", (v) => t.from(Number(v))),
    ...loose("to", (v) => t.to(Number(v))),
  ];
}

/** Facets whose values say by themselves what they are. */
const PLAIN: readonly string[] = ["status", "type", "level", "body", "findings"];

const Nothing = ({ f, kept }: { f: Frame; kept: readonly string[] }) => {
  const t = f.t.documents;
  const q = f.query.get("q");
  return (
    <Blank
      title={t.none}
      act={
        kept.length === 0 ? undefined : (
          <p class="rowx">
            <a class="btn" href={f.href("/documents")}>
              {t.noneTodo}
            </a>
            {q ? <a href={f.href("/search", { q })}>{t.noneSearch(q)}</a> : null}
          </p>
        )
      }
    >
      {kept.length === 0 ? f.t.home.emptyText : t.noneWhy(kept.join(", "))}
    </Blank>
  );
};

const SortForm = ({ f }: { f: Frame }) => {
  const t = f.t.documents;
  const now = f.query.get("sort") ?? "issued";
  return (
    <form class="rowx small" action="/documents" method="get">
      <Kept f={f} but={["sort"]} />
      <label for="sort" class="muted">
        {t.sort}
      </label>
      <select class="input input--s" id="sort" name="sort">
        {DOCUMENT_SORTS.map((sort) => (
          <option value={sort} selected={sort === now}>
            {t.sorts[sort]}
          </option>
        ))}
      </select>
      <button class="btn btn--s" type="submit">
        {t.arrange}
      </button>
    </form>
  );
};

const ColumnsForm = ({ f, columns }: { f: Frame; columns: readonly ColumnName[] }) => {
  const t = f.t.documents;
  return (
    <details class="menu columns">
      <summary class="btn btn--s">{t.columns}</summary>
      <form class="menu__list" action="/documents" method="get">
        <Kept f={f} but={["col"]} />
        <fieldset>
          <legend class="menu__head">{t.columnsLead}</legend>
          {COLUMNS.map((column) => (
            <label class="check">
              <input type="checkbox" name="col" value={column} checked={columns.includes(column)} />
              <span>{t.column[column]}</span>
            </label>
          ))}
        </fieldset>
        <button class="btn btn--s" type="submit">
          {t.columnsGo}
        </button>
        <a class="small" href={f.here({ col: null })}>
          {t.columnsUsual}
        </a>
      </form>
    </details>
  );
};

const RowsAPage = ({ f, rows, total }: { f: Frame; rows: number; total: number }) =>
  total <= ROWS_A_PAGE[0] ? null : (
    <p class="rowx small muted">
      {f.t.documents.rows}:
      {ROWS_A_PAGE.map((n) =>
        n === rows ? (
          <b aria-current="true">{n}</b>
        ) : (
          <a href={f.here({ rows: n })} rel="nofollow">
            {n}
          </a>
        ),
      )}
    </p>
  );
