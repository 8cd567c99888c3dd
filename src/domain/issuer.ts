import { fold, oneLine } from "./fold.ts";
import type { LegalDate } from "./legal-date.ts";

/** The day the provinces of today began to work (NQ 202/2025/QH15): a new body may carry an old name. */
export const PROVINCES_OF_TODAY: LegalDate = "2025-07-01";

/** Where in the state a body stands. */
export const ISSUER_LEVELS = ["central", "province", "district", "commune", "unknown"] as const;
export type IssuerLevel = (typeof ISSUER_LEVELS)[number];

/** What kind of body it is. */
export type IssuerOrgan =
  | "quoc-hoi"
  | "ubtvqh"
  | "chu-tich-nuoc"
  | "chinh-phu"
  | "thu-tuong"
  | "bo"
  | "toa-an"
  | "vien-kiem-sat"
  | "kiem-toan"
  | "hdnd"
  | "ubnd"
  | "chu-tich-ubnd"
  | "khac";

export interface Issuer {
  /** As a person writes it: `Ủy ban nhân dân tỉnh An Khê`. */
  readonly name: string;
  readonly level: IssuerLevel;
  readonly organ: IssuerOrgan;
  /** `tỉnh An Khê`, `thành phố Huế`; null for central bodies. */
  readonly place: string | null;
}

const ORGANS: readonly (readonly [RegExp, IssuerOrgan])[] = [
  [/^uy ban thuong vu quoc hoi/u, "ubtvqh"],
  [/^quoc hoi/u, "quoc-hoi"],
  [/^chu tich nuoc/u, "chu-tich-nuoc"],
  [/^thu tuong/u, "thu-tuong"],
  [/^chinh phu/u, "chinh-phu"],
  [/^(thuong truc )?(hoi dong nhan dan|hdnd)/u, "hdnd"],
  [/^chu tich (uy ban nhan dan|ubnd)/u, "chu-tich-ubnd"],
  [/^(uy ban nhan dan|ubnd)/u, "ubnd"],
  [/^(chanh an )?(hoi dong tham phan )?toa an/u, "toa-an"],
  [/^hoi dong tham phan/u, "toa-an"],
  [/^(vien truong )?vien kiem sat/u, "vien-kiem-sat"],
  [/^(tong )?kiem toan/u, "kiem-toan"],
  [
    /^(bo truong |thong doc |tong thanh tra |thu truong |chu nhiem )?(bo|ngan hang nha nuoc|thanh tra chinh phu|uy ban dan toc|van phong chinh phu)/u,
    "bo",
  ],
];

const LOCAL = new Set<IssuerOrgan>(["hdnd", "ubnd", "chu-tich-ubnd"]);

/** Level and kind of a body from its written name. Total: an unknown body is `khac`, level `unknown`. */
export function parseIssuer(name: string): Issuer {
  const clean = oneLine(name);
  const folded = fold(clean);
  const organ = ORGANS.find(([shape]) => shape.test(folded))?.[1] ?? "khac";
  if (!LOCAL.has(organ)) return { name: clean, organ, level: organ === "khac" ? "unknown" : "central", place: null };
  const m = /(?:^|\s)((?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+\p{Lu}.*)$/iu.exec(clean);
  const place = m ? (m[1] as string).replace(/^tp\.?\s*/iu, "thành phố ") : null;
  const head = place ? fold(place) : "";
  const level: IssuerLevel = /^(xa|phuong|thi tran|dac khu)\s/u.test(head)
    ? "commune"
    : /^(huyen|quan|thi xa)\s/u.test(head) || /^thanh pho .*,? (thuoc )?tinh /u.test(head)
      ? "district"
      : place
        ? "province"
        : "unknown";
  return { name: clean, organ, level, place };
}

/** Two writings of one body agree here: abbreviations spelled out, the minister and the ministry one, case and marks folded. */
export function issuerKey(name: string): string {
  return fold(name.normalize("NFC"))
    .replace(/(^|\s)ubnd(?=\s|$)/gu, "$1uy ban nhan dan")
    .replace(/(^|\s)hdnd(?=\s|$)/gu, "$1hoi dong nhan dan")
    .replace(/(^|\s)tp\.?(?=\s)/gu, "$1thanh pho")
    .replace(/^(bo truong|thong doc) /u, "")
    .replace(/^chu tich (?=uy ban nhan dan)/u, "")
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
}
