import type { AuditEntry, AuditHead } from "../domain/audit.ts";
import { hashOf } from "../store/audit-store.ts";
import type { Store } from "../store/store.ts";

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly head: AuditHead | null;
  /** The first entry at which the chain breaks, and how, in Vietnamese; null when it is whole. */
  readonly broken: { readonly seq: number; readonly what: string } | null;
}

const ENTRIES_AT_ONCE = 500;

/**
 * Walks the whole chain: every entry hashed anew, numbers without a gap, each resting on the one before, the end as it was
 * noted when the last entry was written and as it was noted elsewhere (`anchors`: heads that were printed on a report or kept
 * outside the data folder).
 */
export async function verifyAudit(store: Store, anchors: readonly AuditHead[] = []): Promise<AuditVerdict> {
  const open = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
  const two = anchors.find((anchor) => open.get(anchor.seq) !== anchor.hash);
  if (two !== undefined) {
    const what = `Mục số ${two.seq} được lưu ở nơi khác với hai mã khác nhau.`;
    return { ok: false, entries: 0, head: null, broken: { seq: two.seq, what } };
  }
  let head: AuditHead | null = null;
  for await (const entry of auditEntries(store)) {
    const what = faultOf(entry, head, open.get(entry.seq));
    const seq: number = head?.seq ?? 0;
    if (what !== null) return { ok: false, entries: seq, head, broken: { seq: seq + 1, what } };
    open.delete(entry.seq);
    head = { seq: entry.seq, hash: entry.hash };
  }
  const entries = head?.seq ?? 0;
  const missing = await missingEnd(store, head, open);
  return { ok: missing === null, entries, head, broken: missing };
}

/** Every entry, oldest first, a stretch at a time. */
export async function* auditEntries(store: Store): AsyncGenerator<AuditEntry> {
  for (let seq = 0; ; ) {
    const some = await store.audit.after(seq, ENTRIES_AT_ONCE);
    yield* some;
    const last = some.at(-1);
    if (last === undefined || some.length < ENTRIES_AT_ONCE) return;
    seq = last.seq;
  }
}

function faultOf(entry: AuditEntry, head: AuditHead | null, anchor: string | undefined): string | null {
  const due = (head?.seq ?? 0) + 1;
  if (entry.seq !== due) return `Thiếu mục số ${due}: mục tiếp theo mang số ${entry.seq}.`;
  if (entry.prev !== (head?.hash ?? "")) return `Mục số ${entry.seq} không nối tiếp mục trước nó.`;
  if (hashOf(entry) !== entry.hash) return `Nội dung mục số ${entry.seq} không khớp mã băm của nó.`;
  if (anchor !== undefined && anchor !== entry.hash)
    return `Mục số ${entry.seq} khác với mã đã in hoặc đã lưu ở nơi khác.`;
  return null;
}

async function missingEnd(
  store: Store,
  head: AuditHead | null,
  open: ReadonlyMap<number, string>,
): Promise<AuditVerdict["broken"]> {
  const noted = await store.audit.notedHead();
  const seq = (head?.seq ?? 0) + 1;
  if (noted !== null && (noted.seq !== head?.seq || noted.hash !== head.hash))
    return {
      seq,
      what: `Cuối nhật ký bị cắt hoặc thêm: đã ghi tới mục số ${noted.seq}, nay có ${head?.seq ?? 0} mục.`,
    };
  if (noted === null && head !== null) return { seq, what: "Mất dấu cuối nhật ký." };
  const [first] = [...open.keys()].sort((a, b) => a - b);
  return first === undefined ? null : { seq: first, what: `Mất mục số ${first} đã in hoặc đã lưu ở nơi khác.` };
}
