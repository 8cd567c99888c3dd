import type { Work } from "../../../src/domain/work.ts";
import type { DecidedRow, ReviewView } from "../../../src/use-cases/view-review.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { SeverityMark } from "../../components/status.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly work: Work;
  readonly review: ReviewView;
}

/** What the rules found in this document: what waits, by group of rules, and what people have decided. */
export const ReviewTab = ({ f, work, review }: Props) => {
  const t = f.t.document;
  const first = review.open[0]?.rows[0];
  return (
    <div class="after">
      <h2 class="sr">{t.review}</h2>
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
