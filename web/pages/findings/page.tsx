import type { QueueView } from "../../../src/use-cases/view-findings.ts";
import type { Child } from "hono/jsx";
import { Blank } from "../../components/message.tsx";
import type { Frame } from "../../frame.ts";
import { chipsOf } from "./facets.tsx";
import { onTheList } from "./filters.ts";
import { QueuePane, type QueuePaneProps } from "./queue-pane.tsx";

/** The queue and the first finding of the part shown, side by side; on a small screen the queue alone. */
export const FindingsPage = ({
  shown,
  said,
  ...pane
}: QueuePaneProps & {
  /** The finding beside the queue; null where the queue is empty. */
  readonly shown: Child | null;
  /** What was done a moment ago. */
  readonly said: Child;
}) => (
  <page-ahead>
    <div class="triage triage--list">
      <QueuePane {...pane} main />
      {shown === null ? (
        <div class="finding flow">
          {said}
          <Empty {...pane} />
        </div>
      ) : (
        shown
      )}
    </div>
  </page-ahead>
);

/** Nothing waits: because all is done, because the filters leave nothing, or because nothing was ever found. */
const Empty = ({ f, view, rules, params }: QueuePaneProps) => {
  const t = f.t.triage;
  const list = onTheList(f, params);
  const chips = chipsOf(list, view, rules);
  if (view.queue.census.rows.length === 0) return <Blank title={f.t.findings.noneAll}>{f.t.findings.noneAllWhy}</Blank>;
  if (params["state"] === null && view.queue.done > 0 && view.queue.done === view.queue.all)
    return <AllDone f={f} list={list} view={view} filtered={chips.length > 0} />;
  return (
    <Blank
      title={f.t.findings.none}
      act={
        <a class="btn" href={f.href("/findings")}>
          {f.t.documents.noneTodo}
        </a>
      }
    >
      {chips.length === 0
        ? t.allDoneWhy(view.pace.today)
        : f.t.documents.noneWhy(chips.map((c) => `“${c.label}”`).join(", "))}
    </Blank>
  );
};

const AllDone = ({ f, list, view, filtered }: { f: Frame; list: Frame; view: QueueView; filtered: boolean }) => {
  const t = f.t.triage;
  const later = view.queue.counts.state.get("later") ?? 0;
  return (
    <div class="all-done">
      <h2>{t.allDone}</h2>
      <p>{t.allDoneWhy(view.pace.today)}</p>
      <p class="big-n">{t.progress(view.queue.done, view.queue.all)}</p>
      <div class="acts acts--left">
        {filtered ? (
          <a class="btn btn--go" href={f.href("/findings")}>
            {t.seeAll}
          </a>
        ) : null}
        <a class="btn" href={list.here({ state: "confirmed" })}>
          {t.seeConfirmed}
        </a>
        {later === 0 ? null : (
          <a class="btn" href={list.here({ state: "later" })}>
            {t.seeLater} ({f.t.n(later)})
          </a>
        )}
      </div>
    </div>
  );
};
