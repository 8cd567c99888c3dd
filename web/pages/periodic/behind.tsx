import { type PeriodicReport, spanName } from "../../../src/use-cases/view-periodic.ts";
import { PageHead } from "../../components/layout.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

type List = NonNullable<ReturnType<PeriodicReport["book"]["lists"]["get"]>>;

/** Rows shown; more are in the report's own lists. */
const SHOWN = 2000;

/** What one number of a report counts. */
export const BehindPage = ({ f, report, list }: { f: Frame; report: PeriodicReport; list: List }) => {
  const t = f.t.periodic;
  return (
    <>
      <PageHead title={<Said f={f} text={list.title} />}>
        {t.behind(list.items.length)} <Said f={f} text={spanName(report.span)} />
      </PageHead>
      <Table caption={list.title} columns={[t.document, t.note, t.unit].map((head) => ({ head }))}>
        {list.items.slice(0, SHOWN).map((item) => (
          <Row>
            <NameCell>
              <a href={item.href} data-row>
                <Said f={f} text={item.name} />
              </a>
            </NameCell>
            <Cell label={t.note} full>
              <Said f={f} text={item.note} />
            </Cell>
            <Cell label={t.unit}>
              <Said f={f} text={item.unit} />
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  );
};
