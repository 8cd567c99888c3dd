import type { QueueView, ShownGroup } from "../../../src/use-cases/view-findings.ts";
import { GROUPINGS } from "../../../src/use-cases/finding-queue.ts";
import type { SavedViewRow } from "../../../src/use-cases/saved-views.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { Chips } from "../../components/lists.tsx";
import { SavedViews } from "../../components/saved-views.tsx";
import { Icon } from "../../components/sprite.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { GroupHeading, TriageBySeverity, TriageRows } from "../../components/triage-rows.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { chipsOf, Facets } from "./facets.tsx";
import { onTheList, type Params } from "./filters.ts";
import { QueueProgress } from "./queue-progress.tsx";

export interface QueuePaneProps {
  readonly f: Frame;
  readonly view: QueueView;
  readonly rules: readonly RuleEntry[];
  readonly params: Params;
  /** The finding shown beside it. */
  readonly current: string | null;
  readonly views: readonly SavedViewRow[];
  readonly token: string;
  /** The queue is the page itself, not what stands beside a finding. */
  readonly main?: boolean;
}

/** The queue: how far it is, what it is narrowed to, its rows, and what can be done with many of them. */
export const QueuePane = (props: QueuePaneProps) => {
  const { f, view, rules, params, current, main = false } = props;
  const t = f.t.triage;
  const list = onTheList(f, params);
  const chips = chipsOf(list, view, rules);
  const { queue, groups } = view;
  return (
    <section class="triage__queue" id="queue" aria-labelledby="h-q" tabindex={-1}>
      <div class="queue__head flow-s">
        <div class="rowx between">
          <Heading f={f} params={params} total={queue.rows.length} main={main} />
          {view.pace.today === 0 ? null : <span class="small muted">{t.today(view.pace.today)}</span>}
        </div>
        <QueueProgress f={f} view={view} />
        <Grouping f={list} />
      </div>
      <div class="tq__tools">
        <details class="fold" id="loc">
          <summary>{chips.length === 0 ? t.filters : t.filtersOn(chips.length)}</summary>
          <div class="tq__filters">
            <SavedViews f={list} page="findings" views={props.views} token={props.token} />
            <Facets f={list} view={view} rules={rules} />
          </div>
        </details>
        {chips.length === 0 ? null : <Chips f={list} chips={chips} panel="loc" />}
      </div>
      {groups === null ? (
        <TriageBySeverity f={f} rows={view.rows} current={current} params={params} main={main} />
      ) : (
        groups.map((group) => <GroupOfQueue {...props} group={group} />)
      )}
      <Windows f={list} view={view} />
      {queue.rows.length === 0 ? null : <Many f={f} params={params} total={queue.rows.length} />}
    </section>
  );
};

const Heading = ({ f, params, total, main }: { f: Frame; params: Params; total: number; main: boolean }) => {
  const state = (params["state"] ?? "open") as keyof typeof f.t.triage.states;
  const text = (
    <>
      {f.t.triage.states[state]} <span class="n">{f.t.n(total)}</span>
    </>
  );
  return main ? (
    <h1 class="tq__h" id="h-q">
      {text}
    </h1>
  ) : (
    <h2 class="tq__h" id="h-q">
      {text}
    </h2>
  );
};

const Grouping = ({ f }: { f: Frame }) => {
  const t = f.t.triage;
  const by = f.query.get("by");
  return (
    <nav class="tq__by small" aria-label={t.by}>
      <span class="muted">{t.by}</span>
      <a href={f.here({ by: null })} aria-current={by === null ? "true" : undefined}>
        {t.bySeverity}
      </a>
      {GROUPINGS.map((grouping) => (
        <a href={f.here({ by: grouping })} aria-current={by === grouping ? "true" : undefined}>
          {t.groupings[grouping]}
        </a>
      ))}
    </nav>
  );
};

/** Parameter of the address by which a heading's findings are asked for. */
const GROUP_PARAM = { document: "document", rule: "rule", field: "field", unit: "body" } as const;

const GroupOfQueue = ({
  f,
  group,
  rules,
  current,
  params,
  main = false,
}: QueuePaneProps & { readonly group: ShownGroup }) => {
  const t = f.t.triage;
  const by = params["by"] as keyof typeof GROUP_PARAM;
  const rule = by === "rule" ? rules.find((r) => r.id === group.value) : undefined;
  const label =
    rule === undefined ? (group.label ?? t.unknown[by]) : `${rule.code} ${f.lang === "vi" ? rule.title : rule.titleEn}`;
  const only = { ...params, [GROUP_PARAM[by]]: group.value };
  return (
    <section class="tq">
      <div class="queue__group tq__group">
        <GroupHeading main={main}>
          <SeverityMark f={f} severity={group.gravest} /> {words(label)} <span class="n">{f.t.n(group.n)}</span>
        </GroupHeading>
        <span class="small">
          <svg class="bar tq__bar" aria-hidden="true">
            <rect class="bed" width="100%" height="6" />
            <rect width={`${group.all === 0 ? 0 : ((100 * group.done) / group.all).toFixed(1)}%`} height="6" />
          </svg>
          <span class="muted">{t.doneOf(group.done, group.all)}</span>
        </span>
        <span class="rowx small">
          <a href={f.href("/findings", { ...only, by: null })}>
            {t.onlyGroup}
            <span class="sr">: {label}</span>
          </a>
          {f.grants("finding:decide") ? (
            <a href={f.href("/findings/bulk", { ...only, by: null, all: "yes" })}>
              {t.wholeGroup}
              <span class="sr">: {label}</span>
            </a>
          ) : null}
        </span>
      </div>
      <TriageRows f={f} rows={group.rows} current={current} params={params} bars />
    </section>
  );
};

/** Back and forth through a long queue, in parts. */
const Windows = ({ f, view }: { f: Frame; view: QueueView }) => {
  const { queue, from, rows } = view;
  const t = f.t.triage;
  const to = from + rows.length;
  if (from === 0 && to >= queue.rows.length) return null;
  const size = rows.length;
  const start = Math.max(0, from - 50);
  const before = start === 0 ? undefined : queue.rows[start - 1]?.key;
  return (
    <nav class="queue__foot rowx between small" aria-label={f.t.pager.label}>
      {from === 0 ? null : (
        <a href={f.here({ after: before ?? null })} rel="nofollow">
          <Icon name="i-prev" /> {t.earlier(from - start)}
        </a>
      )}
      <span class="muted">{t.range(from + 1, to, queue.rows.length)}</span>
      {to >= queue.rows.length ? null : (
        <a href={f.here({ after: queue.rows[from + size - 1]?.key ?? null })} rel="nofollow">
          {t.later(Math.min(50, queue.rows.length - to))} <Icon name="i-next" />
        </a>
      )}
    </nav>
  );
};

/** Ticked rows, or all that the filters hold, go to the page that shows first what would be decided. */
const Many = ({ f, params, total }: { f: Frame; params: Params; total: number }) => {
  const t = f.t.triage;
  if (!f.grants("finding:decide")) return null;
  return (
    <form class="tq__many" id="bulk" action="/findings/bulk">
      {Object.entries(params).map(([name, value]) =>
        value === null ? null : <input type="hidden" name={name} value={value} />,
      )}
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      <button class="btn btn--s" type="submit" aria-keyshortcuts={f.keys ? "b" : undefined}>
        {t.bulkPicked} {f.keys ? <kbd>b</kbd> : null}
      </button>
      <a class="small" href={f.href("/findings/bulk", { ...params, all: "yes" })}>
        {t.bulkAll(total)}
      </a>
    </form>
  );
};
