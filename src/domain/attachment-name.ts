import type { EId } from "./e-id.ts";

/** What is attached to a document, as its own head line calls it. */
export interface Attached {
  readonly eId: EId;
  readonly num: string | null;
  readonly heading: string | null;
}

/** What the law itself calls an attached text; the first words of its heading. */
const KINDS =
  /^(Quy định|Quy chế|Điều lệ|Nội quy|Kế hoạch|Chương trình|Đề án|Phương án|Chiến lược|Phụ lục|Phụ biểu|Danh mục|Biểu mẫu|Mẫu|Bảng giá|Bảng|Quy trình|Quy chuẩn|Hướng dẫn)(?!\p{L})/iu;

/** `Phụ lục II`, `Quy định kèm theo`; two of one name are told apart by their place. */
export function attachmentNames(attachments: readonly Attached[]): ReadonlyMap<EId, string> {
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

function plainName(attached: Attached): string {
  if (attached.num !== null) return attachmentTitle(attached);
  return kindOf(attached) === null ? "văn bản kèm theo" : `${attachmentTitle(attached)} kèm theo`;
}

/** `Phụ lục II`, `Quy định`: what it is and its number, without "kèm theo". */
export function attachmentTitle(attached: Attached): string {
  const kind = kindOf(attached);
  if (attached.num !== null) return `${kind ?? "Phụ lục"} ${attached.num}`;
  return kind ?? "Văn bản";
}

function kindOf({ heading }: Attached): string | null {
  const kind = KINDS.exec(heading ?? "")?.[1] ?? null;
  return kind === null ? null : kind.slice(0, 1).toLocaleUpperCase("vi") + kind.slice(1).toLocaleLowerCase("vi");
}
