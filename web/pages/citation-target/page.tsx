import type { Child } from "hono/jsx";
import type { Work } from "../../../src/domain/work.ts";
import { type CitingAlike, isOfOneUnit } from "../../../src/use-cases/citing-alike.ts";
import type { CitationToMend } from "../../../src/use-cases/view-unclear-citations.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { capital, FullName, marked, Said, shortName, words } from "../../components/words.tsx";
import { Place } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: CitationToMend;
  readonly token: string;
}

/** Fields of the form that mends several documents, each named after its document. */
export const ALSO = "also ";

/** The sentence, what matches, a search, and the way out: no document at all. */
export const CitationTargetPage = ({ f, view, token, alike }: Props & { alike: CitingAlike }) => {
  const t = f.t.fix;
  const candidates = view.mention?.candidates ?? [];
  return (
    <>
      <PageHead title={t.title}>{isOfOneUnit(view.key) ? t.leadHere : t.lead}</PageHead>
      <div class="stack">
        {f.query.has("saved") ? (
          <Message kind="ok" what={t.saved}>
            {t.savedWhy}
          </Message>
        ) : null}
        <Written f={f} view={view} token={token} />
        <Alike f={f} view={view} token={token} alike={alike} />
        {candidates.length === 0 ? null : (
          <Section id="candidates" title={t.candidates}>
            <Choices f={f} view={view} token={token} list={candidates} />
          </Section>
        )}
        <Section id="search" title={t.search}>
          <form class="one-field no-print" action={`/attention/citations/${view.work.id}`}>
            <input type="hidden" name="key" value={view.key} />
            {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
            <div class="field">
              <label for="target-q">{t.searchHelp}</label>
              <input class="input" type="search" id="target-q" name="q" value={f.query.get("q") ?? ""} />
            </div>
            <button class="btn btn--go" type="submit">
              {t.go}
            </button>
          </form>
          {f.query.get("q") ? (
            view.found.length === 0 ? (
              <p class="muted">{t.nothing}</p>
            ) : (
              <Choices f={f} view={view} token={token} list={view.found} />
            )
          ) : null}
        </Section>
        <Section id="none" title={t.noDocument}>
          <p class="muted">{t.noDocumentWhy}</p>
          <Choose f={f} view={view} token={token} target="none">
            {t.noDocument}
          </Choose>
        </Section>
      </div>
    </>
  );
};

/** The same words in other documents that nobody has settled: seen and ticked one by one, then settled in one go. */
const Alike = ({ f, view, token, alike }: Props & { alike: CitingAlike }) => {
  const t = f.t.fix;
  const { override, target } = view;
  if (override === null || alike.total === 0) return null;
  return (
    <Section
      id="alike"
      title={
        <>
          {t.alike} <span class="n">{f.t.n(alike.total)}</span>
        </>
      }
    >
      <form class="flow-s" method="post" action={`/attention/citations/${view.work.id}`}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="key" value={view.key} />
        <input type="hidden" name="target" value={override.target ?? "none"} />
        <p>
          {t.alikeWhy}{" "}
          <b>{override.target === null ? t.none : target === null ? t.gone : words(shortName(f, target))}</b>.
        </p>
        <ul class="rel">
          {alike.rows.map(({ link, text, mark }) => (
            <li class="alike">
              <label class="tick">
                <span class="sr">{t.alikeTick(link.text)}</span>
                <input type="checkbox" name={`${ALSO}${link.from}`} value="yes" checked />
              </label>
              <div>
                <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
                  {marked(text, [mark])}
                </q>
                <br />
                <small class="muted">
                  <Place f={f} view={alike} id={link.from} eId={link.within} />
                </small>
              </div>
            </li>
          ))}
        </ul>
        {alike.rows.length < alike.total ? <p class="small muted">{t.alikeMore(alike.rows.length)}</p> : null}
        <button class="btn btn--go" type="submit">
          {t.alikeGo}
        </button>
      </form>
    </Section>
  );
};

const Written = ({ f, view, token }: Props) => {
  const t = f.t.fix;
  const { mention, override, target } = view;
  return (
    <div class="flow">
      <p>
        {t.in}{" "}
        <a href={f.href(`/documents/${view.work.id}`, {}, mention?.link.within ?? undefined)}>
          {mention?.link.within ? (
            <>
              <Said f={f} text={capital(view.names.of(view.work.id, mention.link.within))} />,{" "}
            </>
          ) : null}
          <FullName f={f} work={view.work} />
        </a>
      </p>
      <blockquote class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
        {mention === null ? words(view.cited) : marked(mention.text, [mention.mark])}
      </blockquote>
      <p>
        {t.now}: {override?.target === null ? t.none : target === null ? t.unknown : <FullName f={f} work={target} />}
        {mention === null || override !== null ? null : (
          <small class="muted">
            {" "}
            (<Said f={f} text={mention.link.resolution.how} />)
          </small>
        )}
      </p>
      {override === null ? null : (
        <>
          <p class="small">{t.setBy(override.by, moment(f, override.at))}</p>
          <Choose f={f} view={view} token={token} target="undo">
            {t.undo}
          </Choose>
        </>
      )}
    </div>
  );
};

const Choices = ({ list, ...props }: Props & { list: readonly Work[] }) => (
  <ul class="rel">
    {list.map((work) => (
      <li>
        <a href={props.f.href(`/documents/${work.id}`)}>
          <FullName f={props.f} work={work} />
        </a>{" "}
        {work.title === null ? null : (
          <span class="title">
            <Said f={props.f} text={work.title} />
          </span>
        )}
        <Choose {...props} target={work.id}>
          {props.f.t.fix.choose}
          <span class="sr">: {work.symbol ?? work.title}</span>
        </Choose>
      </li>
    ))}
  </ul>
);

const Choose = ({ view, token, target, children }: Props & { target: string; children?: Child }) => (
  <form method="post" action={`/attention/citations/${view.work.id}`}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="key" value={view.key} />
    <input type="hidden" name="target" value={target} />
    <button class="btn btn--s" type="submit">
      {children}
    </button>
  </form>
);
