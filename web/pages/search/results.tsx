import type { Child } from "hono/jsx";
import type { HitGroup as Group, NamedHit, NamedWork, SearchView } from "../../../src/use-cases/view-search.ts";
import { Section } from "../../components/layout.tsx";
import { Pager } from "../../components/lists.tsx";
import { Mark, Scanned, Status, unitStateOf } from "../../components/status.tsx";
import { capital, marked, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** What was asked for by name or number first, then the provisions by document, then titles. */
export const Results = ({ f, view }: { f: Frame; view: SearchView }) => {
  const t = f.t.search;
  return (
    <div class="results stack">
      <Jumps f={f} view={view} />
      <Works f={f} id="h-n" title={view.exact ? t.exact : t.numbered} works={view.numbered} opens={view.exact} />
      {view.groups.length === 0 ? null : (
        <section class="sec" aria-labelledby="h-p">
          <div class="sec__head">
            <h2 id="h-p">
              {view.inside !== null
                ? words(t.inside(shortName(f, view.inside)))
                : view.mentioned
                  ? t.mentions
                  : t.provisions}
            </h2>
            <p>
              {t.found(view.total, view.documents, view.read, view.capped)} {view.inside === null ? t.ordered : null}
            </p>
          </div>
          {view.ignored.length === 0 ? null : (
            <p class="small muted">{t.ignored(view.ignored.map((word) => `“${word}”`).join(", "))}</p>
          )}
          {view.groups.map((group) => (
            <HitGroup f={f} group={group} />
          ))}
          <Pager
            f={f}
            shown={view.inside === null ? view.groups.length : (view.groups[0]?.hits.length ?? 0)}
            total={view.inside === null ? view.documents : view.read}
            next={view.next}
          />
        </section>
      )}
      <Works f={f} id="h-t" title={t.titled} works={view.titled}>
        {view.titles <= view.titled.length ? null : f.query.get("part") === "titles" ? (
          <p class="small muted after">{t.firstTitles(view.titled.length, view.titles, view.titlesCapped)}</p>
        ) : (
          <p class="small after">
            <a href={f.here({ part: "titles" })}>{t.allTitles(view.titles, view.titlesCapped)}</a>
          </p>
        )}
      </Works>
    </div>
  );
};

const Jumps = ({ f, view }: { f: Frame; view: SearchView }) =>
  view.jumps.length === 0 ? null : (
    <section aria-label={f.t.search.jumps}>
      <ul class="jumps">
        {view.jumps.map(({ work, eId, unit }, i) => (
          <li>
            <a
              class="btn"
              href={f.href(`/documents/${work.id}`, {}, eId)}
              data-row
              autofocus={i === 0 && view.jumps.length === 1}
            >
              <span>
                <Said f={f} text={f.t.search.jump(capital(unit), shortName(f, work))} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

/** Documents one a line. `opens`: the one that was named in full has the focus, so that Enter opens it. */
const Works = ({
  f,
  id,
  title,
  works,
  opens = false,
  children,
}: {
  f: Frame;
  id: string;
  title: string;
  works: readonly NamedWork[];
  opens?: boolean;
  children?: Child;
}) =>
  works.length === 0 ? null : (
    <Section id={id} title={title}>
      <ul class="hit-works">
        {works.map(({ work, status }) => (
          <li>
            <span>
              <a
                class={work.symbol === null ? undefined : "sym"}
                href={f.href(`/documents/${work.id}`)}
                data-row
                autofocus={opens && works.length === 1}
              >
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
      {children}
    </Section>
  );

/** Between the parts of a symbol or two words of a phrase. */
const JOINT = /^[\s/.,–-]{0,2}$/u;

/** Words side by side are one mark. */
function joined(text: string, marks: readonly { readonly start: number; readonly end: number }[]) {
  const out: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last !== undefined && JOINT.test(text.slice(last.end, mark.start))) last.end = mark.end;
    else out.push({ ...mark });
  }
  return out;
}

const HitGroup = ({ f, group }: { f: Frame; group: Group }) => (
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
      {group.scanned ? <Scanned f={f} /> : null}
    </p>
    <ul>
      {group.hits.map((hit) => (
        <Hit f={f} hit={hit} />
      ))}
    </ul>
    {group.more === 0 ? null : (
      <p class="small after">
        <a href={f.here({ document: group.work.id })}>{words(f.t.search.moreHits(group.more))}</a>
      </p>
    )}
  </article>
);

const Hit = ({ f, hit }: { f: Frame; hit: NamedHit }) => (
  <li>
    <p class="hits__unit">
      <a href={f.href(`/documents/${hit.work}`, {}, hit.eId ?? undefined)} data-row>
        {hit.eId === null ? capital(f.t.search.inTitle) : <Said f={f} text={capital(hit.unit ?? hit.eId)} />}
      </a>
      {hit.state === null ? null : (
        <Mark
          state={unitStateOf(hit.state.state)}
          words={`${f.t.unit[hit.state.state]} ${f.t.since(f.date(hit.state.since))}`}
        />
      )}
    </p>
    <p class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
      {marked(hit.snippet, joined(hit.snippet, hit.marks))}
    </p>
  </li>
);
