import { INSPECTION_KINDS, INSPECTION_STATES, type InspectionState } from "../../../src/domain/petition.ts";
import type { InspectionRow, InspectionsView } from "../../../src/use-cases/view-inspections.ts";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Choice } from "../handling-one/form.tsx";

export const InspectionsPage = ({
  f,
  view,
  state,
  mayWrite,
}: {
  f: Frame;
  view: InspectionsView;
  state: InspectionState | null;
  mayWrite: boolean;
}) => {
  const t = f.t.inspections;
  const all = INSPECTION_STATES.reduce((n, one) => n + view.counts[one], 0);
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          mayWrite ? (
            <a class="btn btn--go" href={f.href("/inspections/new")}>
              {t.open}
            </a>
          ) : null
        }
      >
        {t.lead}
      </PageHead>
      <div class="flow">
        {view.over === 0 ? null : <Message kind="warn" what={t.over(view.over)} />}
        <nav class="tabs" aria-label={t.state}>
          <a href={f.href("/inspections")} aria-current={state === null ? "page" : undefined}>
            {t.all} <span class="n">{f.t.n(all)}</span>
          </a>
          {INSPECTION_STATES.map((one) => (
            <a href={f.href("/inspections", { state: one })} aria-current={state === one ? "page" : undefined}>
              {t.states[one]} <span class="n">{f.t.n(view.counts[one])}</span>
            </a>
          ))}
        </nav>
        {view.rows.length === 0 ? (
          <Blank title={t.none}>{t.noneWhy}</Blank>
        ) : (
          <Table
            caption={t.title}
            columns={[{ head: t.work }, { head: t.kind }, { head: t.nextClock }, { head: t.state }]}
          >
            {view.rows.map((row) => (
              <Line f={f} row={row} />
            ))}
          </Table>
        )}
      </div>
    </>
  );
};

const Line = ({ f, row: { inspection, work, next } }: { f: Frame; row: InspectionRow }) => {
  const t = f.t.inspections;
  return (
    <Row>
      <NameCell>
        <a href={f.href(`/inspections/${inspection.id}`)} data-row>
          {work === null ? inspection.work : words(shortName(f, work))}
        </a>
        <div class="small muted hl-title">
          <Said f={f} text={inspection.body.unlawful || inspection.body.ground} />
        </div>
      </NameCell>
      <Cell label={t.kind}>{t.kinds[inspection.body.kind]}</Cell>
      <Cell label={t.nextClock}>
        {next === null ? (
          <span class="muted">{t.noClock}</span>
        ) : (
          <>
            <Day f={f} day={next.workable ?? next.due} /> {t.clock[next.name]}
            {next.state === "over" ? <b class="hl-late">{t.clockStates.over}</b> : null}
          </>
        )}
      </Cell>
      <Cell label={t.state}>{t.states[inspection.state]}</Cell>
    </Row>
  );
};

export interface InspectionAttempt {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, keyof Frame["t"]["inspections"]["fault"]>>;
}

/** An inspection to be opened: which document, on what ground, by which way. */
export const InspectionNewPage = ({
  f,
  attempt,
  given,
  token,
}: {
  f: Frame;
  attempt: InspectionAttempt | null;
  /** What the page that led here knows already. */
  given: Readonly<Record<string, string>>;
  token: string;
}) => {
  const t = f.t.inspections;
  const at = (name: string, usual = ""): string => attempt?.values[name] ?? given[name] ?? usual;
  const wrong = (name: string): string | null => {
    const fault = attempt?.faults[name];
    return fault === undefined ? null : t.fault[fault];
  };
  return (
    <>
      <PageHead title={t.open}>{t.openLead}</PageHead>
      <div class="flow">
        {attempt === null ? null : (
          <Message kind="fault" what={t.faults}>
            {t.faultsWhy}
          </Message>
        )}
        <form class="flow hl-narrow" method="post" action={f.href("/inspections/new")}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="petition" value={at("petition")} />
          <input type="hidden" name="findings" value={at("findings")} />
          <Field name="work" label={t.work} help={t.workHelp} value={at("work")} fault={wrong("work")} />
          <Choice
            name="kind"
            label={t.kind}
            value={at("kind", "competence")}
            choices={INSPECTION_KINDS.map((kind) => [kind, t.kinds[kind]] as const)}
          />
          <label class="check">
            <input type="checkbox" name="shortened" value="yes" checked={at("shortened") === "yes"} />
            <span>{t.shortened}</span>
          </label>
          <Field name="ground" label={t.ground} help={t.groundHelp} value={at("ground")} fault={wrong("ground")} />
          <Field name="unlawful" label={t.unlawful} help={t.unlawfulHelp} value={at("unlawful")} long />
          <Field
            name="openedOn"
            label={t.openedOn}
            help={f.t.petitions.dayHelp}
            value={at("openedOn", f.date(f.today))}
            fault={wrong("openedOn")}
          />
          <Field name="number" label={t.number} value={at("number")} />
          <button class="btn btn--go" type="submit">
            {t.open}
          </button>
        </form>
      </div>
    </>
  );
};
