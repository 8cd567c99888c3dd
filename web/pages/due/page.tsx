import type { Child } from "hono/jsx";
import type { CalendarView, DocumentDue } from "../../../src/use-cases/view-calendar.ts";
import type { Campaign } from "../../../src/use-cases/view-due.ts";
import { DueRow } from "../../components/due.tsx";
import { FindingPlace } from "../../components/finding-rows.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Status } from "../../components/status.tsx";
import { Said, shortName, Symbol } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { nameOf } from "../handling/rows.tsx";
import { BatchRow, ListRow, Progress } from "../home/due.tsx";

/** Rows of work of people; the rest stands on its own page. */
const SHOWN = 50;

/** What stands behind each figure of what is due, list by list. */
export const DuePage = ({ f, view }: { f: Frame; view: CalendarView }) => {
  const t = f.t.due;
  return (
    <>
      <PageHead title={t.title}>{t.lead(f.date(f.on))}</PageHead>
      <List f={f} id="lists" title={t.sections.lists} n={view.lists.length}>
        {view.lists.map((list) => (
          <ListRow f={f} list={list} />
        ))}
      </List>
      <List f={f} id="batches" title={f.t.batches.dueSection} n={view.batches.length}>
        {view.batches.map((batch) => (
          <BatchRow f={f} batch={batch} />
        ))}
      </List>
      {view.campaign ? <CampaignTable f={f} campaign={view.campaign} /> : null}
      <List f={f} id="ends" title={t.sections.ends} n={view.ends.ahead} aside={t.within(90)}>
        {documents(f, view.endsList)}
      </List>
      <List f={f} id="suspensions" title={t.sections.suspensions} n={view.suspensions.ahead} aside={t.within(90)}>
        {documents(f, view.suspensionsList)}
      </List>
      <List f={f} id="starts" title={t.sections.starts} n={view.starts.ahead} aside={t.within(90)}>
        {documents(f, view.startsList)}
      </List>
      <List f={f} id="overdue" title={t.sections.overdue} n={view.overdue.n}>
        {view.overdueList.map(({ assignment, finding }) => (
          <DueRow
            f={f}
            day={assignment.due ?? f.on}
            title={<Said f={f} text={finding.message} />}
            href={f.href(`/findings/${finding.key}`)}
          >
            {t.to(assignment.to)} · <FindingPlace f={f} row={finding} />
          </DueRow>
        ))}
      </List>
      <List f={f} id="handlings" title={f.t.inspections.handlingDue} n={view.lateHandlings.length}>
        {view.lateHandlings.slice(0, SHOWN).map((row) => (
          <DueRow
            f={f}
            day={row.handling.due ?? f.on}
            title={<Symbol text={nameOf(f, row)} />}
            href={f.href(`/handling/${row.handling.id}`)}
          >
            {row.unitName ?? f.t.handling.noUnit}
          </DueRow>
        ))}
      </List>
      <List f={f} id="inspections" title={f.t.inspections.dueTitle} n={view.inspectionClocks.length}>
        {view.inspectionClocks.slice(0, SHOWN).map(({ row, clock }) => (
          <DueRow
            f={f}
            day={clock.workable ?? clock.due}
            title={<Symbol text={row.work === null ? row.inspection.work : shortName(f, row.work)} />}
            href={f.href(`/inspections/${row.inspection.id}`)}
          >
            {f.t.inspections.clock[clock.name]} · <Said f={f} text={clock.source} />
          </DueRow>
        ))}
      </List>
      <List f={f} id="returning" title={t.sections.returning} n={view.returning.n}>
        {view.returningList.map(({ until, finding }) => (
          <DueRow
            f={f}
            day={until}
            title={<Said f={f} text={finding.message} />}
            href={f.href(`/findings/${finding.key}`)}
          >
            <FindingPlace f={f} row={finding} />
          </DueRow>
        ))}
      </List>
    </>
  );
};

const List = ({
  f,
  id,
  title,
  n,
  aside,
  children,
}: {
  f: Frame;
  id: string;
  title: string;
  n: number;
  aside?: string;
  children: Child[];
}) => (
  <Section
    id={id}
    title={
      <>
        {title} <span class="n">{f.t.n(n)}</span>
      </>
    }
    aside={aside ? <p>{aside}</p> : null}
  >
    {n === 0 ? <p class="muted">{f.t.due.none}</p> : null}
    <ul>
      {children}
      {n > children.length ? <li class="small muted after">{f.t.document.more(n - children.length)}</li> : null}
    </ul>
  </Section>
);

const documents = (f: Frame, rows: readonly DocumentDue[]): Child[] =>
  rows.map(({ work, day, is }) => (
    <DueRow f={f} day={day} title={<Symbol text={shortName(f, work)} />} href={f.href(`/documents/${work.id}`)}>
      {work.symbol !== null && work.title !== null ? <Said f={f} text={work.title} /> : null}{" "}
      <Status f={f} status={is} known={work.known} />
    </DueRow>
  ));

const COLUMNS = ["ended", "decided", "left"] as const;

/** Body by body: how many documents have ended, have a conclusion, wait. */
const CampaignTable = ({ f, campaign }: { f: Frame; campaign: Campaign }) => {
  const t = f.t.due;
  return (
    <Section
      id="campaign"
      title={t.sections.campaign}
      aside={
        <p>
          {f.date(campaign.day)}, {t.left(campaign.daysLeft)}
        </p>
      }
    >
      <p>
        {campaign.left === 0 ? t.campaignDone(campaign.n) : t.campaignLeft(campaign.left, campaign.n)}.{" "}
        {campaign.daysLeft < 0 ? t.campaignPassed : null}
      </p>
      <Progress f={f} of={campaign} />
      <div class="scroll after" tabindex={0}>
        <table class="table table--tight">
          <caption class="sr">{t.sections.campaign}</caption>
          <thead>
            <tr>
              <th scope="col">{t.body}</th>
              <th scope="col" class="num">
                {t.total}
              </th>
              {COLUMNS.map((part) => (
                <th scope="col" class="num">
                  {t.parts[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {campaign.bodies.map((row) => (
              <tr>
                <th scope="row">
                  <a href={f.href("/documents", { body: row.body })}>
                    <Said f={f} text={row.name} />
                  </a>
                </th>
                <td class="num">{f.t.n(row.n)}</td>
                {COLUMNS.map((part) => (
                  <td class="num">
                    {row[part] > 0 && part === "ended" ? (
                      <a class="plain" href={f.href("/documents", { body: row.body, status: "ceased" })}>
                        {f.t.n(row[part])}
                      </a>
                    ) : (
                      f.t.n(row[part])
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small muted after">{t.what}</p>
      <p class="small muted">
        {t.source}: <Said f={f} text={campaign.source} />. {campaign.verified ? null : t.unverified}
      </p>
    </Section>
  );
};
