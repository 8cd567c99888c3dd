import { HANDLING_FORM_NAMES } from "../../../src/domain/handling-form.ts";
import { isStanding } from "../../../src/domain/review-sheet.ts";
import type { SheetWriting } from "../../../src/use-cases/write-sheet.ts";
import type { SheetView } from "../../../src/use-cases/view-sheet.ts";
import { Attachments, type AttachmentsProps } from "../../components/attachments.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { SheetHistory } from "../../components/sheet-history.tsx";
import { SheetState } from "../../components/sheet-state.tsx";
import { Status } from "../../components/status.tsx";
import { FullName, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { SheetActs } from "./acts.tsx";
import { Opinions } from "./opinions.tsx";
import { Proposal } from "./proposal.tsx";
import { SheetForm } from "./form.tsx";

export type SheetFault = keyof Frame["t"]["sheets"]["faults"];
export type SheetNotice =
  | "opened"
  | "saved"
  | "proposed"
  | "takenBack"
  | "concluded"
  | "returned"
  | "reopened"
  | "voided";
export type ConsultNotice = "asked" | "answered" | "withdrawn";

/** What whoever looks may do with the sheet as it stands. */
export interface SheetRights {
  readonly write: boolean;
  readonly conclude: boolean;
  /** May conclude in general, only not what they proposed themselves. */
  readonly concludeOthers: boolean;
  readonly takeBack: boolean;
  /** Ids of questions this person's unit may answer. */
  readonly answer: ReadonlySet<string>;
}

export interface SheetPageProps {
  readonly f: Frame;
  readonly view: SheetView;
  readonly token: string;
  readonly rights: SheetRights;
  readonly fault: SheetFault | null;
  /** The form that came back: its id and what was typed. */
  readonly typed: {
    readonly at: string;
    readonly fields: ReadonlyMap<string, string>;
    readonly writing: SheetWriting | null;
  };
  readonly notice: { readonly sheet: SheetNotice | null; readonly consult: ConsultNotice | null };
  /** Numbers typed as grounds that name no one document. */
  readonly unknownGrounds: string;
  readonly alone: boolean;
  readonly files: AttachmentsProps;
  /** Files beside each question, by its id. */
  readonly filesOf: ReadonlyMap<string, AttachmentsProps>;
}

/** Phiếu rà soát: what the index knows beside what people write, the machine's proposal, the opinions, the conclusion. */
export const SheetPage = (props: SheetPageProps) => {
  const { f, view, fault, notice, unknownGrounds } = props;
  const t = f.t.sheets;
  const { sheet, work } = view;
  return (
    <>
      <PageHead
        title={
          <>
            {t.one} {words(shortName(f, work))}
          </>
        }
        acts={
          <a class="btn" href={f.href(`/sheets/${sheet.id}/docx`)} download>
            {t.docx}
          </a>
        }
      >
        <a href={f.href(`/documents/${work.id}`, { tab: "review" })}>
          <FullName f={f} work={work} />
        </a>
        {work.title === null ? null : (
          <>
            {": "}
            <Said f={f} text={work.title} />
          </>
        )}
      </PageHead>
      <div class="sheet-page flow">
        <Where f={f} view={view} />
        {notice.sheet === null ? null : <Message kind="ok" what={t[notice.sheet]} />}
        {notice.consult === null ? null : <Message kind="ok" what={t.consult[notice.consult]} />}
        {unknownGrounds === "" ? null : <Message kind="warn" what={t.groundUnknown(unknownGrounds)} />}
        {fault === null ? null : <Fault {...props} fault={fault} />}
        <Proposal f={f} view={view} />
        <SheetForm {...props} />
        <SheetActs {...props} />
        <Opinions {...props} />
        <Attachments {...props.files} />
        <Earlier f={f} view={view} />
        <SheetHistory f={f} title={t.history} entries={view.history} />
      </div>
    </>
  );
};

/** Its state, who is on it, where it belongs, how the document stands. */
const Where = ({ f, view }: { f: Frame; view: SheetView }) => {
  const t = f.t.sheets;
  const { sheet, batch, work, period, handling } = view;
  const unit = view.units.find((one) => one.id === sheet.unit);
  const { proposedBy, concludedBy, stateReason } = sheet.body;
  return (
    <dl class="sheet-facts">
      <div>
        <dt>{t.state}</dt>
        <dd>
          <SheetState f={f} state={sheet.state} />{" "}
          {stateReason === null ? null : (
            <span>
              {t.stateReason}: <Said f={f} text={stateReason} />
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.aspects.effect}</dt>
        <dd>
          <Status f={f} status={period?.status ?? "unknown"} known={work.known} />
        </dd>
      </div>
      <div>
        <dt>{t.reviewer}</dt>
        <dd>
          {sheet.body.reviewer}
          {unit === undefined ? null : `, ${unit.name}`}
        </dd>
      </div>
      {proposedBy === null ? null : (
        <div>
          <dt>{t.proposedBy}</dt>
          <dd>{t.by(proposedBy.signature, moment(f, proposedBy.at))}</dd>
        </div>
      )}
      {concludedBy === null ? null : (
        <div>
          <dt>{t.concludedBy}</dt>
          <dd>
            {t.by(concludedBy.signature, moment(f, concludedBy.at))}
            {sheet.body.agreedAlone ? <div class="small muted">{t.alone}</div> : null}
          </dd>
        </div>
      )}
      {batch === null ? null : (
        <div>
          <dt>{t.batch}</dt>
          <dd>
            <a href={f.href(`/batches/${batch.id}`)}>{batch.body.name}</a>
          </dd>
        </div>
      )}
      {handling === null ? null : (
        <div>
          <dt>{t.handling}</dt>
          <dd>
            <a href={f.href(`/handling/${handling.id}`)}>
              <Said
                f={f}
                text={handling.body.form === null ? handling.body.formText : HANDLING_FORM_NAMES[handling.body.form]}
              />
            </a>
            {handling.due === null ? null : `, ${t.handlingDue(f.date(handling.due))}`}
          </dd>
        </div>
      )}
    </dl>
  );
};

/** Why nothing was stored; when somebody was first, what was typed is kept to be copied. */
const Fault = ({ f, fault, typed }: SheetPageProps & { readonly fault: SheetFault }) => {
  const t = f.t.sheets;
  const written = [...typed.fields].filter(
    ([name, value]) => value.trim() !== "" && !["token", "seen", "do"].includes(name) && !name.startsWith("ground"),
  );
  return (
    <>
      <Message kind="fault" what={t.faults[fault]}>
        {t.faultTodo[fault]}
      </Message>
      {fault !== "changed" || written.length === 0 ? null : (
        <section class="typed" aria-labelledby="h-typed">
          <h2 class="small" id="h-typed">
            {t.typed}
          </h2>
          <ul class="rel small">
            {written.map(([, value]) => (
              <li class="pre">{value}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const Earlier = ({ f, view: { earlier } }: { f: Frame; view: SheetView }) =>
  earlier.length === 0 ? null : (
    <Section id="h-earlier" title={f.t.sheets.earlier(earlier.length)}>
      <ul class="rel">
        {earlier.map((sheet) => (
          <li>
            <a href={f.href(`/sheets/${sheet.id}`)}>{moment(f, sheet.at)}</a> <SheetState f={f} state={sheet.state} />{" "}
            {sheet.body.form === null || isStanding(sheet.state) ? null : (
              <Said f={f} text={HANDLING_FORM_NAMES[sheet.body.form]} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
