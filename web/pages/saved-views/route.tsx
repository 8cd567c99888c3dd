import type { SavedView } from "../../../src/domain/desk.ts";
import {
  LONGEST_VIEW_NAME,
  MOST_VIEWS_A_PAGE,
  saveView,
  type SavedViewFault,
  VIEW_PAGES,
  viewQuery,
} from "../../../src/use-cases/saved-views.ts";
import { Message } from "../../components/message.tsx";
import { savedViewHref, SaveViewForm } from "../../components/saved-views.tsx";
import type { Frame } from "../../frame.ts";
import { type Ask, fault, goTo, type Route } from "../../route.ts";

/** Keeps the filters of a list under a name and leads back to that list. */
export const save: Route = {
  method: "POST",
  path: "/views",
  permission: "view:save",
  async answer(ask) {
    const { store, frame: f, form, now } = ask;
    const page = pageOf(ask);
    if (page === null) return fault(400, "bad-value", form.get("page") ?? "");
    const [name, query] = [form.get("name") ?? "", form.get("query") ?? ""];
    const done = await saveView(store, { page, name, query }, ask.by, now);
    if (done.ok) return goTo(ask, savedViewHref(f, page, done.view.query));
    return {
      title: f.t.savedViews.faultTitle,
      nav: page,
      status: 400,
      place: [
        { label: f.t.nav[page], href: savedViewHref(f, page, viewQuery(query)) },
        { label: f.t.savedViews.title },
      ],
      body: (
        <div class="flow">
          <h1>{f.t.savedViews.faultTitle}</h1>
          <Message kind="fault" what={saying(f, done.why)} />
          <SaveViewForm f={f} page={page} query={viewQuery(query)} token={ask.token()} name={name} />
        </div>
      ),
    };
  },
};

/** Forgets the name; the list itself is still one address. */
export const drop: Route = {
  method: "POST",
  path: "/views/:id/drop",
  permission: "view:save",
  async answer(ask) {
    const page = pageOf(ask);
    if (page === null) return fault(400, "bad-value", ask.form.get("page") ?? "");
    const view = (await ask.store.desk.views(page)).find(({ id }) => id === ask.param("id"));
    if (view !== undefined && view.by !== ask.by && !ask.may("account:manage"))
      return fault(403, "not-yours", view.name);
    await ask.store.desk.dropView(ask.param("id"));
    return goTo(ask, savedViewHref(ask.frame, page, viewQuery(ask.form.get("query") ?? "")));
  },
};

const pageOf = ({ form }: Pick<Ask, "form">): SavedView["page"] | null =>
  VIEW_PAGES.find((page) => page === form.get("page")) ?? null;

function saying(f: Frame, why: SavedViewFault): string {
  const t = f.t.savedViews.faults;
  if (why === "name-missing") return t[why];
  return why === "too-many" ? t[why](MOST_VIEWS_A_PAGE) : t[why](LONGEST_VIEW_NAME);
}
