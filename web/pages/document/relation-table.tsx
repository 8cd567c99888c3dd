import type { WorkRelation } from "../../../src/domain/relation.ts";
import type { RelationRow, RelationsView } from "../../../src/use-cases/view-relations.ts";
import { Section } from "../../components/layout.tsx";
import { Mark, Status } from "../../components/status.tsx";
import { Cell, Row, Table } from "../../components/table.tsx";
import { capital, Day, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

const UNITS_SHOWN = 8;
const LONGEST_QUOTE = 180;

/** What the document does to others and others to it: kind, document, scope, day, and the words that prove it. */
export const RelationTable = ({ f, relations: { rows, total, names } }: { f: Frame; relations: RelationsView }) => {
  const t = f.t.relation;
  return (
    <div class="after">
      <Section
        id="relations"
        title={
          <>
            {t.title} <span class="n">{f.t.n(total)}</span>
          </>
        }
      >
        {rows.length === 0 ? (
          <p class="muted">{t.none}</p>
        ) : (
          <Table caption={t.title} columns={[t.kind, t.other, t.scope, t.since, t.evidence].map((head) => ({ head }))}>
            {rows.map((row) => (
              <RelationTableRow f={f} row={row} names={names} />
            ))}
          </Table>
        )}
        {total > rows.length ? <p class="small muted">{f.t.document.more(total - rows.length)}</p> : null}
      </Section>
    </div>
  );
};

const RelationTableRow = ({ f, row, names }: { f: Frame; row: RelationRow; names: RelationsView["names"] }) => {
  const { relation, other, status, outgoing } = row;
  const t = f.t.relation;
  return (
    <Row>
      <Cell>
        {capital((outgoing ? t.out : t.in)[relation.kind])}
        {relation.certain ? null : (
          <>
            <br />
            <Mark state="unknown" words={t.notCounted} />
          </>
        )}
      </Cell>
      <Cell full>
        <a class={other.symbol === null ? undefined : "sym"} href={f.href(`/documents/${other.id}`)} data-row>
          {shortName(f, other)}
        </a>
        {other.symbol === null || other.title === null ? null : (
          <>
            {" "}
            <span class="title">
              <Said f={f} text={other.title} />
            </span>
          </>
        )}
        <br />
        <small class="muted">
          <Status f={f} status={status ?? "unknown"} known={other.known} />
        </small>
      </Cell>
      <Cell full>
        <Said f={f} text={scopeOf(f, relation, names)} />
      </Cell>
      <Cell class="nowrap">
        {relation.since === null ? (
          <span class="faint">{f.t.document.undated}</span>
        ) : (
          <Day f={f} day={relation.since} />
        )}
        {relation.until === null ? null : (
          <>
            <br />
            <small class="muted">{t.until(f.date(relation.until))}</small>
          </>
        )}
      </Cell>
      <Cell full>
        <Words f={f} relation={relation} names={names} />
      </Cell>
    </Row>
  );
};

function scopeOf(f: Frame, { eIds, to, territory }: WorkRelation, names: RelationsView["names"]): string {
  const t = f.t.relation;
  const units = eIds.slice(0, UNITS_SHOWN).map((eId) => names.of(to, eId));
  const more = eIds.length > UNITS_SHOWN ? [t.moreUnits(eIds.length - UNITS_SHOWN)] : [];
  const where = territory.length === 0 ? [] : [t.where(territory.join(", "))];
  const scope = units.length === 0 ? t.whole : [...units, ...more].join("; ");
  return capital([scope, ...where].join(", "));
}

/** The words with the place they stand at; a relation of the register has none. */
const Words = ({ f, relation, names }: { f: Frame; relation: WorkRelation; names: RelationsView["names"] }) => {
  const { quote, eId } = relation.evidence;
  if (quote === "") return <span class="small muted">{f.t.document.fromRegister}</span>;
  const cut = quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, quote.lastIndexOf(" ", LONGEST_QUOTE))} […]`;
  return (
    <>
      <q class="law-voice quote-cell" lang={f.lang === "vi" ? undefined : "vi"}>
        {words(cut)}
      </q>
      {eId === null ? null : (
        <>
          <br />
          <small>
            <a href={f.href(`/documents/${relation.from}`, {}, eId)}>
              <Said f={f} text={capital(names.of(relation.from, eId))} />
            </a>
          </small>
        </>
      )}
    </>
  );
};
