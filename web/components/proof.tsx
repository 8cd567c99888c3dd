import type { Child } from "hono/jsx";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { stateOf, toldBy } from "./status.tsx";
import { Day, Said, Symbol } from "./words.tsx";

export const sentence = (text: string): string => (text === "" || /[.!?…]$/u.test(text) ? text : `${text}.`);

/** How the tool knows: a numbered chain, each link a day, a sentence and the words it rests on; the last is what follows. */
export const Proof = ({
  f,
  period,
  works,
  names,
  self,
  known,
  children,
}: {
  f: Frame;
  period: StatusPeriod;
  works: ReadonlyMap<string, Work>;
  names: UnitNames;
  self: string;
  known: Work["known"];
  /** What else is to be said of how this is known. */
  children?: Child;
}) => (
  <ol class="proof small">
    {period.because.map((b) => {
      const source = b.work === null ? null : (works.get(b.work) ?? null);
      const label = [
        b.eId === null ? null : names.of(b.work, b.eId),
        b.work === self ? null : (source?.symbol ?? b.symbol),
      ]
        .filter(Boolean)
        .join(" ");
      return (
        <li>
          {b.from === null ? <b>{f.t.document.undated}</b> : <Day f={f} day={b.from} />} <Said f={f} text={b.says} />{" "}
          {b.certainty === undefined || (f.lang === "vi" && b.certainty !== "announced") ? null : (
            <>
              <small class="muted">({f.t.certainty[b.certainty]})</small>{" "}
            </>
          )}
          {b.quote === "" ? null : (
            <>
              <q lang={f.lang === "vi" ? undefined : "vi"}>{b.quote}</q>{" "}
            </>
          )}
          {b.work === null ? (
            <Symbol text={label} />
          ) : label === "" && b.work === self ? null : (
            <Cite f={f} href={f.href(`/documents/${b.work}`, {}, b.eId ?? undefined)}>
              <Said f={f} text={label || (source?.title ?? f.t.nav.documents)} />
            </Cite>
          )}
        </li>
      );
    })}
    <li class="proof__end" data-state={stateOf(period.status)}>
      <b>{f.t.status[period.status]}</b>
      {known === "text" ? "" : ` (${toldBy(f, known)})`}. <Said f={f} text={sentence(period.reason)} />
      {children ? <p class="muted">{children}</p> : null}
    </li>
  </ol>
);
