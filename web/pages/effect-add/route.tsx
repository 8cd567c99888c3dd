import type { EffectAction } from "../../../src/domain/effect.ts";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { addEffect, type Decided } from "../../../src/use-cases/decide-effect.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { ADDABLE, EffectAddPage } from "./page.tsx";
import { aboutWork } from "../../about.ts";

const PATH = "/documents/:id/effects/new";

/** A form for an effect on a document that the collection has not seen. */
export const route: Route = {
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  answer: (ask) => show(ask, null),
};

export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  async answer(ask) {
    const { store, form, now, frame: f, param } = ask;
    const field = (name: string): string | null => form.get(name)?.trim() || null;
    // a day that cannot be read stays as it was typed, and is refused
    const day = (name: string): string | null => {
      const written = field(name);
      return written === null ? null : (parseDate(written) ?? written);
    };
    const done = await addEffect({
      store,
      target: param("id"),
      action: (ADDABLE.find((a) => a === field("action")) ?? "repeal-document") as EffectAction,
      unit: field("unit"),
      sourceSymbol: field("source"),
      sourceDay: day("sourceDay"),
      from: day("from") ?? "",
      lastDay: day("last"),
      quote: field("quote") ?? "",
      why: field("why") ?? "",
      by: ask.by,
      now,
    });
    if (!done.ok) return show(ask, done);
    ask.desk?.reviewAgain();
    return goTo(ask, f.href("/attention/settled", { saved: "effect" }));
  },
};

async function show(ask: Ask, refused: Extract<Decided, { ok: false }> | null): Promise<Answer> {
  const { store, frame: f, param, token, form } = ask;
  const work = await store.works.find(param("id"));
  if (work === null) return fault(404, "no-document", param("id"));
  const title = f.t.deeds.add;
  return {
    title,
    nav: "documents",
    place: [
      { label: f.t.nav.documents, href: f.href("/documents") },
      { label: work.symbol ?? work.title ?? work.id, href: f.href(`/documents/${work.id}`) },
      { label: title },
    ],
    body: <EffectAddPage f={f} work={work} token={token()} refused={refused?.reason ?? null} typed={form} />,
    ...(refused ? { status: 400 as const } : {}),
  };
}
