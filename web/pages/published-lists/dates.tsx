import { datedMark, type DateFault } from "../../../src/use-cases/date-list.ts";
import type { ListImportView } from "../../../src/use-cases/view-list-imports.ts";
import { Field } from "../../components/field.tsx";
import { Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export type DateWhy = Exclude<DateFault, "no-list"> | "bad-day";

/** What is wrong, and in which field. */
export interface DateFailed {
  readonly why: DateWhy;
  readonly field: "symbol" | "day" | "from" | "to" | null;
}

interface Props {
  readonly f: Frame;
  readonly view: ListImportView;
  readonly failed: DateFailed | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly may: boolean;
  readonly token: string;
}

/** By what and when it was published, for which period, who says so; and the form where a person says it. */
export const Dates = (props: Props) => {
  const { f, view, may, failed } = props;
  const { list, undated } = view;
  const t = f.t.lists.dates;
  return (
    <Section id="dates" title={t.title}>
      <div class="flow-s">
        {undated ? (
          <Message kind="warn" what={t.undated}>
            {t.undatedWhy}
          </Message>
        ) : null}
        <dl class="kv">
          <dt>{t.by}</dt>
          <dd>{list.decision?.symbol == null ? t.noDecision : words(list.decision.symbol)}</dd>
          <dt>{t.day}</dt>
          <dd>{list.decision?.issuedOn == null ? t.noDay : f.date(list.decision.issuedOn)}</dd>
          <dt>{t.period}</dt>
          <dd>
            {list.from === null || list.to === null ? (
              t.noDay
            ) : (
              <>
                {f.date(list.from)} – {f.date(list.to)}{" "}
                <span class="small muted">({t.periodBy[list.periodBy ?? "rows"]})</span>
              </>
            )}
          </dd>
        </dl>
        {list.dated === undefined ? null : (
          <p class="small muted">
            <Said f={f} text={t.saidBy(list.dated.by, moment(f, list.dated.at))} />
          </p>
        )}
        {failed?.why === "somebody-first" ? <Message kind="warn" what={t.faults[failed.why]} /> : null}
        {!may ? null : undated || failed !== null ? (
          <DateForm {...props} />
        ) : (
          <details class="fold">
            <summary>{t.mend}</summary>
            <DateForm {...props} />
          </details>
        )}
      </div>
    </Section>
  );
};

const DateForm = ({ f, view: { entry, list }, failed, typed, token }: Props) => {
  const t = f.t.lists.dates;
  // a guess is not put into the mouth of who signs
  const said = list.periodBy === "title" || list.periodBy === "person";
  const day = (value: string | null | undefined): string => (value ? f.date(value) : "");
  const value = (name: string, stands: string): string => (failed === null ? stands : (typed.get(name) ?? ""));
  const fault = (name: DateFailed["field"]): string | null =>
    failed !== null && failed.field === name && failed.why !== "somebody-first" ? t.faults[failed.why] : null;
  return (
    <form class="list-dates" method="post" action={f.href(`/reports/lists/${entry.id}/dates`)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="seen" value={datedMark(list)} />
      <Field
        name="symbol"
        label={t.symbol}
        help={t.symbolHelp}
        value={value("symbol", list.decision?.symbol ?? "")}
        fault={fault("symbol")}
      />
      <Field
        name="day"
        label={t.day}
        help={t.dayHelp}
        value={value("day", day(list.decision?.issuedOn))}
        fault={fault("day")}
      />
      <Field
        name="from"
        label={t.from}
        help={t.periodHelp}
        value={value("from", said ? day(list.from) : "")}
        fault={fault("from")}
      />
      <Field name="to" label={t.to} value={value("to", said ? day(list.to) : "")} fault={fault("to")} />
      <p>
        <button class="btn btn--go" type="submit">
          {t.save}
        </button>
      </p>
    </form>
  );
};
