import { attachments } from "../../web/pages/attachments/route.tsx";
import { effects, gaps, gapsCitation } from "../../web/pages/attention/moved.ts";
import {
  create as createAccount,
  one as account,
  reset as resetPassword,
  route as accounts,
  save as saveAccount,
} from "../../web/pages/accounts/route.tsx";
import { make as makeFirst, route as firstAccount } from "../../web/pages/first-account/route.tsx";
import { endOthers, mail as myMail, password as myPassword, route as me } from "../../web/pages/me/route.tsx";
import {
  back as signInReturn,
  elsewhere as signInElsewhere,
  enterHere,
  leave,
  route as signIn,
} from "../../web/pages/sign-in/route.tsx";
import { one as unit, route as units, save as saveUnit } from "../../web/pages/units/route.tsx";
import { route as admin, testMail } from "../../web/pages/admin/route.tsx";
import { list as attentionList, route as attention, settled } from "../../web/pages/attention/route.tsx";
import { route as api, tryIt } from "../../web/pages/api/route.tsx";
import { exported as auditExport, route as audit } from "../../web/pages/audit/route.tsx";
import { route as citationCard } from "../../web/pages/citation-card/route.tsx";
import { route as officialCitation } from "../../web/pages/official-citation/route.tsx";
import { route as citationTarget, save as saveCitationTarget } from "../../web/pages/citation-target/route.tsx";
import { exported as consolidatedFile, route as consolidated } from "../../web/pages/consolidated/route.tsx";
import { route as compare } from "../../web/pages/compare/route.tsx";
import { route as document } from "../../web/pages/document/route.tsx";
import { route as documents } from "../../web/pages/documents/route.tsx";
import { compared, exported as documentList, originals } from "../../web/pages/documents-chosen/route.ts";
import { route as documentFields, save as saveDocumentFields } from "../../web/pages/documents-fields/route.tsx";
import { route as documentValues } from "../../web/pages/documents-values/route.tsx";
import { route as effect, save as saveEffect } from "../../web/pages/effect/route.tsx";
import { route as effectAdd, save as saveEffectAdd } from "../../web/pages/effect-add/route.tsx";
import {
  askOpinion,
  assign,
  decide,
  note,
  route as finding,
  unassign,
  undo,
  unnote,
} from "../../web/pages/finding/route.tsx";
import { apply as decideMany, batch, preview as bulk, undo as undoMany } from "../../web/pages/findings-bulk/route.tsx";
import { route as findings } from "../../web/pages/findings/route.tsx";
import { route as due } from "../../web/pages/due/route.tsx";
import { route as graph } from "../../web/pages/graph/route.tsx";
import { route as home } from "../../web/pages/home/route.tsx";
import {
  annotated,
  check as checkDraft,
  forget as forgetDraft,
  route as drafts,
  result as draft,
} from "../../web/pages/drafts/route.tsx";
import { apply as changeHandlings, route as handlingBulk } from "../../web/pages/handling-bulk/route.tsx";
import { make as makeHandling, route as handlingNew } from "../../web/pages/handling-new/route.tsx";
import { route as handlingOne, save as saveHandling } from "../../web/pages/handling-one/route.tsx";
import { exported as handlingList, route as handling } from "../../web/pages/handling/route.tsx";
import {
  exported as trackerFile,
  match as matchTracker,
  route as tracker,
  settleAll,
} from "../../web/pages/tracker/route.tsx";
import { route as trackerRow, settle as settleTrackerRow } from "../../web/pages/tracker-row/route.tsx";
import {
  keep as keepTracker,
  preview as trackerPreview,
  route as trackers,
  upload as readTracker,
} from "../../web/pages/trackers/route.tsx";
import { route as inspection, note as noteInspection } from "../../web/pages/inspection/route.tsx";
import {
  fresh as newInspection,
  open as openInspection,
  route as inspections,
} from "../../web/pages/inspections/route.tsx";
import { route as petition, save as savePetition } from "../../web/pages/petition/route.tsx";
import {
  fresh as newPetition,
  record as recordPetition,
  route as petitions,
} from "../../web/pages/petitions/route.tsx";
import { guide, route as help } from "../../web/pages/help/route.tsx";
import { exported as impactList, route as impact } from "../../web/pages/impact/route.tsx";
import { route as importPage, upload } from "../../web/pages/import/route.tsx";
import { cancel, progress, route as job } from "../../web/pages/import-job/route.tsx";
import { route as metadata, save as saveMetadata } from "../../web/pages/metadata/route.tsx";
import { route as news } from "../../web/pages/news/route.tsx";
import {
  open as openNotice,
  read as readNotices,
  route as notifications,
} from "../../web/pages/notifications/route.tsx";
import { route as original } from "../../web/pages/original/route.ts";
import { route as patterns } from "../../web/pages/patterns/route.tsx";
import {
  documents as reviewedDocuments,
  exported as reviewLog,
  route as reviews,
} from "../../web/pages/reviews/route.tsx";
import { route as rule } from "../../web/pages/rule/route.tsx";
import { route as rules } from "../../web/pages/rules/route.tsx";
import { drop as dropView, save as saveView } from "../../web/pages/saved-views/route.tsx";
import { route as agency, save as saveAgency } from "../../web/pages/agency/route.tsx";
import {
  cancel as cancelReportJob,
  file as reportJobFile,
  route as reportJob,
  start as startReportJob,
} from "../../web/pages/report-jobs/route.tsx";
import { file as papersFile, route as papers } from "../../web/pages/report-papers/route.tsx";
import { exported as reportFile, route as reports } from "../../web/pages/reports/route.tsx";
import {
  correct as correctPublication,
  file as publicationFile,
  freeze,
  freezing,
  one as publication,
  publish as publishList,
  route as published,
} from "../../web/pages/published/route.tsx";
import {
  behind as behindFigure,
  file as periodicFile,
  prose as reportProse,
  route as periodic,
} from "../../web/pages/periodic/route.tsx";
import {
  answer as answerListItem,
  dates as dateList,
  one as listImport,
  route as listImports,
  upload as uploadList,
} from "../../web/pages/published-lists/route.tsx";
import {
  act as actOnSheet,
  docx as sheetFile,
  route as sheet,
  save as saveSheet,
} from "../../web/pages/sheet/route.tsx";
import { ask as askUnit, reply as replyToQuestion } from "../../web/pages/sheet/opinions-route.tsx";
import { change as changeBatch, exported as batchList, route as batchOne } from "../../web/pages/batch/route.tsx";
import { apply as applyToItems, preview as previewItems } from "../../web/pages/batch-items/route.tsx";
import { make as makeBatch, route as batchNew } from "../../web/pages/batch-new/route.tsx";
import { apply as refreshBatch, route as batchRefresh } from "../../web/pages/batch-refresh/route.tsx";
import { route as batches } from "../../web/pages/batches/route.tsx";
import { route as opinions } from "../../web/pages/opinions/route.tsx";
import { open as openSheet, route as sheets } from "../../web/pages/sheets/route.tsx";
import { route as search } from "../../web/pages/search/route.tsx";
import { route as suggest } from "../../web/pages/suggest/route.tsx";
import { apply as applySuppression, lift, route as suppress } from "../../web/pages/suppress/route.tsx";
import { create as createKey, revoke as revokeKey, route as keys } from "../../web/pages/tokens/route.tsx";
import type { Route } from "../../web/route.ts";

/** Every page of the app. A new page is one folder in `web/pages` and one line here. */
export const ROUTES: readonly Route[] = [
  home,
  attention,
  settled,
  attentionList,
  due,
  news,
  reports,
  startReportJob,
  reportJob,
  reportJobFile,
  cancelReportJob,
  papers,
  papersFile,
  agency,
  saveAgency,
  reportFile,
  published,
  freezing,
  freeze,
  publication,
  publishList,
  correctPublication,
  publicationFile,
  periodic,
  reportProse,
  behindFigure,
  periodicFile,
  listImports,
  uploadList,
  listImport,
  answerListItem,
  dateList,
  gaps,
  gapsCitation,
  citationTarget,
  saveCitationTarget,
  effects,
  effect,
  saveEffect,
  effectAdd,
  saveEffectAdd,
  documents,
  documentValues,
  documentList,
  originals,
  compared,
  documentFields,
  saveDocumentFields,
  document,
  consolidated,
  consolidatedFile,
  citationCard,
  officialCitation,
  compare,
  graph,
  search,
  suggest,
  saveView,
  dropView,
  findings,
  bulk,
  decideMany,
  batch,
  undoMany,
  finding,
  decide,
  undo,
  assign,
  unassign,
  note,
  unnote,
  askOpinion,
  batches,
  batchNew,
  makeBatch,
  batchOne,
  changeBatch,
  batchList,
  previewItems,
  applyToItems,
  batchRefresh,
  refreshBatch,
  sheets,
  opinions,
  openSheet,
  sheet,
  sheetFile,
  saveSheet,
  actOnSheet,
  askUnit,
  replyToQuestion,
  suppress,
  applySuppression,
  lift,
  admin,
  testMail,
  reviews,
  reviewedDocuments,
  reviewLog,
  rules,
  rule,
  drafts,
  checkDraft,
  draft,
  annotated,
  forgetDraft,
  impact,
  impactList,
  handling,
  handlingList,
  handlingBulk,
  changeHandlings,
  handlingNew,
  makeHandling,
  trackers,
  readTracker,
  trackerPreview,
  keepTracker,
  tracker,
  settleAll,
  matchTracker,
  trackerFile,
  trackerRow,
  settleTrackerRow,
  petitions,
  newPetition,
  recordPetition,
  petition,
  savePetition,
  inspections,
  newInspection,
  openInspection,
  inspection,
  noteInspection,
  handlingOne,
  saveHandling,
  help,
  guide,
  importPage,
  upload,
  job,
  progress,
  cancel,
  metadata,
  saveMetadata,
  audit,
  auditExport,
  signIn,
  enterHere,
  signInElsewhere,
  signInReturn,
  leave,
  firstAccount,
  makeFirst,
  me,
  myPassword,
  myMail,
  endOthers,
  accounts,
  createAccount,
  account,
  saveAccount,
  resetPassword,
  units,
  unit,
  saveUnit,
  patterns,
  api,
  tryIt,
  keys,
  createKey,
  revokeKey,
  notifications,
  openNotice,
  readNotices,
  ...attachments,
  original,
];
