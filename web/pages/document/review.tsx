import { HANDLING_FORM_NAMES } from "../../../src/domain/handling-form.ts";
import { isStanding } from "../../../src/domain/review-sheet.ts";
import type { Work } from "../../../src/domain/work.ts";
import type { DecidedRow, ReviewView } from "../../../src/use-cases/view-review.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { SheetState } from "../../components/sheet-state.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly work: Work;
  readonly review: ReviewView;
  /** Null where this person may open no sheet for this document. */
  readonly token: string | null;
}

/** What the rules found in this document: what waits, by group of rules, and what people have decided. */
export const ReviewTab = ({ f, work, review, token }: Props) => {
  const t = f.t.document;
  const first = review.open[0]?.rows[0];
  return (
    <div class="after">
      <h2 class="sr">{t.review}</h2>
      <Sheets f={f} work={work} sheets={review.sheets} token={token} />
      {review.openTotal === 0 ? (
        <Blank
          title={review.decided.length === 0 ? t.noFindings : t.allDecided}
          act={
            <a class="btn" href={f.href("/rules")}>
              {t.toRules}
            </a>
          }
        >
          {review.decided.length === 0 ? t.noFindingsWhy : t.allDecidedWhy}
        </Blank>
      ) : (
        <>
          <p class="rowx review-lead">
            {first === undefined ? null : (
              <a class="btn btn--go" href={f.href(`/findings/${first.key}`, { document: work.id })}>
                {t.toTriage(review.openTotal)}
              </a>
            )}
            <a href={f.href("/findings", { document: work.id })}>{t.inList}</a>
          </p>
          <div class="stack review">
            {review.open.map(({ group, rows }) => (
              <Section
                id={`g-${group}`}
                title={
                  <>
                    {f.t.group[group]} <span class="n">{f.t.n(rows.length)}</span>
                  </>
                }
              >
                <FindingQueue f={f} rows={rows} filters={{ document: work.id }} grouped={false} />
              </Section>
            ))}
          </div>
        </>
      )}
      {review.decided.length === 0 ? null : (
        <div class="stack review review--decided">
          {review.decided.map(({ state, rows, total }) => (
            <Section
              id={`d-${state}`}
              title={
                <>
                  {f.t.decision.states[state]} <span class="n">{f.t.n(total)}</span>
                </>
              }
            >
              <ul class="rel">
                {rows.map((row) => (
                  <Decided f={f} row={row} />
                ))}
                {total > rows.length ? <li class="small muted">{t.more(total - rows.length)}</li> : null}
              </ul>
            </Section>
          ))}
        </div>
      )}
    </div>
  );
};

/** The sheet that is being worked on, or the button that opens one; earlier ones below it. */
const Sheets = ({
  f,
  work,
  sheets,
  token,
}: {
  f: Frame;
  work: Work;
  sheets: ReviewView["sheets"];
  token: string | null;
}) => {
  const t = f.t.sheets;
  const standing = sheets.find((sheet) => isStanding(sheet.state));
  const earlier = sheets.filter((sheet) => sheet !== standing);
  if (sheets.length === 0 && token === null) return null;
  return (
    <section class="flow-s review-sheets" aria-label={t.ofDocument}>
      <div class="rowx">
        {standing !== undefined ? (
          <>
            <a class="btn" href={f.href(`/sheets/${standing.id}`)}>
              {t.toOpen}
            </a>{" "}
            <SheetState f={f} state={standing.state} />
          </>
        ) : token === null ? null : (
          <form method="post" action={f.href("/sheets")}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="work" value={work.id} />
            <button class="btn" type="submit">
              {t.open}
            </button>
          </form>
        )}
        {f.grants("inspection:write") ? (
          <a class="btn" href={f.href("/inspections/new", { work: work.id })}>
            {f.t.inspections.ofDocument}
          </a>
        ) : null}
      </div>
      {earlier.length === 0 ? null : (
        <ul class="rel small">
          {earlier.map((sheet) => (
            <li>
              <a href={f.href(`/sheets/${sheet.id}`)}>{moment(f, sheet.at)}</a> <SheetState f={f} state={sheet.state} />{" "}
              {sheet.body.form === null ? null : <Said f={f} text={HANDLING_FORM_NAMES[sheet.body.form]} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** A decided finding with who decided, when and why. */
const Decided = ({ f, row }: { f: Frame; row: DecidedRow }) => (
  <li>
    <SeverityMark f={f} severity={row.severity} />{" "}
    <a href={f.href(`/findings/${row.key}`)} data-row>
      <Said f={f} text={row.message} />
    </a>
    {row.unit === null ? null : (
      <small class="muted">
        {" "}
        <Said f={f} text={row.unit} />
      </small>
    )}
    {row.decision === null ? null : (
      <p class="small signed-line">
        {f.t.document.decidedBy(row.decision.by, moment(f, row.decision.at))}
        {row.decision.until === null ? null : ` ${f.t.document.decidedUntil(f.date(row.decision.until))}`}
        {row.decision.reason === null ? null : (
          <>
            {" "}
            <Said f={f} text={row.decision.reason} />
          </>
        )}
      </p>
    )}
  </li>
);
