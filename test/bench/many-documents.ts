import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rules } from "../../rules/index.ts";
import type { Evidence, Finding, Severity } from "../../src/domain/finding.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { fileAll } from "../../src/use-cases/work-facets.ts";
import { legalTexts } from "./legal-text.ts";

const DOCUMENTS = 20_000;
/** Lines kept of each: about eleven provisions, as in an ordinary decision. */
const LINES = 45;
const FIRST_YEAR = 2016;
const YEARS = 10;
const FINDINGS = 15_000;
const NOW = Date.UTC(2026, 10, 26);

/**
 * An index of twenty thousand documents with findings on many of them. `BENCH_DB=path` opens that file, or makes it there
 * for the next run: making it takes minutes.
 */
export async function manyDocuments(folder: string, day: LegalDate): Promise<Store> {
  const path = process.env.BENCH_DB ?? join(folder, "many-documents.sqlite");
  const isNew = !existsSync(path);
  const store = await openStore(path);
  if (isNew) await fill(store, join(folder, "many-documents"));
  await fileAll(store);
  const { rows } = await store.findings.list({ limit: 1 });
  if (rows.length === 0) await addFindings(store, day);
  return store;
}

async function fill(store: Store, files: string): Promise<void> {
  await mkdir(files, { recursive: true });
  const texts = legalTexts(DOCUMENTS, 20);
  for (const [i, text] of texts.entries()) {
    const year = String(FIRST_YEAR + (i % YEARS));
    const lines = text.replaceAll("2025", year).split("\n").slice(0, LINES).join("\n");
    await writeFile(join(files, `${i}.txt`), lines);
  }
  await indexPaths({ store, paths: [files], parsers: 2, now: NOW });
}

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** Findings as a run over everything leaves them, by all rules in turn; made up, for such a run takes hours. */
async function addFindings(store: Store, day: LegalDate): Promise<void> {
  const works = await store.documents.indexedWorks();
  const found: Finding[] = [];
  for (let i = 0; i < FINDINGS; i++) {
    const work = works[(i * 7) % works.length] as WorkId;
    const quoted = await store.documents.provision(work, "art_1__cl_1");
    found.push(finding(i, work, quoted?.text ?? ""));
  }
  await store.findings.record(day, found, NOW);
}

function finding(i: number, work: WorkId, text: string): Finding {
  const { id, code, group, maturity } = (rules[i % rules.length] as (typeof rules)[number]).meta;
  const evidence: Evidence = {
    work,
    symbol: null,
    eId: "art_1__cl_1",
    quote: text.slice(0, 60),
    span: null,
    role: "subject",
  };
  return {
    key: `bench-${String(i).padStart(6, "0")}`,
    rule: id,
    code,
    group,
    maturity,
    severity: SEVERITIES[i % SEVERITIES.length] as Severity,
    confidence: 0.5 + (i % 50) / 100,
    work,
    eId: "art_1__cl_1",
    message: "Thời hạn dài hơn văn bản cấp trên cho phép",
    why: "Hai điều khoản quy định cùng một việc.",
    recommendation: "Sửa thời hạn cho bằng văn bản cấp trên.",
    evidence: [evidence],
  };
}
