import type { BatchKind } from "../domain/batch.ts";
import { groupBy } from "../domain/group-by.ts";
import { HANDLING_FORM_NAMES, HANDLING_FORMS } from "../domain/handling-form.ts";
import { formatDate } from "../domain/legal-date.ts";
import {
  changeCell,
  evenColumns,
  numberCell,
  type ReportCell,
  type ReportColumn,
  type ReportPart,
  shareCell,
  textCell,
} from "../report/form.ts";
import { AHEAD_DAYS, type LawFigures } from "./law-figures.ts";
import type { FormerWorks } from "./former-works.ts";
import { FIGURE_BODIES, type FigureBody, type FigureItem, onePerWork, type ReviewFigures } from "./review-figures.ts";

/** Figures of the stretch and of the one before it. */
export interface TwoStretches {
  readonly review: { readonly now: ReviewFigures; readonly before: ReviewFigures };
  readonly law: { readonly now: LawFigures; readonly before: LawFigures };
}

/** Counts lists, and keeps each list under the name of its figure: a number leads to what it counts. */
export class FigureBook {
  readonly lists = new Map<string, { readonly title: string; readonly items: readonly FigureItem[] }>();
  readonly #hrefOf: (figure: string) => string;

  constructor(hrefOf: (figure: string) => string) {
    this.#hrefOf = hrefOf;
  }

  cell(figure: string, title: string, items: readonly FigureItem[]): ReportCell {
    this.lists.set(figure, { title, items });
    return items.length === 0 ? numberCell(0) : numberCell(items.length, this.#hrefOf(figure));
  }
}

export const BODY_NAMES: Readonly<Record<FigureBody, string>> = {
  hdnd: "Hội đồng nhân dân tỉnh",
  ubnd: "Ủy ban nhân dân tỉnh",
  chair: "Chủ tịch Ủy ban nhân dân tỉnh",
  district: "Cấp huyện (trước sắp xếp)",
  commune: "Cấp xã",
  other: "Cơ quan khác",
};

const figures = (first: string, ...others: readonly string[]): readonly ReportColumn[] => {
  const width = 60 / others.length;
  return [
    { label: first, width: 40, align: "left" },
    ...others.map((label) => ({ label, width, align: "right" as const })),
  ];
};

const table = (
  label: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportCell[])[],
  text: readonly string[] = [],
): ReportPart => ({ label, text, columns, groups: [{ label: "", rows }], total: null });

type List = "todo" | "reviewed" | "toHandle" | "handled" | "overdue";
const LIST_NAMES: Readonly<Record<List, string>> = {
  todo: "Văn bản phải rà soát",
  reviewed: "Văn bản đã rà soát (phiếu đã kết luận)",
  toHandle: "Văn bản phải xử lý",
  handled: "Văn bản đã xử lý",
  overdue: "Quá hạn ở ngày cuối kỳ",
};

/** The five figures everybody asks for, beside those of the stretch before. */
export function summaryPart(label: string, book: FigureBook, { review: { now, before } }: TwoStretches): ReportPart {
  const rows = (Object.keys(LIST_NAMES) as List[]).flatMap((list) => [
    compared(book, list, LIST_NAMES[list], now[list], before[list]),
    ...(list === "reviewed"
      ? [
          compared(book, "must", "Trong đó: cần xử lý", must(now.reviewed), must(before.reviewed)),
          compared(book, "none", "Trong đó: không phải xử lý", none(now.reviewed), none(before.reviewed)),
        ]
      : []),
  ]);
  return table(label, figures("Chỉ tiêu", "Kỳ này", "Kỳ trước", "Tăng, giảm"), rows, inWords(now));
}

const must = (items: readonly FigureItem[]) => items.filter(({ form }) => form !== null && form !== "none");
const none = (items: readonly FigureItem[]) => items.filter(({ form }) => form === "none");

const compared = (
  book: FigureBook,
  figure: string,
  name: string,
  now: readonly FigureItem[],
  before: readonly FigureItem[],
): readonly ReportCell[] => [
  textCell(name),
  book.cell(`now.${figure}`, name, now),
  book.cell(`before.${figure}`, `${name} (kỳ trước)`, before),
  changeCell(now.length - before.length),
];

/** The figures in a sentence; nought because nothing was done, or because nothing is kept here, are two things (`hintsOf`). */
const inWords = (now: ReviewFigures): readonly string[] => [
  ...(now.todo.length + now.reviewed.length + now.toHandle.length > 0 ? [sentenceOf(now)] : []),
  ...(now.todo.length + now.reviewed.length === 0 ? ["Trong kỳ chưa có số liệu rà soát văn bản."] : []),
  ...(now.toHandle.length === 0 ? ["Trong kỳ chưa có số liệu văn bản phải xử lý."] : []),
];

/** Where figures that are nought come from: for who makes the report, not for who receives it. */
export const hintsOf = ({ todo, reviewed, toHandle }: ReviewFigures): readonly string[] => [
  ...(todo.length + reviewed.length === 0
    ? ["Chưa có dữ liệu rà soát trong kỳ: lập đợt rà soát và kết luận phiếu rà soát thì các số này được điền."]
    : []),
  ...(toHandle.length === 0
    ? ["Chưa có văn bản phải xử lý: các số này lấy từ kết luận phiếu rà soát và bảng theo dõi xử lý."]
    : []),
];

const sentenceOf = (now: ReviewFigures): string =>
  `Trong kỳ có ${now.todo.length} văn bản phải rà soát, đã rà soát ${now.reviewed.length} văn bản, trong đó ${must(now.reviewed).length} văn bản cần xử lý; có ${now.toHandle.length} văn bản phải xử lý, đã xử lý ${now.handled.length} văn bản; ${now.overdue.length} việc quá hạn ở ngày cuối kỳ.`;

/** By the body that issued them. */
export function bodiesPart(label: string, book: FigureBook, { review: { now, before } }: TwoStretches): ReportPart {
  const columns = ["Phải rà soát", "Đã rà soát", "Cần xử lý", "Đã xử lý", "Đã rà soát kỳ trước"];
  const rowOf = (name: string, key: string, of: (items: readonly FigureItem[]) => readonly FigureItem[]) => [
    textCell(name),
    book.cell(`now.todo.${key}`, `Phải rà soát: ${name}`, of(now.todo)),
    book.cell(`now.reviewed.${key}`, `Đã rà soát: ${name}`, of(now.reviewed)),
    book.cell(`now.must.${key}`, `Cần xử lý: ${name}`, of(must(now.reviewed))),
    book.cell(`now.handled.${key}`, `Đã xử lý: ${name}`, of(now.handled)),
    book.cell(`before.reviewed.${key}`, `Đã rà soát kỳ trước: ${name}`, of(before.reviewed)),
  ];
  const rows = FIGURE_BODIES.map((body) =>
    rowOf(BODY_NAMES[body], body, (items) => items.filter((i) => i.body === body)),
  );
  rows.push(rowOf("Tổng số", "all", (items) => items));
  return table(label, figures("Cơ quan ban hành", ...columns), rows);
}

const GROUNDS = [
  ["legal", "Văn bản là căn cứ rà soát"],
  ["socio-economic", "Tình hình phát triển kinh tế - xã hội"],
  [null, "Chưa ghi căn cứ"],
] as const;

/** By the ground of Điều 37: what there was to review, what was found, what was done. */
export function groundKindsPart(label: string, book: FigureBook, { review: { now } }: TwoStretches): ReportPart {
  const lists = [
    ["todo", "Phải rà soát", now.todo],
    ["reviewed", "Đã rà soát", now.reviewed],
    ["must", "Cần xử lý", must(now.reviewed)],
    ["handled", "Đã xử lý", now.handled],
  ] as const;
  const rows = GROUNDS.map(([ground, name]) => [
    textCell(name),
    ...lists.map(([key, list, items]) =>
      book.cell(
        `now.${key}.by-${ground ?? "none"}`,
        `${list}: ${name}`,
        items.filter((item) => item.ground === ground),
      ),
    ),
  ]);
  rows.push([
    textCell("Tổng số"),
    ...lists.map(([key, list, items]) => book.cell(`now.${key}.by-any`, `${list}: tổng số`, items)),
  ]);
  return table(label, figures("Căn cứ rà soát", ...lists.map(([, name]) => name)), rows);
}

/** By what was concluded: how many were, and how many of such were handled. */
export function resultsPart(label: string, book: FigureBook, { review: { now, before } }: TwoStretches): ReportPart {
  const rowOf = (name: string, key: string, of: (items: readonly FigureItem[]) => readonly FigureItem[]) => [
    textCell(name),
    book.cell(`now.${key}`, `Đã rà soát: ${name}`, of(now.reviewed)),
    book.cell(`before.${key}`, `Đã rà soát: ${name} (kỳ trước)`, of(before.reviewed)),
    book.cell(`now.handled.as-${key}`, `Đã xử lý: ${name}`, of(now.handled)),
    book.cell(`before.handled.as-${key}`, `Đã xử lý: ${name} (kỳ trước)`, of(before.handled)),
  ];
  const forms = [...HANDLING_FORMS, ...(now.handled.some(({ form }) => form === null) ? [null] : [])];
  const rows = forms.map((form) =>
    rowOf(form === null ? "Hình thức khác" : HANDLING_FORM_NAMES[form], form ?? "other", (items) =>
      items.filter((item) => item.form === form),
    ),
  );
  rows.push(rowOf("Tổng số", "any-form", (items) => items));
  const columns = figures("Kết quả rà soát", "Đã rà soát", "Đã rà soát kỳ trước", "Đã xử lý", "Đã xử lý kỳ trước");
  return table(label, columns, rows);
}

const BATCH_NAMES: Readonly<Record<BatchKind, string>> = {
  continuous: "Rà soát thường xuyên",
  theme: "Rà soát theo chuyên đề, lĩnh vực, địa bàn",
  campaign: "Văn bản của tỉnh, huyện trước sắp xếp",
  systematization: "Hệ thống hóa kỳ",
};

/** Plans of review that were under way, each with what it asked for (Điều 46, Điều 49 NĐ 79/2025). */
export function batchesPart(label: string, book: FigureBook, { review: { now } }: TwoStretches): ReportPart {
  const rows = now.batches.map(({ id, name, kind, all, done }, i) => [
    textCell(name, `/batches/${id}`),
    textCell(BATCH_NAMES[kind]),
    book.cell(`now.batch.b${i}`, `Văn bản của đợt: ${name}`, all),
    book.cell(`now.batch-done.b${i}`, `Đã rà soát trong đợt: ${name}`, done),
    shareCell(done.length, all.length) ?? textCell(""),
  ]);
  const text = rows.length === 0 ? ["Trong kỳ không có đợt rà soát nào được tiến hành."] : [];
  const widths = [34, 28, 12, 14, 12];
  const columns = evenColumns(["Đợt rà soát", "Loại", "Văn bản", "Đã rà soát", "Tỷ lệ"]);
  return table(
    label,
    rows.length === 0 ? [] : columns.map((c, i) => ({ ...c, width: widths[i] ?? 12, align: i > 1 ? "right" : "left" })),
    rows,
    text,
  );
}

/** New grounds named one by one, those that act on most documents first; the others are counted in one line. */
const GROUNDS_NAMED = 50;

/** New grounds and what must be reviewed because of them. */
export function groundsPart(label: string, book: FigureBook, { law: { now } }: TwoStretches): ReportPart {
  const rows: ReportCell[][] = now.grounds
    .slice(0, GROUNDS_NAMED)
    .map((ground, i) => [
      textCell(ground.name, ground.href),
      textCell(ground.note),
      { text: ground.effectiveOn === null ? "" : formatDate(ground.effectiveOn) },
      book.cell(`now.ground-acts.g${i}`, `Tác động trực tiếp: ${ground.name}`, ground.targets),
      ground.toReview === null
        ? textCell("")
        : book.cell(`now.ground-review.g${i}`, `Phải rà soát: ${ground.name}`, ground.toReview),
    ]);
  const others = now.grounds.slice(GROUNDS_NAMED);
  if (others.length > 0)
    rows.push([
      textCell(`${others.length} văn bản khác`),
      textCell("Mỗi văn bản tác động tới số văn bản không nhiều hơn các văn bản kể trên."),
      textCell(""),
      book.cell(
        "now.ground-acts.others",
        "Tác động trực tiếp: các văn bản khác",
        onePerWork(others.flatMap(({ targets }) => targets)),
      ),
      textCell(""),
    ]);
  const widths = [28, 30, 16, 13, 13];
  const columns = evenColumns(["Văn bản", "Tên gọi", "Có hiệu lực", "Tác động trực tiếp", "Phải rà soát"]);
  const text =
    rows.length === 0
      ? ["Trong kỳ không có văn bản nào trong kho được ban hành hoặc bắt đầu có hiệu lực mà tác động tới văn bản khác."]
      : [];
  return table(
    label,
    rows.length === 0 ? [] : columns.map((c, i) => ({ ...c, width: widths[i] ?? 12, align: i > 2 ? "right" : "left" })),
    rows,
    text,
  );
}

/** What waits, by who has to do it. */
export function unitsPart(label: string, book: FigureBook, { review: { now } }: TwoStretches): ReportPart {
  const reviewed = new Set(now.reviewed.flatMap(({ work }) => work?.id ?? []));
  const handled = new Set(now.handled.map(({ href }) => href));
  const left = now.todo.filter(({ work }) => work === null || !reviewed.has(work.id));
  const unsettled = now.toHandle.filter(({ href }) => !handled.has(href));
  const units = [...groupBy([...left, ...unsettled, ...now.overdue], ({ unit }) => unit).keys()].sort((a, b) =>
    a.localeCompare(b, "vi"),
  );
  const rows = units.map((unit, i) => {
    const of = (items: readonly FigureItem[]) => items.filter((item) => item.unit === unit);
    const name = unit === "" ? "Chưa giao đơn vị" : unit;
    return [
      textCell(name),
      book.cell(`now.left.u${i}`, `Còn phải rà soát: ${name}`, of(left)),
      book.cell(`now.unsettled.u${i}`, `Còn phải xử lý: ${name}`, of(unsettled)),
      book.cell(`now.overdue.u${i}`, `Quá hạn: ${name}`, of(now.overdue)),
    ];
  });
  const text = rows.length === 0 ? ["Không có việc tồn đọng ở ngày cuối kỳ."] : [];
  return table(
    label,
    rows.length === 0 ? [] : figures("Đơn vị", "Còn phải rà soát", "Còn phải xử lý", "Quá hạn"),
    rows,
    text,
  );
}

/** How the law of the province changed. */
export function lawPart(label: string, book: FigureBook, { law: { now, before } }: TwoStretches): ReportPart {
  const lists = [
    ["issued", "Văn bản ban hành"],
    ["ceased", "Hết hiệu lực toàn bộ"],
    ["partly", "Hết hiệu lực một phần"],
    ["suspended", "Tạm ngưng hiệu lực toàn bộ"],
    ["partlySuspended", "Tạm ngưng hiệu lực một phần"],
    ["expiring", `Sẽ hết hiệu lực trong ${AHEAD_DAYS} ngày sau kỳ`],
  ] as const;
  const rows = lists.map(([list, name]) => compared(book, list, name, now[list], before[list]));
  return table(label, figures("Chỉ tiêu", "Kỳ này", "Kỳ trước", "Tăng, giảm"), rows);
}

/** Drafts, findings, lists: what else the department did with this program. */
export function otherPart(label: string, book: FigureBook, { law: { now, before } }: TwoStretches): ReportPart {
  const plain = (name: string, is: number, was: number) => [
    textCell(name),
    numberCell(is),
    numberCell(was),
    changeCell(is - was),
  ];
  return table(label, figures("Chỉ tiêu", "Kỳ này", "Kỳ trước", "Tăng, giảm"), [
    plain("Lượt kiểm tra dự thảo", now.drafts, before.drafts),
    plain("Kết luận về phát hiện của phần mềm", now.decisions, before.decisions),
    compared(book, "published", "Danh mục, báo cáo đã công bố", now.published, before.published),
  ]);
}

/** Share of documents handled among those that must be (cải cách hành chính). */
export function reformPart(label: string, book: FigureBook, { review: { now, before } }: TwoStretches): ReportPart {
  const share = (done: number, all: number): ReportCell => shareCell(done, all) ?? textCell("–");
  const rows = [...FIGURE_BODIES, "all" as const].map((body) => {
    const of = (items: readonly FigureItem[]) => (body === "all" ? items : items.filter((item) => item.body === body));
    const name = body === "all" ? "Tổng số" : BODY_NAMES[body];
    const [all, done, was, wasDone] = [of(now.toHandle), of(now.handled), of(before.toHandle), of(before.handled)];
    return [
      textCell(name),
      book.cell(`now.toHandle.${body}`, `Phải xử lý: ${name}`, all),
      book.cell(`now.handled.${body}`, `Đã xử lý: ${name}`, done),
      share(done.length, all.length),
      share(wasDone.length, was.length),
    ];
  });
  return table(
    label,
    figures("Cơ quan ban hành", "Phải xử lý sau rà soát", "Đã xử lý", "Tỷ lệ", "Tỷ lệ kỳ trước"),
    rows,
  );
}

/** Documents of bodies that are no more, and how far they are handled. */
export function campaignPart(
  label: string,
  book: FigureBook,
  bodies: readonly FormerWorks[],
  text: readonly string[],
): ReportPart {
  const rowOf = (name: string, key: string, lists: Omit<FormerWorks, "name">) => [
    textCell(name),
    book.cell(`former.all.${key}`, `Văn bản: ${name}`, lists.all),
    book.cell(`former.ended.${key}`, `Đã hết hiệu lực: ${name}`, lists.ended),
    book.cell(`former.decided.${key}`, `Đã kết luận phải xử lý: ${name}`, lists.decided),
    book.cell(`former.left.${key}`, `Còn lại: ${name}`, lists.left),
  ];
  const rows = bodies.map(({ name, ...lists }, i) => rowOf(name, `b${i}`, lists));
  const sum = (list: keyof Omit<FormerWorks, "name">) => bodies.flatMap((body) => body[list]);
  if (bodies.length > 1)
    rows.push(
      rowOf("Tổng số", "sum", { all: sum("all"), ended: sum("ended"), decided: sum("decided"), left: sum("left") }),
    );
  const columns = figures("Cơ quan cũ", "Văn bản", "Đã hết hiệu lực", "Đã kết luận phải xử lý", "Còn lại");
  return table(label, rows.length === 0 ? [] : columns, rows, text);
}
