import { createHash } from "node:crypto";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";

/** A unit as a row of values: names would be two thirds of the JSON of a document. */
type ProvisionTuple = readonly [
  eId: string,
  kind: Provision["kind"],
  num: string | null,
  heading: string | null,
  start: number,
  end: number,
  ownStart: number,
  ownEnd: number,
  parent: string | null,
];

interface DocumentJson extends Omit<LegalDocument, "text" | "provisions"> {
  readonly provisions: readonly ProvisionTuple[];
}

/** A document without its text, which has its own column. */
export function documentJson({ text: _, provisions, ...rest }: LegalDocument): string {
  const json: DocumentJson = {
    ...rest,
    provisions: provisions.map((p) => [
      p.eId,
      p.kind,
      p.num,
      p.heading,
      p.span.start,
      p.span.end,
      p.own.start,
      p.own.end,
      p.parent,
    ]),
  };
  return JSON.stringify(json);
}

export function documentOf(text: string, json: string): LegalDocument {
  const { provisions, ...rest } = JSON.parse(json) as DocumentJson;
  return {
    ...rest,
    text,
    provisions: provisions.map(([eId, kind, num, heading, start, end, ownStart, ownEnd, parent]) => ({
      eId,
      kind,
      num,
      heading,
      span: { start, end },
      own: { start: ownStart, end: ownEnd },
      parent,
    })),
  };
}

export const sha256Of = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** Over the JSON as it is in the table. */
export const contentSha256 = (document: string, facts: string): string => sha256Of(`${document}\n${facts}`);

/** Node has it since 20; the library types of ES2023 do not. */
interface WellFormed {
  isWellFormed(): boolean;
}

/** No engine keeps lone surrogates, PostgreSQL no U+0000. One unit is replaced by one unit, so every offset stays. */
export const storable = (text: string): string =>
  !text.includes("\0") && (text as unknown as WellFormed).isWellFormed()
    ? text
    : text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
