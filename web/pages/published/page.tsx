import {
  type Correction,
  FROZEN_FORMATS,
  headLabel,
  type PublicationProof,
  type PublicationView,
} from "../../../src/use-cases/view-publications.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { ReportTable } from "../../components/report-table.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { CorrectForm, Difference, PublishForm } from "./acts.tsx";
import type { CorrectWhy, PublishWhy } from "./route.tsx";

/** Rows shown of one table; the file has all. */
const SHOWN = 200;

interface Props {
  readonly f: Frame;
  readonly view: PublicationView;
  readonly proof: PublicationProof | null;
  readonly difference: Omit<Correction, "version" | "reason"> | null;
  readonly mayPublish: boolean;
  readonly token: string;
  readonly typed: ReadonlyMap<string, string>;
  readonly publishFault?: PublishWhy;
  readonly correctFault?: CorrectWhy;
}

/** One version: what stands in it, by what it can be proven, what may be done with it. */
export const PublicationPage = (props: Props) => {
  const { f, view, proof, mayPublish } = props;
  const { publication: p, frozen } = view;
  const t = f.t.published;
  const done = f.query.get("done");
  return (
    <>
      <PageHead title={<Said f={f} text={frozen.title} />}>
        {t.states[p.state]}. {t.asOf(f.date(frozen.on), moment(f, frozen.knownAt))}
      </PageHead>
      {done === "frozen" || done === "published" || done === "corrected" ? (
        <Message kind="ok" what={t.done[done]}>
          {t.doneWhy[done]}
        </Message>
      ) : null}
      <Section id="record" title={t.record}>
        <Files f={f} view={view} />
        <Record f={f} view={view} />
        {proof === null ? null : <Proven f={f} proof={proof} />}
      </Section>
      {frozen.correction === null ? null : (
        <Section id="changed" title={t.changed(frozen.correction.version)}>
          <p>
            {t.reason}: <Said f={f} text={frozen.correction.reason} />
          </p>
          <Difference f={f} difference={frozen.correction} />
        </Section>
      )}
      {p.state === "draft" && mayPublish ? <PublishForm {...props} /> : null}
      {p.state === "published" ? <CorrectForm {...props} /> : null}
      {view.versions.length > 1 ? <Versions f={f} view={view} /> : null}
      {frozen.models.map((model, i) => (
        <Section id={`model-${i}`} title={<Said f={f} text={`${model.heading ?? model.kind}. ${model.title}`} />}>
          {model.parts.map((part) => (
            <>
              {part.label === "" ? null : (
                <h3 class="report-label">
                  <Said f={f} text={part.label} />
                </h3>
              )}
              {(part.text ?? []).map((text) => (
                <p>
                  <Said f={f} text={text} />
                </p>
              ))}
              {part.columns.length === 0 ? null : (
                <ReportTable f={f} part={part} caption={`${model.title}. ${part.label}`} most={SHOWN} />
              )}
              {part.total === null ? null : (
                <p>
                  <b>
                    <Said f={f} text={part.total.label} />
                  </b>
                </p>
              )}
            </>
          ))}
          {model.notes.map((note) => (
            <p class="small muted">
              <Said f={f} text={note} />
            </p>
          ))}
        </Section>
      ))}
    </>
  );
};

const Files = ({ f, view }: { f: Frame; view: PublicationView }) => {
  const href = (params: Record<string, string | number>): string =>
    f.href(`/reports/published/${view.publication.id}/file`, params);
  return (
    <div class="flow-s report-files">
      {view.frozen.models.map((model, i) => (
        <p class="acts acts--left">
          <span class="small muted">{words(`${model.heading ?? model.kind}:`)}</span>
          {FROZEN_FORMATS.map((format) => (
            <a class="btn btn--s" href={href({ model: i, format })} download>
              {f.t.reports.formats[format]}
              <span class="sr"> {model.heading ?? model.kind}</span>
            </a>
          ))}
        </p>
      ))}
      <p class="acts acts--left">
        <a class="btn btn--s" href={href({ format: "zip" })} download>
          {f.t.published.zip}
        </a>
      </p>
    </div>
  );
};

const Record = ({ f, view }: { f: Frame; view: PublicationView }) => {
  const { publication: p, frozen, work } = view;
  const t = f.t.published;
  return (
    <dl class="kv">
      {work === null ? null : (
        <>
          <dt>{t.by}</dt>
          <dd>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>
          </dd>
        </>
      )}
      <dt>{t.living}</dt>
      <dd>
        <a href={frozen.path}>{t.livingLink}</a>
      </dd>
      <dt>{t.frozenAt}</dt>
      <dd>
        {moment(f, p.at)}, {words(p.by)}
      </dd>
      <dt>{t.rules}</dt>
      <dd>{frozen.rules === null ? t.noRules : <code class="wrap">{frozen.rules}</code>}</dd>
      <dt>{t.head}</dt>
      <dd>{frozen.head === null ? t.noHead : <code class="wrap">{headLabel(frozen.head)}</code>}</dd>
      <dt>{t.hash}</dt>
      <dd>
        <code class="wrap">{p.sha256}</code>{" "}
        <a class="small" href={f.here({ verify: "yes", done: null })}>
          {t.verify}
        </a>
      </dd>
    </dl>
  );
};

const Proven = ({ f, proof }: { f: Frame; proof: PublicationProof }) => {
  const t = f.t.published;
  const { whole, entry, headStands } = proof;
  if (whole && entry?.agrees && headStands)
    return (
      <Message kind="ok" what={t.whole}>
        {t.wholeWhy(entry.seq)}
      </Message>
    );
  return (
    <Message kind="fault" what={t.broken}>
      {[whole ? null : t.brokenHash, entry?.agrees ? null : t.brokenEntry, headStands ? null : t.brokenHead]
        .filter(Boolean)
        .join(" ")}
    </Message>
  );
};

const Versions = ({ f, view }: { f: Frame; view: PublicationView }) => {
  const t = f.t.published;
  return (
    <Section id="versions" title={t.versions}>
      <Table caption={t.versions} columns={[t.what, t.state, t.frozenAt].map((head) => ({ head }))}>
        {view.versions.map((v) => (
          <Row now={v.id === view.publication.id}>
            <NameCell>
              <a
                href={f.href(`/reports/published/${v.id}`)}
                aria-current={v.id === view.publication.id ? "page" : undefined}
              >
                {t.version(v.version)}
              </a>
            </NameCell>
            <Cell label={t.state}>{t.states[v.state]}</Cell>
            <Cell label={t.frozenAt}>
              {moment(f, v.at)} <span class="faint">{words(v.by)}</span>
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
};
