import { accountWords } from "./vi-accounts.ts";
import { n } from "./vi-number.ts";
import { api } from "./vi-api.ts";
import { keyWords } from "./vi-keys.ts";
import { triage } from "./vi-findings.ts";
import { triageDesk } from "./vi-triage.ts";
import { searching } from "./vi-search.ts";
import { oneDocument } from "./vi-document.ts";
import { documentList } from "./vi-documents.ts";
import { attentionWords } from "./vi-attention.ts";
import { handlingWords } from "./vi-handling.ts";
import { trackerWords } from "./vi-tracker.ts";
import { petitionWords } from "./vi-petitions.ts";
import { help } from "./vi-help.ts";
import { adminWords } from "./vi-admin.ts";
import { ruleWords } from "./vi-rules.ts";
import { reviewWords } from "./vi-reviews.ts";
import { home } from "./vi-home.ts";
import { shell } from "./vi-shell.ts";
import { auditing } from "./vi-audit.ts";
import { citations } from "./vi-citations.ts";
import { decisions } from "./vi-decision.ts";
import { drafts } from "./vi-draft.ts";
import { effectWords } from "./vi-effects.ts";
import { consolidated } from "./vi-consolidated.ts";
import { impacts } from "./vi-impact.ts";
import { importing } from "./vi-import.ts";
import { law } from "./vi-law.ts";
import { neighbourhood } from "./vi-graph.ts";
import { norms } from "./vi-norms.ts";
import { reading } from "./vi-reader.ts";
import { savedViewWords } from "./vi-saved-views.ts";
import { noticeWords } from "./vi-notices.ts";
import { sheetWords } from "./vi-sheets.ts";
import { papering } from "./vi-papers.ts";
import { batchWords } from "./vi-batches.ts";
import { reporting } from "./vi-reports.ts";
import { publishing } from "./vi-published.ts";
import { listing } from "./vi-lists.ts";
import { periodical } from "./vi-periodic.ts";

/**
 * Every string of the interface in Vietnamese, the first language. `en.ts` must have the same shape. What a finding, a
 * proof or a law says is data and stays in the language it was written in.
 */
export const vi = {
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
  lang: "vi",
  n,
  otherLanguage: { code: "en", name: "English" },
  patterns: {
    lead: "Mỗi thành phần có mặt ở đây trước khi lên trang, đủ các trạng thái, ở cả hai nền sáng và tối.",
    parts: "Thành phần",
  },
};

export type Dictionary = typeof vi;
