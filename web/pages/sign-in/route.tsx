import { signIn, enter } from "../../../src/use-cases/sign-in.ts";
import { accountOf } from "../../../src/use-cases/sign-in-elsewhere.ts";
import { signOut } from "../../../src/use-cases/sessions.ts";
import { type Answer, type Ask, fault, type Route, seeOther } from "../../route.ts";
import { type DoorSays, SignInPage } from "./page.tsx";

/** `/sign-in?to=`: the page that everybody without a session is led to. */
export const route: Route = {
  path: "/sign-in",
  permission: "public",
  async answer(ask) {
    const { person, frame: f } = ask;
    const to = pathWithin(f.query.get("to"));
    // whoever is in already has nothing to do here
    if (person.alone || ask.entry.present !== null) return seeOther(to);
    const said = SAYINGS.find((one) => one === f.query.get("said"));
    return show(ask, to, said === undefined ? null : { what: said });
  },
};

const SAYINGS = ["ended", "unknown", "refused", "unreachable"] as const;

export const enterHere: Route = {
  method: "POST",
  path: "/sign-in",
  permission: "public",
  bounded: "sign-in",
  async answer(ask) {
    const { store, form, entry, now } = ask;
    const to = pathWithin(form.get("to"));
    const given = { login: form.get("login") ?? "", password: form.get("password") ?? "" };
    const done = await signIn(store, given, entry.from, now);
    if (done.ok) return entry.enter(done.secret, to);
    return show(ask, to, done.why === "locked" ? { what: "locked", until: done.until } : { what: "wrong" });
  },
};

export const leave: Route = {
  method: "POST",
  path: "/sign-out",
  permission: "self",
  async answer({ store, entry, now }) {
    if (entry.present !== null) await signOut(store, entry.present, now);
    return entry.leave("/sign-in?said=ended");
  },
};

/** Off to the provider of identities. */
export const elsewhere: Route = {
  path: "/sign-in/elsewhere",
  permission: "public",
  bounded: "sign-in",
  async answer({ entry, frame: f, now }) {
    if (entry.elsewhere === null) return fault(404, "not-found", f.path);
    try {
      const { url, key } = await entry.elsewhere.begin(pathWithin(f.query.get("to")), now);
      return entry.goElsewhere(url, key);
    } catch {
      return seeOther("/sign-in?said=unreachable");
    }
  },
};

/** Back from there. */
export const back: Route = {
  path: "/sign-in/return",
  permission: "public",
  bounded: "sign-in",
  async answer({ store, entry, frame: f, now }) {
    if (entry.elsewhere === null) return fault(404, "not-found", f.path);
    const key = entry.takeKey();
    const returned = key === null ? null : await entry.elsewhere.finish(entry.url, key, now).catch(() => null);
    if (!returned?.ok) return seeOther("/sign-in?said=refused");
    const account = await accountOf(store, returned.identity);
    if (account === null) return seeOther("/sign-in?said=unknown");
    const { secret } = await enter(store, account, entry.from, "oidc", now);
    return entry.enter(secret, returned.to);
  },
};

/** A page of this app to go on to; anything else leads home. */
const pathWithin = (to: string | null | undefined): string =>
  to != null && /^\/(?![/\\])[^\s\\]*$/u.test(to) ? to : "/";

function show(ask: Ask, to: string, says: DoorSays | null): Answer {
  const { frame: f, form, entry } = ask;
  return {
    title: f.t.door.title,
    nav: null,
    place: [{ label: f.t.door.title }],
    styles: ["page-accounts.css"],
    status: says?.what === "wrong" || says?.what === "locked" ? 400 : undefined,
    body: (
      <SignInPage
        f={f}
        says={says}
        login={form.get("login") ?? ""}
        to={to}
        token={ask.token()}
        elsewhere={entry.elsewhere !== null}
      />
    ),
  };
}
