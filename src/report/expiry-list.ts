import { typeName } from "../domain/document-type.ts";
import { eIdName } from "../domain/e-id.ts";
import { groupBy } from "../domain/group-by.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES, type StatusName, type StatusPeriod } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import { evenColumns, numberCell, type ReportModel, textCell } from "./form.ts";
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

/** Forms of NĐ 79/2025 that can be listed. */
export const LIST_FORMS = ["01", "02", "03"] as const;
export type ListForm = (typeof LIST_FORMS)[number];

/** Statuses a document of each form has on the last day. */
export const FORM_STATUSES: Readonly<Record<ListForm, readonly StatusName[]>> = {
  "01": ["ceased", "suspended"],
  "02": ["partly-ceased", "partly-suspended"],
  "03": ["in-force", "not-yet-in-force", "partly-ceased", "suspended", "partly-suspended"],
};

/** A form before it is printed: its groups, each with its documents in the form's order and what a row says after its number. */
export interface OfficialList {
  readonly form: ListForm;
  readonly title: string;
  readonly on: LegalDate;
  readonly label: string;
  readonly columns: readonly string[];
  readonly groups: readonly {
    readonly label: string;
    readonly works: readonly ListedWork[];
    readonly row: (w: ListedWork) => string[];
  }[];
}

/** One form of the documents given; those that do not belong in it are left out. Form 03 holds on the last day of the period. */
export function officialList(form: ListForm, works: readonly ListedWork[], period: ReportPeriod): OfficialList {
  if (form === "01") return wholeExpiry(works, period);
  if (form === "02") return partExpiry(works, period);
  return inForce(works, period.to);
}

/** The list as the forms print it: the number restarts in each group. */
export const toReport = ({ form, title, on, label, columns, groups }: OfficialList): ReportModel => ({
  form,
  heading: `Mẫu số ${form}`,
  kind: "DANH MỤC",
  title,
  on,
  head: null,
  notes: [],
  parts: [
    {
      label,
      columns: evenColumns(columns),
      groups: groups.map((g) => ({
        label: g.label,
        rows: g.works.map((w, i) => [
          numberCell(i + 1),
          ...g.row(w).map((text, at) => textCell(text, at === 1 ? `/documents/${w.work.id}` : undefined)),
        ]),
      })),
      total: totalOf(groups.reduce((n, g) => n + g.works.length, 0)),
    },
  ],
});

const totalOf = (n: number) => ({ label: `Tổng số: ${n} văn bản`, n, align: "center" }) as const;

/** Mẫu số 01 NĐ 79/2025: documents that ended or were suspended as a whole within the period. */
function wholeExpiry(works: readonly ListedWork[], period: ReportPeriod): OfficialList {
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
    label: `A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ ${span(period)}`,
    columns: COLUMNS_01,
    groups: [
      group("I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ", began(works, "ceased", period), row),
      group("II. VĂN BẢN NGƯNG HIỆU LỰC TOÀN BỘ", began(works, "suspended", period), row),
    ],
  };
}

/** Mẫu số 02 NĐ 79/2025: documents of which a part ended or was suspended within the period. */
function partExpiry(works: readonly ListedWork[], period: ReportPeriod): OfficialList {
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
    label: `A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC MỘT PHẦN ${span(period)}`,
    columns: COLUMNS_02,
    groups: [
      group("I. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN", began(works, "partly-ceased", period), row),
      group("II. VĂN BẢN TẠM NGƯNG HIỆU LỰC MỘT PHẦN", began(works, "partly-suspended", period), row),
    ],
  };
}

/** Mẫu số 03 NĐ 79/2025: documents in force, partly in force or not yet in force, by lĩnh vực. */
function inForce(works: readonly ListedWork[], on: LegalDate): OfficialList {
  const row = ({ work, period: p }: ListedWork): string[] => [
    kind(work),
    number(work),
    work.title ?? "",
    date(work.effectiveOn),
    p.status === "in-force" ? "" : STATUS_NAMES[p.status],
  ];
  const listed = works.filter((w) => FORM_STATUSES["03"].includes(w.period.status));
  return {
    form: "03",
    title: "Văn bản quy phạm pháp luật còn hiệu lực",
    on,
    label: `TÍNH ĐẾN NGÀY ${formatDate(on)}`,
    columns: COLUMNS_03,
    groups: fieldGroups(listed, row),
  };
}

const OPEN_FIELD = "CHƯA PHÂN LĨNH VỰC";

/** `I. LĨNH VỰC ĐẤT ĐAI` … in the order of the Bộ Pháp điển, which is alphabetical; what has no clear field comes last. */
function fieldGroups(works: readonly ListedWork[], row: Group["row"]): readonly Group[] {
  const fields = groupBy(
    works.filter((w) => w.field),
    (w) => w.field?.topic ?? "",
  );
  const groups: (readonly [name: string, works: readonly ListedWork[]])[] = [...fields]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, ofField]) => [`LĨNH VỰC ${ofField[0]?.field?.topicName.toLocaleUpperCase("vi")}`, ofField]);
  const open = works.filter((w) => !w.field);
  if (groups.length === 0) return [group(OPEN_FIELD, open, row)];
  if (open.length > 0) groups.push([OPEN_FIELD, open]);
  return groups.map(([name, ofField], i) => group(`${roman(i + 1)}. ${name}`, ofField, row));
}

/** 1 … 89: there are 45 subjects. */
const roman = (n: number): string =>
  `${"X"
    .repeat(Math.floor(n / 10))
    .replace("XXXXX", "L")
    .replace("XXXX", "XL")}${ONES[n % 10]}`;
const ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

type Group = OfficialList["groups"][number];

/** Documents in the order of Điều 52 (list-order.ts). */
const group = (label: string, works: readonly ListedWork[], row: Group["row"]): Group => ({
  label,
  works: [...works].sort((a, b) => byListOrder(a.work, b.work)),
  row,
});

/** Those whose status, if it is this one, began within the period. */
const began = (works: readonly ListedWork[], status: StatusName, period: ReportPeriod): readonly ListedWork[] =>
  works.filter((w) => w.period.status === status && within(w, period));

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
