import type { ReviewsView } from "../../../src/use-cases/view-reviews.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Pager } from "../../components/lists.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Log } from "./log.tsx";

interface Props {
  readonly f: Frame;
  readonly view: ReviewsView;
}

export const ReviewsPage = ({ f, view, token }: Props & { token: string }) => {
  const t = f.t.reviews;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      {f.query.get("lifted") === "yes" ? (
        <Message kind="ok" what={t.lifted}>
          {t.liftedWhy}
        </Message>
      ) : null}
      <p class="att-sum">
        <b>
          <a href={f.href("/findings")}>{t.open(view.open)}</a>
        </b>{" "}
        · {t.progress(view.progress.done, view.progress.documents)}
      </p>
      <div class="cols cols--main">
        <div>
          <People f={f} view={view} />
        </div>
        <div>
          <Documents f={f} view={view} />
        </div>
      </div>
      <div class="stack rev-rest">
        <Log f={f} view={view} />
        <div class="cols cols--main">
          <Waiting f={f} view={view} verdict="later" />
          <Waiting f={f} view={view} verdict="opinion" />
        </div>
        <Suppressions f={f} view={view} token={token} />
      </div>
    </>
  );
};

const People = ({ f, view }: Props) => {
  const t = f.t.reviews;
  return (
    <Section id="people" title={t.people} aside={<p>{t.peopleWhy}</p>}>
      {view.people.length === 0 ? (
        <p class="muted">{t.noPeople}</p>
      ) : (
        <Table
          caption={t.people}
          columns={[
            { head: t.person },
            { head: t.assigned, class: "num" },
            { head: t.overdue, class: "num" },
            { head: t.decided, class: "num" },
          ]}
        >
          {view.people.map((person) => (
            <Row>
              <NameCell>{person.name}</NameCell>
              <Cell class="num" label={t.assigned}>
                {f.t.n(person.open)}
              </Cell>
              <Cell class="num" label={t.overdue}>
                {person.overdue === 0 ? <span class="faint">0</span> : <b>{f.t.n(person.overdue)}</b>}
              </Cell>
              <Cell class="num" label={t.decided}>
                {f.t.n(person.decided)}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
};

const Documents = ({ f, view }: Props) => {
  const t = f.t.reviews;
  return (
    <Section id="documents" title={t.documents} aside={<p>{t.documentsWhy}</p>}>
      {view.documents.total === 0 ? (
        <p class="muted">
          {t.noDocuments}. {t.noDocumentsWhy}
        </p>
      ) : (
        <>
          <DocumentTable f={f} view={view} />
          <p class="att-all">
            <a href={f.href("/reviews/documents")}>{t.allDocuments(view.documents.total)}</a>
          </p>
        </>
      )}
    </Section>
  );
};

const DocumentTable = ({ f, view }: { f: Frame; view: Pick<ReviewsView, "documents" | "works"> }) => {
  const t = f.t.reviews;
  const symbolOf = (id: string): string | null => view.works.get(id)?.symbol ?? null;
  // two bodies may give the same number: then the body is named too
  const borneTwice = (id: string): boolean =>
    symbolOf(id) !== null &&
    view.documents.rows.some((other) => other.work !== id && symbolOf(other.work) === symbolOf(id));
  return (
    <Table caption={t.documents} columns={[{ head: t.document }, { head: t.left, class: "num" }, { head: t.seen }]}>
      {view.documents.rows.map((row) => {
        const work = view.works.get(row.work);
        const done = row.findings - row.open;
        return (
          <Row>
            <NameCell>
              <a href={f.href(`/documents/${row.work}`, { tab: "review" })} data-row>
                {work ? words(shortName(f, work)) : row.work}
              </a>
              {borneTwice(row.work) ? <small class="muted"> {work?.issuer}</small> : null}
            </NameCell>
            <Cell class="num" label={t.left}>
              <a href={f.href("/findings", { work: row.work })}>
                {f.t.n(row.open)}
                <span class="sr">: {work ? shortName(f, work) : row.work}</span>
              </a>
            </Cell>
            <Cell class="rev-bar">
              <svg class="bar" aria-hidden="true">
                <rect class="bed" width="100%" height="6" />
                <rect width={`${((100 * done) / row.findings).toFixed(1)}%`} height="6" />
              </svg>
              <small class="muted">{t.of(done, row.findings)}</small>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
};

/** Every document with findings, a page at a time. */
export const ReviewedDocumentsPage = ({
  f,
  view,
}: {
  f: Frame;
  view: Pick<ReviewsView, "documents" | "works" | "progress">;
}) => {
  const t = f.t.reviews;
  return (
    <>
      <PageHead title={t.documents}>
        {t.documentsWhy} {t.progress(view.progress.done, view.progress.documents)}.
      </PageHead>
      {view.documents.rows.length === 0 ? (
        <Blank title={t.noDocuments}>{t.noDocumentsWhy}</Blank>
      ) : (
        <>
          <DocumentTable f={f} view={view} />
          <Pager f={f} shown={view.documents.rows.length} total={view.documents.total} next={view.documents.next} />
        </>
      )}
    </>
  );
};

const Waiting = ({ f, view, verdict }: Props & { verdict: "later" | "opinion" }) => {
  const t = f.t.reviews;
  const list = view[verdict];
  return (
    <Section
      id={verdict}
      title={
        <>
          {t[verdict]} <span class="n">{f.t.n(list.total)}</span>
        </>
      }
      aside={<p>{verdict === "later" ? t.laterWhy : t.opinionWhy}</p>}
    >
      {list.rows.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ul class="rel">
          {list.rows.map((row) => {
            const work = view.works.get(row.work);
            return (
              <li>
                <a href={f.href(`/findings/${row.finding}`)} data-row>
                  {row.code}. <Said f={f} text={row.message} />
                </a>
                <br />
                <small class="muted">
                  {work ? words(shortName(f, work)) : row.work} · {row.by},{" "}
                  {row.until === null ? t.since(moment(f, row.at)) : <b>{t.until(f.date(row.until))}</b>}
                  {row.reason === null ? null : (
                    <>
                      {" · "}
                      <Said f={f} text={row.reason} />
                    </>
                  )}
                </small>
              </li>
            );
          })}
          {list.total > list.rows.length ? (
            <li class="small">
              <a href={f.href("/findings", { state: verdict })}>{f.t.document.more(list.total - list.rows.length)}</a>
            </li>
          ) : null}
        </ul>
      )}
    </Section>
  );
};

const Suppressions = ({ f, view, token }: Props & { token: string }) => {
  const t = f.t.reviews;
  const { of, lift, by } = f.t.decision.suppress;
  return (
    <Section
      id="suppressions"
      title={
        <>
          {t.suppressions} <span class="n">{f.t.n(view.suppressions.length)}</span>
        </>
      }
      aside={<p>{t.suppressionsWhy}</p>}
    >
      {view.suppressions.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ul class="rel">
          {view.suppressions.map((s) => {
            const scope = [
              s.document === null ? null : `${of.document} ${s.document}`,
              s.issuer === null ? null : `${of.issuer} ${s.issuer}`,
              s.field === null ? null : `${of.field} ${s.field}`,
            ].filter(Boolean);
            return (
              <li>
                <a href={f.href(`/rules/${s.rule}`)}>{s.rule}</a>,{" "}
                <b>
                  <Said f={f} text={scope.length === 0 ? of.all : scope.join(", ")} />
                </b>
                : <Said f={f} text={s.reason} />
                <br />
                <small class="muted">
                  {t.holds(s.findings)} · {by(s.by, moment(f, s.at))}
                </small>{" "}
                <form class="inline" method="post" action={f.href(`/suppressions/${s.id}/lift`)}>
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="from" value="reviews" />
                  <button class="btn btn--s" type="submit">
                    {lift}
                    <span class="sr">: {s.reason.slice(0, 60)}</span>
                  </button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
};
