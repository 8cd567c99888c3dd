import type { Child } from "hono/jsx";
import type { LegalDate } from "../../../src/domain/legal-date.ts";
import type { ScopeView } from "../../../src/use-cases/batch-scope.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Status } from "../../components/status.tsx";
import { FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { choiceName, type NewBatchFault, type Source } from "./source.ts";

/** Documents shown before the batch is made; all of them are in its list afterwards. */
const SHOWN = 50;

export interface BatchFields {
  readonly name: string;
  readonly purpose: string;
  readonly order: string;
  readonly lead: string;
  readonly due: string;
}

/** The ways to a list of documents. */
export const ChoosePage = ({
  f,
  token,
  period,
  campaign,
}: {
  f: Frame;
  token: string;
  period: { readonly from: LegalDate; readonly cutOff: LegalDate } | null;
  campaign: LegalDate | null;
}) => {
  const t = f.t.batches.make;
  const way = (href: string, title: string, why: string): Child => (
    <li>
      <a href={href} data-row>
        {title}
      </a>
      <div class="small muted">{why}</div>
    </li>
  );
  return (
    <>
      <PageHead title={t.title}>{t.whereLead}</PageHead>
      <div class="flow">
        <Section id="h-where" title={t.where}>
          <ul class="rel">
            {way(f.href("/documents"), t.byFilter, t.byFilterWhy)}
            {way(f.href("/impact"), t.byImpact, t.byImpactWhy)}
            {campaign === null
              ? null
              : way(f.href("/batches/new", { scope: "campaign" }), t.byCampaign, t.byCampaignWhy(f.date(campaign)))}
            {period === null
              ? null
              : way(
                  f.href("/batches/new", { scope: "systematisation" }),
                  t.bySystem(period.from.slice(0, 4), period.cutOff.slice(0, 4)),
                  t.bySystemWhy(f.date(period.cutOff)),
                )}
          </ul>
        </Section>
        <Section id="h-list" title={t.byList} aside={<p>{t.byListWhy}</p>}>
          <form class="flow-s paste" method="post" action={f.href("/batches")}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="do" value="look" />
            <Field name="list" label={t.list} help={t.listHelp} long required />
            <button class="btn btn--go" type="submit">
              {t.look}
            </button>
          </form>
        </Section>
      </div>
    </>
  );
};

/** What would be in the batch, what could not be told, and the form that makes it. */
export const NewBatchPage = (props: {
  f: Frame;
  token: string;
  source: Source;
  view: ScopeView;
  fields: BatchFields;
  fault: NewBatchFault | null;
  units: readonly string[];
}) => {
  const { f, token, source, view, fault } = props;
  const t = f.t.batches;
  const n = view.candidates.length;
  return (
    <>
      <PageHead title={t.make.title}>
        <b>{t.make.found(n)}.</b>
      </PageHead>
      <div class="flow">
        {fault === null ? null : (
          <Message kind="fault" what={t.faults[fault]}>
            {t.faultTodo[fault]}
          </Message>
        )}
        {view.left === 0 ? null : <Message kind="warn" what={t.make.left(view.left)} />}
        {n + view.several.length + view.unfound.length === 0 ? (
          <Blank
            title={t.make.nothing}
            act={
              <a class="btn" href={f.href("/batches/new")}>
                {t.make.where}
              </a>
            }
          >
            {t.make.nothingWhy}
          </Blank>
        ) : (
          <form class="flow" method="post" action={f.href("/batches")}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="address" value={source.address ?? ""} />
            <input type="hidden" name="works" value={source.works} />
            <textarea name="list" hidden>
              {source.list}
            </textarea>
            {[...source.chosen].map(([line, id]) => (
              <input type="hidden" name={choiceName(line)} value={id} />
            ))}
            <Several f={f} view={view} />
            {view.several.length > 0 ? (
              <button class="btn" type="submit" name="do" value="look">
                {t.make.again}
              </button>
            ) : null}
            <About {...props} />
            <div class="acts acts--left">
              <button class="btn btn--go" type="submit" name="do" value="make">
                {t.make.go(n)}
              </button>
            </div>
          </form>
        )}
        <Unfound f={f} lines={view.unfound} />
        <Candidates f={f} view={view} />
      </div>
    </>
  );
};

const About = ({ f, fields, fault, units }: Parameters<typeof NewBatchPage>[0]) => {
  const t = f.t.batches;
  const nameFault = fault === "name-missing" || fault === "name-taken" ? t.faults[fault] : null;
  return (
    <Section id="h-about" title={t.make.about}>
      <div class="sheet-end">
        <Field name="name" label={t.name} value={fields.name} fault={nameFault} />
        <Field name="purpose" label={t.purpose} value={fields.purpose} long />
        <Field name="order" label={t.order} help={t.orderHelp} value={fields.order} />
        <div class="rowx rowx--end">
          <FieldFrame id="lead" label={t.lead_}>
            <input class="input" id="lead" name="lead" list="lead-units" value={fields.lead} autocomplete="off" />
          </FieldFrame>
          <Field
            name="due"
            label={t.due}
            help={t.dueHelp}
            value={fields.due}
            fault={fault === "bad-due" ? t.faults["bad-due"] : null}
          />
        </div>
        <datalist id="lead-units">
          {units.map((unit) => (
            <option value={unit} />
          ))}
        </datalist>
      </div>
    </Section>
  );
};

/** A number that several documents bear: a symbol is no identity, so a person says which is meant. */
const Several = ({ f, view: { several } }: { f: Frame; view: ScopeView }) => {
  const t = f.t.batches.make;
  if (several.length === 0) return null;
  return (
    <Section id="h-several" title={t.several(several.length)}>
      {several.map(({ line, candidates }) => (
        <fieldset class="field several">
          <legend class="legend">{words(line)}</legend>
          {candidates.map((work) => (
            <label class="check">
              <input type="radio" name={choiceName(line)} value={work.id} />{" "}
              <span>
                <FullName f={f} work={work} />
                {work.title === null ? null : (
                  <span class="small muted">
                    {" "}
                    <Said f={f} text={work.title} />
                  </span>
                )}
              </span>
            </label>
          ))}
          <label class="check">
            <input type="radio" name={choiceName(line)} value="none" /> {t.noneOfThem}
          </label>
        </fieldset>
      ))}
    </Section>
  );
};

export const Unfound = ({ f, lines }: { f: Frame; lines: readonly string[] }) => {
  const t = f.t.batches.make;
  if (lines.length === 0) return null;
  return (
    <Section id="h-unfound" title={t.unfound(lines.length)} aside={<p>{t.unfoundWhy}</p>}>
      <ul class="rel small unfound">
        {lines.map((line) => (
          <li>{words(line)}</li>
        ))}
      </ul>
    </Section>
  );
};

const Candidates = ({ f, view: { candidates } }: { f: Frame; view: ScopeView }) => {
  const t = f.t.batches;
  if (candidates.length === 0) return null;
  return (
    <Section id="h-candidates" title={t.items} aside={candidates.length > SHOWN ? <p>{t.make.shown(SHOWN)}</p> : null}>
      <ul class="rel small">
        {candidates.slice(0, SHOWN).map(({ work, status, why }) => (
          <li>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>{" "}
            {status === null ? null : <Status f={f} status={status} known={work.known} />}
            {work.title === null ? null : (
              <div>
                <Said f={f} text={work.title} />
              </div>
            )}
            <div class="muted">
              <Said f={f} text={why} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
