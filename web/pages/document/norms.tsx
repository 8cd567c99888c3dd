import type { Child } from "hono/jsx";
import type { NormValue, NormWords, ProvisionNorm } from "../../../src/domain/norm.ts";
import { NORM_KINDS, type NormsView, type NormUnit, type NormView } from "../../../src/use-cases/view-norms.ts";
import { Blank } from "../../components/message.tsx";
import { capital, marked, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Members of one list shown in full; the text beside holds them all. */
const LISTED_SHOWN = 20;

/** What the machine understood: each sentence on the left with its deciding words marked, what was read of it on the right. */
export const NormsTab = ({ f, view }: { f: Frame; view: NormsView | null }) => {
  const t = f.t.norms;
  if (view === null || view.total === 0)
    return (
      <div class="after">
        <Blank
          title={view === null ? f.t.document.noText : t.nothing}
          act={
            <a class="btn" href={f.here({ tab: null, kind: null, unit: null, page: null })}>
              {f.t.document.text}
            </a>
          }
        >
          {view === null ? f.t.document.noTextTodo : t.nothingWhy}
        </Blank>
      </div>
    );
  return (
    <div class="after stack">
      <section aria-labelledby="h-norms" class="flow-s">
        <h2 id="h-norms">
          {t.title} <span class="n">{f.t.n(view.total)}</span>
        </h2>
        <p class="small muted norms__lead">
          {t.lead} {t.issued} {view.quotes > 0 ? t.quotes(view.quotes) : null} {view.bounded ? t.bounded : null}
        </p>
        <Kinds f={f} view={view} />
        <p class="small">
          {t.counted(view.found, view.total)}
          {view.unit === null ? null : (
            <>
              . <Said f={f} text={t.only(view.unit.name)} />. <a href={f.here({ unit: null, page: null })}>{t.all}</a>
            </>
          )}
        </p>
      </section>
      {view.units.length === 0 ? (
        <Blank
          title={t.none}
          act={
            <a class="btn" href={f.here({ unit: null, kind: null, page: null })}>
              {t.all}
            </a>
          }
        >
          {t.noneWhy}
        </Blank>
      ) : (
        <div class="norms">
          {view.units.map((unit) => (
            <Unit f={f} unit={unit} />
          ))}
        </div>
      )}
      <Pages f={f} view={view} />
    </div>
  );
};

const Kinds = ({ f, view }: { f: Frame; view: NormsView }) => {
  const t = f.t.norms;
  const chip = (kind: NormsView["kind"], label: string, k: number): Child => (
    <a
      class={view.kind === kind ? "chip chip--on" : "chip"}
      href={f.here({ kind, page: null })}
      aria-current={view.kind === kind ? "true" : undefined}
    >
      {label} <span class="n">{f.t.n(k)}</span>
    </a>
  );
  return (
    <nav class="chips no-print" aria-label={t.filter}>
      {chip(null, t.allKinds, view.total)}
      {NORM_KINDS.flatMap((kind) => {
        const k = view.counts[kind] ?? 0;
        return k === 0 ? [] : [chip(kind, t.kinds[kind], k)];
      })}
    </nav>
  );
};

const Unit = ({ f, unit }: { f: Frame; unit: NormUnit }) => {
  const t = f.t.norms;
  return (
    <section class="norm-unit" id={unit.eId}>
      <h3 class="norm-unit__h">
        <a href={`${f.here({ tab: null, kind: null, unit: null, page: null })}#${encodeURIComponent(unit.eId)}`}>
          <Said f={f} text={capital(unit.name)} />
        </a>
      </h3>
      {unit.changed ? <p class="small muted">{t.changed}</p> : null}
      {unit.norms.map((norm) => (
        <One f={f} view={norm} />
      ))}
    </section>
  );
};

const One = ({ f, view: { norm, marks, renamed } }: { f: Frame; view: NormView }) => {
  const t = f.t.norms;
  return (
    <div class={norm.kind === "other" ? "norm norm--other" : "norm"}>
      <div class="norm__t law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
        <p>{marked(norm.text, marks)}</p>
        <Members norm={norm} />
      </div>
      <div class="norm__m">
        <p class="norm__kind">
          <b>{t.kinds[norm.kind]}</b>
        </p>
        <dl class="norm__dl">
          {rowsOf(f, norm).map(({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {renamed.map((body) => (
            <div>
              <dt>{t.rows.now}</dt>
              <dd>
                <Said f={f} text={`${body.old} → ${body.now}`} />{" "}
                <small class="muted">
                  (<Said f={f} text={body.source} />)
                </small>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
};

/** Members of a list that stand in units of their own, below the sentence that opens it. */
const Members = ({ norm }: { norm: ProvisionNorm }) => {
  const below = norm.listed.filter((m) => m.span.start >= norm.span.end);
  if (below.length === 0) return null;
  return (
    <ul class="dashes">
      {below.slice(0, LISTED_SHOWN).map((m) => (
        <li>{words(m.text)}</li>
      ))}
    </ul>
  );
};

interface RowOf {
  readonly name: string;
  readonly value: Child;
}

/** Only what was read: an empty cell would say that the law has nothing there. */
function rowsOf(f: Frame, norm: ProvisionNorm): RowOf[] {
  const t = f.t.norms;
  const rows: RowOf[] = [];
  const add = (name: string, value: Child | null): void => void (value === null || rows.push({ name, value }));
  const said = (w: NormWords | null): Child | null => w && <Said f={f} text={w.text} />;
  if (norm.bearer || (ACTS.has(norm.kind) && norm.subject === null)) add(t.rows.who, whoOf(f, norm));
  add(t.rows.thing, said(norm.subject));
  if (norm.modality !== "defines" && (norm.modal || ACTS.has(norm.kind)))
    add(
      t.rows.force,
      <>
        {t.modality[norm.modality]}
        {norm.modal === null ? null : (
          <>
            {" "}
            (<Said f={f} text={`“${norm.modal.text}”`} />)
          </>
        )}
      </>,
    );
  add(t.rows.act, actOf(f, norm));
  add(t.rows.toWhom, said(norm.counterpart));
  if (norm.definition) {
    add(t.rows.term, said(norm.definition.term));
    add(t.rows.genus, said(norm.definition.genus));
    add(t.rows.elements, listOf(f, norm.definition.elements));
  }
  for (const value of norm.values) add(t.values[value.kind], valueOf(f, value));
  add(t.rows.condition, listOf(f, norm.conditions));
  add(t.rows.exception, listOf(f, norm.exceptions));
  if (norm.listedAs !== null) add(t.listed[norm.listedAs], listOf(f, norm.listed));
  if (norm.kind === "other") add(t.rows.unread, t.other);
  else add(t.rows.unread, listOf(f, norm.unread));
  return rows;
}

/** Kinds in which somebody acts: that nobody is named is worth saying. */
const ACTS = new Set<ProvisionNorm["kind"]>(["obligation", "prohibition", "permission", "task", "delegation"]);

function whoOf(f: Frame, { bearer, bearerFrom, body }: ProvisionNorm): Child {
  const t = f.t.norms;
  if (bearer === null) return <span class="faint">{t.notSaid}</span>;
  const from = bearerFrom === null || bearerFrom === "sentence" ? "" : t.from[bearerFrom];
  return (
    <>
      <Said f={f} text={bearer.text} />
      {from === "" ? null : <small class="muted"> ({from})</small>}
      {body === null || body === bearer.text.toLowerCase() ? null : (
        <>
          <br />
          <small class="muted">
            {t.rows.body}: <Said f={f} text={body} />
          </small>
        </>
      )}
    </>
  );
}

const actOf = (f: Frame, { action, verb }: ProvisionNorm): Child | null =>
  action &&
  (verb === null ? (
    <Said f={f} text={action.text} />
  ) : (
    <>
      <b lang={f.lang === "vi" ? undefined : "vi"}>{verb.text}</b>
      <Said f={f} text={action.text.slice(verb.text.length)} />
    </>
  ));

function valueOf(f: Frame, value: NormValue): Child {
  const t = f.t.norms;
  const bound = value.bound === null ? "" : `${t[value.bound]} `;
  const figure =
    value.number === null
      ? value.kind === "competence" || value.kind === "sanction"
        ? value.text
        : value.value
      : `${f.t.n(value.number)}${value.upTo === null ? "" : `–${f.t.n(value.upTo)}`} ${value.unit ?? ""}`;
  return (
    <>
      {bound}
      <Said f={f} text={figure} />
      {value.event === null ? null : (
        <>
          , <Said f={f} text={t.since(value.event)} />
        </>
      )}
    </>
  );
}

function listOf(f: Frame, list: readonly NormWords[]): Child | null {
  if (list.length === 0) return null;
  const [first] = list;
  if (list.length === 1 && first) return <Said f={f} text={first.text} />;
  return (
    <ul class="dashes">
      {list.slice(0, LISTED_SHOWN).map((w) => (
        <li>
          <Said f={f} text={w.text} />
        </li>
      ))}
      {list.length > LISTED_SHOWN ? <li class="muted">{f.t.norms.more(list.length - LISTED_SHOWN)}</li> : null}
    </ul>
  );
}

const Pages = ({ f, view: { page, pages } }: { f: Frame; view: NormsView }) => {
  const t = f.t.norms;
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={t.pages}>
      {page > 1 ? (
        <a class="btn" rel="prev" href={f.here({ page: page === 2 ? null : page - 1 })}>
          {t.previous}
        </a>
      ) : null}{" "}
      <span class="small muted">{t.pageOf(page, pages)}</span>{" "}
      {page < pages ? (
        <a class="btn" rel="next" href={f.here({ page: page + 1 })}>
          {t.next}
        </a>
      ) : null}
    </nav>
  );
};
