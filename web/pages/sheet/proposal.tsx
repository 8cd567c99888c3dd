import { HANDLING_FORM_NAMES } from "../../../src/domain/handling-form.ts";
import type { SheetView } from "../../../src/use-cases/view-sheet.ts";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** What the machine would do and from what; it never looks like a decision. */
export const Proposal = ({ f, view }: { f: Frame; view: SheetView }) => {
  const t = f.t.sheets;
  const { form, why, touched, articles, findings } = view.proposal;
  const then = view.sheet.body.machine !== null && view.sheet.state !== "open" && view.sheet.state !== "returned";
  return (
    <section class="proposal flow-s" aria-labelledby="h-proposal">
      <h2 id="h-proposal">
        {then ? t.machineThen : t.machine}:{" "}
        {form === null ? t.machineNone : <Said f={f} text={HANDLING_FORM_NAMES[form]} />}
      </h2>
      {touched.length === 0 ? null : (
        <p class="small muted">
          {t.touched(touched.length, articles)}
          {findings.length === 0 ? "" : `, ${f.t.n(findings.length)} ${f.t.nav.findings.toLowerCase()}`}
        </p>
      )}
      <ul class="dashes small">
        {why.map((sentence) => (
          <li>
            <Said f={f} text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
};
