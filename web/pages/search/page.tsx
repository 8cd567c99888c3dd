import type { SavedViewRow } from "../../../src/use-cases/saved-views.ts";
import type { SearchExamples } from "../../../src/use-cases/search-examples.ts";
import type { SearchView } from "../../../src/use-cases/view-search.ts";
import { PageHead } from "../../components/layout.tsx";
import { Chips } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { SavedViews } from "../../components/saved-views.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { chipsOf, Filters, FILTERS } from "./filters.tsx";
import { Results } from "./results.tsx";

interface Given {
  readonly f: Frame;
  readonly q: string;
  readonly view: SearchView | null;
  readonly examples: SearchExamples | null;
  readonly saved: readonly SavedViewRow[];
  readonly token: string;
}

export const SearchPage = ({ f, q, view, examples, saved, token }: Given) => {
  const chips = chipsOf(f, view);
  return (
    <>
      <PageHead title={f.t.search.title} />
      <SearchForm f={f} q={q} />
      {view === null ? (
        <Start f={f} examples={examples} />
      ) : (
        <div class="cols cols--facets">
          <section class="facets" id="loc" aria-label={f.t.search.filter} tabindex={-1}>
            <SavedViews f={f} page="search" views={saved} token={token} />
            <Filters f={f} view={view} />
          </section>
          <div class="flow">
            <Chips f={f} chips={chips} panel="loc" />
            {isEmpty(view) ? <Nothing f={f} q={q} view={view} chips={chips} /> : <Results f={f} view={view} />}
          </div>
        </div>
      )}
    </>
  );
};

const isEmpty = (view: SearchView): boolean =>
  view.jumps.length + view.numbered.length + view.titled.length + view.groups.length === 0;

/** What is narrowed stays narrowed when other words are tried. */
const SearchForm = ({ f, q }: { f: Frame; q: string }) => {
  const t = f.t.search;
  return (
    <form class="search-form flow-s" action="/search" role="search" aria-label={t.title}>
      <label class="legend" for="sq">
        {t.label}
      </label>{" "}
      <span class="field__help" id="sq-help">
        {t.help}
      </span>
      <span class="rowx">
        <SearchBox f={f} id="sq" value={q} described="sq-help" hotkey />
        <button class="btn btn--go" type="submit">
          {f.t.find.go}
        </button>
      </span>
      {[...FILTERS, "on"]
        .filter((name) => f.query.get(name))
        .map((name) => (
          <input type="hidden" name={name} value={f.query.get(name) ?? ""} />
        ))}
    </form>
  );
};

/** Nothing asked yet: the ways of asking, each with an example that finds something here. */
const Start = ({ f, examples }: { f: Frame; examples: SearchExamples | null }) => {
  const t = f.t.search;
  if (examples === null) return <Blank title={t.start}>{t.startEmpty}</Blank>;
  return (
    <Blank
      title={t.start}
      act={
        <dl class="examples">
          {(Object.keys(t.examples) as (keyof SearchExamples)[]).map((kind) => (
            <div>
              <dt>{t.examples[kind]}</dt>
              <dd>
                <a href={f.href("/search", { q: examples[kind] })} data-row>
                  <Said f={f} text={examples[kind]} />
                </a>
              </dd>
            </div>
          ))}
        </dl>
      }
    >
      {t.startWhy}
    </Blank>
  );
};

/** What was asked, why nothing came, and what may have been meant. */
const Nothing = ({
  f,
  q,
  view,
  chips,
}: {
  f: Frame;
  q: string;
  view: SearchView;
  chips: ReturnType<typeof chipsOf>;
}) => {
  const t = f.t.search;
  const filtered = chips.length > 0;
  return (
    <Blank
      title={filtered ? t.noneFiltered(q) : t.none(q)}
      act={
        <>
          {view.near.length === 0 ? null : (
            <p class="near" title={t.nearWhy}>
              {t.near}:{" "}
              {view.near.map((near, i) => (
                <>
                  {i === 0 ? null : " · "}
                  <a href={f.here({ q: near })} data-row lang={f.lang === "vi" ? undefined : "vi"}>
                    {near}
                  </a>
                </>
              ))}
            </p>
          )}
          {filtered ? (
            <p>
              <a class="btn" href={f.href("/search", { q })}>
                {t.dropFilters}
              </a>
            </p>
          ) : null}
        </>
      }
    >
      {filtered ? t.noneFilteredWhy(chips.map((chip) => `“${chip.label}”`).join(", ")) : `${t.noneWhy} ${t.noneTodo}`}
    </Blank>
  );
};
