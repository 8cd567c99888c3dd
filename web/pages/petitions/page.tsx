import { PETITION_STATES, type Petition } from "../../../src/domain/petition.ts";
import type { PetitionValues } from "../../../src/use-cases/record-petition.ts";
import type { PetitionsAsked, PetitionsView } from "../../../src/use-cases/view-petitions.ts";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Choice } from "../handling-one/form.tsx";

/** Letters that have come in, by what became of them. */
export const PetitionsPage = ({
  f,
  view,
  asked,
  mayWrite,
}: {
  f: Frame;
  view: PetitionsView;
  asked: PetitionsAsked;
  mayWrite: boolean;
}) => {
  const t = f.t.petitions;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          mayWrite ? (
            <a class="btn btn--go" href={f.href("/petitions/new")}>
              {t.add}
            </a>
          ) : null
        }
      >
        {t.lead}
      </PageHead>
      <div class="flow">
        {view.untold === 0 ? null : <Message kind="warn" what={t.untold(view.untold)} />}
        <nav class="tabs" aria-label={t.state}>
          <a
            href={f.href("/petitions")}
            aria-current={asked.state === null && asked.kind === null ? "page" : undefined}
          >
            {t.all} <span class="n">{f.t.n(view.all)}</span>
          </a>
          {PETITION_STATES.map((state) => (
            <a href={f.href("/petitions", { state })} aria-current={asked.state === state ? "page" : undefined}>
              {t.states[state]} <span class="n">{f.t.n(view.states[state])}</span>
            </a>
          ))}
          {(["review", "inspection"] as const).map((kind) => (
            <a href={f.href("/petitions", { kind })} aria-current={asked.kind === kind ? "page" : undefined}>
              {t.kinds[kind]} <span class="n">{f.t.n(view.kinds[kind])}</span>
            </a>
          ))}
        </nav>
        {view.rows.length === 0 ? (
          <Blank title={t.none}>{t.noneWhy}</Blank>
        ) : (
          <Table
            caption={t.title}
            columns={[
              { head: t.from },
              { head: t.receivedOn },
              { head: t.works },
              { head: t.state },
              { head: t.toldOn },
            ]}
          >
            {view.rows.map((petition) => (
              <Line f={f} view={view} petition={petition} />
            ))}
          </Table>
        )}
      </div>
    </>
  );
};

/** Letters are cut in the list. */
const LONG_TEXT = 160;

const Line = ({ f, view, petition }: { f: Frame; view: PetitionsView; petition: Petition }) => {
  const t = f.t.petitions;
  const { body } = petition;
  const text = body.text.length > LONG_TEXT ? `${body.text.slice(0, LONG_TEXT).trimEnd()} …` : body.text;
  return (
    <Row>
      <NameCell>
        <a href={f.href(`/petitions/${petition.id}`)} data-row>
          {body.from}
        </a>
        <div class="small muted hl-title">
          <Said f={f} text={text} />
        </div>
      </NameCell>
      <Cell label={t.receivedOn}>
        <Day f={f} day={petition.receivedOn} />
      </Cell>
      <Cell label={t.works}>
        {body.works.map((id) => {
          const work = view.works.get(id);
          return work === undefined ? null : <div>{words(shortName(f, work))}</div>;
        })}
      </Cell>
      <Cell label={t.state}>
        {t.states[petition.state]}
        <small class="muted"> {t.kinds[body.kind]}</small>
      </Cell>
      <Cell label={t.toldOn}>
        {body.toldOn === null ? <span class="hl-gap">{t.notTold}</span> : <Day f={f} day={body.toldOn} />}
      </Cell>
    </Row>
  );
};

export interface Attempt {
  readonly values: PetitionValues;
  readonly faults: Readonly<Record<string, keyof Frame["t"]["petitions"]["fault"]>>;
}

/** A letter as it is entered. */
export const PetitionNewPage = ({ f, attempt, token }: { f: Frame; attempt: Attempt | null; token: string }) => {
  const t = f.t.petitions;
  const at = (name: string, usual = ""): string => attempt?.values[name] ?? usual;
  const wrong = (name: string): string | null => {
    const fault = attempt?.faults[name];
    return fault === undefined ? null : t.fault[fault];
  };
  return (
    <>
      <PageHead title={t.add}>{t.lead}</PageHead>
      <div class="flow">
        {attempt === null ? null : (
          <Message kind="fault" what={t.faults}>
            {t.faultsWhy}
          </Message>
        )}
        <form class="flow hl-narrow" method="post" action={f.href("/petitions/new")}>
          <input type="hidden" name="token" value={token} />
          <Choice
            name="kind"
            label={t.kind}
            value={at("kind", "review")}
            choices={(["review", "inspection"] as const).map((kind) => [kind, t.kinds[kind]] as const)}
          />
          <Field name="from" label={t.from} value={at("from")} fault={wrong("from")} />
          <Field name="contact" label={t.contact} value={at("contact")} />
          <Field name="letter" label={t.letter} value={at("letter")} />
          <Field
            name="receivedOn"
            label={t.receivedOn}
            help={t.dayHelp}
            value={at("receivedOn", f.date(f.today))}
            fault={wrong("receivedOn")}
          />
          <Field name="text" label={t.text} help={t.textHelp} value={at("text")} fault={wrong("text")} long />
          <button class="btn btn--go" type="submit">
            {t.record}
          </button>
        </form>
      </div>
    </>
  );
};
