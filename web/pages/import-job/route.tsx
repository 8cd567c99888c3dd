import { isOpen, jobProgress, RESULT_GROUPS, type ResultGroup, viewJob } from "../../../src/use-cases/view-import.ts";
import { moment } from "../../components/moment.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { JobPage } from "./page.tsx";

/** Seconds between two looks of a browser that runs no script. */
const LOOK_AGAIN = 3;

export const route: Route = {
  path: "/import/:job",
  permission: "document:import",
  async answer(ask) {
    const { frame: f, param } = ask;
    const group = f.query.get("group");
    if (group !== null && !isGroup(group)) return fault(400, "bad-value", group);
    const from = f.query.get("from") ?? "0";
    if (!/^\d{1,7}$/u.test(from)) return fault(400, "bad-value", from);
    const view = await viewJob(ask.store, param("job"), { group, offset: Number(from) });
    if (view === null) return fault(404, "no-job", param("job"));
    const open = isOpen(view.job);
    return {
      title: f.t.job.title(view.job.total),
      nav: "import",
      place: [
        { label: f.t.import.title, href: f.href("/import") },
        { label: f.t.job.of(moment(f, view.job.createdAt)) },
      ],
      scripts: open ? ["job-progress.js"] : [],
      refresh: open ? LOOK_AGAIN : undefined,
      body: <JobPage f={f} view={view} group={group} token={open ? ask.token() : ""} />,
    };
  },
};

const isGroup = (value: string): value is ResultGroup => Object.hasOwn(RESULT_GROUPS, value);

/** The numbers of a running job, for the page's own element. */
export const progress: Route = {
  path: "/import/:job/progress",
  permission: "document:import",
  async answer({ store, param }) {
    const found = await jobProgress(store, param("job"));
    if (found === null) return fault(404, "no-job", param("job"));
    return Response.json(found, { headers: { "Cache-Control": "no-store" } });
  },
};

export const cancel: Route = {
  method: "POST",
  path: "/import/:job/cancel",
  permission: "document:import",
  async answer(ask) {
    const id = ask.param("job");
    if (ask.desk === null) return fault(503, "imports-off", "");
    if ((await jobProgress(ask.store, id)) === null) return fault(404, "no-job", id);
    // a job that has just ended is shown as it ended
    await ask.desk.cancel(id, ask.by);
    return goTo(ask, ask.frame.href(`/import/${id}`));
  },
};
