import type { LegalDate } from "../domain/legal-date.ts";
import { decidingPaper, PAPER_PARTS, type PaperPart } from "../report/deciding-paper.ts";
import type { ReportModel } from "../report/form.ts";
import { type DecidingAct, decidingActs } from "../report/forms/deciding-acts.ts";
import { formOn } from "../report/forms/form-definition.ts";
import { formSections } from "../report/report-docx.ts";
import { wordFile, WordLinks, type WordPaper } from "../report/word/word-file.ts";
import type { Store } from "../store/store.ts";
import type { Agency } from "./agency.ts";
import type { Gathering } from "./listed-works.ts";
import {
  type CountedReport,
  countReports,
  fillReport,
  type FormKey,
  type ListedQuery,
  scopeTitle,
} from "./view-reports.ts";

export { type DecidingAct, decidingActs, PAPER_PARTS, type PaperPart };

/** What goes to be signed: the lists, the act that publishes them, and the submission that asks for it. */
export interface PapersAsk {
  readonly query: ListedQuery;
  readonly forms: readonly FormKey[];
  /** Key of a deciding act. */
  readonly act: DecidingAct;
  readonly parts: readonly PaperPart[];
  readonly agency: Agency;
  /** The day the papers are made. */
  readonly made: LegalDate;
}

/** The lists of the papers as a page counts them. */
export const countPapers = (
  store: Store,
  { query, forms, agency }: Pick<PapersAsk, "query" | "forms" | "agency">,
): Promise<readonly CountedReport[]> => countReports(store, { ...query, title: null }, forms, agency);

async function paperModels(
  store: Store,
  { query, forms, agency }: Pick<PapersAsk, "query" | "forms" | "agency">,
  gathering: Gathering,
): Promise<readonly ReportModel[]> {
  const models: ReportModel[] = [];
  for (const form of forms)
    models.push((await fillReport(store, { ...query, form, title: null }, agency, gathering)).model);
  return models;
}

/** Submission, draft act and annexes as one Word file (NĐ 30/2020/NĐ-CP). */
export async function decidingFile(
  store: Store,
  ask: PapersAsk,
  gathering: Gathering = {},
): Promise<AsyncGenerator<Uint8Array>> {
  const { query, act, parts, agency, made } = ask;
  const models = await paperModels(store, ask, gathering);
  return wordFile(
    decidingPaper(
      {
        act,
        words: decidingActs(),
        models,
        period: query,
        of: await scopeTitle(store, query, agency.place),
        publishedUnder: formOn("01", query.to, query.regime).regime.publishedUnder,
        names: agency,
        made,
        links: new WordLinks(),
        linkTo: outsideLink,
      },
      parts,
    ),
  );
}

/** One form as a Word file of its own, in landscape. */
export function formPaper(model: ReportModel, linkTo: (href: string) => string | null = outsideLink): WordPaper {
  const links = new WordLinks();
  return { title: model.title, links, sections: formSections(model, { links, linkTo }) };
}

/** A path of this site leads nowhere from a file. */
const outsideLink = (href: string): string | null => (/^https?:\/\//u.test(href) ? href : null);
