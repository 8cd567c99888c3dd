import { tickedOf } from "../../components/check-list.tsx";
import { type UnitScope, WHOLE_SCOPE } from "../../../src/domain/account.ts";
import { saveUnit, type UnitFault, type UnitForm } from "../../../src/use-cases/manage-units.ts";
import { type ScopeOptions, scopeOptions, viewUnits } from "../../../src/use-cases/view-units.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { UnitPage, UnitsPage } from "./page.tsx";

const PATH = "/admin/units";
const STYLES = ["page-accounts.css"];

/** The units and what each answers for. */
export const route: Route = {
  path: PATH,
  permission: "account:manage",
  async answer(ask) {
    const { store, frame: f } = ask;
    const { title } = f.t.units;
    return {
      title,
      nav: "admin",
      place: [{ label: f.t.nav.admin, href: f.href("/admin") }, { label: title }],
      styles: STYLES,
      body: <UnitsPage f={f} rows={await viewUnits(store)} />,
    };
  },
};

/** `/admin/units/new` makes one. */
export const one: Route = {
  path: `${PATH}/:id`,
  permission: "account:manage",
  answer: (ask) => show(ask, null),
};

export const save: Route = {
  method: "POST",
  path: `${PATH}/:id`,
  permission: "account:manage",
  async answer(ask) {
    const { store, form, param, by, now } = ask;
    const id = param("id");
    const known = id === "new" ? null : { id, version: Number(form.get("version")) || 0 };
    const saved = await saveUnit(store, formOf(ask, await scopeOptions(store)), known, { by, now });
    return saved.ok ? goTo(ask, ask.frame.href(PATH, { said: "saved" })) : show(ask, saved.why);
  },
};

/** What the index does not know (any more) cannot be ticked. */
function formOf({ form }: Ask, options: ScopeOptions): UnitForm {
  const ticked = (part: keyof UnitScope): string[] => tickedOf(form, part, options[part]);
  return {
    name: form.get("name") ?? "",
    kind: form.get("kind") ?? "",
    parent: form.get("parent") ?? "",
    scope: {
      fields: ticked("fields"),
      bodies: ticked("bodies"),
      territories: ticked("territories"),
      levels: ticked("levels") as UnitScope["levels"][number][],
    },
    active: form.get("active") === "yes",
  };
}

async function show(ask: Ask, why: UnitFault | null): Promise<Answer> {
  const { store, frame: f, param } = ask;
  const id = param("id");
  const [units, options] = await Promise.all([store.accounts.units(), scopeOptions(store)]);
  const unit = units.find((one) => one.id === id) ?? null;
  if (unit === null && id !== "new") return fault(404, "not-found", f.path);
  const stored = unit ?? { name: "", kind: "department", parent: null, scope: WHOLE_SCOPE, active: true };
  const shown: UnitForm =
    why === null || why === "stale" ? { ...stored, parent: stored.parent ?? "" } : formOf(ask, options);
  const title = unit?.name ?? f.t.units.new;
  return {
    title,
    nav: "admin",
    place: [
      { label: f.t.nav.admin, href: f.href("/admin") },
      { label: f.t.units.title, href: f.href(PATH) },
      { label: title },
    ],
    styles: STYLES,
    status: why === null ? undefined : why === "stale" ? 409 : 400,
    body: <UnitPage f={f} unit={unit} shown={shown} units={units} options={options} why={why} token={ask.token()} />,
  };
}
