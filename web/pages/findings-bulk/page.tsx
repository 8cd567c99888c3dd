import type { Verdict } from "../../../src/domain/decision.ts";
import {
  type BatchView,
  type BulkPlan,
  MOST_AT_ONCE,
  type PlannedRow,
} from "../../../src/use-cases/decide-findings.ts";
import type { FindingRow } from "../../../src/use-cases/view-finding-row.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { FieldFrame } from "../../components/field.tsx";
import { FindingPlace } from "../../components/finding-rows.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Reasons } from "../../components/reasons.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { Params } from "../findings/filters.ts";

export interface PreviewProps {
  readonly f: Frame;
  readonly plan: BulkPlan;
  readonly rules: readonly RuleEntry[];
  readonly params: Params;
  readonly token: string;
  readonly fault: "reason-missing" | "day-missing" | "nothing" | null;
  readonly typed: { readonly why: string; readonly note: string; readonly until: string };
}

/** Everything that would be decided, rule by rule, before it is. */
export const PreviewPage = (props: PreviewProps) => {
  const { f, plan, rules, params, fault } = props;
  const t = f.t.triage.bulk;
  const n = plan.rows.length;
  const back = f.href("/findings", params);
  const byRule = new Map<string, PlannedRow[]>();
  for (const row of plan.rows) byRule.set(row.rule, [...(byRule.get(row.rule) ?? []), row]);
  return (
    <>
      <PageHead title={n === 0 ? t.title : byRule.size === 1 ? t.askRule(n) : t.ask(n)}>{t.lead}</PageHead>
      <div class="flow bulk-page">
        {fault === null ? null : <Message kind="fault" what={t.faults[fault]} />}
        {plan.left === 0 ? null : <Message kind="warn" what={t.bound(MOST_AT_ONCE, plan.left)} />}
        {n === 0 ? (
          <Blank
            title={t.nothing}
            act={
              <a class="btn" href={back}>
                {t.back}
              </a>
            }
          >
            {t.nothingWhy}
          </Blank>
        ) : (
          <>
            <Act {...props} />
            <Section id="h-will" title={t.will(n)}>
              {[...byRule].map(([id, rows]) => (
                <RuleRows f={f} rows={rows} rule={rules.find((r) => r.id === id)} />
              ))}
            </Section>
          </>
        )}
        {plan.skipped.length === 0 ? null : (
          <Section id="h-skipped" title={t.skipped(plan.skipped.length)}>
            <ul class="rel small">
              {plan.skipped.map(({ row, why }) => (
                <li>
                  <FindingLink f={f} row={row} />: {t.why[why]}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
};

const RuleRows = ({ f, rows, rule }: { f: Frame; rows: readonly PlannedRow[]; rule: RuleEntry | undefined }) => (
  <section class="bulk-rule flow-s">
    <h3>
      {rule === undefined ? rows[0]?.code : `${rule.code} ${f.lang === "vi" ? rule.title : rule.titleEn}`}{" "}
      <span class="n">{f.t.n(rows.length)}</span>
    </h3>
    <ul class="rel">
      {rows.map((row) => (
        <li>
          <p class="rowx small">
            <SeverityMark f={f} severity={row.severity} />
            <span class="muted">
              <FindingPlace f={f} row={row} />
            </span>
          </p>
          <FindingLink f={f} row={row} />
          {row.quote === "" ? null : (
            <blockquote class="law-voice bulk-quote" lang={f.lang === "vi" ? undefined : "vi"}>
              {row.quote}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  </section>
);

const FindingLink = ({ f, row }: { f: Frame; row: FindingRow }) => (
  <a href={f.href(`/findings/${row.key}`)}>
    <Said f={f} text={row.message} />
  </a>
);

/** Confirm, dismiss with a reason, put off, ask: each button says of how many. */
const Act = ({ f, plan, params, token, typed }: PreviewProps) => {
  const t = f.t.triage;
  const n = plan.rows.length;
  const press = (to: Verdict, look: string, k: string) => (
    <button class={look} type="submit" name="to" value={to} aria-keyshortcuts={f.keys ? k : undefined}>
      {t.bulk.go[to](n)} {f.keys ? <kbd>{k}</kbd> : null}
    </button>
  );
  return (
    <form class="bulk-act flow-s" method="post" action={f.href("/findings/bulk", params)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="keys" value={plan.rows.map((row) => row.key).join(" ")} />
      <div class="bulk-act__fields">
        <div class="flow-s">
          <p>
            <b>{f.t.decision.reason}</b>
          </p>
          <Reasons f={f} chosen={typed.why} />
        </div>
        <div class="flow-s">
          <FieldFrame id="note" label={t.dismiss.note}>
            <input
              class="input"
              id="note"
              name="note"
              value={typed.note}
              autocomplete="off"
              aria-keyshortcuts={f.keys ? "n" : undefined}
            />
          </FieldFrame>
          <FieldFrame id="until" label={f.t.decision.until} help={f.t.decision.untilHelp}>
            <input
              class="input"
              id="until"
              name="until"
              value={typed.until}
              inputmode="numeric"
              autocomplete="off"
              aria-describedby="until-help"
            />
          </FieldFrame>
        </div>
      </div>
      <div class="acts acts--left">
        {press("dismissed", "btn btn--stop", "d")}
        {press("confirmed", "btn", "c")}
        {press("opinion", "btn btn--quiet", "o")}
        {press("later", "btn btn--quiet", "s")}
        <a class="btn btn--quiet" href={f.href("/findings", params)}>
          {t.bulk.back}
        </a>
      </div>
    </form>
  );
};

/** What was decided together, and one way back for all of it. */
export const BatchPage = ({
  f,
  view,
  batch,
  params,
  token,
  skipped,
  undone,
}: {
  f: Frame;
  view: BatchView;
  batch: string;
  params: Params;
  token: string;
  skipped: number;
  undone: number | null;
}) => {
  const t = f.t.triage.bulk;
  const [first] = view.decisions;
  if (first === undefined) return null;
  return (
    <>
      <PageHead title={t.batch}>
        {first.by}, {moment(f, first.at)}
      </PageHead>
      <div class="flow bulk-page">
        <Message
          kind={undone === null ? "ok" : "info"}
          what={undone === null ? t.done[first.verdict](view.decisions.length) : t.undone(undone)}
        >
          {first.reason === null ? null : <Said f={f} text={first.reason} />}{" "}
          {skipped === 0 ? null : t.doneSkipped(skipped)}
        </Message>
        <p>{t.standing(view.standing, view.decisions.length)}</p>
        <div class="acts acts--left">
          {view.standing === 0 ? null : (
            <form method="post" action={f.href(`/findings/bulk/${batch}/undo`, params)}>
              <input type="hidden" name="token" value={token} />
              <button class="btn" type="submit" aria-keyshortcuts={f.keys ? "u" : undefined}>
                {t.undo} {f.keys ? <kbd>u</kbd> : null}
              </button>
            </form>
          )}
          <a class="btn btn--go" href={f.href("/findings", params)} aria-keyshortcuts={f.keys ? "j" : undefined}>
            {t.back} {f.keys ? <kbd>j</kbd> : null}
          </a>
        </div>
        <ul class="rel">
          {view.rows.map((row) => (
            <li>
              <FindingLink f={f} row={row} />{" "}
              <span class="small muted">
                <FindingPlace f={f} row={row} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
};
