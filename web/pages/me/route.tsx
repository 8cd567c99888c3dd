import { changeDigest, changePassword, type PasswordChanged } from "../../../src/use-cases/manage-accounts.ts";
import { endSessions } from "../../../src/use-cases/sessions.ts";
import { grantsOf } from "../../../src/domain/policy.ts";
import { type Answer, type Ask, type Route, seeOther } from "../../route.ts";
import { MePage, type MeProps } from "./page.tsx";

/** `/me`: who one is here, the password, the mail, other browsers that are signed in. */
export const route: Route = { path: "/me", permission: "self", answer: (ask) => show(ask, {}) };

export const password: Route = {
  method: "POST",
  path: "/me/password",
  permission: "self",
  bounded: "sign-in",
  async answer(ask) {
    const { store, form, person, entry, now } = ask;
    const given = { old: form.get("old") ?? "", fresh: form.get("fresh") ?? "", repeated: form.get("repeated") ?? "" };
    const done: PasswordChanged =
      entry.present === null
        ? { ok: false, why: "no-password" }
        : await changePassword(store, person, given, entry.present.session.hash, now);
    return done.ok ? seeOther("/me?said=changed") : show(ask, { why: done.why });
  },
};

export const mail: Route = {
  method: "POST",
  path: "/me/mail",
  permission: "self",
  async answer(ask) {
    const { store, form, person, now } = ask;
    const wanted = { digest: form.get("digest") === "yes", email: form.get("email") ?? "" };
    const done = await changeDigest(store, person, wanted, now);
    if (done.ok) return seeOther("/me?said=saved");
    return show(ask, { mailWhy: done.why === "bad-email" ? "bad-email" : "other" });
  },
};

export const endOthers: Route = {
  method: "POST",
  path: "/me/sessions",
  permission: "self",
  async answer({ store, entry, by, now }) {
    const { present } = entry;
    if (present !== null)
      await store.withTransaction(() => endSessions(store, present.account, { by, now, except: present.session.hash }));
    return seeOther("/me?said=ended");
  },
};

async function show(ask: Ask, faults: Pick<MeProps, "why" | "mailWhy">): Promise<Answer> {
  const { store, frame: f, person, entry } = ask;
  const account = person.alone ? null : await store.accounts.account(person.id);
  const { title } = f.t.me;
  return {
    title,
    nav: "me",
    place: [{ label: title }],
    styles: ["page-accounts.css"],
    status: faults.why || faults.mailWhy ? 400 : undefined,
    body: (
      <MePage
        f={f}
        person={person}
        account={account}
        grants={grantsOf(person.role)}
        sessions={account === null ? [] : await store.accounts.sessionsOf(account.id)}
        here={entry.present?.session.hash ?? null}
        token={ask.token()}
        {...faults}
      />
    ),
  };
}
