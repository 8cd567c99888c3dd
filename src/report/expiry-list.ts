import { typeName } from "../domain/document-type.ts";
import { eIdName } from "../domain/e-id.ts";
import { groupBy } from "../domain/group-by.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES, type StatusName, type StatusPeriod } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { ReportModel, ReportPart } from "./form.ts";
import { byListOrder } from "./list-order.ts";

/** The field (lĩnh vực) a list files a document under: the subject of the Bộ Pháp điển; a `FieldGuess` fits. */
export interface ListedField {
  /** `1` … `45` */
  readonly topic: string;
  readonly topicName: string;
}

/** A work with the period that holds on the last day of the report. */
export interface ListedWork {
  readonly work: Work;
  readonly period: StatusPeriod;
  /** Null or absent: not clear enough, the document stands in the last group. */
  readonly field?: ListedField | null;
}

export interface ReportPeriod {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

const COLUMNS_01 = [
  "STT",
  "Tên loại văn bản; cơ quan ban hành",
  "Số, ký hiệu; ngày, tháng, năm ban hành văn bản",
  "Tên gọi của văn bản",
  "Lý do hết hiệu lực, tạm ngưng hiệu lực",
  "Ngày hết hiệu lực, tạm ngưng hiệu lực",
];
const COLUMNS_02 = [
  "STT",
  "Tên loại văn bản; cơ quan ban hành",
  "Số, ký hiệu; ngày, tháng, năm ban hành; tên gọi của văn bản",
  "Nội dung, quy định hết hiệu lực, tạm ngưng hiệu lực",
  "Lý do hết hiệu lực, tạm ngưng hiệu lực",
  "Ngày hết hiệu lực, tạm ngưng hiệu lực",
];
const COLUMNS_03 = [
  "STT",
  "Tên loại văn bản; cơ quan ban hành",
  "Số, ký hiệu; ngày, tháng, năm ban hành văn bản",
  "Tên gọi của văn bản",
  "Thời điểm có hiệu lực",
  "Ghi chú",
];

/** Mẫu số 01 NĐ 79/2025: documents that ended or were suspended as a whole within the period. */
export function wholeExpiryList(works: readonly ListedWork[], period: ReportPeriod): ReportModel {
  const row = ({ work, period: p }: ListedWork): string[] => [
    kind(work),
    number(work),
    work.title ?? "",
    p.reason,
    date(p.since),
  ];
  return {
    form: "01",
    title: "Văn bản quy phạm pháp luật hết hiệu lực, tạm ngưng hiệu lực toàn bộ",
    on: period.to,
    head: null,
    parts: [
      part(`A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ ${span(period)}`, COLUMNS_01, [
        [
          "I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ",
          works.filter((w) => w.period.status === "ceased" && within(w, period)),
          row,
        ],
        [
          "II. VĂN BẢN NGƯNG HIỆU LỰC TOÀN BỘ",
          works.filter((w) => w.period.status === "suspended" && within(w, period)),
          row,
        ],
      ]),
    ],
  };
}

/** Mẫu số 02 NĐ 79/2025: documents of which a part ended or was suspended within the period. */
export function partExpiryList(works: readonly ListedWork[], period: ReportPeriod): ReportModel {
  const row = ({ work, period: p }: ListedWork): string[] => [
    kind(work),
    [number(work), work.title ?? ""].join("; "),
    p.units
      .filter((u) => u.status !== "inserted")
      .map((u) => eIdName(u.eId))
      .join("; "),
    p.reason,
    date(p.since),
  ];
  return {
    form: "02",
    title: "Văn bản quy phạm pháp luật hết hiệu lực, tạm ngưng hiệu lực một phần",
    on: period.to,
    head: null,
    parts: [
      part(`A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC MỘT PHẦN ${span(period)}`, COLUMNS_02, [
        [
          "I. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN",
          works.filter((w) => w.period.status === "partly-ceased" && within(w, period)),
          row,
        ],
        [
          "II. VĂN BẢN TẠM NGƯNG HIỆU LỰC MỘT PHẦN",
          works.filter((w) => w.period.status === "partly-suspended" && within(w, period)),
          row,
        ],
      ]),
    ],
  };
}

/** Statuses that form 03 notes beside a document. */
const NOTED: ReadonlySet<StatusName> = new Set<StatusName>([
  "not-yet-in-force",
  "partly-ceased",
  "suspended",
  "partly-suspended",
]);

/** Mẫu số 03 NĐ 79/2025: documents in force, partly in force or not yet in force, by lĩnh vực. */
export function inForceList(works: readonly ListedWork[], on: LegalDate): ReportModel {
  const row = ({ work, period: p }: ListedWork): string[] => [
    kind(work),
    number(work),
    work.title ?? "",
    date(work.effectiveOn),
    NOTED.has(p.status) ? STATUS_NAMES[p.status] : "",
  ];
  const listed = works.filter((w) => w.period.status === "in-force" || NOTED.has(w.period.status));
  return {
    form: "03",
    title: "Văn bản quy phạm pháp luật còn hiệu lực",
    on,
    head: null,
    parts: [part(`TÍNH ĐẾN NGÀY ${formatDate(on)}`, COLUMNS_03, fieldGroups(listed, row))],
  };
}

const OPEN_FIELD = "CHƯA PHÂN LĨNH VỰC";

/** `I. LĨNH VỰC ĐẤT ĐAI` … in the order of the Bộ Pháp điển, which is alphabetical; what has no clear field comes last. */
function fieldGroups(works: readonly ListedWork[], row: Group[2]): readonly Group[] {
  const fields = groupBy(
    works.filter((w) => w.field),
    (w) => w.field?.topic ?? "",
  );
  const groups: Group[] = [...fields]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, ofField]) => [`LĨNH VỰC ${ofField[0]?.field?.topicName.toLocaleUpperCase("vi")}`, ofField, row]);
  const open = works.filter((w) => !w.field);
  if (groups.length === 0) return [[OPEN_FIELD, open, row]];
  if (open.length > 0) groups.push([OPEN_FIELD, open, row]);
  return groups.map(([name, ofField], i) => [`${roman(i + 1)}. ${name}`, ofField, row]);
}

/** 1 … 89: there are 45 subjects. */
const roman = (n: number): string =>
  `${"X"
    .repeat(Math.floor(n / 10))
    .replace("XXXXX", "L")
    .replace("XXXX", "XL")}${ONES[n % 10]}`;
const ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

type Group = readonly [label: string, works: readonly ListedWork[], row: (w: ListedWork) => string[]];

/** Rows in the order of Điều 52 (list-order.ts); the number restarts in each group. */
function part(label: string, columns: readonly string[], groups: readonly Group[]): ReportPart {
  return {
    label,
    columns,
    groups: groups.map(([name, works, row]) => ({
      label: name,
      rows: [...works].sort((a, b) => byListOrder(a.work, b.work)).map((w, i) => [String(i + 1), ...row(w)]),
    })),
    total: groups.reduce((n, [, works]) => n + works.length, 0),
  };
}

const within = ({ period: p }: ListedWork, { from, to }: ReportPeriod): boolean =>
  p.since !== null && from <= p.since && p.since <= to;
const span = ({ from, to }: ReportPeriod): string =>
  from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4)
    ? `NĂM ${from.slice(0, 4)}`
    : `TỪ NGÀY ${formatDate(from)} ĐẾN NGÀY ${formatDate(to)}`;
const kind = (w: Work): string => [typeName(w.type), w.issuer].filter(Boolean).join("; ");
const number = (w: Work): string =>
  [w.symbol, w.issuedOn ? `ngày ${formatDate(w.issuedOn)}` : null].filter(Boolean).join(" ");
const date = (day: LegalDate | null): string => (day ? formatDate(day) : "");
