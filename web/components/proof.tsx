import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { stateOf } from "./status.tsx";
import { Day, Said, Symbol, unitName } from "./words.tsx";

/** How the tool knows: a numbered chain, each link a day, a sentence and the words it rests on; the last is what follows. */
export const Proof = ({
  f,
  period,
  works,
  self,
}: {
  f: Frame;
  period: StatusPeriod;
  works: ReadonlyMap<string, Work>;
  self: string;
}) => (
  <ol class="proof small">
    {period.because.map((b) => {
      const source = b.work === null ? null : (works.get(b.work) ?? null);
      const label = [b.eId === null ? null : unitName(b.eId), b.work === self ? null : (source?.symbol ?? b.symbol)]
        .filter(Boolean)
        .join(" ");
      return (
        <li>
          {b.from === null ? <b>{f.t.document.undated}</b> : <Day f={f} day={b.from} />} <Said f={f} text={b.says} />{" "}
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
      <b>{f.t.status[period.status]}</b>. <Said f={f} text={period.reason} />
    </li>
  </ol>
);
