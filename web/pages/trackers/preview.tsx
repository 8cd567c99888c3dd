import { HANDLING_STEPS, type HandlingStep } from "../../../src/domain/handling.ts";
import { shownCell } from "../../../src/use-cases/tracker-values.ts";
import type { PreviewView } from "../../../src/use-cases/view-tracker.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Stat } from "../../components/lists.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: PreviewView;
  readonly id: string;
  readonly token: string;
}

/** What was read out of a workbook, before anything of it is stored. */
export const PreviewPage = ({ f, view, id, token }: Props) => {
  const t = f.t.tracker;
  return (
    <>
      <PageHead title={t.preview}>{t.previewLead(view.plan.file)}</PageHead>
      <div class="flow">
        {view.identical === null ? null : (
          <Message kind="warn" what={t.identical(moment(f, view.identical.at))}>
            {t.identicalWhy}
          </Message>
        )}
        <p>{t.found(view.documents, view.cited, view.others)}</p>
        <ul class="stats">
          {(["matched", "doubtful", "unread"] as const).map((state) => (
            <Stat f={f} label={t.states[state]} n={view.states[state]} of={view.documents} />
          ))}
        </ul>
        <StoreForm f={f} view={view} id={id} token={token} />
      </div>
      <Samples f={f} view={view} />
      <Columns f={f} view={view} />
    </>
  );
};

/** As an update of the tracker it seems to be, unless a person says that it is another. */
const StoreForm = ({ f, view, id, token }: Props) => {
  const t = f.t.tracker;
  return (
    <form class="flow-s" method="post" action={f.href(`/handling/imports/preview/${id}`)}>
      <input type="hidden" name="token" value={token} />
      {view.earlier.length === 0 ? null : (
        <fieldset class="flow-s">
          <legend>{t.into}</legend>
          {view.earlier.map((one, at) => (
            <label class="check">
              <input type="radio" name="into" value={one.id} checked={at === 0} />
              <span>{t.asUpdate(one.body.file, moment(f, one.at))}</span>
            </label>
          ))}
          <p class="small muted">{t.asUpdateWhy}</p>
          <label class="check">
            <input type="radio" name="into" value="new" />
            <span>{t.asNew}</span>
          </label>
        </fieldset>
      )}
      <button class="btn btn--go" type="submit">
        {t.store}
      </button>
    </form>
  );
};

const Samples = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.tracker;
  return (
    <Section id="samples" title={t.samples}>
      <ul class="rel">
        {view.samples.map((row) => (
          <li>
            <span class={`tr-state tr-state--${row.state}`}>{t.states[row.state]}</span>{" "}
            <small class="muted">{t.row(view.plan.sheets[row.sheet]?.name ?? "", row.sheetRow)}</small>
            {row.cited.map((one) => {
              const work = view.works.get(one.work ?? one.candidates[0]?.work ?? "");
              return (
                <div>
                  <Said f={f} text={one.text} />
                  {work === undefined ? null : (
                    <>
                      {" → "}
                      {words(shortName(f, work))}
                    </>
                  )}
                  <div class="small muted">
                    <Said f={f} text={one.how} />
                  </div>
                </div>
              );
            })}
            {row.cited.length === 0 ? <div>{row.meant.map(shownCell).filter(Boolean).join(" · ")}</div> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** What each column was understood as, sheet by sheet. */
const Columns = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.tracker;
  return (
    <Section id="columns" title={t.columns} aside={<p>{t.columnsWhy}</p>}>
      {view.plan.sheets.map((sheet) => {
        const unread = view.plan.unread.find((one) => one.sheet === sheet.name);
        return (
          <section class="flow-s after">
            <h3>{t.sheet(sheet.name)}</h3>
            {sheet.columns.length === 0 ? (
              unread === undefined ? (
                <p class="muted">{t.keptSheet}</p>
              ) : (
                <Message kind="warn" what={t.unreadSheet(unread.numbers)} />
              )
            ) : (
              <Table caption={t.sheet(sheet.name)} columns={[{ head: t.column }, { head: t.meaning }]}>
                {sheet.labels.map((label, at) =>
                  label === "" ? null : (
                    <Row>
                      <NameCell>
                        <Said f={f} text={label} />
                      </NameCell>
                      <Cell label={t.meaning}>
                        {sheet.columns[at] == null ? (
                          <span class="muted">{t.kept}</span>
                        ) : (
                          roleWords(f, sheet.columns[at] as string)
                        )}
                      </Cell>
                    </Row>
                  ),
                )}
              </Table>
            )}
          </section>
        );
      })}
    </Section>
  );
};

/** `appraised.day` → "Thẩm định: ngày". */
function roleWords(f: Frame, column: string): string {
  const { roles, part } = f.t.tracker;
  const [name = "", of] = column.split(".");
  const words = (HANDLING_STEPS as readonly string[]).includes(name)
    ? f.t.handling.steps[name as HandlingStep]
    : (roles[name as keyof typeof roles] ?? name);
  return of === "day" || of === "number" ? `${words}: ${part[of]}` : words;
}
