import { createHash } from "node:crypto";
import type { Facts } from "../../src/domain/facts.ts";
import type { Work } from "../../src/domain/work.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import type { DocumentStore, Store } from "../../src/store/store.ts";
import { costOnce } from "./measure.ts";

type NewDocument = Parameters<DocumentStore["add"]>[0];

export interface IndexInput {
  readonly work: Work;
  readonly entry: NewDocument;
}

/** Parsed documents as an import hands them to the store; no facts, so that only storing and indexing are measured. */
export const indexInputs = (texts: readonly string[]): IndexInput[] => texts.map(indexInput);

function indexInput(text: string, i: number): IndexInput {
  const bytes = Buffer.from(text);
  const document = parseDocument(text, { format: "txt" });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const work: Work = {
    id: sha256.slice(0, 16),
    symbol: `${i + 1}/2025/QĐ-UBND`,
    type: "quyet-dinh",
    title: document.meta.title?.value ?? null,
    issuer: "Ủy ban nhân dân tỉnh An Khê",
    issuedOn: "2025-08-01",
    effectiveOn: "2025-09-01",
    known: "text",
    normative: "yes",
  };
  return {
    work,
    entry: {
      work: work.id,
      file: `${i}.txt`,
      sha256,
      format: "txt",
      quality: "text",
      document,
      facts: NO_FACTS,
      importedAt: 0,
      original: bytes,
    },
  };
}

const NO_FACTS: Facts = {
  citations: [],
  amendments: [],
  problems: [],
  normative: { value: "yes", why: [] },
  commencement: {
    effectiveOn: null,
    how: "none",
    days: null,
    span: null,
    splits: [],
    expiresOn: null,
    expirySpan: null,
  },
};

export const provisionsOf = (inputs: readonly IndexInput[]): number =>
  inputs.reduce((sum, { entry }) => sum + entry.document.provisions.length, 0);

const DOCUMENTS_PER_TRANSACTION = 100;

/** Stores everything as a bulk import does; the cost in seconds. */
export function store(target: Store, inputs: readonly IndexInput[]): ReturnType<typeof costOnce> {
  return costOnce(async () => {
    for (let at = 0; at < inputs.length; at += DOCUMENTS_PER_TRANSACTION) {
      await target.withTransaction(async () => {
        for (const { work, entry } of inputs.slice(at, at + DOCUMENTS_PER_TRANSACTION)) {
          await target.works.save([work]);
          await target.documents.add(entry);
        }
      });
    }
  });
}
