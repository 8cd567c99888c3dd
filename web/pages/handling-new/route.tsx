import { type Made, makeHandling } from "../../../src/use-cases/make-handling.ts";
import { unitChoices } from "../../../src/use-cases/view-handling.ts";
import { type Answer, type Ask, goTo, type Route } from "../../route.ts";
import { valuesOf } from "../handling-one/route.tsx";
import { HandlingNewPage } from "./page.tsx";

export const route: Route = {
  path: "/handling/new",
  permission: "handling:write",
  answer: (ask) => show(ask, { work: ask.frame.query.get("work") ?? "" }, null),
};

export const make: Route = {
  method: "POST",
  path: "/handling/new",
  permission: "handling:write",
  async answer(ask) {
    const { store, form, by, now } = ask;
    const values = valuesOf(form);
    const given = (name: string): string => values[name] ?? "";
    const made = await makeHandling({
      store,
      work: given("work"),
      form: given("form"),
      content: given("content"),
      unit: given("unit"),
      due: given("due"),
      by,
      now,
    });
    if (made.ok) return goTo(ask, ask.frame.href(`/handling/${made.handling.id}`, { saved: "made" }));
    return show(ask, values, made);
  },
};

async function show(
  ask: Ask,
  values: Readonly<Record<string, string>>,
  refused: Extract<Made, { ok: false }> | null,
): Promise<Answer> {
  const { store, frame: f } = ask;
  const t = f.t.handling;
  return {
    title: t.makeTitle,
    nav: "handling",
    place: [{ label: t.title, href: f.href("/handling") }, { label: t.makeTitle }],
    styles: ["page-handling.css"],
    status: refused === null ? undefined : 400,
    body: (
      <HandlingNewPage f={f} values={values} refused={refused} units={await unitChoices(store)} token={ask.token()} />
    ),
  };
}
