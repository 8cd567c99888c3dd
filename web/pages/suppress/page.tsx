import type { StoredFinding } from "../../../src/store/store.ts";
import { REACHES, type Reach } from "../../../src/use-cases/suppress-findings.ts";
import type { FindingRow } from "../../../src/use-cases/view-finding-row.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** How far a reason reaches: choose, look at what it would silence, then store it. */
export const SuppressPage = ({
  f,
  finding,
  reach,
  possible,
  covered,
  rows,
  reason,
  reasonMissing,
  token,
}: {
  f: Frame;
  finding: StoredFinding;
  reach: Reach | null;
  possible: boolean;
  covered: number;
  rows: readonly FindingRow[];
  reason: string;
  reasonMissing: boolean;
  token: string;
}) => {
  const t = f.t.decision.suppress;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <p>
        <a href={f.href(`/findings/${finding.key}`)}>
          <Said f={f} text={finding.message} />
        </a>
      </p>
      <form class="flow" action={f.href(`/findings/${finding.key}/suppress`)}>
        <fieldset class="field">
          <legend class="legend">{t.reach}</legend>
          {REACHES.map((value) => (
            <label class="check">
              <input type="radio" name="reach" value={value} checked={value === reach} required /> {t.reaches[value]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="reason">{t.reason}</label>
          <input class="input" id="reason" name="reason" value={reason} />
        </div>
        <div class="acts acts--left">
          <button class="btn" type="submit">
            {t.preview}
          </button>
        </div>
      </form>
      {reach === null ? null : possible ? (
        <Section id="h-covered" title={t.covers(covered)}>
          {reasonMissing ? <Message kind="fault" what={t.reasonMissing} /> : null}
          {rows.length === 0 ? null : <FindingQueue f={f} rows={rows} />}
          {covered > rows.length ? <p class="muted">{f.t.document.more(covered - rows.length)}</p> : null}
          <form class="acts acts--left" method="post" action={f.href(`/findings/${finding.key}/suppress`)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="reach" value={reach} />
            <input type="hidden" name="reason" value={reason} />
            <button class="btn btn--go" type="submit">
              {t.apply}
            </button>
          </form>
        </Section>
      ) : (
        <Message kind="warn" what={t.none} />
      )}
    </>
  );
};
