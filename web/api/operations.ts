import type { Operation } from "./operation.ts";
import { getAttention, getCitationTarget, setCitationTarget } from "./operations/attention.ts";
import { checkAudit, listAudit } from "./operations/audit.ts";
import { compare } from "./operations/compare.ts";
import { getDocument, getProvision, listDocumentEffects, listDocuments, listNorms } from "./operations/documents.ts";
import { assign, dropNote, listNotes, unassign, writeNote } from "./operations/desk.ts";
import { checkDraft, forgetDraft, getDraft, getDraftFile } from "./operations/drafts.ts";
import { addEffectByHand, decideOnEffect, getEffect, listEffects } from "./operations/effects.ts";
import { exportAkomaNtoso, exportJson, exportJsonLd } from "./operations/exports.ts";
import { decideTogether, getBatch, previewBatch, undoTogether } from "./operations/decision-batches.ts";
import { countFindings, groupFindings, listFindings } from "./operations/finding-queue.ts";
import { askOpinion, decide, getFinding, undoDecision } from "./operations/findings.ts";
import { exportImpactList, getImpact, listActs } from "./operations/impact.ts";
import { cancelImport, getImport, listImports, startImport } from "./operations/imports.ts";
import { getMetadata, saveMetadata } from "./operations/metadata.ts";
import { getOverview, getStatus } from "./operations/overview.ts";
import { listRelations } from "./operations/relations.ts";
import { getRule, listRules } from "./operations/rules.ts";
import { search } from "./operations/search.ts";
import { lift, listSuppressions, previewSuppression, suppress } from "./operations/suppressions.ts";
import { exportConsolidatedText, getConsolidated, getOriginal, getText } from "./operations/text.ts";
import { getNeighbourhood } from "./operations/graph.ts";
import { getDue, getNews } from "./operations/news.ts";
import { getReport } from "./operations/reports.ts";
import { getPeriodicReport, getPublication, listPublications, publishPublication } from "./operations/publications.ts";
import {
  answerListDifference,
  datePublishedList,
  getPublishedList,
  listPublishedLists,
} from "./operations/published-lists.ts";
import { exportReviewLog, getReviews, listReviewedDocuments } from "./operations/reviews.ts";
import { assignBatchItems, leaveOut, listBatches, listBatchItems } from "./operations/batches.ts";
import {
  answerOpinion,
  concludeSheet,
  getHandlingProposal,
  getSheet,
  listSheets,
  openSheet,
  returnSheet,
  writeSheet,
} from "./operations/sheets.ts";
import { changeHandling, getHandling, listHandlings, makeHandling } from "./operations/handlings.ts";
import {
  changePetition,
  getInspection,
  getPetition,
  listInspections,
  listPetitions,
  recordPetition,
} from "./operations/petitions.ts";
import { dropList, listSavedLists, saveList } from "./operations/saved-lists.ts";

/** Everything programs may ask for. A new operation is one declaration in `operations/` and one word here. */
export const OPERATIONS: readonly Operation[] = [
  listDocuments,
  getDocument,
  getText,
  getProvision,
  getConsolidated,
  listDocumentEffects,
  listRelations,
  getNeighbourhood,
  listNorms,
  getMetadata,
  saveMetadata,
  exportAkomaNtoso,
  exportJson,
  exportJsonLd,
  exportConsolidatedText,
  getOriginal,
  search,
  listFindings,
  countFindings,
  groupFindings,
  getFinding,
  decide,
  undoDecision,
  previewBatch,
  decideTogether,
  getBatch,
  undoTogether,
  askOpinion,
  assign,
  unassign,
  listNotes,
  writeNote,
  dropNote,
  listSuppressions,
  previewSuppression,
  suppress,
  lift,
  listSheets,
  getSheet,
  getHandlingProposal,
  openSheet,
  writeSheet,
  concludeSheet,
  returnSheet,
  answerOpinion,
  listHandlings,
  getHandling,
  makeHandling,
  changeHandling,
  listPetitions,
  getPetition,
  recordPetition,
  changePetition,
  listInspections,
  getInspection,
  listBatches,
  listBatchItems,
  assignBatchItems,
  leaveOut,
  getReviews,
  exportReviewLog,
  listReviewedDocuments,
  listSavedLists,
  saveList,
  dropList,
  listRules,
  getRule,
  listActs,
  getImpact,
  exportImpactList,
  compare,
  checkDraft,
  getDraft,
  getDraftFile,
  forgetDraft,
  listImports,
  startImport,
  getImport,
  cancelImport,
  getAttention,
  getCitationTarget,
  setCitationTarget,
  listEffects,
  getEffect,
  decideOnEffect,
  addEffectByHand,
  getOverview,
  getStatus,
  getDue,
  getNews,
  getReport,
  listPublications,
  getPublication,
  publishPublication,
  getPeriodicReport,
  listPublishedLists,
  getPublishedList,
  answerListDifference,
  datePublishedList,
  listAudit,
  checkAudit,
];
