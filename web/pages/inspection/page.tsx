import type { InspectionClock } from "../../../src/domain/inspection-clocks.ts";
import { INSPECTION_EVENTS } from "../../../src/domain/petition.ts";
import type { InspectionView } from "../../../src/use-cases/view-inspections.ts";
import { Attachments, type AttachmentsProps } from "../../components/attachments.tsx";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, FullName, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Choice } from "../handling-one/form.tsx";
import type { InspectionAttempt } from "../inspections/page.tsx";

export interface InspectionProps {
  readonly f: Frame;
  readonly view: InspectionView;
  readonly attempt: InspectionAttempt | null;
  readonly stale: boolean;
  readonly token: string | null;
  readonly files: AttachmentsProps;
  readonly maySheet: boolean;
}

/** One inspection: what looks unlawful, what has happened, which days run. */
export const InspectionPage = (props: InspectionProps) => {
  const { f, view, attempt, stale, token } = props;
  const t = f.t.inspections;
  const { inspection, work } = view;
  const saved = f.query.get("saved");
  return (
    <>
      <PageHead title={work === null ? inspection.work : words(shortName(f, work))}>
        {t.kinds[inspection.body.kind]} · {t.states[inspection.state]}
      </PageHead>
      <div class="flow">
        {stale ? <Message kind="warn" what={t.stale} /> : null}
        {attempt !== null && !stale ? (
          <Message kind="fault" what={t.faults}>
            {t.faultsWhy}
          </Message>
        ) : null}
        {saved === null || attempt !== null ? null : (
          <Message kind="ok" what={saved === "opened" ? t.opened : t.saved} />
        )}
        <About {...props} />
        <Clocks f={f} view={view} />
        <div class="cols cols--main">
          <div class="stack">
            <Events f={f} view={view} />
            {token === null ? null : (
              <Section id="add" title={t.add}>
                <AddEvent {...props} token={token} />
              </Section>
            )}
          </div>
          <div class="stack">
            <Attachments {...props.files} />
          </div>
        </div>
      </div>
    </>
  );
};

const About = ({ f, view, token, maySheet }: InspectionProps) => {
  const t = f.t.inspections;
  const { inspection, work, petition, findings } = view;
  return (
    <dl class="hl-facts">
      {work === null ? null : (
        <div>
          <dt>{t.work}</dt>
          <dd>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{t.ground}</dt>
        <dd>
          <Said f={f} text={inspection.body.ground} />
          {petition === null ? null : (
            <>
              {". "}
              <a href={f.href(`/petitions/${petition.id}`)}>
                {t.fromPetition}: {petition.body.from}
              </a>
            </>
          )}
        </dd>
      </div>
      {inspection.body.unlawful === "" ? null : (
        <div>
          <dt>{t.unlawful}</dt>
          <dd class="tr-cell">
            <Said f={f} text={inspection.body.unlawful} />
          </dd>
        </div>
      )}
      {findings.length === 0 ? null : (
        <div>
          <dt>{t.findings}</dt>
          <dd>
            {findings.map((finding) => (
              <div>
                <a href={f.href(`/findings/${finding.key}`)}>
                  {finding.code}. <Said f={f} text={finding.message} />
                </a>
              </div>
            ))}
          </dd>
        </div>
      )}
      {inspection.body.events.some((one) => one.event === "sent-to-review") && maySheet && token !== null ? (
        <div>
          <dt>{t.event["sent-to-review"]}</dt>
          <dd>
            <form class="inline" method="post" action={f.href("/sheets")}>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="work" value={inspection.work} />
              <button class="btn btn--s" type="submit">
                {t.review}
              </button>
            </form>
          </dd>
        </div>
      ) : null}
    </dl>
  );
};

/** Every day that runs or ran, with the article that sets it. */
const Clocks = ({ f, view }: Pick<InspectionProps, "f" | "view">) => {
  const t = f.t.inspections;
  return (
    <Section id="clocks" title={t.clocks} aside={<p>{t.clocksWhy}</p>}>
      {view.clocks.length === 0 ? (
        <p class="muted">{t.noClock}</p>
      ) : (
        <Table
          caption={t.clocks}
          columns={[
            { head: t.clocks },
            { head: t.from },
            { head: t.length },
            { head: t.due },
            { head: t.state },
            { head: t.source },
          ]}
        >
          {view.clocks.map((clock) => (
            <ClockRow f={f} clock={clock} />
          ))}
        </Table>
      )}
      {view.clocks.some(({ due }) => due > view.calendarEnds) ? (
        <p class="small muted">{t.calendarEnds(f.date(view.calendarEnds))}</p>
      ) : null}
    </Section>
  );
};

const ClockRow = ({ f, clock }: { f: Frame; clock: InspectionClock }) => {
  const t = f.t.inspections;
  return (
    <Row>
      <NameCell>{t.clock[clock.name]}</NameCell>
      <Cell label={t.from}>
        <Day f={f} day={clock.from} />
      </Cell>
      <Cell label={t.length}>
        <Said f={f} text={clock.length} />
      </Cell>
      <Cell label={t.due}>
        <Day f={f} day={clock.due} />
        {clock.workable === null ? null : <small class="muted"> {t.workable(f.date(clock.workable))}</small>}
      </Cell>
      <Cell label={t.state}>
        <span class={clock.state === "over" ? "hl-late" : undefined}>{t.clockStates[clock.state]}</span>
        {clock.done === null ? null : <small class="muted"> {f.date(clock.done)}</small>}
      </Cell>
      <Cell label={t.source} class="small">
        <Said f={f} text={clock.source} />
      </Cell>
    </Row>
  );
};

const Events = ({ f, view: { inspection } }: Pick<InspectionProps, "f" | "view">) => {
  const t = f.t.inspections;
  return (
    <Section id="events" title={t.events}>
      <ol class="hl-steps">
        {inspection.body.events.map((one) => (
          <li class="hl-steps__done">
            <b>{t.event[one.event]}</b> <Day f={f} day={one.day} /> {one.number === "" ? null : words(one.number)}
            {one.outcome == null ? null : <b> {t.outcomes[one.outcome]}</b>}
            {one.note === "" ? null : (
              <div class="small">
                <Said f={f} text={one.note} />
              </div>
            )}
            <div class="small muted">{one.by}</div>
          </li>
        ))}
      </ol>
    </Section>
  );
};

const AddEvent = ({ f, view: { inspection }, attempt, token }: InspectionProps & { token: string }) => {
  const t = f.t.inspections;
  const at = (name: string, usual = ""): string => attempt?.values[name] ?? usual;
  const wrong = (name: string): string | null => {
    const fault = attempt?.faults[name];
    return fault === undefined ? null : t.fault[fault];
  };
  const hidden = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={String(inspection.version)} />
    </>
  );
  const action = f.href(`/inspections/${inspection.id}`);
  const self = ["reported"];
  const events = INSPECTION_EVENTS.filter(
    (event) => event !== "opened" && (inspection.body.kind === "self" || !self.includes(event)),
  );
  return (
    <>
      <form class="flow hl-form" method="post" action={action}>
        {hidden}
        {wrong("event") === null ? null : <Message kind="fault" what={wrong("event")} />}
        <div class="hl-grid">
          <Choice
            name="event"
            label={t.events}
            value={at("event")}
            choices={events.map((event) => [event, t.event[event]] as const)}
          />
          <Field name="day" label={t.day} help={f.t.petitions.dayHelp} value={at("day")} fault={wrong("day")} />
          <Field name="number" label={t.number} value={at("number")} />
          <Choice
            name="outcome"
            label={t.outcome}
            value={at("outcome")}
            choices={[
              ["", t.noOutcome],
              ["accepted", t.outcomes.accepted],
              ["refused", t.outcomes.refused],
            ]}
          />
        </div>
        {wrong("outcome") === null ? null : <Message kind="fault" what={`${t.outcome}: ${wrong("outcome")}`} />}
        <Field name="note" label={t.note} value={at("note")} long />
        <button class="btn btn--go" type="submit">
          {t.add}
        </button>
      </form>
      {inspection.body.events.length < 2 ? null : (
        <form class="after" method="post" action={action}>
          {hidden}
          <button class="btn btn--s" type="submit" name="event" value="undo">
            {t.undo}
          </button>
        </form>
      )}
    </>
  );
};
