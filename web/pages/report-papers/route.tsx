import { readAgency } from "../../../src/use-cases/agency.ts";
import { reportChoices } from "../../../src/use-cases/report-choices.ts";
import {
  countPapers,
  decidingActs,
  decidingFile,
  PAPER_PARTS,
  type PapersAsk,
} from "../../../src/use-cases/report-papers.ts";
import { FORM_KEYS } from "../../../src/use-cases/view-reports.ts";
import { download } from "../../download.ts";
import { type Ask, fault, type Route } from "../../route.ts";
import { reportAsk } from "../reports/query.ts";
import { WORD } from "../reports/route.tsx";
import { PapersPage } from "./page.tsx";

/** The papers around the lists: `?form=01&with=02&act=committee&part=act&part=annexes` and what narrows the lists. */
export const route: Route = {
  path: "/reports/papers",
  permission: "report:read",
  async answer(ask) {
    const { store, frame: f } = ask;
    const papers = await papersAsk(ask);
    if ("fault" in papers) return papers;
    return {
      title: f.t.papers.title,
      nav: "reports",
      place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.papers.title }],
      styles: ["page-reports.css"],
      body: <PapersPage f={f} papers={papers} lists={await countPapers(store, papers)} acts={decidingActs().acts} />,
    };
  },
};

/** All of it as one Word file. */
export const file: Route = {
  path: "/reports/papers/file",
  permission: "report:read",
  async answer(ask) {
    const papers = await papersAsk(ask);
    if ("fault" in papers) return papers;
    const { from, to } = papers.query;
    return download(`ho-so-cong-bo-${from}-${to}.docx`, WORD, await decidingFile(ask.store, papers));
  },
};

/** What the address asks for; an address without a choice of papers asks for all. */
export async function papersAsk({ store, frame: f }: Pick<Ask, "store" | "frame">) {
  const query = reportAsk(f, await reportChoices(store, f.on));
  if ("bad" in query) return fault(400, "bad-value", query.bad);
  const badDay = query.badFrom ?? query.badTo ?? query.badPublished;
  if (badDay !== null) return fault(400, "bad-day", badDay);
  if (query.reversed) return fault(400, "bad-value", `${f.date(query.from)} – ${f.date(query.to)}`);
  const { acts } = decidingActs();
  const key = f.query.get("act") || "committee";
  const act = acts.find((each) => each.key === key);
  if (!act) return fault(400, "bad-value", key);
  const asked = f.query.getAll("part").filter((each) => each !== "");
  const parts = PAPER_PARTS.filter((part) => asked.length === 0 || asked.includes(part));
  if (parts.length === 0) return fault(400, "bad-value", asked[0] ?? "");
  const others = f.query.getAll("with");
  const forms = FORM_KEYS.filter((form) => form === query.form || others.includes(form));
  const { agency } = await readAgency(store);
  return { query, forms, act, parts, agency, made: f.today } satisfies PapersAsk;
}
