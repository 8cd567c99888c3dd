import type { NamedWork, SearchView } from "../../../src/use-cases/view-search.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { Status } from "../../components/status.tsx";
import { capital, marked, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export const SearchPage = ({ f, q, view }: { f: Frame; q: string; view: SearchView | null }) => {
  const t = f.t.search;
  return (
    <>
      <PageHead title={t.title} />
      <form class="search-form flow-s" action="/search" role="search" aria-label={t.title}>
        <label class="legend" for="sq">
          {t.label}
        </label>{" "}
        <span class="field__help" id="sq-help">
          {t.help}
        </span>
        <span class="rowx">
          <input class="input" type="search" id="sq" name="q" value={q} autocomplete="off" aria-describedby="sq-help" />
          <button class="btn btn--go" type="submit">
            {f.t.find.go}
          </button>
        </span>
        {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      </form>
      {view === null ? <Blank title={t.start}>{t.startWhy}</Blank> : <Results f={f} q={q} view={view} />}
    </>
  );
};

const Results = ({ f, q, view }: { f: Frame; q: string; view: SearchView }) => {
  const t = f.t.search;
  if (view.numbered.length + view.titled.length + view.groups.length === 0)
    return (
      <Blank title={t.none(q)}>
        {t.noneWhy} {t.noneTodo}
      </Blank>
    );
  return (
    <div class="results stack">
      <Works f={f} id="h-n" title={t.numbered} works={view.numbered} />
      {view.groups.length === 0 ? null : (
        <section class="sec" aria-labelledby="h-p">
          <div class="sec__head">
            <h2 id="h-p">{t.provisions}</h2>
            <p>
              {t.found(view.read, view.documents, view.total, view.capped)}. {t.ordered}
            </p>
          </div>
          {view.ignored.length === 0 ? null : (
            <p class="small muted">{t.ignored(view.ignored.map((word) => `“${word}”`).join(", "))}</p>
          )}
          {view.groups.map((group) => (
            <HitGroup f={f} group={group} />
          ))}
          {view.documents > view.groups.length ? (
            <p class="small muted after">{t.moreGroups(view.documents - view.groups.length)}</p>
          ) : null}
        </section>
      )}
      <Works f={f} id="h-t" title={t.titled} works={view.titled} />
    </div>
  );
};

const Works = ({ f, id, title, works }: { f: Frame; id: string; title: string; works: readonly NamedWork[] }) =>
  works.length === 0 ? null : (
    <Section id={id} title={title}>
      <ul class="hit-works">
        {works.map(({ work, status }) => (
          <li>
            <span>
              <a class={work.symbol === null ? undefined : "sym"} href={f.href(`/documents/${work.id}`)} data-row>
                {shortName(f, work)}
              </a>{" "}
              <span class="title">
                <Said f={f} text={work.symbol === null ? "" : (work.title ?? "")} />
              </span>
              {work.known === "text" ? null : <small class="faint"> · {f.t.known[work.known]}</small>}
            </span>{" "}
            <Status f={f} status={status} known={work.known} />
          </li>
        ))}
      </ul>
    </Section>
  );

/** Words side by side are one mark. */
function joined(text: string, marks: readonly { readonly start: number; readonly end: number }[]) {
  const out: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last !== undefined && text.slice(last.end, mark.start).trim() === "") last.end = mark.end;
    else out.push({ ...mark });
  }
  return out;
}

const HitGroup = ({ f, group }: { f: Frame; group: SearchView["groups"][number] }) => (
  <article class="hits">
    <h3>
      <a class={group.work.symbol === null ? undefined : "sym"} href={f.href(`/documents/${group.work.id}`)}>
        {shortName(f, group.work)}
      </a>{" "}
      <span class="title">
        <Said f={f} text={group.work.title ?? ""} />
      </span>
    </h3>
    <p class="hits__state">
      <Status f={f} status={group.status} known={group.work.known} />
    </p>
    <ul>
      {group.hits.map((hit) => (
        <li>
          <a href={f.href(`/documents/${hit.work}`, {}, hit.eId ?? undefined)} data-row>
            {hit.eId === null ? f.t.search.inTitle : <Said f={f} text={capital(hit.unit ?? hit.eId)} />}
          </a>
          <p class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
            {marked(hit.snippet, joined(hit.snippet, hit.marks))}
          </p>
        </li>
      ))}
    </ul>
    {group.more === 0 ? null : <p class="small muted">{words(f.t.search.moreHits(group.more))}</p>}
  </article>
);
