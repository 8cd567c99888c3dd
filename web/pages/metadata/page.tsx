import { DOCUMENT_TYPES, type DocumentType } from "../../../src/domain/document-type.ts";
import { isLegalDate } from "../../../src/domain/legal-date.ts";
import type { MendableField } from "../../../src/domain/metadata-override.ts";
import type { Work } from "../../../src/domain/work.ts";
import { allSubjects, codesIn, saidFields } from "../../../src/use-cases/fields-of.ts";
import type { FieldView, MetadataView } from "../../../src/use-cases/view-metadata.ts";
import { CheckList } from "../../components/check-list.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Icon } from "../../components/sprite.tsx";
import { FullName, marked, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Says that the boxes of fields were on the form: none ticked is then an answer. */
export const FIELD_BOXES = "fields-shown";

/** A form that was sent and could not be stored. */
export interface Attempt {
  readonly values: Readonly<Partial<Record<MendableField, string>>>;
  readonly faults: Readonly<Partial<Record<MendableField, string>>>;
  /** The document that already has this identity. */
  readonly taken: Work | null;
}

interface Props {
  readonly f: Frame;
  readonly view: MetadataView;
  readonly attempt: Attempt | null;
  readonly token: string;
}

/** What is known of a document beside what the machine read and the words it read it from. */
export const MetadataPage = ({ f, view, attempt, token }: Props) => {
  const t = f.t.metadata;
  const action = `/documents/${view.work.id}/metadata`;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <a class="btn" href={f.href(`/documents/${view.work.id}`)}>
            {t.back}
          </a>
        }
      >
        {t.lead}
      </PageHead>
      <div class="flow mend">
        <Outcome f={f} attempt={attempt} action={action} token={token} />
        <form class="mend__form" method="post" action={action}>
          <input type="hidden" name="token" value={token} />
          {view.fields.map((field) => (
            <Field f={f} field={field} attempt={attempt} />
          ))}
          <button class="btn btn--go" type="submit">
            {t.save}
          </button>
        </form>
      </div>
      {view.files.length < 2 ? null : <Files f={f} view={view} />}
    </>
  );
};

const Outcome = ({ f, attempt, action, token }: Omit<Props, "view"> & { action: string }) => {
  const t = f.t.metadata;
  if (attempt === null) {
    const saved = f.query.get("saved");
    if (saved === "yes")
      return (
        <Message kind="ok" what={t.saved}>
          {t.savedWhy}
        </Message>
      );
    return saved === "same" ? <Message what={t.same} /> : null;
  }
  if (attempt.taken === null)
    return (
      <Message kind="fault" what={t.faults}>
        {t.faultsWhy}
      </Message>
    );
  return (
    <>
      <Message kind="warn" what={t.taken}>
        <a href={f.href(`/documents/${attempt.taken.id}`)}>
          <FullName f={f} work={attempt.taken} />
        </a>
        . {t.takenWhy}
      </Message>
      <form method="post" action={action}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="merge" value="yes" />
        {Object.entries(attempt.values).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="btn btn--stop" type="submit">
          {t.merge}
        </button>
      </form>
    </>
  );
};

/** As an official writes it. */
const shown = (f: Frame, field: MendableField, value: string | null): string => {
  if (value === null) return "";
  if (field === "type") return f.t.type[value as DocumentType] ?? value;
  if (field === "normative") return f.t.metadata.normative[value as "yes"] ?? value;
  if (field === "fields") return saidFields(codesIn(value));
  return isLegalDate(value) ? f.date(value) : value;
};

/** Below this the machine's own doubt is said. */
const SURE_ENOUGH = 0.75;

const Field = ({ f, field, attempt }: { f: Frame; field: FieldView; attempt: Attempt | null }) => {
  const t = f.t.metadata;
  const id = field.field;
  const problem = attempt?.faults[id];
  const help = t.help[id];
  const described = [help && `${id}-help`, problem && `${id}-fault`, `${id}-read`].filter(Boolean).join(" ");
  return (
    <div class="mend__row">
      <div class={problem ? "field field--fault" : "field"}>
        {id === "fields" ? <span class="label">{t.fields[id]}</span> : <label for={id}>{t.fields[id]}</label>}
        {help ? (
          <span class="field__help" id={`${id}-help`}>
            {help}
          </span>
        ) : null}
        {problem ? (
          <span class="field__fault" id={`${id}-fault`}>
            <Icon name="i-fault" />
            <span>
              <Said f={f} text={problem} />
            </span>
          </span>
        ) : null}
        <Input f={f} field={field} typed={attempt?.values[id]} described={described} invalid={problem !== undefined} />
      </div>
      <div class="mend__read small" id={`${id}-read`}>
        <AsRead f={f} field={field} />
      </div>
    </div>
  );
};

interface InputProps {
  readonly f: Frame;
  readonly field: FieldView;
  readonly typed: string | undefined;
  readonly described: string;
  readonly invalid: boolean;
}

const Input = ({ f, field, typed, described, invalid }: InputProps) => {
  const id = field.field;
  if (id === "fields") {
    return (
      <>
        <input type="hidden" name={FIELD_BOXES} value="yes" />
        <CheckList
          f={f}
          group={id}
          label={f.t.metadata.chooseFields}
          choices={allSubjects()}
          chosen={codesIn(typed ?? field.value ?? "")}
          open={invalid}
          describedBy={described}
        />
      </>
    );
  }
  const common = { class: "input", id, name: id, "aria-describedby": described, "aria-invalid": invalid || undefined };
  if (id === "type" || id === "normative") {
    const choices = id === "type" ? Object.keys(DOCUMENT_TYPES) : ["yes", "no", "unsure"];
    const chosen = typed ?? field.value ?? "";
    return (
      <select {...common}>
        {choices.map((value) => (
          <option value={value} selected={value === chosen}>
            {shown(f, id, value)}
          </option>
        ))}
      </select>
    );
  }
  const value = typed ?? shown(f, id, field.value);
  if (id === "title")
    return (
      <textarea {...common} rows={3} lang="vi">
        {value}
      </textarea>
    );
  const isDay = id === "issuedOn" || id === "effectiveOn";
  return <input {...common} type="text" value={value} inputmode={isDay ? "numeric" : undefined} autocomplete="off" />;
};

const AsRead = ({ f, field }: { f: Frame; field: FieldView }) => {
  const t = f.t.metadata;
  const unsure = field.confidence !== null && field.confidence < SURE_ENOUGH;
  const own = field.field === "type" || field.field === "normative";
  return (
    <>
      {field.override === null ? null : (
        <p>
          <Icon name="i-check" /> {t.byHand(field.override.by, moment(f, field.override.at))}
        </p>
      )}
      {field.read === null ? (
        <p class="muted">{t.notRead}</p>
      ) : (
        <p>
          <span class="muted">{t.asRead}</span>{" "}
          {own ? shown(f, field.field, field.read) : <Said f={f} text={shown(f, field.field, field.read)} />}
          {unsure ? <span class="res res--warn"> ({t.unsure})</span> : null}
        </p>
      )}
      {field.evidence === null ? null : (
        <p>
          <span class="muted">{t.inText}</span>{" "}
          <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
            {marked(field.evidence.text, field.evidence.marks)}
          </q>
        </p>
      )}
      {field.why.map((reason) => (
        <p class="muted">
          <Said f={f} text={reason} />
        </p>
      ))}
    </>
  );
};

const Files = ({ f, view }: { f: Frame; view: MetadataView }) => (
  <Section id="h-files" title={f.t.metadata.files}>
    <p class="muted">{f.t.metadata.filesWhy}</p>
    <ul class="rel">
      {view.files.map((file) => (
        <li>
          <a href={`/originals/${file.sha256}`} download>
            {file.file}
          </a>{" "}
          <span class="muted">
            {file.format.toUpperCase()}
            {file.reading ? `, ${f.t.metadata.reading}` : ""}
          </span>
        </li>
      ))}
    </ul>
  </Section>
);
