import type { LegalDate } from "../../../src/domain/legal-date.ts";
import {
  AHEAD_DAYS,
  type BatchDue,
  type Campaign,
  type Coming,
  COUNTED,
  type DueView,
  type ListDeadline,
  RETURN_DAYS,
  SOON_DAYS,
} from "../../../src/use-cases/view-due.ts";
import { DueRow } from "../../components/due.tsx";
import type { Frame } from "../../frame.ts";

/** Everything that is due, by day; what has passed stands first and says so. */
export const Due = ({ f, due }: { f: Frame; due: DueView }) => {
  const t = f.t.due;
  const rows: (readonly [LegalDate, unknown])[] = [];
  const add = (day: LegalDate | null, row: (day: LegalDate) => unknown): void => {
    if (day !== null) rows.push([day, row(day)]);
  };
  const coming = (of: Coming, id: string, title: (k: number) => string): void =>
    add(of.first, (day) => (
      <DueRow f={f} day={day} title={title(of.ahead)} href={f.href("/due", {}, id)}>
        {t.within(AHEAD_DAYS)}
      </DueRow>
    ));
  for (const list of due.lists) add(list.day, () => <ListRow f={f} list={list} />);
  if (due.campaign) add(due.campaign.day, () => <CampaignRow f={f} campaign={due.campaign as Campaign} />);
  const { ends } = due;
  if (ends.soon > 0)
    add(ends.first, (day) => (
      <DueRow f={f} day={day} title={t.ends(ends.soon, SOON_DAYS)} href={f.href("/due", {}, "ends")} />
    ));
  if (ends.ahead > ends.soon)
    add(ends.later, (day) => (
      <DueRow f={f} day={day} title={t.ends(ends.ahead, AHEAD_DAYS)} href={f.href("/due", {}, "ends")} />
    ));
  coming(due.suspensions, "suspensions", t.suspensions);
  coming(due.starts, "starts", t.starts);
  const many = (n: number): string | null => (n >= COUNTED ? t.atLeast(COUNTED) : null);
  for (const batch of due.batches) add(batch.day, () => <BatchRow f={f} batch={batch} />);
  add(due.overdue.first, (day) => (
    <DueRow f={f} day={day} title={t.overdue(due.overdue.n)} href={f.href("/due", {}, "overdue")}>
      {many(due.overdue.n) ?? t.overdueWhy}
    </DueRow>
  ));
  add(due.returning.first, (day) => (
    <DueRow f={f} day={day} title={t.returning(due.returning.n, RETURN_DAYS)} href={f.href("/due", {}, "returning")}>
      {many(due.returning.n)}
    </DueRow>
  ));
  return (
    <>
      <ul>{rows.sort(([a], [b]) => a.localeCompare(b)).map(([, row]) => row)}</ul>
      {ends.ahead === 0 ? <p class="small muted after">{t.endsNone(AHEAD_DAYS)}</p> : null}
    </>
  );
};

/** A batch of review: what is left of it, what should have been done. */
export const BatchRow = ({ f, batch: { batch, left, overdue, day } }: { f: Frame; batch: BatchDue }) => (
  <DueRow f={f} day={day} title={f.t.batches.due_(batch.body.name, left)} href={f.href(`/batches/${batch.id}`)}>
    {f.t.batches.kinds[batch.kind]}
    {overdue === 0 ? null : `. ${f.t.batches.dueOver(overdue)}`}
  </DueRow>
);

/** A list to publish, with what would stand in it. */
export const ListRow = ({ f, list }: { f: Frame; list: ListDeadline }) => {
  const t = f.t.due;
  const [from, to] = [list.from.slice(0, 4), list.to.slice(0, 4)];
  return (
    <DueRow
      f={f}
      day={list.day}
      title={list.what === "yearly" ? t.lists.yearly(from) : t.lists.systematisation(from, to)}
      href={f.href("/reports", { form: "01", from: list.from, to: list.to })}
    >
      {t.listed(list.whole, list.part)}. {list.daysLeft < 0 ? t.passed : null} {list.verified ? null : t.unverified}
    </DueRow>
  );
};

/** How far the documents of former bodies are handled: ended, with a conclusion, without. */
export const CampaignRow = ({ f, campaign }: { f: Frame; campaign: Campaign }) => {
  const t = f.t.due;
  return (
    <DueRow f={f} day={campaign.day} title={t.campaign} href={f.href("/due", {}, "campaign")}>
      {campaign.left === 0 ? t.campaignDone(campaign.n) : t.campaignLeft(campaign.left, campaign.n)}.{" "}
      {campaign.daysLeft < 0 ? t.campaignPassed : null} {campaign.verified ? null : t.unverified}
      <Progress f={f} of={campaign} />
    </DueRow>
  );
};

const PARTS = ["ended", "decided", "left"] as const;

export const Progress = ({ f, of }: { f: Frame; of: Pick<Campaign, "n" | (typeof PARTS)[number]> }) => {
  let at = 0;
  const said = PARTS.map((part) => `${f.t.due.parts[part]} ${f.t.n(of[part])}`).join(", ");
  return (
    <svg class="bar progress" role="img" aria-label={`${f.t.due.progress}: ${said}`}>
      <rect class="bed" width="100%" height="6" />
      {PARTS.slice(0, 2).map((part) => {
        const wide = of.n === 0 ? 0 : (100 * of[part]) / of.n;
        const x = at;
        at += wide;
        return wide === 0 ? null : (
          <rect class={`progress__${part}`} x={`${x.toFixed(2)}%`} width={`${wide.toFixed(2)}%`} height="6" />
        );
      })}
    </svg>
  );
};
