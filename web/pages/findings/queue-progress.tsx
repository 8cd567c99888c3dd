import type { QueueView } from "../../../src/use-cases/view-findings.ts";
import type { Frame } from "../../frame.ts";

/** How much of the queue is decided, drawn and said; behind it, who decided how many today. */
export const QueueProgress = ({ f, view: { queue, pace } }: { f: Frame; view: Pick<QueueView, "queue" | "pace"> }) => {
  const t = f.t.triage;
  if (queue.all === 0) return null;
  const left = queue.all - queue.done;
  const said = (
    <>
      {t.progress(queue.done, queue.all)}, {t.left(left)}
      {pace.perHour === null || left === 0 ? null : <span class="muted">, {t.pace(pace.perHour)}</span>}
    </>
  );
  return (
    <div class="tq__progress small">
      <svg class="bar" aria-hidden="true">
        <rect class="bed" width="100%" height="6" />
        <rect width={`${((100 * queue.done) / queue.all).toFixed(2)}%`} height="6" />
      </svg>
      {pace.people.length === 0 ? (
        <p>{said}</p>
      ) : (
        <details class="tq__people">
          <summary>{said}</summary>
          <p class="muted">{t.people}:</p>
          <ul>
            {pace.people.map(({ by, n }) => (
              <li class="rowx between">
                <span>{by}</span> <b>{f.t.n(n)}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
