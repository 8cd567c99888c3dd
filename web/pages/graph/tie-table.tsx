import type { Neighbourhood, Tie } from "../../../src/use-cases/view-neighbourhood.ts";
import { Section } from "../../components/layout.tsx";
import { Status } from "../../components/status.tsx";
import { Cell, GroupRow, Row, Table } from "../../components/table.tsx";
import { capital, Day, Said, shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Longer tables are no help; the filter narrows them. */
const ROWS_SHOWN = 150;

interface Props {
  readonly f: Frame;
  readonly view: Neighbourhood;
}

/** Every tie of the drawing and those that are not drawn: what the one does to the other, how it stands, where it says so. */
export const TieTable = ({ f, view }: Props) => {
  const t = f.t.around;
  const { work, ties } = view;
  const name = shortName(f, work);
  const groups = [
    { head: t.out(name), list: ties.filter((tie) => tie.from === work.id) },
    { head: t.in(name), list: ties.filter((tie) => tie.to === work.id) },
    { head: t.among, list: ties.filter((tie) => tie.from !== work.id && tie.to !== work.id) },
  ];
  let left = ROWS_SHOWN;
  return (
    <div class="graph-table">
      <Section id="ties" title={t.table}>
        <Table
          caption={t.table}
          columns={[t.relation, t.other, t.status(f.date(f.on)), t.issued, t.place].map((head) => ({ head }))}
        >
          {groups.map(({ head, list }) => {
            const shown = list.slice(0, left);
            left -= shown.length;
            return shown.length === 0 ? null : (
              <>
                <GroupRow columns={5}>
                  <Said f={f} text={head} />
                </GroupRow>
                {shown.map((tie) => (
                  <TieRow f={f} view={view} tie={tie} />
                ))}
              </>
            );
          })}
        </Table>
        {ties.length > ROWS_SHOWN ? <p class="small muted">{t.more(ties.length - ROWS_SHOWN)}</p> : null}
      </Section>
    </div>
  );
};

const TieRow = ({ f, view, tie }: Props & { tie: Tie }) => {
  const t = f.t.around;
  const self = view.work.id;
  const outgoing = tie.from === self;
  const among = !outgoing && tie.to !== self;
  const other = view.works.get(outgoing || among ? tie.to : tie.from);
  const actor = among ? view.works.get(tie.from)?.work : undefined;
  if (other === undefined) return null;
  const { work, status } = other;
  const said =
    tie.kinds.length === 0
      ? [f.t.graph.lines[tie.line]]
      : tie.kinds.map((kind) => (outgoing || among ? f.t.relation.out : f.t.relation.in)[kind]);
  return (
    <Row>
      <Cell>
        {actor === undefined ? null : (
          <>
            <a class={actor.symbol === null ? undefined : "sym"} href={f.href(`/documents/${actor.id}`)}>
              {shortName(f, actor)}
            </a>{" "}
          </>
        )}
        {actor === undefined ? capital(said.join(", ")) : said.join(", ")}
        {tie.since === null ? null : (
          <>
            <br />
            <small class="muted">{capital(f.t.since(f.date(tie.since)))}</small>
          </>
        )}
      </Cell>
      <Cell full>
        <a class={work.symbol === null ? undefined : "sym"} href={f.href(`/documents/${work.id}`)} data-row>
          {shortName(f, work)}
        </a>{" "}
        <small>
          <a
            class="no-print"
            href={f.href("/graph", { work: work.id })}
            aria-label={`${t.graphOf}: ${shortName(f, work)}`}
          >
            {t.graphShort}
          </a>
        </small>
        {work.symbol === null || work.title === null ? null : (
          <span class="title graph-title">
            <Said f={f} text={work.title} />
          </span>
        )}
      </Cell>
      <Cell>
        <Status f={f} status={status ?? "unknown"} known={work.known} />
      </Cell>
      <Cell class="nowrap" label={t.issued}>
        {work.issuedOn === null ? <span class="faint">{f.t.work.unknownDay}</span> : <Day f={f} day={work.issuedOn} />}
      </Cell>
      <Cell>
        {tie.place === null ? (
          <span class="muted">{tie.times === 0 ? f.t.document.fromRegister : t.times(tie.times)}</span>
        ) : (
          <a href={f.href(`/documents/${tie.place.work}`, {}, tie.place.eId)}>
            <Said f={f} text={capital(view.names.of(tie.place.work, tie.place.eId))} />
          </a>
        )}
      </Cell>
    </Row>
  );
};
