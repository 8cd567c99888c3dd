import type { Child } from "hono/jsx";
import type { Suggestions } from "../../src/use-cases/view-suggestions.ts";
import type { NamedWork } from "../../src/use-cases/view-search.ts";
import type { Frame } from "../frame.ts";
import { Status } from "./status.tsx";
import { capital, Said, shortName } from "./words.tsx";

/** The options below a search field, by kind; the first line is read out by screen readers. */
export const SuggestionList = ({ f, found }: { f: Frame; found: Suggestions }) => {
  const t = f.t.suggest;
  const n = found.units.length + found.numbers.length + found.laws.length + found.titles.length;
  return (
    <>
      <p class={n === 0 ? "suggest__none" : "sr"} role="presentation">
        {n === 0 ? t.none : t.some(n)}
      </p>
      <Kind title={t.units}>
        {found.units.map(({ work, eId, unit }) => (
          <Option href={f.href(`/documents/${work.id}`, {}, eId)}>
            <Said f={f} text={f.t.search.jump(capital(unit), shortName(f, work))} />
          </Option>
        ))}
      </Kind>
      <Works f={f} title={t.numbers} works={found.numbers} />
      <Works f={f} title={t.laws} works={found.laws} />
      <Works f={f} title={t.titles} works={found.titles} />
    </>
  );
};

const Works = ({ f, title, works }: { f: Frame; title: string; works: readonly NamedWork[] }) => (
  <Kind title={title}>
    {works.map(({ work, status }) => (
      <Option href={f.href(`/documents/${work.id}`)}>
        <span class="suggest__name">
          <b class={work.symbol === null ? undefined : "sym"}>{shortName(f, work)}</b>{" "}
          <span class="title">
            <Said f={f} text={work.symbol === null ? "" : (work.title ?? "")} />
          </span>
        </span>
        <Status f={f} status={status} known={work.known} />
      </Option>
    ))}
  </Kind>
);

const Kind = ({ title, children }: { title: string; children: Child[] }) =>
  children.length === 0 ? null : (
    <div role="group" aria-label={title}>
      <p class="suggest__kind" role="presentation">
        {title}
      </p>
      {children}
    </div>
  );

const Option = ({ href, children }: { href: string; children: Child }) => (
  <a class="suggest__option" role="option" aria-selected="false" tabindex={-1} href={href}>
    {children}
  </a>
);
