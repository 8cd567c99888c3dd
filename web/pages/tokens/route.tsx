import { parseDate } from "../../../src/domain/legal-date.ts";
import { createToken, revokeToken, type TokenMade, viewTokens } from "../../../src/use-cases/api-tokens.ts";
import { type Answer, type Ask, goTo, type Route } from "../../route.ts";
import { TokensPage } from "./page.tsx";

const PATH = "/admin/tokens";

/** Keys of programs: who has one, what it may do, when it was used last. */
export const route: Route = {
  path: PATH,
  permission: "token:manage",
  answer: (ask) => show(ask, null),
};

/** Makes a key. The answer is the page itself, not a way to it: the secret is shown once and stands in no address. */
export const create: Route = {
  method: "POST",
  path: PATH,
  permission: "token:manage",
  async answer(ask) {
    const { store, form, now, person, frame: f } = ask;
    const written = form.get("last")?.trim() ?? "";
    const lastDay = written === "" ? null : parseDate(written);
    const made: TokenMade =
      written !== "" && lastDay === null
        ? { ok: false, why: "bad-day" }
        : await createToken({
            store,
            name: form.get("name") ?? "",
            scope: form.get("scope") ?? "",
            lastDay,
            today: f.today,
            person,
            now,
          });
    return show(ask, made);
  },
};

export const revoke: Route = {
  method: "POST",
  path: `${PATH}/:id/revoke`,
  permission: "token:manage",
  async answer(ask) {
    await revokeToken(ask.store, ask.param("id"), ask.person, ask.now);
    return goTo(ask, ask.frame.href(PATH, { revoked: "yes" }));
  },
};

async function show(ask: Ask, made: TokenMade | null): Promise<Answer> {
  const { store, frame: f, now, person, form } = ask;
  return {
    title: f.t.tokens.title,
    nav: "admin",
    place: [{ label: f.t.nav.admin, href: f.href("/admin") }, { label: f.t.tokens.title }],
    styles: ["page-api.css"],
    status: made === null || made.ok ? undefined : 400,
    body: <TokensPage f={f} rows={await viewTokens(store, person, now)} made={made} typed={form} token={ask.token()} />,
  };
}
