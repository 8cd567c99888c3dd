import { isSettled, ITEM_STATES } from "../../../src/domain/batch.ts";
import type { BatchView, ItemRow } from "../../../src/use-cases/view-batch.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { Kept } from "../../components/kept.tsx";
import { Section } from "../../components/layout.tsx";
import { Status } from "../../components/status.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { BatchPageProps } from "./page.tsx";

/** The documents of the batch, with their boxes where whoever looks may give them away. */
export const Items = (props: BatchPageProps) => {
  const { f, view, manage } = props;
  const t = f.t.batches;
  const open = view.batch.state === "open";
  return (
    <Section
      id="h-items"
      title={
        <>
          {t.items} <span class="n">{f.t.n(view.found)}</span>
        </>
      }
    >
      <div class="flow">
        <Filter f={f} view={view} />
        {view.rows.length === 0 ? (
          <p class="muted">{t.noMatch}</p>
        ) : manage && open ? (
          <pick-rows>
            <form action={`/batches/${view.batch.id}/items`} method="get">
              {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
              <Kept f={f} but={["on", "page", "done", "assigned", "taken", "out", "back", "added"]} />
              <Rows {...props} boxes />
              <Bar {...props} />
            </form>
          </pick-rows>
        ) : (
          <Rows {...props} boxes={false} />
        )}
        {open ? <SheetForms {...props} /> : null}
        <Pages f={f} view={view} />
      </div>
    </Section>
  );
};

const Filter = ({ f, view }: { f: Frame; view: BatchView }) => {
  const t = f.t.batches;
  const chosen = (name: string): string => f.query.get(name) ?? "";
  return (
    <form class="rowx rowx--end" action={`/batches/${view.batch.id}`} method="get" aria-label={t.filter}>
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      <div class="field">
        <label for="i-state">{t.state}</label>
        <select class="input input--s" id="i-state" name="state">
          <option value="">{t.anyState}</option>
          {ITEM_STATES.map((state) => (
            <option value={state} selected={chosen("state") === state}>
              {t.itemStates[state]} ({f.t.n(view.total.by[state])})
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="i-unit">{t.unit}</label>
        <select class="input input--s" id="i-unit" name="unit">
          <option value="">{t.anyUnit}</option>
          {view.units.map(({ unit, name, n }) => (
            <option value={unit ?? "none"} selected={chosen("unit") === (unit ?? "none")}>
              {name ?? t.noUnit} ({f.t.n(n)})
            </option>
          ))}
        </select>
      </div>
      <label class="check">
        <input type="checkbox" name="overdue" value="yes" checked={chosen("overdue") === "yes"} /> {t.onlyOverdue}
      </label>
      <button class="btn btn--s" type="submit">
        {t.go}
      </button>
    </form>
  );
};

const sheetFormId = (work: string): string => `sheet-of-${work}`;

const Rows = ({ f, view, boxes, maySheet }: BatchPageProps & { readonly boxes: boolean }) => {
  const t = f.t.batches;
  return (
    <Table
      caption={t.itemsCaption}
      columns={[{ head: t.document }, { head: t.state }, { head: t.unit }, { head: t.due }, { head: t.toSheet }]}
    >
      {view.rows.map((row) => {
        const { item, work, status, due, overdue } = row;
        const name = work === null ? item.work : shortName(f, work);
        const unit = view.units.find((one) => one.unit === item.unit)?.name ?? item.unit;
        return (
          <Row>
            <NameCell>
              <div class={boxes ? "with-tick" : undefined}>
                {boxes ? (
                  <label class="tick">
                    <input type="checkbox" name="pick" value={item.work} aria-keyshortcuts={f.keys ? "x" : undefined} />
                    <span class="sr">{t.pick(name)}</span>
                  </label>
                ) : null}
                <div>
                  <a href={f.href(`/documents/${item.work}`)} data-row>
                    {words(name)}
                  </a>{" "}
                  {status === null || work === null ? null : <Status f={f} status={status} known={work.known} />}
                  {work?.title ? (
                    <div class="small">
                      <Said f={f} text={work.title} />
                    </div>
                  ) : null}
                  <div class="small muted">
                    <Said f={f} text={item.body.why} />
                  </div>
                </div>
              </div>
            </NameCell>
            <Cell>
              {t.itemStates[item.state]}
              {item.body.note === "" ? null : <div class="small muted">{words(item.body.note)}</div>}
            </Cell>
            <Cell>
              {unit ?? <span class="faint">{t.noUnit}</span>}
              {item.body.person === null ? null : <div class="small muted">{item.body.person.signature}</div>}
            </Cell>
            <Cell class="nowrap">
              {due === null || isSettled(item.state) ? null : (
                <span class={overdue ? "late" : undefined}>
                  <Day f={f} day={due} />
                  {overdue ? ` (${t.late})` : ""}
                </span>
              )}
            </Cell>
            <Cell>
              <SheetLink f={f} row={row} open={view.batch.state === "open" && maySheet(item.unit)} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
};

/** The button belongs to a form that stands outside the list: forms cannot lie in forms. */
const SheetLink = ({ f, row: { item, sheet }, open }: { f: Frame; row: ItemRow; open: boolean }) => {
  const t = f.t.batches;
  if (sheet !== null) return <a href={f.href(`/sheets/${sheet.id}`)}>{t.toSheet}</a>;
  if (!open || item.state !== "todo") return null;
  return (
    <button class="btn btn--s" type="submit" form={sheetFormId(item.work)}>
      {t.openSheet}
    </button>
  );
};

const SheetForms = ({ f, view, token, maySheet }: BatchPageProps) => (
  <>
    {view.rows
      .filter(({ item, sheet }) => sheet === null && item.state === "todo" && maySheet(item.unit))
      .map(({ item }) => (
        <form id={sheetFormId(item.work)} method="post" action={f.href("/sheets")}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="work" value={item.work} />
          <input type="hidden" name="batch" value={item.batch} />
        </form>
      ))}
  </>
);

/** What can be done with the ticked ones; every act is shown before it is stored. */
const Bar = ({ f, view }: BatchPageProps) => {
  const t = f.t.batches;
  return (
    <div class="batch-bar flow-s">
      <div class="rowx">
        <b data-picked={t.picked("#")}>{t.pickLead}</b>
        <label class="check">
          <input type="checkbox" name="all" value="yes" /> {t.pickAll(view.found)}
        </label>
      </div>
      <div class="rowx rowx--end">
        <FieldFrame id="give-unit" label={t.assignTo}>
          <input class="input input--s" id="give-unit" name="to" list="give-units" autocomplete="off" />
        </FieldFrame>
        <FieldFrame id="give-person" label={t.assignPerson}>
          <input class="input input--s" id="give-person" name="person" list="give-people" autocomplete="off" />
        </FieldFrame>
        <FieldFrame id="give-due" label={t.assignDue}>
          <input
            class="input input--s"
            id="give-due"
            name="due"
            inputmode="numeric"
            placeholder={t.dueHelp}
            autocomplete="off"
          />
        </FieldFrame>
        <button class="btn btn--s" type="submit" name="do" value="assign" aria-keyshortcuts={f.keys ? "g" : undefined}>
          {t.assign} {f.keys ? <kbd>g</kbd> : null}
        </button>
        <button class="btn btn--s" type="submit" name="do" value="scope" title={t.byScopeWhy}>
          {t.byScope}
        </button>
      </div>
      <div class="rowx rowx--end">
        <Field name="reason" id="out-reason" label={t.leaveOutWhy} />
        <button class="btn btn--s" type="submit" name="do" value="leave-out">
          {t.leaveOut}
        </button>
        <button class="btn btn--s" type="submit" name="do" value="put-back">
          {t.putBack}
        </button>
      </div>
      <datalist id="give-units">
        {view.givable.units.map((unit) => (
          <option value={unit.name} />
        ))}
      </datalist>
      <datalist id="give-people">
        {view.givable.people.map((person) => (
          <option value={person.name} />
        ))}
      </datalist>
    </div>
  );
};

const Pages = ({ f, view: { page, pages } }: { f: Frame; view: BatchView }) => {
  const t = f.t.batches;
  if (pages === 1) return null;
  return (
    <nav class="pager" aria-label={f.t.pager.label}>
      <p>{t.page(page, pages)}</p>
      {page === 1 ? null : (
        <a class="btn" href={f.here({ page: page === 2 ? null : page - 1, done: null })} rel="prev">
          {t.previous}
        </a>
      )}
      {page === pages ? null : (
        <a class="btn" href={f.here({ page: page + 1, done: null })} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  );
};
