import type { Problem } from "../../../src/domain/problem.ts";
import { storeTracker } from "../../../src/use-cases/store-tracker.ts";
import { planTracker } from "../../../src/use-cases/tracker-plan.ts";
import { dropPreview, keepPreview, previewOf } from "../../../src/use-cases/tracker-previews.ts";
import { viewPreview, viewTrackers } from "../../../src/use-cases/view-tracker.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { TrackersPage } from "./page.tsx";
import { PreviewPage } from "./preview.tsx";

const STYLES = ["page-handling.css"];

export const route: Route = {
  path: "/handling/imports",
  permission: "handling:read",
  answer: (ask) => show(ask, null),
};

/** A workbook comes in: it is read in a child process and shown; nothing is stored. */
export const upload: Route = {
  method: "POST",
  takes: "files",
  path: "/handling/imports",
  permission: "handling:write",
  async answer(ask) {
    const { store, upload: received, by, now, frame: f } = ask;
    if (received === null) return ask.desk === null ? fault(503, "imports-off", "") : fault(400, "no-files", "");
    try {
      const [file] = received.files;
      const [refused] = received.refused;
      if (file === undefined)
        return refused === undefined
          ? fault(400, "no-files", "")
          : show(ask, { code: "refused", what: refused.name, todo: refused.reason, span: null });
      const read = await planTracker(store, file);
      if (!read.ok) return show(ask, read.problem);
      return goTo(ask, f.href(`/handling/imports/preview/${keepPreview(store, read.plan, by, now)}`));
    } finally {
      await received.discard();
    }
  },
};

export const preview: Route = {
  path: "/handling/imports/preview/:key",
  permission: "handling:write",
  async answer(ask) {
    const { store, by, now, frame: f, param } = ask;
    const plan = previewOf(store, param("key"), by, now);
    if (plan === null) return show(ask, gone(ask));
    const t = f.t.tracker;
    return {
      title: t.preview,
      nav: "handling",
      place: [...placeOf(ask), { label: t.preview }],
      styles: STYLES,
      body: <PreviewPage f={f} view={await viewPreview(store, plan)} id={param("key")} token={ask.token()} />,
    };
  },
};

/** `into`: the tracker this is a later state of, or `new`. */
export const keep: Route = {
  method: "POST",
  path: "/handling/imports/preview/:key",
  permission: "handling:write",
  async answer(ask) {
    const { store, by, now, frame: f, param, form } = ask;
    const plan = previewOf(store, param("key"), by, now);
    if (plan === null) return show(ask, gone(ask));
    const asked = form.get("into") ?? "new";
    if (asked !== "new" && (await store.handlings.findImport(asked)) === null) return fault(404, "no-tracker", asked);
    const into = asked === "new" ? null : asked;
    const done = await storeTracker({ store, plan, into, by, now });
    dropPreview(store, param("key"));
    const { id, rows, handlings, changed, gone: missing, conflicts } = done;
    const said = into === null ? { rows, handlings } : { changed, handlings, gone: missing, conflicts };
    const stored = into === null ? "new" : "update";
    const followed = { done: done.done || null, contradicted: done.contradicted || null };
    return goTo(ask, f.href(`/handling/imports/${id}`, { stored, ...said, ...followed }));
  },
};

export const placeOf = ({ frame: f }: Pick<Ask, "frame">) => [
  { label: f.t.handling.title, href: f.href("/handling") },
  { label: f.t.tracker.title, href: f.href("/handling/imports") },
];

const gone = ({ frame: f }: Ask): Problem => ({
  code: "gone",
  what: f.t.tracker.gonePreview,
  todo: f.t.tracker.gonePreviewWhy,
  span: null,
});

async function show(ask: Ask, problem: Problem | null): Promise<Answer> {
  const { store, frame: f } = ask;
  const token = ask.desk !== null && ask.may("handling:write") ? ask.token() : null;
  return {
    title: f.t.tracker.title,
    nav: "handling",
    place: [{ label: f.t.handling.title, href: f.href("/handling") }, { label: f.t.tracker.title }],
    styles: STYLES,
    status: problem === null ? undefined : problem.code === "gone" ? 404 : 400,
    body: <TrackersPage f={f} trackers={await viewTrackers(store)} token={token} problem={problem} />,
  };
}
