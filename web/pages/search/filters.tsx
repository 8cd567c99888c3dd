import type { IssuerLevel } from "../../../src/domain/issuer.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import { saidFields } from "../../../src/use-cases/fields-of.ts";
import type { SearchView } from "../../../src/use-cases/view-search.ts";
import { Facet } from "../../components/lists.tsx";
import { Status } from "../../components/status.tsx";
import { Said, shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Parameters that narrow a search, in the order of their chips. */
export const FILTERS = [
  "document",
  "applied",
  "status",
  "part",
  "type",
  "level",
  "body",
  "field",
  "from",
  "to",
] as const;
type FilterName = (typeof FILTERS)[number];

/** Bodies and fields listed; who wants another one types its name. */
const CHOICES_SHOWN = 12;

export function chipsOf(f: Frame, view: SearchView | null): { name: FilterName; label: string }[] {
  const t = f.t.search;
  const label: Record<FilterName, (value: string) => string> = {
    document: () => t.insideChip(view?.inside ? shortName(f, view.inside) : "…"),
    applied: () => t.onlyApplied,
    status: (value) => f.t.status[value as StatusName],
    part: (value) => t.parts[value as keyof typeof t.parts],
    type: (value) => f.t.type[value as keyof typeof f.t.type],
    level: (value) => f.t.documents.levels[value as IssuerLevel],
    body: (value) => view?.bodyName ?? value,
    field: (code: string) => saidFields([code]),
    from: (value) => `${t.from} ${value}`,
    to: (value) => `${t.to} ${value}`,
  };
  return FILTERS.flatMap((name) => {
    const value = f.query.get(name);
    return value ? [{ name, label: label[name](value) }] : [];
  });
}

/** Links only, so that each choice is one click and an address; figures are of the results that were ordered. */
export const Filters = ({ f, view }: { f: Frame; view: SearchView }) => {
  const t = f.t.search;
  const { facets } = view;
  return (
    <>
      <Facet
        f={f}
        name="applied"
        title={t.applied}
        choices={
          facets.applied === 0 && !f.query.has("applied")
            ? []
            : [{ value: "1", label: t.onlyApplied, n: facets.applied }]
        }
      />
      <Facet
        f={f}
        name="status"
        title={f.t.documents.statusOn(f.date(f.on))}
        choices={facets.status.map(({ value, n }) => ({
          value,
          n,
          label: <Status f={f} status={value} known="text" />,
        }))}
      />
      <Facet
        f={f}
        name="part"
        title={t.part}
        choices={(["titles", "provisions"] as const).map((value) => ({ value, label: t.parts[value] }))}
      />
      <Facet
        f={f}
        name="type"
        title={f.t.documents.type}
        choices={facets.type.map(({ value, n }) => ({ value, n, label: f.t.type[value] }))}
      />
      <Facet
        f={f}
        name="level"
        title={f.t.documents.level}
        choices={facets.level.map(({ value, n }) => ({ value, n, label: f.t.documents.levels[value] }))}
      />
      <Facet
        f={f}
        name="body"
        title={f.t.documents.issuer}
        choices={facets.body
          .slice(0, CHOICES_SHOWN)
          .map(({ value, n, name }) => ({ value, n, label: <Said f={f} text={name} /> }))}
      />
      <Facet
        f={f}
        name="field"
        title={f.t.documents.field}
        open={false}
        choices={facets.field
          .slice(0, CHOICES_SHOWN)
          .map(({ value, n, name }) => ({ value, n, label: <Said f={f} text={name} /> }))}
      />
      <Years f={f} />
      {facets.type.length === 0 ? null : <p class="small muted">{t.counted}</p>}
    </>
  );
};

const Years = ({ f }: { f: Frame }) => {
  const t = f.t.search;
  const kept = [...f.query].filter(([name]) => !["from", "to", "after", "n", "lang", "theme", "keys"].includes(name));
  return (
    <details class="facet" open={f.query.has("from") || f.query.has("to")}>
      <summary>{f.t.documents.year}</summary>
      <form class="years" action="/search" method="get">
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {(["from", "to"] as const).map((name) => (
          <span>
            <label for={`year-${name}`}>{t[name]}</label>
            <input
              class="input input--s"
              type="text"
              inputmode="numeric"
              pattern="(?:1[89]|20)[0-9]{2}"
              title={t.badYear}
              maxlength={4}
              id={`year-${name}`}
              name={name}
              value={f.query.get(name) ?? ""}
              autocomplete="off"
            />
          </span>
        ))}
        <button class="btn btn--s" type="submit">
          {t.narrow}
        </button>
      </form>
    </details>
  );
};
