import type { SheetAct } from "../../../src/use-cases/change-sheet.ts";
import { concludeSheet, reopenSheet, returnSheet } from "../../../src/use-cases/conclude-sheet.ts";
import { exportSheet } from "../../../src/use-cases/export-sheet.ts";
import { groundsTyped } from "../../../src/use-cases/sheet-grounds.ts";
import { unitTyped } from "../../../src/use-cases/unit-typed.ts";
import { viewSheet } from "../../../src/use-cases/view-sheet.ts";
import { proposeSheet, takeBackSheet, voidSheet, writeSheet } from "../../../src/use-cases/write-sheet.ts";
import { attachedTo, attachedToEach } from "../../attached.ts";
import { shortName } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { type ConsultNotice, type SheetFault, type SheetNotice, SheetPage, type SheetPageProps } from "./page.tsx";
import { readWriting } from "./read-writing.ts";
import { rightsOn } from "./rights.ts";

export const route: Route = {
  path: "/sheets/:id",
  permission: "sheet:read",
  answer: (ask) => showSheet(ask),
};

/** The phiếu as a Word file. */
export const docx: Route = {
  path: "/sheets/:id/docx",
  permission: "sheet:read",
  async answer({ store, frame: f, param }) {
    const made = await exportSheet(store, param("id"), f.on);
    if (made === null) return fault(404, "no-sheet", param("id"));
    return new Response(made.bytes.slice(), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Content-Disposition": `attachment; filename="phieu-ra-soat-${made.symbol.replace(/[^A-Za-z0-9.-]+/gu, "_")}.docx"`,
        "Cache-Control": "no-store",
      },
    });
  },
};

/** Keeps what was written; with `do=propose` signs it as well. */
export const save: Route = {
  method: "POST",
  path: "/sheets/:id",
  permission: "sheet:write",
  async answer(ask) {
    const { store, frame: f, form, param } = ask;
    const sheet = await store.sheets.find(param("id"));
    if (sheet === null) return fault(404, "no-sheet", param("id"));
    if (!(await rightsOn(ask, sheet)).write) return fault(403, "not-yours", f.t.sheets.save);
    const { writing: typed, badDay, added } = readWriting(form, sheet.body);
    const grounds = await groundsTyped(store, added);
    const writing = {
      ...typed,
      groundWorks: [...new Set([...typed.groundWorks, ...grounds.works])],
      draftingUnit: await unitTyped(store, typed.draftingUnit ?? ""),
    };
    const back = { at: "write", fields: form, writing };
    if (badDay) return showSheet(ask, "bad-deadline", back);
    const proposing = form.get("do") === "propose";
    const done = proposing ? await proposeSheet(actOf(ask), writing, f.today) : await writeSheet(actOf(ask), writing);
    if (!done.ok) {
      if (done.why === "no-sheet") return fault(404, "no-sheet", param("id"));
      // the form then holds what the first has made, beside what was typed
      const overtaken = done.why === "changed" || done.why === "bad-state";
      return showSheet(ask, done.why, overtaken ? { ...back, at: "overtaken" } : back);
    }
    const unknown = grounds.unknown.join("; ") || null;
    return goTo(ask, f.href(`/sheets/${sheet.id}`, { done: proposing ? "proposed" : "saved", unknown }));
  },
};

const ACTS = {
  conclude: "concluded",
  return: "returned",
  reopen: "reopened",
  "take-back": "takenBack",
  void: "voided",
} as const satisfies Readonly<Record<string, SheetNotice>>;

/** Concludes, returns, reopens, takes back, gives up. */
export const act: Route = {
  method: "POST",
  path: "/sheets/:id/act",
  permission: "sheet:write",
  async answer(ask) {
    const { store, frame: f, form, param } = ask;
    const sheet = await store.sheets.find(param("id"));
    if (sheet === null) return fault(404, "no-sheet", param("id"));
    const what = form.get("do") ?? "";
    if (!Object.hasOwn(ACTS, what)) return fault(400, "bad-value", what);
    const deed = what as keyof typeof ACTS;
    const rights = await rightsOn(ask, sheet);
    const allowed = deed === "conclude" || deed === "return" || deed === "reopen" ? rights.conclude : rights.write;
    if (!allowed) return fault(403, "not-yours", f.t.sheets[deed === "take-back" ? "takeBack" : deed]);
    const done = await perform(ask, deed, form.get("reason") ?? "");
    if (done.ok) return goTo(ask, f.href(`/sheets/${sheet.id}`, { done: ACTS[deed] }));
    if (done.why === "no-sheet") return fault(404, "no-sheet", param("id"));
    return showSheet(ask, done.why, { at: deed, fields: form, writing: null });
  },
};

function perform(ask: Ask, deed: keyof typeof ACTS, reason: string) {
  const sheetAct = actOf(ask);
  if (deed === "conclude") return concludeSheet(sheetAct);
  if (deed === "return") return returnSheet(sheetAct, reason);
  if (deed === "reopen") return reopenSheet(sheetAct, reason);
  return deed === "void" ? voidSheet(sheetAct, reason) : takeBackSheet(sheetAct);
}

const actOf = ({ store, person, by, now, form, param }: Ask): SheetAct => ({
  store,
  id: param("id"),
  seen: Number(form.get("seen")) || 0,
  person,
  by,
  now,
});

const SHEET_NOTICES: readonly string[] = ["opened", "saved", "proposed", ...Object.values(ACTS)];
const CONSULT_NOTICES: readonly string[] = ["asked", "answered", "withdrawn"];
const NOTHING_TYPED: SheetPageProps["typed"] = { at: "", fields: new Map(), writing: null };

/** The page, also as what a form comes back with. */
export async function showSheet(
  ask: Ask,
  why: SheetFault | null = null,
  typed: SheetPageProps["typed"] = NOTHING_TYPED,
): Promise<Answer> {
  const { store, frame: f, param, person } = ask;
  const view = await viewSheet(store, param("id"), f.on);
  if (view === null) return fault(404, "no-sheet", param("id"));
  const done = f.query.get("done");
  const { proposedBy } = view.sheet.body;
  const rights = await rightsOn(ask, view.sheet, view.facet, view.consultations);
  return {
    title: `${f.t.sheets.one} ${shortName(f, view.work)}`,
    nav: "sheets",
    status: why === null ? undefined : why === "changed" || why === "bad-state" ? 409 : 400,
    place: [
      { label: f.t.sheets.title, href: f.href("/sheets") },
      { label: <span class="nb-wide">{shortName(f, view.work)}</span> },
    ],
    styles: ["page-sheet.css"],
    body: (
      <SheetPage
        f={f}
        view={view}
        token={ask.token()}
        rights={rights}
        files={await attachedTo(ask, "sheet", view.sheet.id, rights.write)}
        filesOf={await attachedToEach(ask, "consultation", view.consultations, rights.answer)}
        fault={why}
        typed={typed}
        notice={{
          sheet: SHEET_NOTICES.includes(done ?? "") ? (done as SheetNotice) : null,
          consult: CONSULT_NOTICES.includes(done ?? "") ? (done as ConsultNotice) : null,
        }}
        unknownGrounds={f.query.get("unknown") ?? ""}
        alone={person.alone && proposedBy?.id === person.id}
      />
    ),
  };
}
