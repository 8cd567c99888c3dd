import { type BulkHandlings, MOST_AT_ONCE, NO_DAY } from "../../../src/use-cases/bulk-handlings.ts";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { nameOf } from "../handling/rows.tsx";

interface Props {
  readonly f: Frame;
  readonly plan: BulkHandlings;
  readonly values: { readonly unit: string; readonly due: string };
  readonly units: readonly string[];
  readonly token: string;
}

/** What many rows are to become, shown row by row before it is done. */
export const HandlingBulkPage = (props: Props) => {
  const { f, plan } = props;
  const t = f.t.handling.bulk;
  return (
    <>
      <PageHead title={t.title}>{t.lead2}</PageHead>
      {plan.rows.length === 0 ? (
        <Blank
          title={t.nothing}
          act={
            <a class="btn" href={f.href("/handling")}>
              {f.t.handling.back}
            </a>
          }
        >
          {t.nothingWhy}
        </Blank>
      ) : (
        <div class="flow">
          {plan.left === 0 ? null : <Message kind="warn" what={t.left(MOST_AT_ONCE, plan.left)} />}
          <ValuesForm {...props} />
          <Preview {...props} />
        </div>
      )}
    </>
  );
};

const ValuesForm = ({ f, plan, values, units }: Props) => {
  const t = f.t.handling;
  const noDay = values.due === NO_DAY;
  return (
    <form class="flow hl-narrow" action="/handling/bulk" method="get">
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      {plan.rows.map(({ handling }) => (
        <input type="hidden" name="pick" value={handling.id} />
      ))}
      <div class="field">
        <label for="unit">{t.fields.unit}</label>
        <input class="input" id="unit" name="unit" value={values.unit} list="units" autocomplete="off" />
        <datalist id="units">
          {units.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      </div>
      <Field
        name="due"
        label={t.fields.due}
        help={t.fields.dueHelp}
        value={noDay ? "" : values.due}
        fault={plan.badDay ? t.fault["bad-day"] : null}
      />
      <label class="check">
        <input type="checkbox" name="clear" value={NO_DAY} checked={noDay} />
        <span>{t.bulk.noDue}</span>
      </label>
      <button class="btn btn--go" type="submit">
        {t.bulk.preview}
      </button>
    </form>
  );
};

const Preview = ({ f, plan, values, token }: Props) => {
  const t = f.t.handling;
  const changing = plan.rows.filter((row) => row.what !== "");
  return (
    <Section id="h-will" title={t.bulk.will(changing.length)}>
      <Table caption={t.bulk.will(changing.length)} columns={[{ head: t.document }, { head: t.bulk.change }]}>
        {plan.rows.map((row) => (
          <Row>
            <NameCell>
              <a href={f.href(`/handling/${row.handling.id}`)}>{words(nameOf(f, row))}</a>
            </NameCell>
            <Cell label={t.bulk.change}>
              {row.what === "" ? <span class="muted">{t.bulk.same}</span> : <Said f={f} text={row.what} />}
            </Cell>
          </Row>
        ))}
      </Table>
      {changing.length === 0 ? null : (
        <form class="after" method="post" action={f.href("/handling/bulk")}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="unit" value={values.unit} />
          <input type="hidden" name="due" value={values.due} />
          <input
            type="hidden"
            name="rows"
            value={changing.map(({ handling }) => `${handling.id}:${handling.version}`).join(" ")}
          />
          <button class="btn btn--go" type="submit">
            {t.bulk.apply(changing.length)}
          </button>
        </form>
      )}
    </Section>
  );
};
