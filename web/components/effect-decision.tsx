import type { Effect, Listed } from "../../src/domain/effect.ts";
import { contradicts } from "../../src/domain/listed-status.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Frame } from "../frame.ts";
import { moment } from "./moment.ts";
import { Mark } from "./status.tsx";
import { Said } from "./words.tsx";

/** What a list says is shown, with a warning where it contradicts what the law makes of the document. */
export const ListSays = ({ f, listed, period }: { f: Frame; listed: Listed; period: StatusPeriod | null }) => (
  <>
    {contradicts(listed, period) ? (
      <>
        <Mark state="unknown" words={f.t.deeds.contradicts} />
        <br />
      </>
    ) : null}
    <small>
      <Said f={f} text={f.t.deeds.conflict(listed.list, listed.row, listed.words)} />
    </small>
  </>
);

/** Who decided about an effect, or the way to decide. */
export const ByHand = ({ f, effect: e }: { f: Frame; effect: Effect }) => (
  <>
    {e.byHand ? (
      <>
        <br />
        <small>
          <Said f={f} text={`${f.t.deeds.byHand(e.byHand.by, moment(f, e.byHand.at))}: ${e.byHand.why}`} />
        </small>
      </>
    ) : null}
    {e.byHand || !e.applied ? (
      <>
        {" "}
        <a class="btn btn--s" href={f.href(`/effects/${e.source}/${e.id}`)}>
          {e.byHand ? f.t.deeds.again : f.t.deeds.open}
          <span class="sr">: {e.evidence.quote.slice(0, 60)}</span>
        </a>
      </>
    ) : null}
  </>
);
