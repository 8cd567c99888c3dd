import {
  HANDLING_FACETS,
  HANDLING_SORTS,
  type HandlingFacet,
  type HandlingListView,
} from "../../../src/use-cases/handling-list.ts";
import { Kept } from "../../components/kept.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Chips, Facet, Pager } from "../../components/lists.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";
import { facetWords } from "./filters.ts";
import { Contradicted } from "./contradicted.tsx";
import { HandlingTable } from "./rows.tsx";

interface Props {
  readonly f: Frame;
  readonly view: HandlingListView;
  /** May this person change anything here? */
  readonly mayWrite: boolean;
}

/** Values of a facet beside the list. */
const VALUES_SHOWN = 14;

export const HandlingPage = ({ f, view, mayWrite }: Props) => {
  const t = f.t.handling;
  const chips = chipsOf(f, view);
  return (
    <>
      <PageHead title={t.title} acts={<Acts f={f} mayWrite={mayWrite} />}>
        {t.some(view.total, view.all)}
      </PageHead>
      <Changed f={f} />
      <Contradicted f={f} rows={view.contradicted} />
      {view.all === 0 ? (
        <Blank title={t.empty} act={mayWrite ? <FirstActs f={f} /> : null}>
          {t.emptyWhy}
        </Blank>
      ) : (
        <div class="cols cols--facets">
          <section class="facets" id="loc" aria-label={t.filter} tabindex={-1}>
            <Facets f={f} view={view} />
          </section>
          <div class="flow">
            <div class="rowx between">
              <Chips f={f} chips={chips} panel="loc" />
              <SortForm f={f} />
            </div>
            {view.rows.length === 0 ? (
              <Blank
                title={t.none}
                act={
                  <a class="btn" href={f.href("/handling")}>
                    {f.t.documents.noneTodo}
                  </a>
                }
              >
                {t.noneWhy(chips.map((chip) => `“${chip.label}”`).join(", "))}
              </Blank>
            ) : (
              <>
                <PickedForm f={f} view={view} mayWrite={mayWrite} />
                <Pager f={f} shown={view.rows.length} total={view.total} next={view.next} />
              </>
            )}
          </div>
        </div>
      )}
    </>
  );
};

const Acts = ({ f, mayWrite }: { f: Frame; mayWrite: boolean }) => {
  const t = f.t.handling;
  return (
    <>
      {(["xlsx", "csv"] as const).map((format) => (
        <a class="btn" href={f.href("/handling/export", { ...filtersHeld(f), format })} rel="nofollow">
          {t.exportAll[format]}
        </a>
      ))}
      <a class="btn" href={f.href("/handling/imports")}>
        {t.imports}
      </a>
      {mayWrite ? (
        <a class="btn btn--go" href={f.href("/handling/new")}>
          {t.make}
        </a>
      ) : null}
    </>
  );
};

const FirstActs = ({ f }: { f: Frame }) => (
  <p class="rowx">
    <a class="btn" href={f.href("/handling/imports")}>
      {f.t.handling.imports}
    </a>
    <a class="btn" href={f.href("/handling/new")}>
      {f.t.handling.make}
    </a>
  </p>
);

/** What a change of many rows has done. */
const Changed = ({ f }: { f: Frame }) => {
  const t = f.t.handling.bulk;
  const [done, stale] = [f.query.get("changed"), Number(f.query.get("stale")) || 0];
  if (done === null || !/^\d+$/u.test(done)) return null;
  return (
    <Message kind={stale > 0 ? "warn" : "ok"} what={t.done(Number(done))}>
      {stale > 0 ? t.stale(stale) : null}
    </Message>
  );
};

const Facets = ({ f, view }: { f: Frame; view: HandlingListView }) => {
  const t = f.t.handling;
  return (
    <>
      <form class="facet-find" action="/handling" method="get" role="search" aria-label={t.filter}>
        <label for="hq">{t.text}</label>
        <span class="rowx">
          <input class="input" type="search" id="hq" name="q" value={f.query.get("q") ?? ""} autocomplete="off" />
          <button class="btn" type="submit">
            {f.t.documents.go}
          </button>
        </span>
        <Kept f={f} but={["q"]} />
      </form>
      {HANDLING_FACETS.map((name) => (
        <Facet
          f={f}
          name={name}
          title={t.facets[name]}
          several
          open={name !== "done" && name !== "import"}
          choices={shownValues(f, view, name).map((count) => ({
            value: count.value,
            label: facetWords(f, name, count),
            n: count.n,
          }))}
        />
      ))}
    </>
  );
};

function shownValues(f: Frame, view: HandlingListView, name: HandlingFacet): HandlingListView["facets"]["state"] {
  const chosen = f.query.getAll(name);
  return view.facets[name].filter(({ value }, at) => at < VALUES_SHOWN || chosen.includes(value));
}

function chipsOf(f: Frame, view: HandlingListView) {
  const q = f.query.get("q");
  const chosen = HANDLING_FACETS.flatMap((name) => {
    const values = [...new Set(f.query.getAll(name))].filter(Boolean);
    return values.map((value) => {
      const known = view.facets[name].find((one) => one.value === value) ?? { value, name: null };
      return {
        name,
        label: facetWords(f, name, known),
        href: f.here({ [name]: values.filter((one) => one !== value) }),
      };
    });
  });
  return [...(q ? [{ name: "q", label: q }] : []), ...chosen];
}

const SortForm = ({ f }: { f: Frame }) => {
  const t = f.t.handling;
  const now = f.query.get("sort") ?? "due";
  return (
    <form class="rowx small" action="/handling" method="get">
      <Kept f={f} but={["sort"]} />
      <label for="sort" class="muted">
        {t.sort}
      </label>
      <select class="input input--s" id="sort" name="sort">
        {HANDLING_SORTS.map((sort) => (
          <option value={sort} selected={sort === now}>
            {t.sorts[sort]}
          </option>
        ))}
      </select>
      <button class="btn btn--s" type="submit">
        {f.t.documents.arrange}
      </button>
    </form>
  );
};

/** The rows with their boxes; the button below leads to the preview of a change to all that are ticked. */
const PickedForm = ({ f, view, mayWrite }: Props) => {
  const t = f.t.handling.bulk;
  const all = f.query.get("pick") === "page";
  if (!mayWrite)
    return (
      <div class="list-scroll">
        <HandlingTable f={f} rows={view.rows} />
      </div>
    );
  return (
    <pick-rows>
      <form action="/handling/bulk" method="get">
        {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
        <div class="list-scroll">
          <HandlingTable f={f} rows={view.rows} pick />
        </div>
        <div class="bulk pick-bar" role="group" aria-label={t.label}>
          <b data-picked={t.picked("#")}>{all ? t.picked(f.t.n(view.rows.length)) : t.lead}</b>
          <a
            class="btn btn--s"
            href={f.here({ after: f.query.get("after"), pick: all ? null : "page" })}
            data-pick="page"
            aria-keyshortcuts={f.keys ? "X" : undefined}
          >
            {all ? t.unpick : t.page}
          </a>
          <span class="rowx">
            <button class="btn btn--s" type="submit">
              {t.go}
            </button>
          </span>
        </div>
      </form>
    </pick-rows>
  );
};
