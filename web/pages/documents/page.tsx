import { typeName } from "../../../src/domain/document-type.ts";
import type { Work } from "../../../src/domain/work.ts";
import type { DocumentsView } from "../../../src/use-cases/view-documents.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import { PageHead } from "../../components/layout.tsx";
import { Chips, Facet, Pager } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { Status } from "../../components/status.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, Said, shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Issuing bodies and years listed beside the filters. */
const CHOICES_SHOWN = 14;
/** Longer titles may be cut in the list; the whole then stands in the tip. */
const LONG_TITLE = 160;
const STATUS_ORDER: readonly StatusName[] = [
  "in-force",
  "partly-ceased",
  "not-yet-in-force",
  "suspended",
  "partly-suspended",
  "unknown",
  "ceased",
];

export const DocumentsPage = ({ f, view }: { f: Frame; view: DocumentsView }) => {
  const t = f.t.documents;
  const chips = chipsOf(f);
  return (
    <>
      <PageHead title={t.title}>{t.some(view.page.total, view.all)}</PageHead>
      <div class="cols cols--facets">
        <Filters f={f} view={view} />
        <div class="flow">
          <div class="rowx between">
            <Chips f={f} chips={chips} panel="loc" />
            <SortForm f={f} />
          </div>
          {view.page.rows.length === 0 ? (
            <Blank
              title={t.none}
              act={
                chips.length === 0 ? undefined : (
                  <p class="rowx">
                    <a class="btn" href={f.href("/documents")}>
                      {t.noneTodo}
                    </a>
                    {f.query.get("q") ? (
                      <a href={f.href("/search", { q: f.query.get("q") })}>
                        {t.noneSearch(f.query.get("q") as string)}
                      </a>
                    ) : null}
                  </p>
                )
              }
            >
              {chips.length === 0 ? f.t.home.emptyText : t.noneWhy(chips.map((c) => `“${c.label}”`).join(", "))}
            </Blank>
          ) : (
            <>
              <Rows f={f} view={view} />
              <Pager f={f} shown={view.page.rows.length} total={view.page.total} next={view.page.next} />
            </>
          )}
        </div>
      </div>
    </>
  );
};

function chipsOf(f: Frame): { name: string; label: string }[] {
  const t = f.t.documents;
  const of = (name: string, label: (value: string) => string) =>
    f.query.get(name) ? [{ name, label: label(f.query.get(name) as string) }] : [];
  return [
    ...of("q", (v) => v),
    ...of("status", (v) => f.t.status[v as StatusName]),
    ...of("type", (v) => f.t.type[v as keyof typeof f.t.type]),
    ...of("issuer", (v) => v),
    ...of("year", (v) => `${t.year}: ${v}`),
  ];
}

const Filters = ({ f, view }: { f: Frame; view: DocumentsView }) => {
  const t = f.t.documents;
  const { status, type, issuer, year } = view.facets;
  const rest = Math.max(0, issuer.length - CHOICES_SHOWN);
  return (
    <section class="facets" id="loc" aria-label={t.filter} tabindex={-1}>
      <form class="facet-find" action="/documents" method="get" role="search" aria-label={t.filter}>
        <label for="dq">{t.text}</label>
        <span class="rowx">
          <input class="input" type="search" id="dq" name="q" value={f.query.get("q") ?? ""} autocomplete="off" />
          <button class="btn" type="submit">
            {t.go}
          </button>
        </span>
        {["status", "type", "issuer", "year", "sort", "on"]
          .filter((name) => f.query.get(name))
          .map((name) => (
            <input type="hidden" name={name} value={f.query.get(name) ?? ""} />
          ))}
      </form>
      <Facet
        f={f}
        name="status"
        title={t.statusOn(f.date(f.on))}
        choices={STATUS_ORDER.map((value) => ({ value, n: status[value] ?? 0 }))
          .filter(({ n }) => n > 0)
          .map(({ value, n }) => ({ value, n, label: <Status f={f} status={value} known="text" /> }))}
      />
      <Facet
        f={f}
        name="type"
        title={t.type}
        choices={type.map(({ value, n }) => ({ value, n, label: f.t.type[value] }))}
      />
      <Facet
        f={f}
        name="issuer"
        title={t.issuer}
        choices={issuer.slice(0, CHOICES_SHOWN).map(({ value, n }) => ({ value, n, label: value }))}
        rest={rest === 0 ? undefined : t.moreIssuers(rest)}
      />
      <Facet
        f={f}
        name="year"
        title={t.year}
        open={false}
        choices={year.map(({ value, n }) => ({ value: String(value), n, label: String(value) }))}
      />
    </section>
  );
};

const SortForm = ({ f }: { f: Frame }) => {
  const t = f.t.documents;
  const now = f.query.get("sort") ?? "issued";
  return (
    <form class="rowx small" action="/documents" method="get">
      {["q", "status", "type", "issuer", "year", "on"]
        .filter((name) => f.query.get(name))
        .map((name) => (
          <input type="hidden" name={name} value={f.query.get(name) ?? ""} />
        ))}
      <label for="sort" class="muted">
        {t.sort}
      </label>
      <select class="input input--s" id="sort" name="sort">
        {(Object.keys(t.sorts) as (keyof typeof t.sorts)[]).map((sort) => (
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

/** `Quyết định quy định …`: the law's own words, so in Vietnamese on every page. */
function fullTitle({ type, title }: Work): string {
  if (title === null) return "";
  const name = typeName(type);
  return title.startsWith(name) ? title : `${name} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** As offices write themselves where there is little room. */
const inShort = (issuer: string): string =>
  issuer.replace(/Ủy ban nhân dân/u, "UBND").replace(/Hội đồng nhân dân/u, "HĐND");

const Rows = ({ f, view }: { f: Frame; view: DocumentsView }) => {
  const t = f.t.documents;
  return (
    <Table
      caption={t.caption}
      columns={[
        { head: t.statusOn(f.date(f.on)) },
        { head: t.document },
        { head: t.issuer },
        { head: t.issued },
        { head: t.findings, class: "num" },
      ]}
    >
      {view.page.rows.map(({ work, status, since, findings }) => (
        <Row>
          <Cell full class="st-cell">
            <Status f={f} status={status} known={work.known} />
            {since === null ? null : (
              <>
                <br />
                <span class="small muted">{f.t.since(f.date(since))}</span>
              </>
            )}
          </Cell>
          <NameCell>
            <div class="row-title" title={fullTitle(work).length > LONG_TITLE ? fullTitle(work) : undefined}>
              <a class={work.symbol === null ? undefined : "sym"} href={f.href(`/documents/${work.id}`)} data-row>
                {shortName(f, work)}
              </a>{" "}
              <span class="title">
                <Said f={f} text={fullTitle(work)} />
              </span>
            </div>
          </NameCell>
          <Cell>
            {work.issuer === null ? (
              <span class="faint">{f.t.work.unknownIssuer}</span>
            ) : (
              <Said f={f} text={inShort(work.issuer)} />
            )}
          </Cell>
          <Cell class="nowrap" label={t.labelIssued}>
            {work.issuedOn === null ? (
              <span class="faint">{f.t.work.unknownDay}</span>
            ) : (
              <Day f={f} day={work.issuedOn} />
            )}
          </Cell>
          <Cell class="num" label={t.labelFindings}>
            {findings === 0 ? (
              <span class="faint">0</span>
            ) : (
              <a href={f.href("/findings", { document: work.id })}>
                {f.t.n(findings)}
                <span class="sr">{t.findingsOf(shortName(f, work))}</span>
              </a>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
};
