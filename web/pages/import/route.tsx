import { fault, goTo, type Route } from "../../route.ts";
import { ImportPage } from "./page.tsx";

const JOBS_SHOWN = 20;

export const route: Route = {
  path: "/import",
  permission: "document:import",
  async answer(ask) {
    const f = ask.frame;
    const title = f.t.import.title;
    return {
      title,
      nav: "import",
      place: [{ label: title }],
      scripts: ask.desk === null ? [] : ["file-drop.js"],
      body: (
        <ImportPage
          f={f}
          token={ask.desk === null ? null : ask.token()}
          jobs={await ask.store.jobs.latest(JOBS_SHOWN)}
        />
      ),
    };
  },
};

/** The form of that page: files in, a job out. */
export const upload: Route = {
  method: "POST",
  takes: "files",
  bounded: "upload",
  path: "/import",
  permission: "document:import",
  async answer(ask) {
    if (ask.desk === null) return fault(503, "imports-off", "");
    if (ask.upload === null) return fault(400, "no-files", "");
    const job = await ask.desk.take(ask.upload, ask.by);
    return job === null ? fault(429, "too-many-jobs", "") : goTo(ask, ask.frame.href(`/import/${job}`));
  },
};
