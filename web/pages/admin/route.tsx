import { viewAdmin } from "../../../src/use-cases/view-admin.ts";
import { sendTest } from "../../../src/use-cases/daily-digest.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { AdminPage } from "./page.tsx";

/** The state of the index and of this machine; how to keep it. */
export const route: Route = {
  path: "/admin",
  permission: "admin:read",
  async answer(ask) {
    const { store, frame: f, installation, reader } = ask;
    const title = f.t.admin.title;
    return {
      title,
      nav: "admin",
      place: [{ label: title }],
      body: (
        <AdminPage
          f={f}
          view={await viewAdmin(store, installation)}
          installation={installation}
          reader={reader}
          canImport={ask.desk !== null}
          canDraft={ask.drafts !== null}
          mayTest={ask.may("account:manage")}
          token={ask.token()}
        />
      ),
    };
  },
};

/** Sends a letter that shows whether letters arrive. */
export const testMail: Route = {
  method: "POST",
  path: "/admin/mail/test",
  permission: "account:manage",
  async answer(ask) {
    const { store, installation, form, now, frame: f } = ask;
    const post = installation?.post ?? null;
    if (post === null) return fault(404, "not-found", "/admin/mail/test");
    const sent = await sendTest(store, post, form.get("to") ?? "", now);
    return goTo(ask, f.href("/admin", { mail: sent.ok ? "sent" : "failed" }, "mail"));
  },
};
