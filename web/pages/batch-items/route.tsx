import { parseDate } from "../../../src/domain/legal-date.ts";
import type { WorkId } from "../../../src/domain/work.ts";
import {
  type AssignPlan,
  type Assignment,
  assignItems,
  planByScope,
  planPicked,
} from "../../../src/use-cases/assign-batch.ts";
import { leaveOut } from "../../../src/use-cases/change-batch.ts";
import { personTyped } from "../../../src/use-cases/person-typed.ts";
import { unitTyped } from "../../../src/use-cases/unit-typed.ts";
import { matchingItems } from "../../../src/use-cases/view-batch.ts";
import type { Batch } from "../../../src/domain/batch.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { itemFilters, showBatch } from "../batch/route.tsx";
import { PlanPage } from "./page.tsx";
import { DEEDS, GIVEN, type ItemDeed, readPicks } from "./picks.ts";

/** What would be done with the ticked documents, or with `all` that pass the filters; nothing is stored. */
export const preview: Route = {
  path: "/batches/:id/items",
  permission: "batch:manage",
  async answer(ask) {
    const { store, frame: f, param } = ask;
    const batch = await store.batches.find(param("id"));
    if (batch === null) return fault(404, "no-batch", param("id"));
    const deed = DEEDS.find((one) => one === f.query.get("do"));
    if (deed === undefined) return fault(400, "bad-value", f.query.get("do") ?? "");
    if (deed === "scope") return show(ask, batch, deed, await planByScope(store, batch.id), {});
    const picked = await pickedOf(ask, batch);
    if (picked === null) return fault(400, "bad-value", f.query.get("state") ?? "");
    if (picked.size === 0) return showBatch(ask, "nothing-picked");
    if (deed === "leave-out" && !f.query.get("reason")?.trim()) return showBatch(ask, "reason-missing");
    const assignment = deed === "assign" ? await assignmentOf(ask, (name) => f.query.get(name) ?? "") : {};
    if (assignment === null) return showBatch(ask, "bad-due");
    if (deed === "assign" && Object.keys(assignment).length === 0) return showBatch(ask, "nothing-asked");
    return show(ask, batch, deed, await planPicked(store, batch.id, picked, assignment), assignment);
  },
};

/** Does what was shown, to the versions that were shown. */
export const apply: Route = {
  method: "POST",
  path: "/batches/:id/items",
  permission: "batch:manage",
  async answer(ask) {
    const { store, frame: f, form, param, by, now } = ask;
    const batch = await store.batches.find(param("id"));
    if (batch === null) return fault(404, "no-batch", param("id"));
    if (batch.state !== "open") return showBatch(ask, "bad-state");
    const deed = DEEDS.find((one) => one === form.get("do"));
    if (deed === undefined) return fault(400, "bad-value", form.get("do") ?? "");
    const back = (counts: Readonly<Record<string, number>>): Response =>
      goTo(ask, f.href(`/batches/${batch.id}`, counts));
    if (deed === "scope") {
      const given = await Promise.all(
        [...form]
          .filter(([name]) => name.startsWith(GIVEN))
          .map(([name, picks]) => planPicked(store, batch.id, readPicks(picks), { unit: name.slice(GIVEN.length) })),
      );
      const done = await assignItems(store, batch, { given: given.flatMap((plan) => plan.given) }, {}, by, now);
      return back({ assigned: done.given, taken: done.taken });
    }
    const picked = readPicks(form.get("picks") ?? "");
    if (deed === "assign") {
      const assignment = await assignmentOf(ask, (name) => form.get(name) ?? "");
      if (assignment === null) return showBatch(ask, "bad-due");
      const plan = await planPicked(store, batch.id, picked, assignment);
      const done = await assignItems(store, batch, plan, assignment, by, now);
      return back({ assigned: done.given, taken: done.taken });
    }
    const reason = form.get("reason")?.trim() ?? "";
    if (deed === "leave-out" && reason === "") return showBatch(ask, "reason-missing");
    const n = await leaveOut(store, batch, [...picked.keys()], deed === "leave-out" ? reason : null, by, now);
    return back(deed === "leave-out" ? { out: n } : { back: n });
  },
};

async function pickedOf({ store, frame: f }: Ask, batch: Batch): Promise<ReadonlyMap<WorkId, number> | null> {
  const filters = itemFilters(f);
  if (filters === null) return null;
  const items = await store.batches.itemsOf(batch.id);
  const ticked = new Set(f.query.getAll("pick"));
  const asked = f.query.has("all")
    ? matchingItems(batch, items, f.today, filters)
    : items.filter((item) => ticked.has(item.work));
  return new Map(asked.map((item) => [item.work, item.version]));
}

/** Only what was named is set; null for a day that is none. A dash gives to nobody. */
async function assignmentOf({ store }: Ask, read: (name: string) => string): Promise<Assignment | null> {
  const [to, person, due] = [read("to").trim(), read("person").trim(), read("due").trim()];
  const day = due === "" || due === "-" ? null : parseDate(due);
  if (due !== "" && due !== "-" && day === null) return null;
  return {
    ...(to === "" ? {} : { unit: to === "-" ? null : await unitTyped(store, to) }),
    ...(person === "" ? {} : { person: person === "-" ? null : await personTyped(store, person) }),
    ...(due === "" ? {} : { due: day }),
  };
}

async function show(ask: Ask, batch: Batch, deed: ItemDeed, plan: AssignPlan, assignment: Assignment): Promise<Answer> {
  const { store, frame: f, token } = ask;
  const t = f.t.batches;
  return {
    title: t.planTitle,
    nav: "batches",
    place: [
      { label: t.title, href: f.href("/batches") },
      { label: batch.body.name, href: f.href(`/batches/${batch.id}`) },
      { label: t.planTitle },
    ],
    styles: ["page-sheet.css"],
    body: (
      <PlanPage
        f={f}
        batch={batch}
        deed={deed}
        plan={plan}
        assignment={assignment}
        units={new Map((await store.accounts.units()).map((unit) => [unit.id, unit.name]))}
        token={token()}
        carried={{
          to: f.query.get("to") ?? "",
          person: f.query.get("person") ?? "",
          due: f.query.get("due") ?? "",
          reason: f.query.get("reason") ?? "",
        }}
      />
    ),
  };
}
