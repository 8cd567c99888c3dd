import { createHash } from "node:crypto";
import { type Effect, PLAIN_EFFECT } from "../domain/effect.ts";
import { typeName } from "../domain/document-type.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Publication, PublishedRow } from "../domain/publication.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type FrozenReport, readFrozen } from "../report/frozen-report.ts";
import { workIdOf } from "../resolve/work-id.ts";
import type { Store } from "../store/store.ts";
import { nextRevision } from "./index-revision.ts";

/** The document that publishes a list, as it was signed. */
export interface Deciding {
  readonly symbol: string;
  readonly issuer: string;
  readonly issuedOn: LegalDate;
}

export type PublishFault = "no-publication" | "not-draft" | "bad-symbol" | "issuer-missing" | "before-its-day";

/**
 * Says that a frozen list was published, and by which document. The document itself is filed in the index; it confirms what is
 * computed and ends nothing: an announcement tells what has ended (NĐ 79/2025/NĐ-CP Điều 43), so that a row in it can never
 * make a wrong "hết hiệu lực". Where the computed status later says otherwise, the row is shown beside it.
 */
export async function publishReport(input: {
  readonly store: Store;
  readonly id: string;
  readonly deciding: Deciding;
  readonly by: string;
  readonly now: number;
}): Promise<{ readonly ok: true; readonly work: Work } | { readonly ok: false; readonly why: PublishFault }> {
  const { store, id, by, now } = input;
  const symbol = canonicalSymbol(input.deciding.symbol.normalize("NFC").trim());
  const issuer = input.deciding.issuer.normalize("NFC").trim();
  const parts = parseSymbol(symbol);
  if (parts === null) return { ok: false, why: "bad-symbol" };
  if (issuer === "") return { ok: false, why: "issuer-missing" };
  return store.withTransaction(async () => {
    const frozen = await store.publications.find(id);
    if (frozen === null) return { ok: false, why: "no-publication" };
    if (frozen.state !== "draft") return { ok: false, why: "not-draft" };
    // a list is published by a resolution or decision; a report has a number of its own
    const type = parts.type ?? (frozen.kind === "list" ? null : "khac");
    if (type === null) return { ok: false, why: "bad-symbol" };
    const { issuedOn } = input.deciding;
    // a list of what ended until a day cannot have been signed before the period began
    if (frozen.from !== null && issuedOn < frozen.from) return { ok: false, why: "before-its-day" };
    const report = readFrozen(frozen.body);
    const identity = { type, symbol, issuer, issuedOn };
    const work: Work = {
      id: workIdOf(identity),
      ...identity,
      title: titleOf(report),
      effectiveOn: issuedOn,
      known: "listed",
      normative: "no",
    };
    await store.works.save([work]);
    if (!(await store.publications.move(id, "draft", { state: "published", work: work.id })))
      return { ok: false, why: "not-draft" };
    const before = (await store.publications.versions(frozen.family)).find(
      (v) => v.state === "published" && v.id !== id,
    );
    if (before) await store.publications.move(before.id, "published", { state: "corrected" });
    const gone = before ? await withdrawn(store, before.id, id) : [];
    const rows = await store.publications.rows(id);
    await store.effects.saveListed([...statementsOf(frozen, rows, nameOf(work)), ...gone], now);
    // what was remembered of statuses does not know of the list
    await nextRevision(store);
    const detail = { document: nameOf(work), work: work.id, sha256: frozen.sha256, version: frozen.version };
    await store.audit.append({ at: now, by, action: "report.publish", subject: id, detail });
    return { ok: true, work };
  });
}

const titleOf = ({ correction, kind, title }: FrozenReport): string =>
  correction ? `Đính chính: ${title}` : kind === "list" ? `Công bố ${title}` : title;

const nameOf = ({ type, symbol, issuedOn, issuer }: Work): string =>
  `${typeName(type)} số ${symbol}${issuedOn ? ` ngày ${formatDate(issuedOn)}` : ""}${issuer ? ` của ${issuer}` : ""}`;

/**
 * What the list says of a document, where later days cannot change it: one that ended wholly stays ended. A partial end may become
 * a whole one, a suspension passes; of those only the row itself is looked up.
 */
function statementsOf(publication: Publication, rows: readonly PublishedRow[], list: string): readonly Effect[] {
  return rows.flatMap((row) =>
    row.work !== null && saysEnded(row)
      ? [statement(publication.family, row, row.work, { list, words: wordsOf(row), status: "ceased" })]
      : [],
  );
}

/** Rows of the version before that the new one no longer has say nothing any more. */
async function withdrawn(store: Store, before: string, now: string): Promise<readonly Effect[]> {
  const still = new Set((await store.publications.rows(now)).filter(saysEnded).map((row) => row.work));
  const { family } = (await store.publications.find(now)) as Publication;
  return (await store.publications.rows(before)).flatMap((row) =>
    row.work === null || !saysEnded(row) || still.has(row.work)
      ? []
      : [
          statement(family, row, row.work, {
            list: "danh mục đã đính chính",
            words: "Đã bỏ khỏi danh mục",
            status: null,
          }),
        ],
  );
}

/** Form 01 of NĐ 79/2025 and form 03 of NĐ 34/2016, group I: what ended as a whole. */
const saysEnded = ({ form, body }: PublishedRow): boolean =>
  (form === "01" || form === "34-03") && /^I\. /u.test(body.group);

const wordsOf = ({ body }: PublishedRow): string => `Hết hiệu lực toàn bộ; ${body.cells.slice(-2).join("; ")}`;

/** Every version of one publication says one thing of a document. */
export const statementId = (family: string, work: WorkId): string =>
  createHash("sha256").update(`${family}|${work}`).digest("hex").slice(0, 16);

function statement(
  family: string,
  row: PublishedRow,
  work: WorkId,
  said: Pick<NonNullable<Effect["listed"]>, "list" | "words" | "status">,
): Effect {
  return {
    id: statementId(family, work),
    action: "unknown",
    source: work,
    sourceEId: null,
    target: work,
    targetEId: null,
    // it makes no event of its own on the document's line of time
    from: null,
    ...PLAIN_EFFECT,
    applied: false,
    whyNot: `${said.list} ghi: ${said.words}; chỉ xác nhận, không tự làm hết hiệu lực`,
    evidence: { work, symbol: null, eId: null, quote: "", span: null },
    origin: "text",
    listed: { ...said, sheet: `Mẫu số ${row.form}${row.part === "" ? "" : `, phần ${row.part}`}`, row: row.ord },
  };
}
