import { allSubjects, saidFields } from "../../../src/use-cases/fields-of.ts";
import { FILING_WAYS, type FilingView, MOST_FILED_AT_ONCE } from "../../../src/use-cases/file-in-fields.ts";
import { CheckList } from "../../components/check-list.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { FullName, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: FilingView;
  /** A form was sent that named no field. */
  readonly noField: boolean;
  readonly token: string;
}

/** Many documents filed in fields by hand at once: what they are filed in now stands below. */
export const DocumentsFieldsPage = (props: Props) => {
  const { f, view } = props;
  const t = f.t.documents.filing;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <div class="flow">
        {view.left === 0 ? null : <Message kind="warn" what={t.left(MOST_FILED_AT_ONCE, view.left)} />}
        {view.others === 0 ? null : <Message kind="warn" what={t.others(view.others)} />}
        {props.noField ? (
          <Message kind="fault" what={t.noField}>
            {t.noFieldWhy}
          </Message>
        ) : null}
        {view.rows.length === 0 ? (
          <Blank title={t.nothing}>{t.nothingWhy}</Blank>
        ) : (
          <>
            <FilingForm {...props} />
            <Chosen {...props} />
          </>
        )}
      </div>
    </>
  );
};

const FilingForm = ({ f, view, token }: Props) => {
  const t = f.t.documents.filing;
  return (
    <form class="flow" method="post" action={f.here({ work: null, picked: null, all: null })}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="works" value={view.rows.map(({ work }) => work.id).join(" ")} />
      <CheckList f={f} group="fields" label={f.t.metadata.chooseFields} choices={allSubjects()} chosen={[]} open />
      <fieldset>
        <legend class="legend">{t.way}</legend>
        {FILING_WAYS.map((way, i) => (
          <label class="check">
            <input type="radio" name="way" value={way} checked={i === 0} />
            <span>{t.ways[way]}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <button class="btn btn--go" type="submit">
          {t.save(view.rows.length)}
        </button>
      </p>
    </form>
  );
};

const Chosen = ({ f, view }: Props) => {
  const t = f.t.documents;
  return (
    <Section id="h-chosen" title={t.filing.chosen(view.rows.length)}>
      <Table
        caption={t.filing.chosen(view.rows.length)}
        columns={[{ head: t.filing.document }, { head: t.filing.now }]}
      >
        {view.rows.map(({ work, facet }) => (
          <Row>
            <NameCell>
              <a href={f.href(`/documents/${work.id}`)}>
                <FullName f={f} work={work} />
              </a>
              {work.title === null ? null : (
                <>
                  <br />
                  <small>
                    <Said f={f} text={work.title} />
                  </small>
                </>
              )}
            </NameCell>
            <Cell>
              {facet?.fields.length ? (
                <Said f={f} text={saidFields(facet.fields)} />
              ) : (
                <span class="faint">{t.unfiledShort}</span>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
};
