import type { SavedView } from "../../src/domain/desk.ts";
import { LONGEST_VIEW_NAME, type SavedViewRow, viewQuery } from "../../src/use-cases/saved-views.ts";
import type { Frame } from "../frame.ts";
import { Icon } from "./sprite.tsx";

/** Lists kept under a name, above the filters of a page, and the form that keeps the present filters. */
export const SavedViews = ({
  f,
  page,
  views,
  token,
}: {
  f: Frame;
  page: SavedView["page"];
  views: readonly SavedViewRow[];
  token: string;
}) => {
  const t = f.t.savedViews;
  const here = viewQuery(f.query);
  // nothing is kept and nothing could be: a heading alone would only take room
  if (views.length === 0 && here === "") return null;
  return (
    <section class="views" aria-labelledby="h-views">
      <h2 class="small" id="h-views">
        {t.title}
      </h2>
      {views.length === 0 ? null : (
        <ul class="facet__list">
          {views.map(({ view, n }) => (
            <li class="views__row">
              <a href={savedViewHref(f, page, view.query)} aria-current={view.query === here ? "true" : undefined}>
                <span>{view.name}</span>
                {n === null ? null : <span class="check__n">{f.t.n(n)}</span>}
              </a>
              {f.who !== null && (view.by === f.who.signature || f.grants("account:manage")) ? (
                <form method="post" action={f.href(`/views/${view.id}/drop`)}>
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="page" value={page} />
                  <input type="hidden" name="query" value={here} />
                  <button class="btn btn--s btn--quiet" type="submit" title={t.drop(view.name)}>
                    <Icon name="i-x" />
                    <span class="sr">{t.drop(view.name)}</span>
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {here === "" || views.some(({ view }) => view.query === here) ? null : (
        <details class="fold">
          <summary>{t.save}</summary>
          <SaveViewForm f={f} page={page} query={here} token={token} />
        </details>
      )}
    </section>
  );
};

/** Where a list stands; on another day than today the day goes along. */
export function savedViewHref(f: Frame, page: SavedView["page"], query: string): string {
  const path = f.href(`/${page}`);
  return query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

export const SaveViewForm = ({
  f,
  page,
  query,
  token,
  name = "",
}: {
  f: Frame;
  page: SavedView["page"];
  query: string;
  token: string;
  name?: string;
}) => (
  <form class="views__form" method="post" action={f.href("/views")}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="page" value={page} />
    <input type="hidden" name="query" value={query} />
    <div class="field">
      <label for="view-name">{f.t.savedViews.name}</label>
      <span class="field__help" id="view-name-help">
        {f.t.savedViews.nameHelp}
      </span>
      <input
        class="input"
        id="view-name"
        name="name"
        value={name}
        maxlength={LONGEST_VIEW_NAME}
        aria-describedby="view-name-help"
        autocomplete="off"
        required
      />
    </div>
    <button class="btn" type="submit">
      {f.t.savedViews.keep}
    </button>
  </form>
);
