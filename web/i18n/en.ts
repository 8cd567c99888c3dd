import { accountWords } from "./en-accounts.ts";
import { n } from "./en-number.ts";
import { triage } from "./en-findings.ts";
import { triageDesk } from "./en-triage.ts";
import { searching } from "./en-search.ts";
import { oneDocument } from "./en-document.ts";
import { documentList } from "./en-documents.ts";
import { attentionWords } from "./en-attention.ts";
import { handlingWords } from "./en-handling.ts";
import { trackerWords } from "./en-tracker.ts";
import { petitionWords } from "./en-petitions.ts";
import { help } from "./en-help.ts";
import { adminWords } from "./en-admin.ts";
import { ruleWords } from "./en-rules.ts";
import { reviewWords } from "./en-reviews.ts";
import { home } from "./en-home.ts";
import { api } from "./en-api.ts";
import { keyWords } from "./en-keys.ts";
import { shell } from "./en-shell.ts";
import { auditing } from "./en-audit.ts";
import { citations } from "./en-citations.ts";
import { decisions } from "./en-decision.ts";
import { drafts } from "./en-draft.ts";
import { effectWords } from "./en-effects.ts";
import { consolidated } from "./en-consolidated.ts";
import { impacts } from "./en-impact.ts";
import { importing } from "./en-import.ts";
import { law } from "./en-law.ts";
import { neighbourhood } from "./en-graph.ts";
import { norms } from "./en-norms.ts";
import { reading } from "./en-reader.ts";
import { savedViewWords } from "./en-saved-views.ts";
import { sheetWords } from "./en-sheets.ts";
import { batchWords } from "./en-batches.ts";
import type { Dictionary } from "./vi.ts";
import { noticeWords } from "./en-notices.ts";
import { papering } from "./en-papers.ts";
import { reporting } from "./en-reports.ts";
import { publishing } from "./en-published.ts";
import { listing } from "./en-lists.ts";
import { periodical } from "./en-periodic.ts";

/** Every string of the interface in English. The law, the findings and their proofs stay Vietnamese. */
export const en: Dictionary = {
  ...shell,
  ...accountWords,
  ...api,
  ...keyWords,
  ...home,
  ...help,
  ...handlingWords,
  ...trackerWords,
  ...petitionWords,
  ...documentList,
  ...oneDocument,
  ...searching,
  ...triage,
  ...triageDesk,
  ...law,
  ...importing,
  ...citations,
  ...reading,
  ...norms,
  ...neighbourhood,
  ...consolidated,
  ...impacts,
  ...drafts,
  ...decisions,
  ...effectWords,
  ...papering,
  ...reporting,
  ...publishing,
  ...listing,
  ...periodical,
  ...attentionWords,
  ...reviewWords,
  ...adminWords,
  ...ruleWords,
  ...savedViewWords,
  ...sheetWords,
  ...batchWords,
  ...auditing,
  ...noticeWords,
  lang: "en",
  n,
  otherLanguage: { code: "vi", name: "Tiếng Việt" },
  patterns: {
    lead: "Every component is here, in all its states and on both backgrounds, before a page uses it.",
    parts: "Components",
  },
};
