import type { Child } from "hono/jsx";
import type { Frame } from "../frame.ts";
import { Icon } from "./sprite.tsx";

/**
 * Forward, and back: by a page where `previous` is known, else to the start. Nobody turns to page 37, long lists are filtered.
 * `first` is the place of the first row, from 1; where it is not known, the address counts the rows already seen (`n`).
 */
export const Pager = ({
  f,
  shown,
  total,
  next,
  previous,
  first,
}: {
  f: Frame;
  shown: number;
  total: number;
  next: string | null;
  previous?: string | null;
  first?: number;
}) => {
  const before = first === undefined ? Math.max(0, Number(f.query.get("n")) || 0) : first - 1;
  return (
    <nav class="pager" aria-label={f.t.pager.label}>
      <p>{f.t.pager.range(Math.min(before + 1, total), before + shown, total)}</p>
      {f.query.has("after") || (first !== undefined && first > 1) ? (
        <a class="btn" href={f.here({})}>
          <Icon name="i-prev" /> {f.t.pager.first}
        </a>
      ) : null}
      {previous ? (
        <a class="btn" href={f.here({ before: previous })} rel="prev">
          <Icon name="i-prev" /> {f.t.pager.previous}
        </a>
      ) : null}
      {next === null ? null : (
        <a class="btn" href={f.here({ after: next, n: first === undefined ? before + shown : null })} rel="next">
          {f.t.pager.next} <Icon name="i-next" />
        </a>
      )}
    </nav>
  );
};

export interface Choice {
  readonly value: string;
  readonly label: Child;
  readonly n?: number;
}

/**
 * One filter: links, so that a choice is one click and an address. Choosing again takes it off. Of one with `several` more
 * than one choice may hold.
 */
export const Facet = ({
  f,
  name,
  title,
  choices,
  open = true,
  several = false,
  rest,
}: {
  f: Frame;
  name: string;
  title: string;
  choices: readonly Choice[];
  open?: boolean;
  several?: boolean;
  rest?: Child;
}) => {
  const chosen = f.query.getAll(name);
  const without = (value: string): readonly string[] => chosen.filter((one) => one !== value);
  const change = (value: string): string | readonly string[] | null =>
    chosen.includes(value) ? without(value) : several ? [...chosen, value] : value;
  if (choices.length === 0) return null;
  return (
    <details class="facet" open={open || chosen.length > 0}>
      <summary>{title}</summary>
      <ul class="facet__list">
        {choices.map((c) => (
          <li>
            <a
              href={f.here({ [name]: change(c.value) })}
              aria-current={chosen.includes(c.value) ? "true" : undefined}
              rel="nofollow"
            >
              <span>{c.label}</span>
              {c.n === undefined || (chosen.includes(c.value) && !several) ? null : (
                <span class="check__n">{f.t.n(c.n)}</span>
              )}
              {chosen.includes(c.value) ? <Icon name="i-x" /> : null}
            </a>
          </li>
        ))}
      </ul>
      {rest ? <div class="small muted">{rest}</div> : null}
    </details>
  );
};

/** The filters that hold, each with its way out. */
export const Chips = ({
  f,
  chips,
  panel,
}: {
  f: Frame;
  /** `href`: the way out, where it is not simply the name. */
  chips: readonly { readonly name: string; readonly label: Child; readonly href?: string }[];
  panel: string;
}) => (
  <div class="chips">
    <a class="btn btn--s facets__open" href={`#${panel}`}>
      {f.t.documents.open}
    </a>
    {chips.length === 0 ? null : <span class="small muted">{f.t.documents.filtering}</span>}
    {chips.map((chip) => (
      <a class="chip" href={chip.href ?? f.here({ [chip.name]: null })}>
        {chip.label} <Icon name="i-x" />
        <span class="sr">{f.t.documents.drop}</span>
      </a>
    ))}
    {chips.length < 2 ? null : (
      <a class="small" href={f.here(Object.fromEntries(chips.map((chip) => [chip.name, null])))}>
        {f.t.documents.dropAll}
      </a>
    )}
  </div>
);

/** A figure that is a link to its list, with a bar against the largest where comparing helps. */
export const Stat = ({ label, n, href, of, f }: { label: Child; n: number; href?: string; of?: number; f: Frame }) => (
  <li class="stat">
    {href ? (
      <a class="plain" href={href}>
        {label}
      </a>
    ) : (
      <span>{label}</span>
    )}
    <b>{f.t.n(n)}</b>
    {of ? (
      <svg class="bar" aria-hidden="true">
        <rect class="bed" width="100%" height="6" />
        <rect width={`${((100 * n) / of).toFixed(1)}%`} height="6" />
      </svg>
    ) : null}
  </li>
);
