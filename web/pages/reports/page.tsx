import type { ReportChoices } from "../../../src/use-cases/report-choices.ts";
import { REPORT_FORMATS, type ReportView } from "../../../src/use-cases/view-reports.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { FullName, Said } from "../../components/words.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";
import { Choice } from "./choice.tsx";
import { Counted, List } from "./list.tsx";
import { UnclearLists } from "./unclear.tsx";
import type { ReportAsk } from "./query.ts";

/** Choose a list, its period and its scope, look at it with its proofs, take it away as a file. */
export const ReportsPage = ({
  f,
  ask,
  choices,
  view,
  made,
  token,
}: {
  f: Frame;
  ask: ReportAsk;
  choices: ReportChoices;
  view: ReportView | null;
  /** What is made in the background here. */
  made: { readonly desk: boolean; readonly pdf: boolean };
  token: string;
}) => {
  const t = f.t.reports;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <>
            <a class="btn" href={f.href("/reports/periodic")}>
              {f.t.periodic.title}
            </a>
            <a class="btn" href={f.href("/reports/published")}>
              {f.t.published.title}
            </a>
            <a class="btn" href={f.href("/reports/lists")}>
              {f.t.lists.goTo}
            </a>
          </>
        }
      >
        {t.lead}
      </PageHead>
      <Choice f={f} ask={ask} choices={choices} />
      {view === null ? null : (
        <Section
          id="list"
          title={t.forms[view.form]}
          aside={
            <p>
              {t.count(view.total)} · {t.asOf(f.date(ask.to))}
            </p>
          }
        >
          <p class="report-title">
            {view.heading === null ? null : (
              <span class="muted" lang="vi">
                {view.heading} {t.of(view.regime.name)}
              </span>
            )}
            <b>
              <Said f={f} text={view.title} />
            </b>
          </p>
          {view.total === 0 ? null : <Files f={f} />}
          {view.total === 0 || !made.desk ? null : <Made f={f} form={view.form} pdf={made.pdf} token={token} />}
          <Notes f={f} ask={ask} view={view} />
          {view.counted ? (
            <>
              <UnclearLists f={f} lists={view.unclear} />
              <Counted f={f} view={view} />
            </>
          ) : view.total === 0 ? (
            <Blank title={t.none}>{view.form === "04" ? t.noneToHandle : t.noneWhy}</Blank>
          ) : (
            <List f={f} view={view} />
          )}
          {view.counted === null && view.shown < view.rows ? (
            <p class="small muted after">{t.shown(view.shown, view.rows)}</p>
          ) : null}
          <Unknown f={f} ask={ask} view={view} />
        </Section>
      )}
    </>
  );
};

const Files = ({ f }: { f: Frame }) => (
  <p class="acts acts--left report-files">
    <span class="small muted">{f.t.reports.save}</span>
    {REPORT_FORMATS.map((format) => (
      <a class="btn btn--s" href={f.href("/reports/list", { ...filtersHeld(f), format })}>
        {f.t.reports.formats[format]}
      </a>
    ))}
    <a class="btn btn--s" href={f.href("/reports/papers", filtersHeld(f))}>
      {f.t.papers.title}
    </a>
    <a class="btn btn--s btn--go" href={f.href("/reports/freeze", filtersHeld(f))}>
      {f.t.published.freeze}
    </a>
  </p>
);

/** Files that take long: each a form that starts its making. */
const Made = ({ f, form, pdf, token }: { f: Frame; form: ReportView["form"]; pdf: boolean; token: string }) => {
  const kinds = [...(pdf ? (["pdf"] as const) : []), ...(form === "05" ? (["package"] as const) : [])];
  return (
    <>
      {kinds.map((kind) => (
        <form class="report-files" method="post" action={f.href("/reports/jobs")}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="query" value={f.query.toString()} />
          <button class="btn btn--s" type="submit">
            {f.t.reportJob.make[kind]}
          </button>
        </form>
      ))}
    </>
  );
};

/** What must be known before the list is signed. */
const Notes = ({ f, ask, view }: { f: Frame; ask: ReportAsk; view: ReportView }) => {
  const t = f.t.reports;
  return (
    <div class="flow-s report-notes">
      {view.regime.verified ? null : <p class="small muted">{t.unverified(view.regime.name)}</p>}
      {ask.to > f.today ? <Message what={t.ahead}>{t.aheadWhy(f.date(ask.to))}</Message> : null}
      {view.inferred > 0 ? <Message kind="warn" what={t.inferred(view.inferred)} /> : null}
      {view.nothingPublished ? (
        <Message kind="warn" what={t.nothingPublished}>
          {t.nothingPublishedWhy(f.date(ask.from))}
        </Message>
      ) : null}
    </div>
  );
};

/** Documents of which nobody can say yet whether they belong in a list: named, with why. */
const Unknown = ({ f, ask, view: { unknown } }: { f: Frame; ask: ReportAsk; view: ReportView }) => {
  const t = f.t.reports;
  if (unknown.n === 0) return null;
  return (
    <section class="report-unknown" aria-labelledby="h-unknown">
      <h3 id="h-unknown">{t.unknown(unknown.n)}</h3>
      <p class="small">{t.unknownWhy}</p>
      <ul class="rel">
        {unknown.first.map(({ work, reason }) => (
          <li>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>
            <div class="small muted">
              <Said f={f} text={reason || t.noReason} />
            </div>
          </li>
        ))}
      </ul>
      {unknown.n > unknown.first.length ? (
        <p class="small">
          <a href={f.href("/documents", { status: "unknown", on: ask.to === f.today ? null : ask.to })}>
            {t.unknownAll(unknown.n)}
          </a>
        </p>
      ) : null}
    </section>
  );
};
