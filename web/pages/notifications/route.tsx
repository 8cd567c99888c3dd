import { openNotification, viewNotifications } from "../../../src/use-cases/view-notifications.ts";
import { fault, goTo, type Route, seeOther } from "../../route.ts";
import { NotificationsPage } from "./page.tsx";

const PATH = "/notifications";

/** What the person was told. `?after=` = a later page of what is read. */
export const route: Route = {
  path: PATH,
  permission: "self",
  async answer(ask) {
    const { store, person, frame: f } = ask;
    const view = await viewNotifications(store, person, f.query.get("after") ?? undefined);
    const title = f.t.notices.title;
    return {
      title,
      nav: null,
      place: [{ label: f.t.home.title, href: f.href("/") }, { label: title }],
      body: <NotificationsPage f={f} view={view} token={ask.token()} />,
    };
  },
};

/** Leads to what a message is about; who went there has read it. */
export const open: Route = {
  path: `${PATH}/:id`,
  permission: "self",
  async answer({ store, person, param, now }) {
    const path = await openNotification(store, person, param("id"), now);
    return path === null ? fault(404, "no-notice", param("id")) : seeOther(path);
  },
};

/** Marks one message read, or all of them. */
export const read: Route = {
  method: "POST",
  path: `${PATH}/read`,
  permission: "self",
  async answer(ask) {
    const { store, person, form, now, frame: f } = ask;
    const marked = await store.messages.markRead(person.id, form.get("id") || null, now);
    return goTo(ask, f.href(PATH, { marked }));
  },
};
