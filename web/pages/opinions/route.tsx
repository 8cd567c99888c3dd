import { isOverdue } from "../../../src/use-cases/consult-unit.ts";
import { type OpinionWanted, viewOpinions } from "../../../src/use-cases/view-opinions.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { Route } from "../../route.ts";

/** What the unit of whoever looks has to answer; whoever belongs to no unit sees every question that waits. */
export const route: Route = {
  path: "/opinions",
  permission: "sheet:read",
  async answer({ store, frame: f, person }) {
    const t = f.t.sheets.consult;
    return {
      title: t.page,
      nav: "sheets",
      place: [{ label: f.t.sheets.title, href: f.href("/sheets") }, { label: t.page }],
      styles: ["page-sheet.css"],
      body: <OpinionsPage f={f} rows={await viewOpinions(store, person.unit?.id ?? null)} />,
    };
  },
};

const OpinionsPage = ({ f, rows }: { f: Frame; rows: readonly OpinionWanted[] }) => {
  const t = f.t.sheets.consult;
  return (
    <>
      <PageHead title={t.page}>{t.pageLead}</PageHead>
      {rows.length === 0 ? (
        <Blank title={t.pageNone}>{t.pageNoneWhy}</Blank>
      ) : (
        <ul class="rel">
          {rows.map(({ asked, work }) => (
            <li>
              <a href={f.href(`/sheets/${asked.sheet}`, {}, `q-${asked.id}`)} data-row>
                {work === null ? asked.sheet : words(shortName(f, work))}
              </a>{" "}
              <b>{asked.body.unitName}</b>
              {asked.due === null ? null : (
                <span class={isOverdue(asked, f.today) ? "late" : "muted"}>
                  {" "}
                  {t.dueDay(f.date(asked.due))}
                  {isOverdue(asked, f.today) ? ` (${t.late})` : ""}
                </span>
              )}
              {work?.title ? (
                <div class="small">
                  <Said f={f} text={work.title} />
                </div>
              ) : null}
              {asked.body.question === "" ? null : <p class="small muted pre">{words(asked.body.question)}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
