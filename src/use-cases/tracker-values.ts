import { fold } from "../domain/fold.ts";
import { HANDLING_FORM_NAMES, type HandlingForm } from "../domain/handling-form.ts";
import {
  HANDLING_STEP_NAMES,
  HANDLING_STEPS,
  type Handling,
  type HandlingStep,
  type TrackerCell,
} from "../domain/handling.ts";
import { formatDate, type LegalDate, legalDate } from "../domain/legal-date.ts";
import { findLooseDays, looseDay } from "../read/loose-day.ts";
import { asRead } from "../read/tracker.ts";
import type { TrackerColumn } from "../read/tracker-columns.ts";
import { stepWords } from "./change-handling.ts";

type Step = NonNullable<Handling["body"]["steps"][HandlingStep]>;

/** What a row of a tracker says of the handling. `unit` is a name. */
export interface TrackerValues {
  readonly unit: string | null;
  readonly due: LegalDate | null;
  readonly form: HandlingForm | null;
  readonly formText: string;
  readonly content: string;
  readonly officer: string;
  readonly session: string;
  readonly doneMonth: string | null;
  readonly note: string;
  readonly steps: Handling["body"]["steps"];
}

export interface ReadValues {
  readonly values: TrackerValues;
  /** What stands in a cell and could not be taken over, or was taken otherwise than written. */
  readonly problems: readonly string[];
}

type Columns = readonly (TrackerColumn | null)[];

/** Reads the cells of a row by what its columns hold. What cannot be read stays in the row and is told. */
export function readValues(columns: Columns, meant: readonly TrackerCell[], group: string | null): ReadValues {
  const problems: string[] = [];
  const cell = (column: TrackerColumn): TrackerCell => meant[columns.indexOf(column)] ?? null;
  const text = (column: TrackerColumn): string => shownCell(cell(column));
  const formText = text("form");
  const form = formOf(formText);
  if (formText !== "" && form === null && !UNDECIDED.test(fold(formText)))
    problems.push(`Hình thức xử lý “${formText}” không thuộc Điều 38, giữ nguyên chữ.`);
  const unit = text("unit") || (columns.includes("unit") ? null : unitOfGroup(group));
  return {
    problems,
    values: {
      unit,
      due: dueOf(cell("due"), problems),
      form,
      formText: form !== null && fold(formText) === fold(HANDLING_FORM_NAMES[form]) ? "" : formText,
      content: text("content"),
      officer: text("officer"),
      session: text("session"),
      doneMonth: monthOf(cell("doneMonth"), problems),
      note: text("note"),
      steps: stepsOf(cell, problems),
    },
  };
}

/** A cell as a person reads it; lines are kept, Excel's own days are written out. */
export function shownCell(cell: TrackerCell | undefined): string {
  const read = asRead(cell);
  if (read instanceof Date) return formatDate(read.toISOString().slice(0, 10));
  return read === null ? "" : String(read).normalize("NFC").trim();
}

const UNDECIDED = /^(?:chua|-+|khong ro|dang|\?)/u;

/** In the order of asking; two forms in one cell ("Thay thế/bãi bỏ") are none. */
const FORMS: readonly (readonly [HandlingForm, RegExp])[] = [
  ["none", /giu nguyen|khong (?:phai |can )?xu ly|khong xu ly/u],
  ["announce-continued", /(?:cong bo )?tiep tuc (?:co hieu luc|ap dung)/u],
  ["announce-ceased", /het hieu luc|cong bo het/u],
  ["suspend", /tam ngung|ngung hieu luc|dinh chi/u],
  ["abolish-part", /bai bo (?:mot phan|1 phan|dieu|khoan)/u],
  ["abolish", /bai bo/u],
  ["replace", /thay the/u],
  ["amend", /sua doi|bo sung|(?<![a-z])sdbs(?![a-z])/u],
  ["new", /ban hanh moi|xay dung moi/u],
];

export function formOf(text: string): HandlingForm | null {
  const words = fold(text);
  const found = FORMS.filter(([, shape]) => shape.test(words)).map(([form]) => form);
  // "bãi bỏ một phần" is one form, though the words of the whole stand in it too
  const apart = found.filter((form) => !(form === "abolish" && found.includes("abolish-part")));
  return apart.length === 1 ? (apart[0] ?? null) : null;
}

/** A group line that names a body tells the unit where no column does. */
function unitOfGroup(group: string | null): string | null {
  const name = (group ?? "").replace(/^(?:[IVXL]{1,6}|[A-ZĐ]|\d{1,2})[.) -]+/u, "").trim();
  return /^(?:sở|ban|công an|thanh tra|văn phòng|bộ chỉ huy|ubnd)(?=\s)/iu.test(name) ? name : null;
}

/** A day, or the last day of a month, a quarter, a year that is named instead. */
function dueOf(cell: TrackerCell, problems: string[]): LegalDate | null {
  const day = looseDay(asRead(cell));
  const words = shownCell(cell);
  if (day !== null || words === "") return day;
  const last = lastDayNamed(fold(words));
  problems.push(
    last === null
      ? `Hạn xử lý “${words}” không đọc được thành ngày.`
      : `Hạn xử lý “${words}” được hiểu là ${formatDate(last)}.`,
  );
  return last;
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 };

function lastDayNamed(words: string): LegalDate | null {
  const quarter = /quy (iv|iii|ii|i|[1-4])\s*(?:\/|-|nam)?\s*(\d{4})/u.exec(words);
  if (quarter) return endOfMonth(Number(quarter[2]), (QUARTERS[quarter[1] as string] ?? 4) * 3);
  const month = /(?:thang|^t)\s*(\d{1,2})\s*(?:\/|-|nam)?\s*(\d{4})|^(\d{1,2})\/(\d{4})$/u.exec(words);
  if (month) return endOfMonth(Number(month[2] ?? month[4]), Number(month[1] ?? month[3]));
  const year = /^(?:het |trong |cuoi )?(?:nam )?(20\d{2})$/u.exec(words);
  return year ? endOfMonth(Number(year[1]), 12) : null;
}

const endOfMonth = (year: number, month: number): LegalDate | null =>
  legalDate(year, month, 31) ?? legalDate(year, month, 30) ?? legalDate(year, month, 29) ?? legalDate(year, month, 28);

/** `02/2026`, `T2/2026`, `tháng 2 năm 2026`, or the month of a day → `2026-02`. */
export function monthOf(cell: TrackerCell, problems: string[]): string | null {
  const words = shownCell(cell);
  if (words === "") return null;
  const day = looseDay(asRead(cell));
  if (day !== null) return day.slice(0, 7);
  const m = /^(?:tháng|t)?\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(20\d{2})$/iu.exec(words);
  const month = Number(m?.[1] ?? 0);
  if (m && month >= 1 && month <= 12) return `${m[2]}-${String(month).padStart(2, "0")}`;
  problems.push(`Tháng xử lý “${words}” không rõ tháng, năm.`);
  return null;
}

function stepsOf(cell: (column: TrackerColumn) => TrackerCell, problems: string[]): TrackerValues["steps"] {
  const steps: Partial<Record<HandlingStep, Step>> = {};
  for (const step of HANDLING_STEPS) {
    const whole = stepOf(cell(step));
    const number = shownCell(cell(`${step}.number`));
    const dayCell = cell(`${step}.day`);
    const day = looseDay(asRead(dayCell));
    if (day === null && shownCell(dayCell) !== "")
      problems.push(`${HANDLING_STEP_NAMES[step]}: ngày “${shownCell(dayCell)}” không đọc được.`);
    // a day that could not be read is not lost: it stays in words
    const unread = day === null ? shownCell(dayCell) : "";
    const read: Step = {
      day: whole.day ?? day,
      number: whole.number || number,
      text: [whole.text, unread].filter((part) => part !== "").join("; "),
    };
    if (read.day !== null || read.number !== "" || read.text !== "") steps[step] = read;
  }
  return steps;
}

/** `88/BC-STP`, `112/SXD-PC`, `12/2026/QĐ-UBND`. */
const NUMBER =
  /(?<![\p{L}\d/.])\d{1,5}[a-zđ]?(?: ?\/ ?\d{4})? ?\/ ?[\p{Lu}Đ][\p{L}\d]*(?: ?[-–.&] ?[\p{Lu}Đ][\p{L}\d]*){0,4}/gu;

/** `25/TTr-SXD ngày 05/11/2026` → number and day; what says more than that stays in words as a whole. */
export function stepOf(cell: TrackerCell): Step {
  const words = shownCell(cell);
  const read = asRead(cell);
  if (words === "") return { day: null, number: "", text: "" };
  const only = read instanceof Date || typeof read === "number" ? looseDay(read) : null;
  if (only !== null) return { day: only, number: "", text: "" };
  const days = findLooseDays(words);
  const numbers = [...words.matchAll(NUMBER)].filter(
    (m) => !days.some((d) => m.index < d.end && d.start < m.index + 1),
  );
  const [day, number] = [days.length === 1 ? days[0] : undefined, numbers.length === 1 ? numbers[0] : undefined];
  let rest = words;
  for (const part of [day && words.slice(day.start, day.end), number?.[0]]) if (part) rest = rest.replace(part, " ");
  const bare = rest.replace(
    /(?:^|\s)(?:số|ngày|văn bản|công văn|cv|bc|báo cáo|tờ trình|qđ|nq|quyết định|nghị quyết)(?=[\s:.,]|$)/giu,
    " ",
  );
  const said = /[\p{L}\d]/u.test(bare);
  return { day: day?.day ?? null, number: number?.[0].trim() ?? "", text: said ? words : "" };
}

export const valuesOfHandling = (
  { due, body }: Pick<Handling, "due" | "body">,
  unitName: string | null,
): TrackerValues => {
  const { form, formText, content, officer, session, doneMonth, note, steps } = body;
  return { unit: unitName, due, form, formText, content, officer, session, doneMonth, note, steps };
};

/** Columns whose cells are the handling's own; those of the document are not rewritten. */
export const isHandlingColumn = (column: string | null): column is TrackerColumn =>
  column !== null && !["stt", "document", "type", "issuedOn", "issuer", "title"].includes(column);

/** What a column says of these values, as it is written into a cell. */
export function columnText(values: TrackerValues, column: TrackerColumn): string {
  const [name, part] = column.split(".") as [TrackerColumn, "day" | "number" | undefined];
  if ((HANDLING_STEPS as readonly string[]).includes(name)) {
    const step = values.steps[name as HandlingStep];
    if (step === undefined) return "";
    if (part === "number") return step.number;
    if (part === "day") return step.day === null ? step.text : formatDate(step.day);
    // the words of a whole cell say number and day themselves
    return step.text !== "" && step.text.includes(step.number) ? step.text : stepWords(step);
  }
  if (name === "unit") return values.unit ?? "";
  if (name === "due") return values.due === null ? "" : formatDate(values.due);
  if (name === "doneMonth") return values.doneMonth === null ? "" : values.doneMonth.split("-").reverse().join("/");
  if (name === "form") return values.form === null ? values.formText : HANDLING_FORM_NAMES[values.form];
  if (name === "content" || name === "officer" || name === "session" || name === "note") return values[name];
  return "";
}

/** These values with what a column holds taken from others. */
export function withColumn(values: TrackerValues, column: TrackerColumn, from: TrackerValues): TrackerValues {
  const [name, part] = column.split(".") as [TrackerColumn, "day" | "number" | undefined];
  if ((HANDLING_STEPS as readonly string[]).includes(name)) {
    const step = name as HandlingStep;
    const [old, next] = [values.steps[step], from.steps[step] ?? { day: null, number: "", text: "" }];
    const merged = part === undefined || old === undefined ? next : { ...old, [part]: next[part] };
    return { ...values, steps: { ...values.steps, [step]: merged } };
  }
  if (name === "form") return { ...values, form: from.form, formText: from.formText };
  const plain = ["unit", "due", "doneMonth", "content", "officer", "session", "note"] as const;
  const field = plain.find((one) => one === name);
  return field === undefined ? values : { ...values, [field]: from[field] };
}
