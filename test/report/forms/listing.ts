import type { Because, StatusName, StatusPeriod } from "../../../src/domain/status.ts";
import type { Work } from "../../../src/domain/work.ts";
import type { FormMaterial, ListedField, ListedWork } from "../../../src/report/forms/listed-work.ts";

export const LAND: ListedField = { topic: "11", topicName: "Đất đai" };
export const ROADS: ListedField = { topic: "14", topicName: "Giao thông, vận tải" };
export const CULTURE: ListedField = { topic: "41", topicName: "Văn hóa, thể thao, du lịch" };

/** A document of the fictional province; its symbol is its id. */
export function work(symbol: string, issuedOn: string, more: Partial<Work> = {}): Work {
  return {
    id: symbol,
    symbol,
    type: symbol.includes("NQ-") ? "nghi-quyet" : symbol.includes("CT-") ? "chi-thi" : "quyet-dinh",
    title: `Quy định về việc ${symbol}`,
    issuer: symbol.includes("HĐND") ? "Hội đồng nhân dân tỉnh An Khê" : "Ủy ban nhân dân tỉnh An Khê",
    issuedOn,
    effectiveOn: issuedOn,
    known: "text",
    normative: "yes",
    ...more,
  };
}

export const proof = (rule: string, from: string | null, says: string, more: Partial<Because> = {}): Because => ({
  rule,
  from,
  says,
  work: null,
  symbol: null,
  eId: null,
  quote: "",
  span: null,
  ...more,
});

export const period = (
  of: Work,
  status: StatusName,
  since: string,
  more: Partial<StatusPeriod> = {},
): StatusPeriod => ({
  work: of.id,
  from: since,
  to: null,
  status,
  since,
  reason: "",
  because: [],
  units: [],
  ...more,
});

export const listed = (
  of: Work,
  status: StatusName,
  since: string,
  more: Partial<StatusPeriod> & { readonly fields?: readonly ListedField[]; readonly resumes?: string } = {},
): ListedWork => {
  const { fields = [], resumes = null, ...rest } = more;
  return { work: of, period: period(of, status, since, rest), fields, resumes };
};

export const material = (works: readonly ListedWork[], more: Partial<FormMaterial> = {}): FormMaterial => ({
  works,
  recommendations: [],
  sources: new Map(),
  published: { whole: new Set(), part: new Map(), until: null },
  ...more,
});
