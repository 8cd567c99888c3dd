/** Kinds of documents, named as the command line prints them. */
export const DOCUMENT_TYPES = {
  "hien-phap": "Hiến pháp",
  "bo-luat": "Bộ luật",
  luat: "Luật",
  "phap-lenh": "Pháp lệnh",
  lenh: "Lệnh",
  "nghi-quyet": "Nghị quyết",
  "nghi-quyet-lien-tich": "Nghị quyết liên tịch",
  "nghi-dinh": "Nghị định",
  "quyet-dinh": "Quyết định",
  "thong-tu": "Thông tư",
  "thong-tu-lien-tich": "Thông tư liên tịch",
  "chi-thi": "Chỉ thị",
  "van-ban-hop-nhat": "Văn bản hợp nhất",
  "ke-hoach": "Kế hoạch",
  "cong-van": "Công văn",
  khac: "Văn bản khác",
} as const;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** Longest names first, so that "Thông tư liên tịch" is not read as "Thông tư". */
export const TYPE_NAMES: readonly (readonly [name: string, type: DocumentType])[] = (
  Object.entries(DOCUMENT_TYPES) as [DocumentType, string][]
)
  .filter(([type]) => type !== "khac")
  .map(([type, name]) => [name, type] as const)
  .sort((a, b) => b[0].length - a[0].length);

export const typeName = (type: DocumentType): string => DOCUMENT_TYPES[type];

/** Laws, codes, ordinances and the Constitution are cited by name; all others by number. */
export const isCitedByName = (type: DocumentType): boolean =>
  type === "luat" || type === "bo-luat" || type === "phap-lenh" || type === "hien-phap";
