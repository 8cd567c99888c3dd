import { viewAdmin } from "../../../src/use-cases/view-admin.ts";
import type { Route } from "../../route.ts";
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
          token={ask.token()}
        />
      ),
    };
  },
};
