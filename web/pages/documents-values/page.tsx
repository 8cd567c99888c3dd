import { fold } from "../../../src/domain/fold.ts";
import type { FacetName, FacetValue } from "../../../src/use-cases/view-documents.ts";
import { Kept } from "../../components/kept.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";
import { facetTitle, valueLabel, valueWords } from "../documents/facets.tsx";

export const ValuesPage = ({ f, facet, values }: { f: Frame; facet: FacetName; values: readonly FacetValue[] }) => {
  const t = f.t.documents.values;
  const find = f.query.get("find")?.trim() ?? "";
  const chosen = f.query.getAll(facet);
  const words = fold(find).split(/\s+/u).filter(Boolean);
  const fits = (value: FacetValue): boolean => {
    const name = fold(valueWords(f, facet, value));
    return words.every((word) => name.includes(word));
  };
  const shown = values.filter(fits);
  return (
    <>
      <PageHead title={facetTitle(f, facet)}>{t.lead(values.length)}</PageHead>
      <form class="facet-find values__find" action="/documents/values" method="get" role="search" aria-label={t.findGo}>
        <Kept f={f} but={["find"]} />
        <label for="find">{t.find}</label>
        <span class="rowx">
          <input class="input" type="search" id="find" name="find" value={find} autocomplete="off" />
          <button class="btn" type="submit">
            {t.findGo}
          </button>
        </span>
      </form>
      {shown.length === 0 ? (
        <Blank
          title={t.none}
          act={
            <a class="btn" href={f.here({ find: null })}>
              {t.noneTodo}
            </a>
          }
        >
          {t.noneWhy(find)}
        </Blank>
      ) : (
        <form class="values" action="/documents" method="get">
          <Kept f={f} but={["facet", "find", facet]} />
          {values
            .filter((value) => chosen.includes(value.value) && !fits(value))
            .map(({ value }) => (
              <input type="hidden" name={facet} value={value} />
            ))}
          <fieldset class="values__list">
            <legend class="sr">{facetTitle(f, facet)}</legend>
            {shown.map((value) => (
              <label class="check">
                <input type="checkbox" name={facet} value={value.value} checked={chosen.includes(value.value)} />
                <span>{valueLabel(f, facet, value)}</span>
                <span class="check__n">{f.t.n(value.n)}</span>
              </label>
            ))}
          </fieldset>
          <p class="rowx">
            <button class="btn btn--go" type="submit">
              {t.apply}
            </button>
            <a href={f.href("/documents", { ...filtersHeld(f), facet: null, find: null })}>{t.back}</a>
          </p>
        </form>
      )}
    </>
  );
};
