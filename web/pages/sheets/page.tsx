import { HANDLING_FORM_NAMES } from "../../../src/domain/handling-form.ts";
import { SHEET_STATES } from "../../../src/domain/review-sheet.ts";
import type { SheetRow, SheetsView } from "../../../src/use-cases/view-sheets.ts";
import { PageHead } from "../../components/layout.tsx";
import { Pager } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { SheetState } from "../../components/sheet-state.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

const FILTERS = ["state", "unit", "batch", "mine"] as const;

/** Every phiếu rà soát that stands, or those of one state, unit, batch, person. */
export const SheetsPage = ({ f, view }: { f: Frame; view: SheetsView }) => {
  const t = f.t.sheets;
  const filtered = FILTERS.some((name) => f.query.get(name));
  const all = Object.values(view.counts).reduce((sum, k) => sum + (k ?? 0), 0);
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <div class="flow">
        <Filter f={f} view={view} />
        {view.rows.length > 0 ? (
          <>
            <Sheets f={f} rows={view.rows} />
            <Pager f={f} shown={view.rows.length} total={view.total} next={view.next} />
          </>
        ) : (
          <Blank
            title={filtered || all > 0 ? t.noMatch : t.none}
            act={
              filtered ? (
                <a class="btn" href={f.href("/sheets")}>
                  {t.clear}
                </a>
              ) : undefined
            }
          >
            {filtered || all > 0 ? t.noMatchWhy : t.noneWhy}
          </Blank>
        )}
      </div>
    </>
  );
};

const Filter = ({ f, view }: { f: Frame; view: SheetsView }) => {
  const t = f.t.sheets;
  const chosen = (name: string): string => f.query.get(name) ?? "";
  return (
    <form class="rowx rowx--end" action="/sheets" method="get" aria-label={t.filter}>
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      <div class="field">
        <label for="s-state">{t.state}</label>
        <select class="input input--s" id="s-state" name="state">
          <option value="">{t.standing}</option>
          {SHEET_STATES.map((state) => (
            <option value={state} selected={chosen("state") === state}>
              {t.states[state]} ({f.t.n(view.counts[state] ?? 0)})
            </option>
          ))}
        </select>
      </div>
      {view.units.length === 0 ? null : (
        <div class="field">
          <label for="s-unit">{t.unit}</label>
          <select class="input input--s" id="s-unit" name="unit">
            <option value="">{t.anyUnit}</option>
            <option value="none" selected={chosen("unit") === "none"}>
              {t.noUnit}
            </option>
            {view.units.map((unit) => (
              <option value={unit.id} selected={chosen("unit") === unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {view.batches.length === 0 ? null : (
        <div class="field">
          <label for="s-batch">{t.batch}</label>
          <select class="input input--s" id="s-batch" name="batch">
            <option value="">{t.anyBatch}</option>
            {view.batches.map((batch) => (
              <option value={batch.id} selected={chosen("batch") === batch.id}>
                {batch.body.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <label class="check">
        <input type="checkbox" name="mine" value="yes" checked={chosen("mine") === "yes"} /> {t.mine}
      </label>
      <button class="btn btn--s" type="submit">
        {t.go}
      </button>
    </form>
  );
};

const Sheets = ({ f, rows }: { f: Frame; rows: readonly SheetRow[] }) => {
  const t = f.t.sheets;
  return (
    <Table
      caption={t.caption}
      columns={[
        { head: t.document },
        { head: t.state },
        { head: t.form },
        { head: t.reviewer },
        { head: t.opinions },
        { head: t.updated },
      ]}
    >
      {rows.map(({ sheet, work, unit, asked, answered, overdue }) => (
        <Row>
          <NameCell>
            <a href={f.href(`/sheets/${sheet.id}`)} data-row>
              {work === null ? sheet.work : words(shortName(f, work))}
            </a>
            {work?.title ? (
              <div class="small">
                <Said f={f} text={work.title} />
              </div>
            ) : null}
          </NameCell>
          <Cell>
            <SheetState f={f} state={sheet.state} />
          </Cell>
          <Cell>{sheet.body.form === null ? null : <Said f={f} text={HANDLING_FORM_NAMES[sheet.body.form]} />}</Cell>
          <Cell>
            {sheet.body.reviewer}
            {unit === null ? null : <div class="small muted">{unit.name}</div>}
          </Cell>
          <Cell label={asked === 0 ? undefined : t.opinions}>
            {asked === 0 ? null : t.answeredOf(answered, asked)}
            {overdue === 0 ? null : <div class="late small">{t.lateOpinions(overdue)}</div>}
          </Cell>
          <Cell class="nowrap">{moment(f, sheet.updatedAt)}</Cell>
        </Row>
      ))}
    </Table>
  );
};
