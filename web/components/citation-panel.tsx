import type { Child } from "hono/jsx";
import type { OfficialCitationView } from "../../src/use-cases/view-official-citation.ts";
import type { Frame } from "../frame.ts";
import { Message } from "./message.tsx";
import { capital, Said, words } from "./words.tsx";

/** What a person takes along of a document or a unit: its official citation in three forms, its words, its link. */
export const CitationPanel = ({ f, view }: { f: Frame; view: OfficialCitationView }) => {
  const t = f.t.citing;
  const { citation, unit, work, eId } = view;
  const name = unit === null ? t.whole : capital(unit);
  const short = citation.first === citation.plain;
  return (
    <section class="quote-panel" aria-labelledby="quote-panel-h" data-quote>
      <div class="quote-panel__head">
        <h2 id="quote-panel-h">
          {t.title}: <Said f={f} text={name} />
        </h2>
        <a
          class="btn btn--s"
          href={f.href(`/documents/${work.id}`, { text: f.query.get("text") }, eId ?? undefined)}
          data-quote-close
        >
          {t.close}
        </a>
      </div>
      <NotThere f={f} view={view} />
      <Copied f={f} label={short ? t.everywhere : t.first}>
        {citation.first}
      </Copied>
      {short ? null : (
        <Copied f={f} label={t.plain}>
          {citation.plain}
        </Copied>
      )}
      {citation.again === citation.plain ? null : (
        <Copied f={f} label={t.again}>
          {citation.again}
        </Copied>
      )}
      {view.words.length === 0 ? null : (
        <Copied f={f} label={t.words(f.date(f.on))} long>
          “{view.words.join("\n")}” ({citation.plain})
        </Copied>
      )}
      <p class="quote-panel__links small">
        <copy-text data-copy={t.copyLink} data-done={t.done} data-failed={t.failed}>
          <a href={f.href(`/documents/${work.id}`, { on: f.on }, eId ?? undefined)}>{t.link(f.date(f.on))}</a>
        </copy-text>
        {eId === null || view.stands !== "yes" ? null : (
          <a href={f.href(`/documents/${work.id}`, { tab: "norms", unit: eId })}>{f.t.norms.tab}</a>
        )}
      </p>
    </section>
  );
};

/** Words that can be copied: the button comes with the script, without it the words are there to be marked. */
const Copied = ({ f, label, long = false, children }: { f: Frame; label: string; long?: boolean; children: Child }) => (
  <div class="quote-panel__row">
    <p class="small muted">{label}</p>
    <copy-text
      data-copy={f.t.citing.copy}
      data-what={label}
      data-done={f.t.citing.done}
      data-failed={f.t.citing.failed}
    >
      <p
        class={long ? "law-voice quote-panel__long" : "law-voice"}
        tabindex={long ? 0 : undefined}
        lang={f.lang === "vi" ? undefined : "vi"}
      >
        {children}
      </p>
    </copy-text>
  </div>
);

/** A unit that does not stand on the day: said first, with the days on which it does. */
const NotThere = ({ f, view }: { f: Frame; view: OfficialCitationView }) => {
  const t = f.t.citing;
  const { stands, unit, days, nearest, work, eId } = view;
  if (stands === "yes" || unit === null || eId === null) return null;
  if (stands === "repealed")
    return (
      <Message kind="warn" what={t.repealed(capital(unit), f.date(f.on))}>
        {t.repealedTodo}
      </Message>
    );
  return (
    <Message kind="warn" what={stands === "absent" ? t.absent(capital(unit), f.date(f.on)) : t.never(unit)}>
      {days.map((d) => (
        <>
          <a href={f.href(`/documents/${work.id}`, { on: d.from }, eId)}>
            {d.to === null ? t.standsFrom(f.date(d.from)) : t.standsFromTo(f.date(d.from), f.date(d.to))}
          </a>
          {". "}
        </>
      ))}
      {nearest === null ? (
        stands === "never" ? (
          t.neverTodo
        ) : null
      ) : (
        <a href={f.href(`/documents/${work.id}`, { cite: nearest.eId }, nearest.eId)}>
          {t.nearest} {words(nearest.name)}
        </a>
      )}
    </Message>
  );
};
