import type { PGlite } from "@electric-sql/pglite";
import { accountStore } from "./account-store.ts";
import { auditStore } from "./audit-store.ts";
import { batchStore } from "./batch-store.ts";
import { deskStore } from "./desk-store.ts";
import { documentStore } from "./document-store.ts";
import { effectStore } from "./effect-store.ts";
import type { Engine } from "./engine.ts";
import { decisionStore } from "./decision-store.ts";
import { facetStore } from "./facet-store.ts";
import { findingStore } from "./finding-store.ts";
import { handlingStore } from "./handling-store.ts";
import { importStore } from "./import-store.ts";
import { jobStore } from "./job-store.ts";
import { linkStore } from "./link-store.ts";
import { attachmentStore, messageStore } from "./message-store.ts";
import { migrationFiles } from "./migration-files.ts";
import { overrideStore } from "./override-store.ts";
import { overviewStore } from "./overview-store.ts";
import { listImportStore, proseStore, publicationStore } from "./publication-store.ts";
import { petitionStore } from "./petition-store.ts";
import { relationStore } from "./relation-store.ts";
import { searchStore } from "./search/search-store.ts";
import { sheetStore } from "./sheet-store.ts";
import { settingStore } from "./setting-store.ts";
import { statusStore } from "./status-store.ts";
import type { Store } from "./store.ts";
import { tokenStore } from "./token-store.ts";
import { reviewLogStore } from "./review-log-store.ts";
import { worklistStore } from "./worklist-store.ts";
import { workStore } from "./work-store.ts";

export { StoreError } from "./store-error.ts";

export interface OpenOptions {
  /** Nothing can be written; the index must exist and have this program's schema. */
  readonly readonly?: boolean;
}

export const isPostgresUrl = (url: string): boolean => /^postgres(ql)?:\/\//u.test(url);

/**
 * Opens the index, creating or upgrading it first. `url`: path of a SQLite file, `:memory:`, or `postgres://…`. Throws
 * StoreError with a Vietnamese message when the index cannot be used.
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  // Loaded on demand: a program on SQLite starts without the PostgreSQL client, and the other way round.
  if (isPostgresUrl(url)) return storeOn(await (await import("./engine.pg.ts")).openPostgres(url, options));
  return storeOn(await (await import("./engine.sqlite.ts")).openSqlite(url, options));
}

/** PostgreSQL inside this process, for tests and trials: a folder, an instance, or nothing for memory. */
export async function openPglite(at?: string | PGlite): Promise<Store> {
  return storeOn(await (await import("./engine.pg.ts")).openPgliteEngine(at));
}

function storeOn(engine: Engine): Store {
  return {
    dialect: engine.dialect,
    withTransaction: (run) => engine.withTransaction(run),
    works: workStore(engine),
    documents: documentStore(engine),
    links: linkStore(engine),
    effects: effectStore(engine),
    statuses: statusStore(engine),
    relations: relationStore(engine),
    findings: findingStore(engine),
    decisions: decisionStore(engine),
    search: searchStore(engine),
    imports: importStore(engine),
    overrides: overrideStore(engine),
    overview: overviewStore(engine),
    jobs: jobStore(engine),
    facets: facetStore(engine),
    desk: deskStore(engine),
    tokens: tokenStore(engine),
    handlings: handlingStore(engine),
    petitions: petitionStore(engine),
    worklists: worklistStore(engine),
    reviewLog: reviewLogStore(engine),
    audit: auditStore(engine),
    accounts: accountStore(engine),
    messages: messageStore(engine),
    attachments: attachmentStore(engine),
    publications: publicationStore(engine),
    listImports: listImportStore(engine),
    prose: proseStore(engine),
    sheets: sheetStore(engine),
    batches: batchStore(engine),
    settings: settingStore(engine),
    analyse: () => engine.analyse(),
    about: async () => ({ schema: migrationFiles(engine.dialect).length, ...(await engine.extent()) }),
    close: () => engine.close(),
  };
}
