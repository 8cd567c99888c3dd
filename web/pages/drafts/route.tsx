import { parseDate } from "../../../src/domain/legal-date.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { annotatedDraft } from "../../../src/use-cases/export-draft.ts";
import { viewDraft } from "../../../src/use-cases/view-draft.ts";
import { countsOf } from "../../../src/use-cases/view-home.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { DraftFormPage } from "./form-page.tsx";
import { DraftPage } from "./page.tsx";

/** `/drafts`: the form. `?before=`: the check that the next one is held against. */
export const route: Route = {
  path: "/drafts",
  permission: "draft:check",
  answer: async (ask) => form(ask, null),
};

/** A file or a pasted text, and the planned day; leads to the result. */
export const check: Route = {
  method: "POST",
  takes: "files",
  bounded: "upload",
  path: "/drafts",
  permission: "draft:check",
  async answer(ask) {
    const { drafts, form: fields, upload, frame: f } = ask;
    if (drafts === null) {
      await upload?.discard();
      return fault(503, "drafts-off", "");
    }
    const given = fields.get("day")?.trim() ?? "";
    const day = given === "" ? f.today : parseDate(given);
    if (day === null) {
      await upload?.discard();
      const problem = { code: "bad-day", what: f.t.draft.badDay(given), todo: f.t.draft.badDayWhy, span: null };
      return form(ask, problem);
    }
    const text = fields.get("text") ?? "";
    if (upload !== null && text.trim() !== "") {
      await upload.discard();
      return form(ask, { code: "two-drafts", what: f.t.draft.two, todo: f.t.draft.twoWhy, span: null });
    }
    const draft = upload ?? text;
    const done = await drafts.check(draft, day, fields.get("before") || null, ask.person);
    return done.ok ? goTo(ask, f.href(`/drafts/${done.id}`)) : form(ask, done.problem);
  },
};

export const result: Route = {
  path: "/drafts/:id",
  permission: "draft:check",
  async answer(ask) {
    const { drafts, store, frame: f, rules } = ask;
    const draft = (await drafts?.show(ask.param("id"), ask.person)) ?? null;
    if (draft === null) return gone(ask);
    const { documents } = await countsOf(store);
    return {
      title: f.t.draft.title,
      nav: "drafts",
      place: [{ label: f.t.draft.title, href: f.href("/drafts") }, { label: f.t.draft.here }],
      scripts: ["copy-citation.js"],
      body: (
        <DraftPage f={f} view={await viewDraft(store, draft)} rules={rules} documents={documents} token={ask.token()} />
      ),
    };
  },
};

/** The draft in Word with every finding as a comment at its words. */
export const annotated: Route = {
  path: "/drafts/:id/docx",
  permission: "draft:check",
  async answer(ask) {
    const draft = (await ask.drafts?.show(ask.param("id"), ask.person, "export")) ?? null;
    if (draft === null) return gone(ask);
    const bytes = await annotatedDraft(await viewDraft(ask.store, draft));
    return new Response(bytes.slice(), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Content-Disposition": 'attachment; filename="kiem-tra-du-thao.docx"',
        "Cache-Control": "no-store",
      },
    });
  },
};

export const forget: Route = {
  method: "POST",
  path: "/drafts/:id/forget",
  permission: "draft:check",
  async answer(ask) {
    await ask.drafts?.forget(ask.param("id"), ask.person);
    return goTo(ask, ask.frame.href("/drafts", { forgotten: "yes" }));
  },
};

function form(ask: Ask, problem: Problem | null, status: 400 | 404 = 400): Answer {
  const f = ask.frame;
  return {
    title: f.t.draft.title,
    nav: "drafts",
    place: [{ label: f.t.draft.title }],
    status: problem === null ? undefined : status,
    body: (
      <DraftFormPage
        f={f}
        token={ask.drafts === null ? null : ask.token()}
        problem={problem}
        text={ask.form.get("text") ?? ""}
        day={ask.form.get("day") ?? f.date(f.on)}
        before={ask.form.get("before") ?? f.query.get("before") ?? ""}
      />
    ),
  };
}

const gone = (ask: Ask): Answer =>
  form(ask, { code: "gone", what: ask.frame.t.draft.gone, todo: ask.frame.t.draft.goneWhy, span: null }, 404);
