import { randomUUID } from "node:crypto";
import { isStanding, type Consultation, type OpinionAnswer, type ReviewSheet } from "../domain/review-sheet.ts";
import { parseDate, type LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { tellOpinionAnswered, tellOpinionAsked } from "./notify.ts";
import { unitTyped } from "./unit-typed.ts";
import { LONGEST_SHEET_TEXT } from "./write-sheet.ts";

export interface AskUnit {
  readonly store: Store;
  readonly sheet: string;
  /** Id of a unit, or its name where it does not work with Rasoat. */
  readonly unit: string;
  readonly question: string;
  /** As typed; empty = no day. */
  readonly due: string;
  readonly by: string;
  readonly now: number;
}

export type Asked =
  | { readonly ok: true; readonly consultation: Consultation }
  | { readonly ok: false; readonly why: "no-sheet" | "sheet-done" | "unit-missing" | "asked-already" | "bad-due" };

/** Longest name of a unit that is asked by name. */
const LONGEST_UNIT = 200;

/** Asks a related unit what it thinks of a document (Điều 42 NĐ 79/2025: the decree sets no number of days). */
export function askUnit({ store, sheet, unit, question, due, by, now }: AskUnit): Promise<Asked> {
  const day = due.trim() === "" ? null : parseDate(due);
  return store.withTransaction(async (): Promise<Asked> => {
    const asked = (await unitTyped(store, unit.slice(0, LONGEST_UNIT))) ?? "";
    const found = await store.sheets.find(sheet);
    if (found === null) return { ok: false, why: "no-sheet" };
    if (!isStanding(found.state)) return { ok: false, why: "sheet-done" };
    if (asked === "") return { ok: false, why: "unit-missing" };
    if (due.trim() !== "" && day === null) return { ok: false, why: "bad-due" };
    const known = await store.accounts.unit(asked);
    const waiting = (await store.sheets.consultationsOf(sheet)).filter((c) => c.answeredAt === null);
    if (waiting.some((c) => c.unit === asked || c.body.unitName === (known?.name ?? asked)))
      return { ok: false, why: "asked-already" };
    const consultation: Consultation = {
      id: randomUUID(),
      sheet,
      unit: asked,
      due: day,
      askedAt: now,
      answeredAt: null,
      version: 1,
      body: {
        unitName: known?.name ?? asked,
        question: question.trim().slice(0, LONGEST_SHEET_TEXT),
        askedBy: by,
        answer: null,
        text: "",
        answeredBy: null,
        letter: null,
        withdrawn: null,
      },
    };
    await store.sheets.ask(consultation);
    const detail = { consultation: consultation.id, unit: consultation.body.unitName, due: day, text: question.trim() };
    await store.audit.append({ at: now, by, action: "opinion.ask", subject: sheet, detail });
    await tellOpinionAsked(store, consultation, found, now);
    return { ok: true, consultation };
  });
}

export interface AnswerUnit {
  readonly store: Store;
  readonly id: string;
  /** `version` as it was shown. */
  readonly seen: number;
  readonly answer: OpinionAnswer | null;
  readonly text: string;
  /** Number and day of the letter it came by; null = written here by the unit itself. */
  readonly letter: string | null;
  readonly by: string;
  readonly now: number;
}

export type Answered =
  | { readonly ok: true; readonly consultation: Consultation; readonly sheet: ReviewSheet }
  | {
      readonly ok: false;
      readonly why: "no-consultation" | "sheet-done" | "withdrawn" | "changed" | "answer-missing" | "text-missing";
    };

/**
 * A unit's answer: agreed, not agreed and why, or something else. Until the sheet is concluded it may be written anew; the
 * trail keeps what was said before.
 */
export const answerUnit = ({ store, id, seen, answer, text, letter, by, now }: AnswerUnit): Promise<Answered> =>
  store.withTransaction(async (): Promise<Answered> => {
    const found = await standing(store, id);
    if ("why" in found) return found;
    const { consultation, sheet } = found;
    if (consultation.version !== seen) return { ok: false, why: "changed" };
    if (answer === null) return { ok: false, why: "answer-missing" };
    const said = text.trim().slice(0, LONGEST_SHEET_TEXT);
    if (answer !== "agree" && said === "") return { ok: false, why: "text-missing" };
    const next: Consultation = {
      ...consultation,
      answeredAt: now,
      version: seen + 1,
      body: { ...consultation.body, answer, text: said, letter: letter?.trim() || null, answeredBy: by },
    };
    if (!(await store.sheets.changeConsultation(next, seen))) return { ok: false, why: "changed" };
    const detail = { consultation: id, unit: next.body.unitName, answer, text: said, letter: next.body.letter };
    await store.audit.append({ at: now, by, action: "opinion.answer", subject: sheet.id, detail });
    await tellOpinionAnswered(store, next, sheet, now);
    return { ok: true, consultation: next, sheet };
  });

/** Asked of the wrong unit, or needed no more. What was answered is never withdrawn. */
export const withdrawQuestion = (
  store: Store,
  { id, seen, reason, by, now }: Pick<AnswerUnit, "id" | "seen" | "by" | "now"> & { readonly reason: string },
): Promise<Answered> =>
  store.withTransaction(async (): Promise<Answered> => {
    const found = await standing(store, id);
    if ("why" in found) return found;
    const { consultation, sheet } = found;
    if (consultation.version !== seen || consultation.answeredAt !== null) return { ok: false, why: "changed" };
    const why = reason.trim().slice(0, LONGEST_SHEET_TEXT);
    if (why === "") return { ok: false, why: "text-missing" };
    const next = {
      ...consultation,
      answeredAt: now,
      version: seen + 1,
      body: { ...consultation.body, withdrawn: why },
    };
    if (!(await store.sheets.changeConsultation(next, seen))) return { ok: false, why: "changed" };
    const detail = { consultation: id, unit: next.body.unitName, reason: why };
    await store.audit.append({ at: now, by, action: "opinion.withdraw", subject: sheet.id, detail });
    return { ok: true, consultation: next, sheet };
  });

/** The question with its sheet, as long as either may be changed. */
async function standing(
  store: Store,
  id: string,
): Promise<{ readonly consultation: Consultation; readonly sheet: ReviewSheet } | Extract<Answered, { ok: false }>> {
  const consultation = await store.sheets.consultation(id);
  const sheet = consultation === null ? null : await store.sheets.find(consultation.sheet);
  if (consultation === null || sheet === null) return { ok: false, why: "no-consultation" };
  if (!isStanding(sheet.state)) return { ok: false, why: "sheet-done" };
  return consultation.body.withdrawn === null ? { consultation, sheet } : { ok: false, why: "withdrawn" };
}

/** Its day has passed and nobody has answered. */
export const isOverdue = ({ due, answeredAt }: Pick<Consultation, "due" | "answeredAt">, today: LegalDate): boolean =>
  answeredAt === null && due !== null && due < today;
