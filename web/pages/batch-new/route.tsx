import { parseDate } from "../../../src/domain/legal-date.ts";
import { type BatchScope, type ScopeView, viewScope } from "../../../src/use-cases/batch-scope.ts";
import { makeBatch } from "../../../src/use-cases/make-batch.ts";
import { campaignDay, reviewPeriod } from "../../../src/use-cases/review-deadlines.ts";
import { unitTyped } from "../../../src/use-cases/unit-typed.ts";
import { shortName } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { type BatchFields, ChoosePage, NewBatchPage } from "./page.tsx";
import { type NewBatchFault, type Source, sourceFrom } from "./source.ts";
import { kindOf, scopeAddress, scopeOf } from "./scope.ts";

/** Without a scope the ways to one; with one, its documents and the form that makes the batch. */
export const route: Route = {
  path: "/batches/new",
  permission: "batch:manage",
  async answer(ask) {
    const { frame: f } = ask;
    const ticked = f.query.has("picked") && !f.query.has("all");
    if (ticked) {
      const works = [...new Set(f.query.getAll("work"))];
      return works.length === 0
        ? fault(400, "no-document-chosen", "")
        : show(ask, sourceFrom({ works: works.join(" ") }));
    }
    const address = scopeAddress(f.query);
    return address === null ? choose(ask) : show(ask, sourceFrom({ address }));
  },
};

/** `do=look` shows what a pasted list names; else the batch is made. */
export const make: Route = {
  method: "POST",
  path: "/batches",
  permission: "batch:manage",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const source = sourceFrom(Object.fromEntries(form));
    if (form.get("do") === "look") return show(ask, source);
    const scope = await scopeFrom(ask, source);
    if (scope === null) return fault(400, "bad-value", source.address ?? "");
    const view = await viewScope(store, scope, f.today);
    if (view.several.length > 0) return show(ask, source, "several");
    const typed = (form.get("due") ?? "").trim();
    const due = typed === "" ? null : parseDate(typed);
    if (typed !== "" && due === null) return show(ask, source, "bad-due");
    const period = kindOf(source.address) === "systematization" ? reviewPeriod(f.today) : null;
    const made = await makeBatch({
      store,
      writing: {
        kind: kindOf(source.address),
        name: form.get("name") ?? "",
        purpose: form.get("purpose") ?? "",
        order: form.get("order") ?? "",
        lead: await unitTyped(store, form.get("lead") ?? ""),
        due,
        from: period?.from ?? null,
        cutOff: period?.cutOff ?? null,
      },
      candidates: view.candidates,
      unfound: view.unfound,
      query: source.address,
      ground: scope.kind === "impact" ? scope.work : null,
      by,
      now,
    });
    return made.ok ? goTo(ask, f.href(`/batches/${made.batch.id}`, { done: "made" })) : show(ask, source, made.why);
  },
};

async function scopeFrom({ store, frame: f }: Ask, source: Source): Promise<BatchScope | null> {
  if (source.address !== null) return scopeOf(store, f, source.address);
  if (source.works !== "") return { kind: "ticked", works: source.works.split(" ").filter(Boolean) };
  const chosen = new Map([...source.chosen].map(([line, id]) => [line, id === "none" ? null : id]));
  return { kind: "pasted", text: source.list, chosen };
}

async function choose({ frame: f, token }: Ask): Promise<Answer> {
  const t = f.t.batches;
  return {
    title: t.make.title,
    nav: "batches",
    place: [{ label: t.title, href: f.href("/batches") }, { label: t.make.title }],
    styles: ["page-sheet.css"],
    body: <ChoosePage f={f} token={token()} period={reviewPeriod(f.today)} campaign={campaignDay(f.today)} />,
  };
}

async function show(ask: Ask, source: Source, why: NewBatchFault | null = null): Promise<Answer> {
  const { store, frame: f, token, form } = ask;
  const scope = await scopeFrom(ask, source);
  if (scope === null) return fault(400, "bad-value", source.address ?? "");
  const view: ScopeView = await viewScope(store, scope, f.today);
  const t = f.t.batches;
  const typed = form.size > 0 && form.get("do") !== "look";
  const act = scope.kind === "impact" ? await store.works.find(scope.work) : null;
  const usual = usualFields(ask, source, act === null ? "" : shortName(f, act));
  const fields: BatchFields = typed
    ? {
        name: form.get("name") ?? "",
        purpose: form.get("purpose") ?? "",
        order: form.get("order") ?? "",
        lead: form.get("lead") ?? "",
        due: form.get("due") ?? "",
      }
    : usual;
  return {
    title: t.make.title,
    nav: "batches",
    status: why === null ? undefined : 400,
    place: [
      { label: t.title, href: f.href("/batches") },
      { label: t.make.title, href: f.href("/batches/new") },
    ],
    styles: ["page-sheet.css"],
    body: (
      <NewBatchPage
        f={f}
        token={token()}
        source={source}
        view={view}
        fields={fields}
        fault={why}
        units={(await store.accounts.units()).filter((unit) => unit.active).map((unit) => unit.name)}
      />
    ),
  };
}

/** A name and a day nobody has to think up. */
function usualFields({ frame: f }: Ask, { address }: Source, ground: string): BatchFields {
  const t = f.t.batches.make.defaults;
  const empty: BatchFields = { name: "", purpose: "", order: "", lead: "", due: "" };
  const kind = kindOf(address);
  if (kind === "continuous") return { ...empty, name: t.continuous(ground) };
  if (kind === "campaign") {
    const day = campaignDay(f.today);
    return { ...empty, name: t.campaign, due: day === null ? "" : f.date(day) };
  }
  const period = kind === "systematization" ? reviewPeriod(f.today) : null;
  if (period === null) return empty;
  const [from, to] = [period.from.slice(0, 4), period.cutOff.slice(0, 4)];
  return { ...empty, name: t.systematization(from, to), due: f.date(period.cutOff) };
}
