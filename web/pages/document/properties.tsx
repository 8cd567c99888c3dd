import type { Child } from "hono/jsx";
import type { DocumentType } from "../../../src/domain/document-type.ts";
import { isLegalDate } from "../../../src/domain/legal-date.ts";
import { codesIn, saidFields } from "../../../src/use-cases/fields-of.ts";
import type { Evidence, FieldView } from "../../../src/use-cases/view-metadata.ts";
import type { PropertiesView, StatedView, VersionView } from "../../../src/use-cases/view-properties.ts";
import { Section } from "../../components/layout.tsx";
import { moment } from "../../components/moment.ts";
import { Mark } from "../../components/status.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { marked, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Below this the machine's own doubt is said. */
const SURE_ENOUGH = 0.75;

interface Props {
  readonly f: Frame;
  readonly view: PropertiesView;
}

/** Everything known about the document as a whole: the value, and how it is known. */
export const PropertiesTab = ({ f, view }: Props) => {
  const t = f.t.properties;
  return (
    <div class="after stack">
      <Section
        id="h-props"
        title={t.title}
        aside={
          view.fields.length === 0 || !f.grants("document:mend") ? null : (
            <a class="btn" href={f.href(`/documents/${view.work.id}/metadata`)}>
              {f.t.metadata.title}
            </a>
          )
        }
      >
        <Table caption={t.title} columns={[{ head: t.field }, { head: t.value }, { head: t.how }]} class="props">
          {view.fields.length === 0 ? (
            <Known f={f} view={view} />
          ) : (
            view.fields.map((field) => <FieldRow f={f} field={field} />)
          )}
          <Inferred f={f} view={view} />
          {view.stated.map((stated) => (
            <StatedRow f={f} stated={stated} />
          ))}
        </Table>
      </Section>
      <Files f={f} view={view} />
    </div>
  );
};

const Line = ({ name, how, doubt = null, children }: { name: string; how: Child; doubt?: Child; children: Child }) => (
  <Row>
    <NameCell>{name}</NameCell>
    <Cell full>
      {children}
      {doubt}
    </Cell>
    <Cell full class="small">
      {how}
    </Cell>
  </Row>
);

/** As an official writes it. */
const shown = (f: Frame, { field, value }: FieldView): Child => {
  if (value === null || value === "") return <span class="faint">{f.t.properties.none}</span>;
  if (field === "type") return f.t.type[value as DocumentType] ?? value;
  if (field === "normative") return f.t.metadata.normative[value as "yes"] ?? value;
  if (isLegalDate(value)) return f.date(value);
  if (field === "fields") return <Said f={f} text={saidFields(codesIn(value))} />;
  return field === "title" ? (
    <span class="title">
      <Said f={f} text={value} />
    </span>
  ) : (
    <Said f={f} text={value} />
  );
};

const Doubt = ({ f }: { f: Frame }) => (
  <>
    <br />
    <Mark state="unknown" words={f.t.properties.doubtful} />
  </>
);

const FieldRow = ({ f, field }: { f: Frame; field: FieldView }) => {
  const t = f.t.properties;
  const mended = field.override !== null;
  const unsure =
    !mended &&
    ((field.confidence !== null && field.confidence < SURE_ENOUGH) || field.value === null || field.value === "unsure");
  return (
    <Line
      name={f.t.metadata.fields[field.field]}
      doubt={unsure ? <Doubt f={f} /> : null}
      how={
        <>
          {field.override === null ? null : (
            <p>{f.t.metadata.byHand(field.override.by, moment(f, field.override.at))}</p>
          )}
          {field.read === null ? (
            <p class="muted">{field.field === "fields" ? t.noSubject : f.t.metadata.notRead}</p>
          ) : null}
          {mended && field.read !== null && field.read !== field.value ? (
            <p class="muted">
              {f.t.metadata.asRead} {shown(f, { ...field, value: field.read })}
            </p>
          ) : null}
          <Quote f={f} evidence={field.evidence} />
          {field.confidence === null || mended ? null : (
            <p class="muted">{t.sure(Math.round(field.confidence * 100))}</p>
          )}
          {field.why.map((why) => (
            <p>
              <Said f={f} text={why} />
            </p>
          ))}
        </>
      }
    >
      {shown(f, field)}
    </Line>
  );
};

const Quote = ({ f, evidence }: { f: Frame; evidence: Evidence | null }) =>
  evidence === null ? null : (
    <p>
      <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
        {marked(evidence.text, evidence.marks)}
      </q>
    </p>
  );

const StatedRow = ({ f, stated }: { f: Frame; stated: StatedView }) => (
  <Line
    name={f.t.properties.stated[stated.name]}
    doubt={stated.confidence < SURE_ENOUGH ? <Doubt f={f} /> : null}
    how={
      <>
        <Quote f={f} evidence={stated.evidence} />
        <p class="muted">{f.t.properties.sure(Math.round(stated.confidence * 100))}</p>
      </>
    }
  >
    {isLegalDate(stated.value) ? f.date(stated.value) : <Said f={f} text={stated.value} />}
  </Line>
);

/** A work whose text is not in the collection: what lists and citations say of it. */
const Known = ({ f, view: { work, filed } }: Props) => {
  const t = f.t.properties;
  const how = t.known[work.known];
  const none = <span class="faint">{t.none}</span>;
  const day = (value: string | null): Child => (value === null ? none : f.date(value));
  return (
    <>
      <Line name={f.t.metadata.fields.symbol} how={how}>
        {work.symbol ?? none}
      </Line>
      <Line name={f.t.metadata.fields.type} how={how}>
        {f.t.type[work.type]}
      </Line>
      <Line name={f.t.metadata.fields.issuer} how={how}>
        {work.issuer === null ? none : <Said f={f} text={work.issuer} />}
      </Line>
      <Line name={f.t.metadata.fields.issuedOn} how={how}>
        {day(work.issuedOn)}
      </Line>
      <Line name={f.t.metadata.fields.effectiveOn} how={how}>
        {day(work.effectiveOn)}
      </Line>
      <Line name={f.t.metadata.fields.title} how={how}>
        {work.title === null ? none : <Said f={f} text={work.title} />}
      </Line>
      {filed === null ? null : <FieldRow f={f} field={filed} />}
    </>
  );
};

/** What the tool infers from the fields above. */
const Inferred = ({ f, view: { level, incarnation, territory, versions } }: Props) => {
  const t = f.t.properties;
  const read = versions.find((v) => v.current);
  return (
    <>
      {level === null ? null : (
        <Line name={t.level} how={t.levelHow}>
          {f.t.documents.levels[level]}
        </Line>
      )}
      {incarnation === null ? null : (
        <Line
          name={t.incarnation}
          how={
            <>
              <p>{t.incarnationHow}</p>
              {incarnation.predecessors.length === 0 ? null : (
                <p>
                  {t.from} <Said f={f} text={incarnation.predecessors.map((p) => p.name).join("; ")} />
                </p>
              )}
            </>
          }
        >
          <Said f={f} text={incarnation.name} />
          <br />
          <small class="muted">
            {t.lived(
              incarnation.from === null ? null : f.date(incarnation.from),
              incarnation.to === null ? null : f.date(incarnation.to),
            )}
            {incarnation.successor === null ? null : (
              <>
                {" "}
                {t.successor} <Said f={f} text={incarnation.successor.name} />
              </>
            )}
          </small>
        </Line>
      )}
      <Line name={t.territory} how={t.territoryHow}>
        {territory.length === 0 ? (
          <span class="faint">{t.none}</span>
        ) : (
          <Said f={f} text={territory.map((unit) => unit.name).join(", ")} />
        )}
      </Line>
      {read === undefined ? null : (
        <Line
          name={t.quality}
          doubt={read.quality === "ocr" ? <Doubt f={f} /> : null}
          how={read.quality === "ocr" ? f.t.document.ocrTodo : t.qualityHow}
        >
          {f.t.quality[read.quality] ?? read.quality}
        </Line>
      )}
    </>
  );
};

/** Every file that came in: the versions, and the same words in other formats. */
const Files = ({ f, view: { versions, others } }: Props) => {
  const t = f.t.properties;
  if (versions.length === 0) return null;
  return (
    <Section id="h-files" title={f.t.document.versions}>
      <Table
        caption={f.t.document.versions}
        columns={[{ head: t.version }, { head: t.file }, { head: t.format }, { head: t.imported }]}
      >
        {versions.map((v) => (
          <FileRow
            f={f}
            file={v}
            name={`${f.t.document.version(v.version)}${v.current ? `, ${f.t.document.current}` : ""}`}
          />
        ))}
        {others.map((file) => (
          <FileRow f={f} file={file} name={t.sameWords} />
        ))}
      </Table>
    </Section>
  );
};

const FileRow = ({
  f,
  file,
  name,
}: {
  f: Frame;
  file: Pick<VersionView, "file" | "format" | "quality" | "sha256" | "importedAt">;
  name: string;
}) => (
  <Row>
    <NameCell>{name}</NameCell>
    <Cell full class="file">
      <a href={`/originals/${file.sha256}`} download>
        {file.file.split(/[\\/]/u).at(-1)}
      </a>
    </Cell>
    <Cell>
      {file.format.toUpperCase()}, {f.t.quality[file.quality] ?? file.quality}
    </Cell>
    <Cell class="nowrap">{moment(f, file.importedAt)}</Cell>
  </Row>
);
