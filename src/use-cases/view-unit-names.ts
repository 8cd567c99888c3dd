import { eIdName, type EId } from "../domain/e-id.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** Names units as the documents themselves call them: `khoản 1 Điều 5 Quy định kèm theo`, `Phụ lục II`. */
export interface UnitNames {
  of(work: WorkId | null, eId: EId): string;
  /**
   * A stored sentence ("Khoản 1 Điều 3 văn bản kèm theo 1 được sửa đổi bởi … (khoản 2 Điều 1)") with attachments called by
   * their names: those of the target in the sentence, those of the source in brackets.
   */
  said(text: string, target: WorkId | null, source?: WorkId | null): string;
}

/** What the law itself calls an attached text; the first words of its heading. */
const KINDS =
  /^(Quy định|Quy chế|Điều lệ|Nội quy|Kế hoạch|Chương trình|Đề án|Phương án|Chiến lược|Phụ lục|Phụ biểu|Danh mục|Biểu mẫu|Mẫu|Bảng giá|Bảng|Quy trình|Quy chuẩn|Hướng dẫn)(?!\p{L})/iu;

/** Loads the names of the attachments of some works: one query for all. */
export async function unitNames(store: Store, works: Iterable<WorkId | null>): Promise<UnitNames> {
  const ids = [...new Set(works)].filter((id): id is WorkId => id !== null);
  const names = new Map<WorkId, ReadonlyMap<EId, string>>();
  if (ids.length > 0)
    for (const [work, attachments] of await store.documents.attachmentsOf(ids)) names.set(work, namesOf(attachments));
  return namesFrom((work) => (work === null ? undefined : names.get(work)));
}

/** Where no document is at hand: attachments by their place. */
export const PLACES_ONLY: UnitNames = namesFrom(() => undefined);

function namesFrom(attachments: (work: WorkId | null) => ReadonlyMap<EId, string> | undefined): UnitNames {
  const named = (work: WorkId | null, text: string): string =>
    text.replace(/văn bản kèm theo (\d+)/giu, (found, n: string) => attachments(work)?.get(`att_${n}`) ?? found);
  return {
    of: (work, eId) => eIdName(eId, (attachment) => attachments(work)?.get(attachment) ?? null),
    said: (text, target, source = target) =>
      text
        .split(/(\([^()]*\))/u)
        .map((part, i) => named(i % 2 === 1 ? source : target, part))
        .join(""),
  };
}

interface Attached {
  readonly eId: EId;
  readonly num: string | null;
  readonly heading: string | null;
}

/** `Phụ lục II`, `Quy định kèm theo`; two of one name are told apart by their place. */
function namesOf(attachments: readonly Attached[]): ReadonlyMap<EId, string> {
  const plain = attachments.map((a) => ({ eId: a.eId, name: plainName(a) }));
  const times = new Map<string, number>();
  for (const { name } of plain) times.set(name, (times.get(name) ?? 0) + 1);
  const met = new Map<string, number>();
  return new Map(
    plain.map(({ eId, name }) => {
      const nth = (met.get(name) ?? 0) + 1;
      met.set(name, nth);
      return [eId, (times.get(name) ?? 0) > 1 ? `${name} (thứ ${nth})` : name];
    }),
  );
}

function plainName({ num, heading }: Attached): string {
  const kind = KINDS.exec(heading ?? "")?.[1] ?? null;
  const name = kind === null ? null : kind.slice(0, 1).toLocaleUpperCase("vi") + kind.slice(1).toLocaleLowerCase("vi");
  if (num !== null) return `${name ?? "Phụ lục"} ${num}`;
  return name === null ? "văn bản kèm theo" : `${name} kèm theo`;
}
