import type { DraftFindingView, DraftView } from "../../../src/use-cases/view-draft.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { Cite } from "../../components/cite.tsx";
import { Message } from "../../components/message.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { capital, marked, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Outcomes } from "./outcomes.tsx";

/** What a drafter gets back: what must be mended, what to consider, and what issuing the draft would do. */
export const DraftPage = ({
  f,
  view,
  rules,
  documents,
  token,
}: {
  f: Frame;
  view: DraftView;
  rules: readonly RuleEntry[];
  documents: number;
  token: string;
}) => {
  const t = f.t.draft;
  const { draft } = view;
  return (
    <>
      <Head f={f} view={view} token={token} />
      <Verdict f={f} view={view} documents={documents} />
      <div class="cols cols--main draft-cols">
        <div>
          {draft.since === null ? null : <Solved f={f} view={view} />}
          <Findings f={f} title={t.must} list={view.mustMend} rules={rules} />
          <Findings f={f} title={t.may} list={view.consider} rules={rules} />
        </div>
        <Outcomes f={f} view={view} />
      </div>
    </>
  );
};

const Head = ({ f, view: { draft }, token }: { f: Frame; view: DraftView; token: string }) => {
  const t = f.t.draft;
  const { work, day } = draft.assessment;
  return (
    <div class="head">
      <div class="head__text">
        <p class="doc-kind">
          <Said f={f} text={t.kind(f.t.type[work.type], work.issuer)} />, {t.planned(f.date(day))}
          {work.effectiveOn === null ? null : `, ${t.effective(f.date(work.effectiveOn))}`}
          {draft.file === null ? null : ` · ${draft.file}`}
        </p>
        <h1 class="law-voice">{work.title === null ? t.untitled : <Said f={f} text={work.title} />}</h1>
      </div>
      <div class="acts">
        <a class="btn" href={f.href(`/drafts/${draft.id}/docx`)} download>
          {t.download}
        </a>
        <a class="btn btn--go" href={f.href("/drafts", { before: draft.id })}>
          {t.again}
        </a>
        <form method="post" action={`/drafts/${draft.id}/forget`}>
          <input type="hidden" name="token" value={token} />
          <button class="btn btn--stop" type="submit">
            {t.forget}
          </button>
        </form>
      </div>
    </div>
  );
};

const Verdict = ({ f, view, documents }: { f: Frame; view: DraftView; documents: number }) => {
  const t = f.t.draft;
  const [must, may] = [view.mustMend.length, view.consider.length];
  const { document, day } = view.draft.assessment;
  const articles = document.provisions.filter((p) => p.kind === "article").length;
  return (
    <Message
      kind={must > 0 ? "fault" : may > 0 || articles === 0 ? "warn" : "ok"}
      what={must > 0 ? t.stop(must, may) : articles === 0 ? t.noArticles : may > 0 ? t.mayGo(may) : t.clean}
    >
      {t.compared(articles, documents, f.date(day))}
    </Message>
  );
};

const Solved = ({ f, view: { draft } }: { f: Frame; view: DraftView }) => {
  const solved = draft.since?.solved ?? [];
  return (
    <section aria-labelledby="h-solved">
      <h2 class="big2" id="h-solved">
        {f.t.draft.solved} <span class="n">{f.t.n(solved.length)}</span>
      </h2>
      {solved.length === 0 ? <p class="muted">{f.t.draft.nothingSolved}</p> : null}
      <ul class="rel">
        {solved.map((finding) => (
          <li>
            <s>
              <Said f={f} text={finding.message} />
            </s>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Findings = ({
  f,
  title,
  list,
  rules,
}: {
  f: Frame;
  title: string;
  list: readonly DraftFindingView[];
  rules: readonly RuleEntry[];
}) =>
  list.length === 0 ? null : (
    <>
      <h2 class="big2">
        {title} <span class="n">{f.t.n(list.length)}</span>
      </h2>
      <ol>
        {list.map((view) => (
          <Finding f={f} view={view} rule={rules.find((r) => r.id === view.finding.rule) ?? null} />
        ))}
      </ol>
    </>
  );

const Finding = ({ f, view, rule }: { f: Frame; view: DraftFindingView; rule: RuleEntry | null }) => {
  const { finding } = view;
  return (
    <li class="sec dfind" id={`f${view.n}`}>
      <div class="dfind__n">{view.n}</div>
      <div class="flow-s">
        <div class="rowx between">
          <h3 class="dfind__t">
            <Said f={f} text={finding.message} />
          </h3>
          <SeverityMark f={f} severity={finding.severity} />
        </div>
        {view.subjects.map(({ unit, passage }) => (
          <div>
            {unit === null ? null : (
              <p class="small muted">
                <Said f={f} text={`${capital(unit)}, ${f.t.draft.here.toLowerCase()}`} />
              </p>
            )}
            {passage.text === "" ? null : <Quotation f={f} passage={passage} />}
          </div>
        ))}
        {view.others.map((other) => (
          <div>
            <p class="small">
              {other.evidence.work === null ? (
                <Said f={f} text={capital([other.unit, other.evidence.symbol].filter(Boolean).join(" "))} />
              ) : (
                <Cite
                  f={f}
                  href={f.href(`/documents/${other.evidence.work}`, {}, other.evidence.eId ?? undefined)}
                  status={other.status}
                >
                  <Said
                    f={f}
                    text={capital(
                      [other.unit, other.work === null ? other.evidence.symbol : shortName(f, other.work)]
                        .filter(Boolean)
                        .join(" "),
                    )}
                  />
                </Cite>
              )}
            </p>
            {other.passage.text === "" ? null : <Quotation f={f} passage={other.passage} />}
          </div>
        ))}
        <p>
          <Said f={f} text={finding.why} />
        </p>
        <p>
          <b>{f.t.finding.todo}</b> <Said f={f} text={finding.recommendation} />
        </p>
        <p class="small muted">
          {view.fresh ? <span class="tag">{f.t.draft.fresh}</span> : null} {f.t.confidence(finding.confidence)}
          {rule === null ? null : (
            <>
              {" · "}
              <a href={f.href(`/rules/${rule.id}`)}>
                {rule.code} {f.lang === "vi" ? rule.title : rule.titleEn}
              </a>
            </>
          )}
        </p>
      </div>
    </li>
  );
};

const Quotation = ({ f, passage }: { f: Frame; passage: DraftFindingView["subjects"][number]["passage"] }) => (
  <blockquote class="law-voice dfind__q" lang={f.lang === "vi" ? undefined : "vi"}>
    <p>
      {passage.cutBefore ? "[…] " : null}
      {passage.marks.length > 0 ? marked(passage.text, passage.marks) : words(passage.text)}
      {passage.cutAfter ? " […]" : null}
    </p>
  </blockquote>
);
