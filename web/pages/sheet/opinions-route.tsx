import { OPINION_ANSWERS } from "../../../src/domain/review-sheet.ts";
import { answerUnit, askUnit, withdrawQuestion } from "../../../src/use-cases/consult-unit.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { rightsOn } from "./rights.ts";
import { showSheet } from "./route.tsx";

/** Asks a related unit. */
export const ask: Route = {
  method: "POST",
  path: "/sheets/:id/opinions",
  permission: "sheet:write",
  async answer(asking) {
    const { store, frame: f, form, param, by, now } = asking;
    const sheet = await store.sheets.find(param("id"));
    if (sheet === null) return fault(404, "no-sheet", param("id"));
    if (!(await rightsOn(asking, sheet)).write) return fault(403, "not-yours", f.t.sheets.consult.ask);
    const done = await askUnit({
      store,
      sheet: sheet.id,
      unit: form.get("unit") ?? "",
      question: form.get("question") ?? "",
      due: form.get("due") ?? "",
      by,
      now,
    });
    if (!done.ok)
      return done.why === "no-sheet"
        ? fault(404, "no-sheet", sheet.id)
        : showSheet(asking, done.why, { at: "ask", fields: form, writing: null });
    return goTo(asking, f.href(`/sheets/${sheet.id}`, { done: "asked" }, `q-${done.consultation.id}`));
  },
};

/** `way`: the unit answers, a reviewer notes what its letter says, or the question is withdrawn. */
export const reply: Route = {
  method: "POST",
  path: "/sheets/:id/opinions/:question",
  permission: "opinion:answer",
  async answer(asking) {
    const { store, frame: f, form, param, by, now } = asking;
    const [sheet, asked] = await Promise.all([
      store.sheets.find(param("id")),
      store.sheets.consultation(param("question")),
    ]);
    if (sheet === null || asked === null || asked.sheet !== sheet.id) return fault(404, "no-sheet", param("id"));
    const way = form.get("way") ?? "";
    if (way !== "answer" && way !== "record" && way !== "withdraw") return fault(400, "bad-value", way);
    const rights = await rightsOn(asking, sheet, undefined, [asked]);
    const t = f.t.sheets.consult;
    if (!(way === "answer" ? rights.answer.has(asked.id) : rights.write)) return fault(403, "not-yours", t[way]);
    const given = { id: asked.id, seen: Number(form.get("seen")) || 0, by, now };
    const done =
      way === "withdraw"
        ? await withdrawQuestion(store, { ...given, reason: form.get("text") ?? "" })
        : await answerUnit({
            ...given,
            store,
            answer: OPINION_ANSWERS.find((one) => one === form.get("answer")) ?? null,
            text: form.get("text") ?? "",
            letter: way === "record" ? (form.get("letter") ?? "") : null,
          });
    if (!done.ok)
      return done.why === "no-consultation"
        ? fault(404, "no-sheet", sheet.id)
        : showSheet(asking, done.why, { at: `opinion ${asked.id}`, fields: form, writing: null });
    const notice = way === "withdraw" ? "withdrawn" : "answered";
    return goTo(asking, f.href(`/sheets/${sheet.id}`, { done: notice }, `q-${asked.id}`));
  },
};
