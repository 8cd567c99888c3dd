import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { DecideProps } from "./decide.tsx";

/** What a language model said of the two texts, marked as an opinion; absent where none is set up and none was asked. */
export const SecondReading = ({ f, view, decide }: { f: Frame; view: FindingView; decide: DecideProps }) => {
  const t = f.t.decision.second;
  if (view.opinions.length === 0 && !decide.mayAsk) return null;
  return (
    <section class="flow-s" aria-labelledby="h-second">
      <h2 class="small" id="h-second">
        {t.title}
      </h2>
      {decide.askFault === null ? null : (
        <Message kind="warn" what={<Said f={f} text={decide.askFault.what} />}>
          <Said f={f} text={decide.askFault.todo ?? ""} />
        </Message>
      )}
      <ul class="rel small">
        {view.opinions.map((o) => (
          <li>
            <b>
              {t.same[o.sameMatter]}, {t.contradict[o.contradict]}
            </b>
            {o.why === "" ? null : (
              <>
                {": "}
                <Said f={f} text={o.why} />
              </>
            )}{" "}
            <span class="muted">
              {o.model}, {moment(f, o.at)}
            </span>
          </li>
        ))}
      </ul>
      {decide.mayAsk ? (
        <form class="rowx" method="post" action={f.href(`/findings/${view.finding.key}/opinion`)}>
          <input type="hidden" name="token" value={decide.token} />
          <button class="btn btn--s" type="submit">
            {t.ask}
          </button>
          <span class="small muted">{t.askWhy}</span>
        </form>
      ) : null}
    </section>
  );
};
