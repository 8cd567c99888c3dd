import { createHash } from "node:crypto";
import { type Effect, PLAIN_EFFECT } from "../../src/domain/effect.ts";
import type { Facts } from "../../src/domain/facts.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import type { Provision } from "../../src/domain/provision.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { DocumentStore, StoredLink } from "../../src/store/store.ts";

type NewDocument = Parameters<DocumentStore["add"]>[0];

const hash = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

export const workId = (seed: string): string => hash(seed).slice(0, 16);

/** A decision of the invented province, unless told otherwise. The id follows the symbol and the issuer. */
export function aWork(given: Partial<Work> & { readonly symbol: string }): Work {
  const issuer = given.issuer ?? "Ủy ban nhân dân tỉnh An Khê";
  return {
    id: workId(`${given.symbol}|${issuer}`),
    type: "quyet-dinh",
    title: "Quy định về quản lý đường giao thông nông thôn",
    issuer,
    issuedOn: "2025-08-01",
    effectiveOn: "2025-08-15",
    known: "text",
    normative: "yes",
    ...given,
  };
}

/** An article: its heading line and its clauses. */
export interface AnArticle {
  readonly heading: string;
  readonly clauses: readonly string[];
}

/** A document whose spans are right: head, articles with numbered clauses, signature. */
export function aDocument(
  title: string,
  articles: readonly AnArticle[],
  foot = "Nơi nhận: Như Điều 2; Lưu: VT.",
): LegalDocument {
  let text = `ỦY BAN NHÂN DÂN TỈNH AN KHÊ\nQUYẾT ĐỊNH\n${title}\n`;
  const bodyStart = text.length;
  const provisions: Provision[] = [];
  articles.forEach(({ heading, clauses }, a) => {
    const eId = `art_${a + 1}`;
    const start = text.length;
    text += `Điều ${a + 1}. ${heading}\n`;
    const own = { start, end: text.length };
    const below: Provision[] = clauses.map((clause, c) => {
      const from = text.length;
      text += `${c + 1}. ${clause}\n`;
      const span = { start: from, end: text.length };
      return {
        eId: `${eId}__cl_${c + 1}`,
        kind: "clause",
        num: String(c + 1),
        heading: null,
        span,
        own: span,
        parent: eId,
      };
    });
    provisions.push(
      { eId, kind: "article", num: String(a + 1), heading, span: { start, end: text.length }, own, parent: null },
      ...below,
    );
  });
  const body = { start: bodyStart, end: text.length };
  text += foot;
  return {
    text,
    offsets: [],
    preamble: null,
    basis: [],
    enacting: null,
    body,
    attachments: [],
    provisions,
    quotes: [],
    problems: [],
    signature: { start: body.end, end: text.length },
    meta: {
      symbol: null,
      type: null,
      issuer: null,
      place: null,
      issuedOn: null,
      adoptedOn: null,
      signer: null,
      secrecy: null,
      title: { value: title, span: null, confidence: 1 },
    },
  };
}

export const someFacts = (): Facts => ({
  citations: [],
  amendments: [],
  commencement: {
    effectiveOn: "2025-08-15",
    how: "fixed",
    days: null,
    span: null,
    splits: [],
    expiresOn: null,
    expirySpan: null,
  },
  normative: { value: "yes", why: ["Có quy tắc xử sự chung."] },
  problems: [],
});

/** What an import hands to the store. The bytes are the text, so that the hash is true. */
export function anEntry(work: Work, document: LegalDocument, given: Partial<NewDocument> = {}): NewDocument {
  const original = given.original ?? new TextEncoder().encode(document.text);
  return {
    work: work.id,
    file: `${work.symbol?.replaceAll("/", "-")}.txt`,
    sha256: hash(original),
    format: "txt",
    quality: "text",
    document,
    facts: someFacts(),
    importedAt: 1_750_000_000_000,
    ...given,
    original,
  };
}

export function aFinding(work: Work, given: Partial<Finding> & { readonly key: string }): Finding {
  return {
    rule: "expired-legal-basis",
    code: "B01",
    group: "basis",
    severity: "high",
    maturity: "stable",
    confidence: 0.9,
    work: work.id,
    eId: null,
    message: "Căn cứ đã hết hiệu lực.",
    why: "Căn cứ phải còn hiệu lực.",
    recommendation: "Thay căn cứ.",
    evidence: [
      { work: work.id, symbol: work.symbol, eId: null, quote: "Căn cứ …", span: { start: 0, end: 8 }, role: "subject" },
    ],
    ...given,
  };
}

export function anEffect(source: Work, target: Work, given: Partial<Effect> = {}): Effect {
  return {
    id: `${source.id}-${target.id}`,
    action: "repeal-document",
    source: source.id,
    sourceEId: "art_2",
    target: target.id,
    targetEId: null,
    from: "2025-08-15",
    ...PLAIN_EFFECT,
    applied: true,
    whyNot: null,
    origin: "text",
    evidence: {
      work: source.id,
      symbol: source.symbol,
      eId: "art_2",
      quote: "Bãi bỏ Quyết định …",
      span: { start: 3, end: 9 },
    },
    ...given,
  };
}

export function aPeriod(work: Work, given: Partial<StatusPeriod>): StatusPeriod {
  return {
    work: work.id,
    from: null,
    to: null,
    status: "in-force",
    since: null,
    reason: "Còn hiệu lực.",
    because: [],
    units: [],
    ...given,
  };
}

export function aLink(from: Work, given: Partial<StoredLink>): StoredLink {
  return {
    from: from.id,
    citation: 0,
    target: 0,
    role: "reference",
    within: "art_1",
    start: 10,
    end: 40,
    text: "Quyết định số 12/2024/QĐ-UBND",
    key: "12/2024/QĐ-UBND",
    resolution: { kind: "unresolved", how: "không có trong chỉ mục" },
    eIds: [],
    missing: [],
    ...given,
  };
}
