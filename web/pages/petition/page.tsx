import { PETITION_STATES } from "../../../src/domain/petition.ts";
import type { PetitionView } from "../../../src/use-cases/view-petitions.ts";
import { Attachments, type AttachmentsProps } from "../../components/attachments.tsx";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Day, FullName, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Choice } from "../handling-one/form.tsx";
import type { Attempt } from "../petitions/page.tsx";
import { ChangeHistory } from "../../components/change-history.tsx";

export interface PetitionProps {
  readonly f: Frame;
  readonly view: PetitionView;
  readonly attempt: Attempt | null;
  readonly stale: boolean;
  /** Null: may only be read. */
  readonly token: string | null;
  readonly files: AttachmentsProps;
  readonly mayInspect: boolean;
  readonly maySheet: boolean;
}

/** One letter: what it says, which documents it names, what became of it. */
export const PetitionPage = (props: PetitionProps) => {
  const { f, view, token, stale, attempt } = props;
  const t = f.t.petitions;
  const { petition } = view;
  const saved = f.query.get("saved");
  return (
    <>
      <PageHead title={petition.body.from}>
        {t.kinds[petition.body.kind]} · {t.states[petition.state]} · {t.receivedOn}{" "}
        <Day f={f} day={petition.receivedOn} />
      </PageHead>
      <div class="flow">
        {stale ? <Message kind="warn" what={t.stale} /> : null}
        {attempt !== null && !stale ? (
          <Message kind="fault" what={t.faults}>
            {t.faultsWhy}
          </Message>
        ) : null}
        {saved === null || attempt !== null ? null : (
          <Message kind="ok" what={saved === "made" ? t.recorded : saved === "same" ? t.same : t.saved} />
        )}
        <div class="cols cols--main">
          <div class="stack">
            <Letter f={f} view={view} />
            <Works {...props} />
            {token === null ? null : (
              <Section id="process" title={t.process}>
                <Process {...props} token={token} />
              </Section>
            )}
          </div>
          <div class="stack">
            {view.inspections.length === 0 ? null : (
              <Section id="inspections" title={t.inspections}>
                <ul class="rel">
                  {view.inspections.map((one) => (
                    <li>
                      <a href={f.href(`/inspections/${one.id}`)}>{f.t.inspections.kinds[one.body.kind]}</a>{" "}
                      <span class="muted">{f.t.inspections.states[one.state]}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Attachments {...props.files} />
            <History f={f} view={view} />
          </div>
        </div>
      </div>
    </>
  );
};

const Letter = ({ f, view: { petition } }: Pick<PetitionProps, "f" | "view">) => {
  const t = f.t.petitions;
  const { body } = petition;
  const rows: readonly (readonly [string, string | null])[] = [
    [t.letter, body.letter || null],
    [t.contact, body.contact || null],
    [t.toldOn, body.toldOn === null ? t.notTold : f.date(body.toldOn)],
    [t.passedTo, body.passedTo],
    [t.passedOn, body.passedOn === null ? null : f.date(body.passedOn)],
    [t.answer, body.answer],
    [t.answeredOn, body.answeredOn === null ? null : f.date(body.answeredOn)],
  ];
  return (
    <>
      <blockquote class="tr-cell" lang={f.lang === "vi" ? undefined : "vi"}>
        {body.text}
      </blockquote>
      <dl class="hl-facts">
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div>
              <dt>{label}</dt>
              <dd>
                <Said f={f} text={value} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
};

/** Each document with what can be begun about it: a review sheet, an inspection. */
const Works = ({ f, view, token, mayInspect, maySheet }: PetitionProps) => {
  const t = f.t.petitions;
  const { petition, works } = view;
  return (
    <Section id="works" title={t.works}>
      {works.length === 0 ? <p class="muted">{t.noWorks}</p> : null}
      <ul class="rel">
        {works.map((work) => (
          <li>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>
            <div class="rowx small">
              {maySheet && token !== null ? (
                <form class="inline" method="post" action={f.href("/sheets")}>
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="work" value={work.id} />
                  <button class="btn btn--s" type="submit">
                    {t.review}
                    <span class="sr">: {work.symbol ?? work.title}</span>
                  </button>
                </form>
              ) : null}
              {mayInspect ? (
                <a class="btn btn--s" href={f.href("/inspections/new", { work: work.id, petition: petition.id })}>
                  {t.inspect}
                  <span class="sr">: {work.symbol ?? work.title}</span>
                </a>
              ) : null}
              {token === null ? null : (
                <form class="inline" method="post" action={f.href(`/petitions/${petition.id}`)}>
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="version" value={String(petition.version)} />
                  <input type="hidden" name="dropWork" value={work.id} />
                  <button class="btn btn--s btn--quiet" type="submit">
                    {t.dropWork}
                    <span class="sr">: {work.symbol ?? work.title}</span>
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {works.length > 0 && f.grants("batch:manage") ? (
        <p class="after">
          <a class="btn btn--s" href={f.href("/batches/new", { picked: "yes", work: works.map(({ id }) => id) })}>
            {t.toBatch}
          </a>
        </p>
      ) : null}
      {petition.body.unfound.length === 0 ? null : (
        <p class="small">
          <b>{t.unfound}:</b> <Said f={f} text={petition.body.unfound.join("; ")} />
        </p>
      )}
    </Section>
  );
};

const Process = ({ f, view, attempt, token }: PetitionProps & { token: string }) => {
  const t = f.t.petitions;
  const { petition } = view;
  const { body } = petition;
  const day = (value: string | null): string => (value === null ? "" : f.date(value));
  const at = (name: string, stored: string): string => attempt?.values[name] ?? stored;
  const wrong = (name: string): string | null => {
    const fault = attempt?.faults[name];
    return fault === undefined ? null : t.fault[fault];
  };
  return (
    <form class="flow hl-form" method="post" action={f.href(`/petitions/${petition.id}`)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={String(petition.version)} />
      <div class="hl-grid">
        <Choice
          name="state"
          label={t.state}
          value={at("state", petition.state)}
          choices={PETITION_STATES.map((state) => [state, t.states[state]] as const)}
        />
        <Field
          name="toldOn"
          label={t.toldOn}
          help={t.toldHelp}
          value={at("toldOn", day(body.toldOn))}
          fault={wrong("toldOn")}
        />
        <Field
          name="passedTo"
          label={t.passedTo}
          value={at("passedTo", body.passedTo ?? "")}
          fault={wrong("passedTo")}
        />
        <Field
          name="passedOn"
          label={t.passedOn}
          value={at("passedOn", day(body.passedOn))}
          fault={wrong("passedOn")}
        />
      </div>
      <Field name="answer" label={t.answer} value={at("answer", body.answer ?? "")} fault={wrong("answer")} long />
      <div class="hl-grid">
        <Field
          name="answeredOn"
          label={t.answeredOn}
          value={at("answeredOn", day(body.answeredOn))}
          fault={wrong("answeredOn")}
        />
        <Field
          name="addWork"
          label={t.addWork}
          help={t.addWorkHelp}
          value={at("addWork", "")}
          fault={wrong("addWork")}
        />
      </div>
      <button class="btn btn--go" type="submit">
        {t.save}
      </button>
    </form>
  );
};

const History = ({ f, view: { petition } }: Pick<PetitionProps, "f" | "view">) => {
  const t = f.t.petitions;
  return (
    <Section id="history" title={t.history}>
      <p class="small muted">
        {moment(f, petition.at)}, {petition.body.by}
      </p>
      <ChangeHistory f={f} history={petition.body.history} none={t.noHistory} />
    </Section>
  );
};
