import type { Because, StatusName, StatusPeriod } from "../../src/domain/status.ts";
import type { DocumentType } from "../../src/domain/document-type.ts";
import type { Store } from "../../src/store/store.ts";
import { type IndexInput, indexInputs, store } from "./index-input.ts";
import { legalTexts } from "./legal-text.ts";
import { tie, withFacts } from "./made-links.ts";

const DOCUMENTS_AT_ONCE = 500;
/** What the documents of a department are: mostly decisions, a third of them over. */
const TYPES: readonly (readonly [DocumentType, string, string])[] = [
  ["quyet-dinh", "QĐ-UBND", "Ủy ban nhân dân tỉnh An Khê"],
  ["quyet-dinh", "QĐ-UBND", "Ủy ban nhân dân tỉnh An Sơn"],
  ["nghi-quyet", "NQ-HĐND", "Hội đồng nhân dân tỉnh An Khê"],
  ["nghi-dinh", "NĐ-CP", "Chính phủ"],
  ["thong-tu", "TT-BXD", "Bộ Xây dựng"],
];
const STATUSES: readonly StatusName[] = ["in-force", "in-force", "partly-ceased", "ceased", "unknown", "ceased"];
const YEARS = 12;
const FIELDS = 20;

interface Filled {
  readonly seed?: number;
  /** Articles of each document; absent = as in ordinary decisions. */
  readonly articles?: number;
  /** With links and effects. */
  readonly tied?: boolean;
}

/** An index of invented documents with statuses and filing, as large as wanted; the number of its provisions. */
export async function fillIndex(
  target: Store,
  documents: number,
  { seed = 7, articles, tied = false }: Filled = {},
): Promise<number> {
  let provisions = 0;
  for (let at = 0; at < documents; at += DOCUMENTS_AT_ONCE) {
    const texts = legalTexts(Math.min(DOCUMENTS_AT_ONCE, documents - at), seed + at, articles);
    const varying = indexInputs(texts).map((input, i) => varied(input, at + i));
    const inputs = tied ? varying.map(withFacts) : varying;
    await store(target, inputs);
    await target.withTransaction(async () => {
      await file(target, inputs, at);
      if (tied) await tie(target, inputs);
    });
    provisions += inputs.reduce((sum, { entry }) => sum + entry.document.provisions.length, 0);
  }
  return provisions;
}

function varied(input: IndexInput, i: number): IndexInput {
  const [type, code, issuer] = TYPES[i % TYPES.length] as (typeof TYPES)[number];
  const year = 2026 - (i % YEARS);
  const symbol = `${Math.floor(i / YEARS) + 1}/${year}/${code}`;
  const issuedOn = `${year}-03-01`;
  return { ...input, work: { ...input.work, type, issuer, symbol, issuedOn, effectiveOn: `${year}-05-01` } };
}

async function file(target: Store, inputs: readonly IndexInput[], at: number): Promise<void> {
  await target.statuses.replace(
    [],
    inputs.map(({ work }, i) => {
      const status = STATUSES[(at + i) % STATUSES.length] as StatusName;
      const by = (inputs[(i * 7 + 1) % inputs.length] as IndexInput).work;
      const period = { work: work.id, from: null, to: null, status, since: work.effectiveOn };
      return { ...period, ...provenBy(by, at + i, period) };
    }),
  );
  await target.facets.save(
    inputs.map(({ work }, i) => ({
      work: work.id,
      level: work.issuer?.includes("tỉnh") ? "province" : "central",
      body: work.issuer,
      bodyName: work.issuer,
      fields: [String(1 + ((at + i) % FIELDS))],
      territory: [],
      territoryNames: [],
    })),
  );
}

/** What proves a status: each end has its clause, every third one announced, every fifth one implied by the law alone. */
function provenBy(
  by: IndexInput["work"],
  i: number,
  { status, since }: Pick<StatusPeriod, "status" | "since">,
): Pick<StatusPeriod, "reason" | "because" | "units"> {
  if (status !== "ceased" && status !== "partly-ceased") return { reason: "", because: [], units: [] };
  const says = `Bị bãi bỏ bởi Quyết định số ${by.symbol} ngày 01/03/2025 của ${by.issuer}`;
  const proof: Because = {
    rule: "repealed",
    from: since,
    says,
    work: by.id,
    symbol: by.symbol,
    eId: "art_2__cl_1",
    quote: "Bãi bỏ các quy định trước đây trái với Quyết định này kể từ ngày Quyết định này có hiệu lực thi hành.",
    span: { start: 1200, end: 1304 },
    ...(i % 3 === 0 ? { certainty: "announced" } : i % 5 === 0 ? { certainty: "inferred" } : {}),
  };
  if (status === "ceased") return { reason: says, because: [proof], units: [] };
  const units = ["art_1__cl_1", "art_1__cl_2"].map((eId) => ({
    eId,
    status: "repealed" as const,
    since: since ?? "2025-05-01",
    because: [proof],
  }));
  return { reason: "Có quy định đã hết hiệu lực", because: [], units };
}
