import type { Child } from "hono/jsx";
import type { DocumentType } from "../../../src/domain/document-type.ts";
import type { IssuerLevel } from "../../../src/domain/issuer.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import type { DocumentsView, FacetName, FacetValue } from "../../../src/use-cases/view-documents.ts";
import { UNFILED } from "../../../src/use-cases/view-documents.ts";
import { Kept } from "../../components/kept.tsx";
import { Facet } from "../../components/lists.tsx";
import { Status } from "../../components/status.tsx";
import { Said } from "../../components/words.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";

/** Values of a long facet shown beside the list; the rest stands on a page of its own. */
const VALUES_SHOWN = 12;

const ORDER: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  status: ["in-force", "partly-ceased", "not-yet-in-force", "suspended", "partly-suspended", "unknown", "ceased"],
  level: ["central", "province", "district", "commune", "unknown"],
  quality: ["docx", "doc", "html", "text", "pdf", "ocr"],
  normative: ["yes", "unsure", "no"],
  findings: ["yes", "no"],
};

/** Facets in the order they stand, open or folded until something is chosen. */
const SHOWN: readonly (readonly [facet: FacetName, open: boolean])[] = [
  ["status", true],
  ["type", true],
  ["body", true],
  ["field", true],
  ["level", false],
  ["year", false],
  ["territory", false],
  ["quality", false],
  ["normative", false],
  ["findings", false],
];

export const Facets = ({ f, view }: { f: Frame; view: DocumentsView }) => {
  const t = f.t.documents;
  return (
    <>
      <form class="facet-find" action="/documents" method="get" role="search" aria-label={t.filter}>
        <label for="dq">{t.text}</label>
        <span class="rowx">
          <input class="input" type="search" id="dq" name="q" value={f.query.get("q") ?? ""} autocomplete="off" />
          <button class="btn" type="submit">
            {t.go}
          </button>
        </span>
        <Kept f={f} but={["q"]} />
      </form>
      {SHOWN.map(([name, open]) => (
        <OneFacet f={f} name={name} open={open} values={view.facets[name]} />
      ))}
    </>
  );
};

const OneFacet = ({
  f,
  name,
  open,
  values,
}: {
  f: Frame;
  name: FacetName;
  open: boolean;
  values: readonly FacetValue[];
}) => {
  const chosen = f.query.getAll(name);
  const order = ORDER[name];
  const sorted = order ? [...values].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : values;
  const known = sorted.length;
  // what is chosen stays in sight, wherever it stands; so does what is not known, at the end
  const shown = sorted.filter(({ value }, at) => at < VALUES_SHOWN || value === UNFILED || chosen.includes(value));
  return (
    <Facet
      f={f}
      name={name}
      title={facetTitle(f, name)}
      open={open}
      several
      choices={shown.map((value) => ({ value: value.value, n: value.n, label: valueLabel(f, name, value) }))}
      rest={
        name === "year" ? (
          <YearRange f={f} />
        ) : known > shown.length ? (
          <a href={f.href("/documents/values", { ...filtersHeld(f), facet: name })}>{f.t.documents.allValues(known)}</a>
        ) : undefined
      }
    />
  );
};

const YearRange = ({ f }: { f: Frame }) => {
  const t = f.t.documents;
  const Year = ({ name, label }: { name: "from" | "to"; label: string }) => (
    <label>
      {label}{" "}
      <input
        class="input input--s"
        name={name}
        value={f.query.get(name) ?? ""}
        inputmode="numeric"
        pattern="[0-9]{4}"
        maxlength={4}
        size={5}
        autocomplete="off"
      />
    </label>
  );
  return (
    <form class="years" action="/documents" method="get">
      <Kept f={f} but={["from", "to"]} />
      <Year name="from" label={t.yearFrom} />
      <Year name="to" label={t.yearTo} />
      <button class="btn btn--s" type="submit">
        {t.go}
      </button>
    </form>
  );
};

export function facetTitle(f: Frame, facet: FacetName): string {
  const t = f.t.documents;
  if (facet === "status") return t.statusOn(f.date(f.on));
  return facet === "findings" ? t.withFindings : t[facet];
}

/** A value as the trade writes it; names of bodies, fields and territories are Vietnamese on every page. */
export function valueWords(f: Frame, facet: FacetName, { value, name }: Pick<FacetValue, "value" | "name">): string {
  const t = f.t.documents;
  if (value === UNFILED) return t.unfiled[facet] ?? t.unknown;
  if (facet === "status") return f.t.status[value as StatusName];
  if (facet === "type") return f.t.type[value as DocumentType];
  if (facet === "level") return t.levels[value as IssuerLevel];
  if (facet === "quality") return f.t.quality[value] ?? value;
  if (facet === "normative") return t.normatives[value as keyof typeof t.normatives];
  if (facet === "findings") return t.findingsOr[value as keyof typeof t.findingsOr];
  return name ?? value;
}

export function valueLabel(f: Frame, facet: FacetName, value: FacetValue): Child {
  const text = valueWords(f, facet, value);
  if (facet === "status") return <Status f={f} status={value.value as StatusName} known="text" />;
  return value.name === null ? text : <Said f={f} text={text} />;
}
