import { firstDifference, isSameText, textSimilarity } from "../compare/same-text.ts";
import { issuerKey } from "../domain/issuer.ts";
import { type MetadataOverride, withOverrides } from "../domain/metadata-override.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ImportEntry, Store, StoredDocument } from "../store/store.ts";
import type { AnalysedFile } from "./analyse-files.ts";
import { describeWork } from "./describe-work.ts";
import { reasonsToLook } from "./needs-look.ts";
import { placeList } from "./place-list.ts";
import { rekeyWork } from "./rekey-work.ts";

/** What became of a file, and whether its text is now the text of a new work, a new version, or neither. */
export interface Placed {
  readonly entry: ImportEntry;
  readonly text: "new" | "version" | "better" | null;
}

/** Two files of one document agree at least so far; a scan's letters are guessed, so it may differ more. */
const SAME_TEXT = 0.98;
const SAME_TEXT_OF_SCAN = 0.8;
/** A corrected file resembles what it corrects; two documents that were misread alike do not. */
const CORRECTION_OF = 0.5;

/** The better file is the one that is read. */
const RANK: Readonly<Record<string, number>> = { docx: 5, doc: 4, html: 3, text: 3, pdf: 2, ocr: 1 };
const rankOf = (quality: string): number => RANK[quality] ?? 0;

type Read = AnalysedFile & { readonly analysis: Extract<AnalysedFile["analysis"], { ok: true }> };
type File = Omit<StoredDocument, "id" | "version" | "asRead"> & { readonly original: Uint8Array };

/**
 * Stores one file where it belongs: a new work, a new version of a known one, or beside the file of the same text that is
 * here already. Adds to `changed` the works whose links, effects and statuses must be computed anew.
 */
export async function placeFile(store: Store, file: AnalysedFile, now: number, changed: Set<WorkId>): Promise<Placed> {
  const { analysis, bytes } = file;
  if (!analysis.ok && analysis.list && bytes !== null) {
    return { entry: await placeList(store, { name: file.name, bytes, list: analysis.list }, now, changed), text: null };
  }
  if (!analysis.ok || bytes === null) {
    const problem = analysis.ok ? null : analysis.problem;
    const reason = problem ? [problem.what, problem.todo].filter(Boolean).join(" ") : "Không đọc được tệp.";
    return { entry: { file: file.name, sha256: null, outcome: "refused", work: null, reason, at: now }, text: null };
  }
  const { source, document, facts } = analysis;
  const entry = { file: file.name, sha256: source.sha256, reason: null, at: now } as const;
  // the same bytes twice in one batch: the first has been stored a moment ago
  const known = await store.documents.hasHash(source.sha256);
  if (known) return { entry: { ...entry, outcome: "unchanged", work: known.work }, text: null };
  const { work, mended } = await identify(store, { ...file, analysis }, changed);
  const before = await store.documents.current(work.id);
  const added: File = {
    work: work.id,
    file: file.name,
    sha256: source.sha256,
    format: source.format,
    quality: source.quality,
    document,
    facts,
    importedAt: now,
    original: bytes,
  };
  const beside = before === null ? null : sameText(before, added);
  if (before !== null && beside !== null) return placeBeside(store, { work, before, added, beside, entry }, changed);
  await store.works.save([work]);
  await store.documents.add(added);
  changed.add(work.id);
  const looks = reasonsToLook(work, withOverrides(document, facts, mended).document.meta);
  if (before !== null && before.format !== added.format) looks.push(saidOfOtherFormat(before, added));
  const outcome = looks.length > 0 ? "needs-look" : before ? "new-version" : "imported";
  return {
    entry: { ...entry, outcome, work: work.id, reason: looks.length > 0 ? looks.join(" ") : null },
    text: before ? "version" : "new",
  };
}

/** Which work the file is the text of: as mended by a person when it was read like this before, else as read. */
async function identify(
  store: Store,
  { analysis }: Read,
  changed: Set<WorkId>,
): Promise<{ readonly work: Work; readonly mended: readonly MetadataOverride[] }> {
  const { document, facts } = analysis;
  const read = describeWork(document, facts);
  const moved = await store.overrides.mendedFrom(read.id);
  const target = moved === null ? null : await store.documents.current(moved);
  if (moved !== null && target && textSimilarity(target.document.text, document.text) >= CORRECTION_OF) {
    const mended = await store.overrides.of(moved);
    const as = withOverrides(document, facts, mended);
    return { work: { ...describeWork(as.document, as.facts), id: moved }, mended };
  }
  const own = await store.overrides.of(read.id);
  if (own.length > 0) {
    const as = withOverrides(document, facts, own);
    return { work: { ...describeWork(as.document, as.facts), id: read.id }, mended: own };
  }
  const twin = await twinOf(store, read, document.text);
  if (twin === null) return { work: read, mended: [] };
  if (read.issuer === null || read.issuedOn === null) {
    const mended = await store.overrides.of(twin.id);
    return { work: twin, mended };
  }
  // what was here knew less of itself than this file does
  for (const id of await rekeyWork(store, twin.id, read)) changed.add(id);
  return { work: read, mended: [] };
}

/** The same number and the same words, where one of the two files does not say who issued it or when. */
async function twinOf(store: Store, read: Work, text: string): Promise<Work | null> {
  if (read.symbol === null) return null;
  for (const other of await store.works.bySymbol(read.symbol)) {
    if (other.id === read.id || other.known !== "text" || other.type !== read.type) continue;
    const gap = [read, other].some((work) => work.issuer === null || work.issuedOn === null);
    if (!gap || differ(read.issuer, other.issuer, issuerKey) || differ(read.issuedOn, other.issuedOn)) continue;
    const stored = await store.documents.current(other.id);
    if (stored && textSimilarity(stored.document.text, text) >= SAME_TEXT) return other;
  }
  return null;
}

const differ = (a: string | null, b: string | null, key = (value: string): string => value): boolean =>
  a !== null && b !== null && key(a) !== key(b);

interface Beside {
  readonly similarity: number;
  readonly otherFormat: boolean;
}

/**
 * Not null where the file says what is here already. In one and the same format every changed letter is a correction and
 * makes a new version; in another format the way to text leaves its traces.
 */
function sameText(before: StoredDocument, added: File): Beside | null {
  const otherFormat = before.format !== added.format || before.quality !== added.quality;
  if (isSameText(before.document.text, added.document.text)) return { similarity: 1, otherFormat };
  if (!otherFormat) return null;
  const similarity = textSimilarity(before.document.text, added.document.text);
  const scan = before.quality === "ocr" || added.quality === "ocr";
  return similarity >= (scan ? SAME_TEXT_OF_SCAN : SAME_TEXT) ? { similarity, otherFormat } : null;
}

async function placeBeside(
  store: Store,
  given: {
    readonly work: Work;
    readonly before: StoredDocument;
    readonly added: File;
    readonly beside: Beside;
    readonly entry: Pick<ImportEntry, "file" | "sha256" | "at">;
  },
  changed: Set<WorkId>,
): Promise<Placed> {
  const { work, before, added, beside, entry } = given;
  const better = rankOf(added.quality) > rankOf(before.quality);
  if (better) {
    await store.works.save([work]);
    await store.documents.replaceWithBetter(added);
    changed.add(work.id);
  } else {
    const { sha256, file, format, quality, importedAt, original } = added;
    await store.documents.addManifestation({ sha256, work: work.id, file, format, quality, importedAt, original });
  }
  const reason = reasonBeside(before, added, beside, better);
  const outcome = beside.otherFormat ? "other-format" : "unchanged";
  return { entry: { ...entry, outcome, work: work.id, reason }, text: better ? "better" : null };
}

/** Says which file is read, and every difference there is: a correction must not pass for a copy. */
function reasonBeside(before: StoredDocument, added: File, { similarity }: Beside, better: boolean): string {
  const kept = better
    ? `Đọc tệp này thay cho bản ${before.format.toUpperCase()} đã có; bản đó được giữ lại.`
    : `Cùng lời văn với bản ${before.format.toUpperCase()} đã có; tệp này được giữ kèm.`;
  const at = similarity === 1 ? null : firstDifference(before.document.text, added.document.text);
  return at === null
    ? kept
    : `${kept} Giống ${percent(similarity)}; khác từ chỗ “${at.a}”, ở tệp này là “${at.b}”. Nếu đây là bản đính chính, hãy nhập bản ${before.format.toUpperCase()} đã đính chính.`;
}

function saidOfOtherFormat(before: StoredDocument, added: File): string {
  const alike = percent(textSimilarity(before.document.text, added.document.text));
  return `Lời văn chỉ giống ${alike} bản ${before.format.toUpperCase()} đã có, nên là một bản mới. Xem lại bản nào đúng.`;
}

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toString().replace(".", ",")} %`;
