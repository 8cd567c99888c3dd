import {
  ATTENTION,
  ATTENTION_GROUPS,
  type AttentionGroup,
  type AttentionList,
  type AttentionView,
} from "../../../src/use-cases/view-attention.ts";
import type { HandlingRow } from "../../../src/use-cases/handling-list.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { Icon } from "../../components/sprite.tsx";
import type { Frame } from "../../frame.ts";
import { Contradicted } from "../handling/contradicted.tsx";
import { Waiting } from "./rows.tsx";

interface Props {
  readonly f: Frame;
  readonly view: AttentionView;
}

interface PageProps extends Props {
  /** Handlings whose result is not what was planned. */
  readonly contradicted: readonly HandlingRow[];
}

/** Nothing is dropped in silence: all that could not be read, resolved or applied, with its count and its first rows. */
export const AttentionPage = ({ f, view, contradicted }: PageProps) => {
  const t = f.t.attention;
  const left = view.lists.reduce((sum, list) => sum + list.n, 0) + contradicted.length;
  const settled = view.settled.citations + view.settled.effects + view.settled.documents;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <p class="att-sum">
        {left === 0 ? null : (
          <>
            <b>{t.open(left)}</b> ·{" "}
          </>
        )}
        {t.settled(settled)}
        {settled === 0 ? null : (
          <>
            {" "}
            (<a href={f.href("/attention/settled")}>{t.settledLink}</a>)
          </>
        )}
      </p>
      {left === 0 ? (
        <Blank title={t.none}>{t.noneWhy}</Blank>
      ) : (
        <div class="stack">
          <Contradicted f={f} rows={contradicted} />
          {ATTENTION_GROUPS.map((group) => (
            <Group f={f} view={view} group={group} />
          ))}
        </div>
      )}
      {view.overlaps === null ? null : (
        <p class="small muted att-sum after">
          {f.t.decision.overlaps(view.overlaps.units, view.overlaps.skippedUnits, view.overlaps.droppedPairs)}
        </p>
      )}
    </>
  );
};

const Group = ({ f, view, group }: Props & { group: AttentionGroup }) => {
  const t = f.t.attention;
  const kinds = ATTENTION[group] as readonly AttentionList["kind"][];
  const lists = view.lists.filter((list) => kinds.includes(list.kind));
  const clear = kinds.filter((kind) => !lists.some((list) => list.kind === kind));
  return (
    <Section
      id={group}
      title={
        <>
          {t.groups[group]} <span class="n">{f.t.n(lists.reduce((sum, list) => sum + list.n, 0))}</span>
        </>
      }
    >
      <div class="att-kinds">
        {lists.map((list) => (
          <Kind f={f} view={view} list={list} />
        ))}
      </div>
      {clear.length === 0 ? null : (
        <p class="small muted att-clear">
          <Icon name="i-check" /> {t.clear} {clear.map((kind) => t.kinds[kind].title).join(" · ")}
        </p>
      )}
    </Section>
  );
};

const Kind = ({ f, view, list }: Props & { list: AttentionList }) => {
  const t = f.t.attention;
  const all = f.href(`/attention/${list.kind}`);
  return (
    <section class="att-kind" aria-labelledby={`k-${list.kind}`}>
      <div>
        <h3 id={`k-${list.kind}`}>
          <a href={all}>{t.kinds[list.kind].title}</a> <span class="n">{f.t.n(list.n)}</span>
        </h3>
        <p class="small muted">{t.kinds[list.kind].why}</p>
      </div>
      <div>
        <ul class="rel">
          {list.rows.map((row) => (
            <Waiting f={f} view={view} row={row} />
          ))}
        </ul>
        {list.n > list.rows.length ? (
          <p class="att-all">
            <a href={all}>
              {t.all(list.n)}
              <span class="sr">: {t.kinds[list.kind].title}</span>
            </a>
          </p>
        ) : null}
      </div>
    </section>
  );
};
