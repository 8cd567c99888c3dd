import { HANDLING_FORM_NAMES, type HandlingForm } from "../domain/handling-form.ts";
import {
  HANDLING_STATE_NAMES,
  HANDLING_STEP_NAMES,
  HANDLING_STEPS,
  type Handling,
  type HandlingState,
} from "../domain/handling.ts";
import { formatDate, type LegalDate, parseDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { type DeskUnits, deskUnits } from "./desk-units.ts";
import { type FoundWork, findWork } from "./find-work.ts";
import { isForm, isState } from "./handling-list.ts";
import { tellHandlingGiven } from "./notify.ts";

/** Fields of the form as they are sent: `unit`, `due`, `step.registered.day` … Those left out stay as they are. */
export type HandlingValues = Readonly<Record<string, string>>;

export type HandlingFault =
  | "bad-day"
  | "bad-value"
  | "bad-month"
  | "reason-missing"
  | "no-document"
  | "several-documents";

export type Changed =
  | { readonly ok: true; readonly handling: Handling; readonly changed: boolean }
  | { readonly ok: false; readonly why: "no-handling" }
  /** Somebody was first: `current` is what they made of it. */
  | { readonly ok: false; readonly why: "stale"; readonly current: Handling }
  | {
      readonly ok: false;
      readonly why: "faults";
      readonly faults: Readonly<Record<string, HandlingFault>>;
      /** Documents that fit what was typed, by field. */
      readonly several: Readonly<Record<string, readonly Work[]>>;
    };

export interface ChangeHandling {
  readonly store: Store;
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  readonly values: HandlingValues;
  readonly by: string;
  readonly now: number;
}

/** Longest text of one field, in characters. */
const LONGEST_TEXT = 4000;

/** Stores what a person changed of a handling, with what it was before in its history; the first of two writers wins. */
export async function changeHandling({ store, id, version, values, by, now }: ChangeHandling): Promise<Changed> {
  const old = await store.handlings.find(id);
  if (old === null) return { ok: false, why: "no-handling" };
  if (old.version !== version) return { ok: false, why: "stale", current: old };
  const units = await deskUnits(store);
  const read = await readValues(store, old, values, units);
  if (Object.keys(read.faults).length > 0) return { ok: false, why: "faults", ...read };
  const what = differences(old, read.next, units);
  if (what === "") return { ok: true, handling: old, changed: false };
  return store.withTransaction(async () => {
    const next: Handling = {
      ...read.next,
      version: old.version + 1,
      updatedAt: now,
      body: { ...byPerson(old, read.next).body, history: [...old.body.history, { at: now, by, what }] },
    };
    if (!(await store.handlings.change(next)))
      return { ok: false, why: "stale", current: (await store.handlings.find(id)) ?? old };
    const closes = old.state === "open" && next.state !== "open";
    const action = closes ? "handling.close" : "handling.change";
    await store.audit.append({ at: now, by, action, subject: id, detail: { work: next.work, what } });
    if (next.unit !== old.unit || next.body.officer !== old.body.officer) await tellHandlingGiven(store, next, by, now);
    return { ok: true, handling: next, changed: true };
  });
}

/** What the machine settled and a person changes is the person's from then on; a result that is refused is not offered again. */
function byPerson(old: Handling, next: Handling): Handling {
  const by = old.body.settledBy ?? null;
  if (by === null || (next.state === old.state && next.result === old.result)) return next;
  const notResults =
    next.result === by.source ? (next.body.notResults ?? []) : [...(next.body.notResults ?? []), by.source];
  return { ...next, body: { ...next.body, settledBy: null, notResults } };
}

interface ReadValues {
  readonly next: Handling;
  readonly faults: Record<string, HandlingFault>;
  readonly several: Record<string, readonly Work[]>;
}

async function readValues(store: Store, old: Handling, values: HandlingValues, units: DeskUnits): Promise<ReadValues> {
  const faults: Record<string, HandlingFault> = {};
  const several: Record<string, readonly Work[]> = {};
  const text = (name: string, was: string): string =>
    values[name]?.normalize("NFC").trim().slice(0, LONGEST_TEXT) ?? was;
  const day = (name: string, was: LegalDate | null): LegalDate | null => {
    const given = values[name]?.trim();
    if (given === undefined) return was;
    const read = given === "" ? null : parseDate(given);
    if (given !== "" && read === null) faults[name] = "bad-day";
    return read;
  };
  const work = async (name: string, was: string | null): Promise<string | null> => {
    const given = values[name]?.trim();
    if (given === undefined || given === was) return was;
    const found: FoundWork = given === "" ? { kind: "none" } : await findWork(store, given);
    if (found.kind === "several") several[name] = found.works;
    if (given !== "" && found.kind !== "one")
      faults[name] = found.kind === "none" ? "no-document" : "several-documents";
    return found.kind === "one" ? found.work.id : null;
  };
  const next: Handling = {
    ...old,
    work: await work("work", old.work),
    result: await work("result", old.result),
    unit: values["unit"] === undefined ? old.unit : units.stored(values["unit"]),
    due: day("due", old.due),
    state: stateOf(old, values, faults),
    body: {
      ...old.body,
      form: formOf(old, values, faults),
      formText: text("formText", old.body.formText),
      content: text("content", old.body.content),
      officer: text("officer", old.body.officer),
      session: text("session", old.body.session),
      doneMonth: monthOf(old, values, faults),
      note: text("note", old.body.note),
      outcome: text("outcome", old.body.outcome ?? "") || null,
      steps: Object.fromEntries(
        HANDLING_STEPS.flatMap((step) => {
          const was = old.body.steps[step] ?? { day: null, number: "", text: "" };
          const now = {
            day: day(`step.${step}.day`, was.day),
            number: text(`step.${step}.number`, was.number),
            text: text(`step.${step}.text`, was.text),
          };
          return now.day === null && now.number === "" && now.text === "" ? [] : [[step, now]];
        }),
      ),
    },
  };
  const closes = next.state !== old.state && next.state !== "open";
  if (closes && next.body.outcome === null && next.result === null) faults["outcome"] = "reason-missing";
  return { next, faults, several };
}

type Faults = Record<string, HandlingFault>;

function stateOf(old: Handling, values: HandlingValues, faults: Faults): HandlingState {
  const given = values["state"];
  if (given === undefined) return old.state;
  if (isState(given)) return given;
  faults["state"] = "bad-value";
  return old.state;
}

/** An empty form is "chưa xác định". */
function formOf({ body }: Handling, values: HandlingValues, faults: Faults): HandlingForm | null {
  const given = values["form"];
  if (given === undefined) return body.form;
  if (given === "") return null;
  if (isForm(given)) return given;
  faults["form"] = "bad-value";
  return body.form;
}

/** `02/2026`, `2/2026` or `2026-02`. */
function monthOf({ body }: Handling, values: HandlingValues, faults: Faults): string | null {
  const given = values["doneMonth"]?.trim();
  if (given === undefined) return body.doneMonth;
  if (given === "") return null;
  const m = /^(?:(\d{4})-(\d{2})|(\d{1,2})\s*[/.-]\s*(\d{4}))$/u.exec(given);
  const month = Number(m?.[2] ?? m?.[3] ?? 0);
  if (m === null || month < 1 || month > 12) {
    faults["doneMonth"] = "bad-month";
    return body.doneMonth;
  }
  return `${m[1] ?? m[4]}-${String(month).padStart(2, "0")}`;
}

/** `Cơ quan soạn thảo: Sở Y tế → Sở Xây dựng; Hạn xử lý: chưa có → 31/12/2026`; empty where nothing changed. */
export function differences(old: Handling, next: Handling, units: DeskUnits): string {
  const said: string[] = [];
  const tell = (name: string, was: string | null, is: string | null): void => {
    if ((was ?? "") !== (is ?? "")) said.push(`${name}: ${was || "chưa có"} → ${is || "bỏ trống"}`);
  };
  const day = (value: LegalDate | null): string | null => (value === null ? null : formatDate(value));
  const unit = (value: string | null): string | null => (value === null ? null : units.nameOf(value));
  const form = ({ body }: Handling): string | null => (body.form === null ? null : HANDLING_FORM_NAMES[body.form]);
  tell("Tình trạng", HANDLING_STATE_NAMES[old.state], HANDLING_STATE_NAMES[next.state]);
  if (old.work !== next.work) said.push("đổi văn bản được theo dõi");
  if (old.result !== next.result) said.push(next.result === null ? "bỏ văn bản kết quả" : "ghi văn bản kết quả");
  tell("Cơ quan soạn thảo", unit(old.unit), unit(next.unit));
  tell("Hạn xử lý", day(old.due), day(next.due));
  tell("Hình thức xử lý", form(old), form(next));
  tell("Hình thức ghi trong bảng", old.body.formText, next.body.formText);
  tell("Nội dung", old.body.content, next.body.content);
  tell("Người xử lý", old.body.officer, next.body.officer);
  tell("Kỳ họp, dự kiến", old.body.session, next.body.session);
  tell("Tháng xử lý", old.body.doneMonth, next.body.doneMonth);
  tell("Ghi chú", old.body.note, next.body.note);
  tell("Kết quả", old.body.outcome, next.body.outcome);
  for (const step of HANDLING_STEPS)
    tell(HANDLING_STEP_NAMES[step], stepWords(old.body.steps[step]), stepWords(next.body.steps[step]));
  return said.join("; ");
}

/** `25/TTr-SXD, 05/11/2026, đã gửi lại` */
export const stepWords = (step: Handling["body"]["steps"]["issued"]): string =>
  step === undefined
    ? ""
    : [step.number, step.day === null ? "" : formatDate(step.day), step.text].filter((part) => part !== "").join(", ");
