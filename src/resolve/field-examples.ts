import { loadCentralRegister } from "./central-register.ts";
import type { FieldExample } from "./field-model.ts";
import { fieldNames } from "./field-names.ts";
import { readTable } from "./register-file.ts";

/**
 * What the classifier learns from: titles of the register with the heading that holds most of their articles; the names of
 * subjects and headings; and `field-examples.csv`, titles made up by hand for what the register lacks. It has no document on land,
 * housing, building, bidding, environment, emulation … (their headings were not codified in early 2024), and these are
 * half of what a province issues. Hand-made ones carry the code of their subject (`11`), since their heading's code is not known.
 */
export function fieldExamples(): readonly FieldExample[] {
  return [...registerExamples(), ...handMadeExamples()];
}

export function registerExamples(): readonly FieldExample[] {
  return [...loadCentralRegister().entries.values()].flatMap(({ title, fields }) =>
    title && fields?.[0] ? [{ title, code: fields[0] }] : [],
  );
}

/** One example stands for the many titles that a province issues on it; measured: 3 is better than 1, 5 is not better than 3. */
const TOLD_TIMES = 3;

export function handMadeExamples(): readonly FieldExample[] {
  const names = [...fieldNames()].map(([code, title]) => ({ title, code }));
  const told = readTable("field-examples.csv").map((row) => ({ title: row.title ?? "", code: row.code ?? "" }));
  return Array.from({ length: TOLD_TIMES }, () => [...names, ...told]).flat();
}
