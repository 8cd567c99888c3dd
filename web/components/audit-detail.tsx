import type { AuditEntry } from "../../src/domain/audit.ts";
import { HANDLING_FORM_NAMES, type HandlingForm } from "../../src/domain/handling-form.ts";
import type { Frame } from "../frame.ts";
import { Said } from "./words.tsx";

/** What was said with the deed; what is empty is left out. Names nobody knows are shown as they were written. */
export const AuditDetail = ({
  f,
  detail,
  but = [],
}: {
  f: Frame;
  detail: AuditEntry["detail"];
  /** What the page says already. */
  but?: readonly string[];
}) => {
  const said = Object.entries(detail).filter(([name, value]) => value !== null && value !== "" && !but.includes(name));
  return (
    <ul class="small">
      {said.map(([name, value]) => (
        <li>
          <span class="muted">{f.t.audit.details[name] ?? name}:</span> <Said f={f} text={shown(f, name, value)} />
        </li>
      ))}
    </ul>
  );
};

function shown(f: Frame, name: string, value: string | number | null): string {
  if (typeof value === "number") return f.t.n(value);
  const text = value ?? "";
  if (name === "form" || name === "machine") return HANDLING_FORM_NAMES[text as HandlingForm] ?? text;
  const words: Readonly<Record<string, string>> =
    name === "of"
      ? f.t.attached.kinds
      : name === "answer"
        ? f.t.sheets.consult.answers
        : name === "alone"
          ? { yes: f.t.audit.yes }
          : f.t.decision.states;
  return words[text] ?? (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? f.date(text) : text);
}
