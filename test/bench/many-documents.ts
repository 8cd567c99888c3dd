import { existsSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../rules/index.ts";
import type { Evidence, Finding, Severity } from "../../src/domain/finding.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { fileAll } from "../../src/use-cases/work-facets.ts";
import { fillIndex } from "./filed-index.ts";
import { indexInputs } from "./index-input.ts";
import { legalTexts } from "./legal-text.ts";
import { tie, withFacts } from "./made-links.ts";

const DOCUMENTS = 20_000;
/** Of each before the last: about eleven provisions, as in an ordinary decision. */
const ARTICLES_EACH = 1;
const FINDINGS = 60_000;
/** One finding in so many quotes its document; the others have words of their own. */
const QUOTING = 6;
const NOW = Date.UTC(2026, 10, 26);

/**
 * An index of twenty thousand documents with findings on many of them, and one law of five hundred articles. `BENCH_DB=path`
 * opens that file, or makes it there for the next run: making it takes two minutes.
 */
export async function manyDocuments(folder: string, day: LegalDate): Promise<Store> {
  const path = process.env.BENCH_DB ?? join(folder, "many-documents.sqlite");
  const isNew = !existsSync(path);
  const store = await openStore(path);
  if (isNew) {
    await fillIndex(store, DOCUMENTS, { seed: 20, articles: ARTICLES_EACH, tied: true });
    await addLongLaw(store);
    await store.settings.set("index-revision", "1");
  } else await fileAll(store);
  const { rows } = await store.findings.list({ limit: 1 });
  if (rows.length === 0) await addFindings(store, day);
  // as an import and a review do at their end
  await store.analyse();
  return store;
}

/** Found again by its symbol. */
export const LONG_LAW = "1/2026/QH16";
const ARTICLES = 500;

/** A law as long as the longest codes: the articles of many texts, numbered through. */
async function addLongLaw(store: Store): Promise<void> {
  const articles: string[] = [];
  for (const text of legalTexts(80, 3)) {
    for (const line of text.split("\n\n").slice(12, -9)) {
      const isArticle = /^Điều \d+\./u.test(line);
      const number = articles.filter((each) => each.startsWith("Điều")).length + (isArticle ? 1 : 0);
      if (number > ARTICLES) break;
      articles.push(line.replace(/^Điều \d+\./u, `Điều ${number}.`));
    }
  }
  const head = ["QUỐC HỘI", `Luật số: ${LONG_LAW}`, "Hà Nội, ngày 15 tháng 6 năm 2026", "LUẬT", "Quy định chung"];
  const [input] = indexInputs([[...head, ...articles].join("\n\n")]).map(withFacts);
  if (input === undefined) return;
  const work = { ...input.work, symbol: LONG_LAW, type: "luat", issuer: "Quốc hội" } as const;
  await store.withTransaction(async () => {
    await store.works.save([work]);
    await store.documents.add(input.entry);
    await tie(store, [{ ...input, work }]);
  });
}

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** Findings as a run over everything leaves them, by all rules in turn; made up, for such a run takes hours. */
async function addFindings(store: Store, day: LegalDate): Promise<void> {
  const works = await store.documents.indexedWorks();
  const found: Finding[] = [];
  for (let i = 0; i < FINDINGS; i++) {
    const work = works[(i * 7) % works.length] as WorkId;
    const quoted = i % QUOTING === 0 ? await store.documents.provision(work, "art_1__cl_1") : null;
    found.push(finding(i, work, quoted?.text ?? "Trong thời hạn 15 ngày làm việc"));
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
