import writeExcelFile from "write-excel-file/node";
import type { Work } from "../../src/domain/work.ts";
import type { ProvinceWorks } from "./province-works.ts";

/** What a row of the workbook truly names: ids of works of the collection, or null for one it does not hold. */
export interface TrueRow {
  readonly sheet: string;
  /** As Excel counts. */
  readonly sheetRow: number;
  readonly kind: "document" | "group" | "total" | "blank" | "continuation";
  readonly named: readonly (string | null)[];
  /** No document could be read by anybody. */
  readonly unreadable: boolean;
}

export interface TrueWorkbook {
  readonly bytes: Uint8Array;
  readonly rows: readonly TrueRow[];
  /** Documents named in all. */
  readonly named: number;
}

type Cell = string | number | Date | null | { value: string; rowSpan?: number; columnSpan?: number };

const UNITS = [
  "Sở Xây dựng",
  "Sở Tài chính",
  "Sở Nông nghiệp và Môi trường",
  "Sở Nội vụ",
  "Sở Tư pháp",
  "Công an tỉnh",
];
const FORMS = [
  "Thay thế",
  "Bãi bỏ",
  "Sửa đổi, bổ sung",
  "Chưa xác định",
  "Ban hành mới",
  "",
  "Thay thế/bãi bỏ",
  "Giữ nguyên, không xử lý",
];
const OFFICERS = ["Nguyễn Thị Lan", "Trần Minh Đức", "Lê Thu Hà", ""];
const FIELDS = ["ĐẤT ĐAI", "XÂY DỰNG", "TÀI CHÍNH", "NỘI VỤ", "NÔNG NGHIỆP", "GIAO THÔNG"];
const NOTES = [
  "",
  "",
  "chờ Nghị định mới",
  "đã gửi lại hồ sơ",
  "chưa có trong danh mục áp dụng từ ngày 01/7/2025",
  "trình kỳ họp cuối năm",
];

/** A workbook as a department keeps it for years, with the dirt that was seen in a real one. Deterministic. */
export async function trackerWorkbook(
  random: () => number,
  { works, absent }: ProvinceWorks,
  rows: number,
): Promise<TrueWorkbook> {
  const dirt = dirtOf(random);
  const { pick, chance } = dirt;
  const decisions = (list: readonly Work[]): readonly Work[] => list.filter((w) => w.type === "quyet-dinh");
  const resolutions = (list: readonly Work[]): readonly Work[] => list.filter((w) => w.type === "nghi-quyet");
  const choose = (of: (list: readonly Work[]) => readonly Work[]) => (): Named => {
    const gone = chance(0.08);
    const work = pick(of(gone ? absent : works));
    return { work, id: gone ? null : work.id };
  };
  const share = Math.round(rows * 0.5);
  const one = combinedSheet("QĐ của UBND", dirt, choose(decisions), share);
  const two = partedSheet("NQ HĐND", dirt, choose(resolutions), Math.round(rows * 0.34));
  const three = combinedSheet(
    "Đã xử lý",
    dirt,
    choose((list) => list),
    rows - share - Math.round(rows * 0.34),
  );
  const figures: Cell[][] = [["TỔNG HỢP TÌNH HÌNH"], [], ["Nghị quyết", 178], ["Quyết định", 273], ["Cộng", 451]];
  const sheets = [one, two, three];
  const data = [...sheets.map((s) => ({ sheet: s.name, data: s.data })), { sheet: "Tổng hợp", data: figures }];
  const bytes = await (writeExcelFile as (sheets: unknown) => { toBuffer(): Promise<Buffer> })(
    data.map(({ sheet, data: table }) => ({ sheet, data: table.map((row) => row.map(typed)) })),
  ).toBuffer();
  const truth = sheets.flatMap((s) => s.truth);
  return { bytes: new Uint8Array(bytes), rows: truth, named: truth.reduce((n, row) => n + row.named.length, 0) };
}

const typed = (cell: Cell) =>
  cell === null
    ? null
    : cell instanceof Date
      ? { value: cell, type: Date, format: "dd/mm/yyyy" }
      : typeof cell === "object"
        ? cell
        : { value: cell };

interface Named {
  readonly work: Work;
  readonly id: string | null;
}

interface Sheet {
  readonly name: string;
  readonly data: Cell[][];
  readonly truth: TrueRow[];
}

type Dirt = ReturnType<typeof dirtOf>;

/** One column tells all of the document; two rows of heading, merged over the steps. */
function combinedSheet(name: string, dirt: Dirt, choose: () => Named, rows: number): Sheet {
  const { pick, chance } = dirt;
  const truth: TrueRow[] = [];
  const data: Cell[][] = [
    [`BẢNG THEO DÕI XỬ LÝ VĂN BẢN (${name})`],
    ["Tính đến ngày 15/02/2026"],
    [
      { value: "STT", rowSpan: 2 },
      { value: "Tên loại, số, ký hiệu, ngày tháng năm ban hành, trích yếu", rowSpan: 2 },
      { value: "Cơ quan soạn thảo", rowSpan: 2 },
      { value: "Hình thức xử lý", rowSpan: 2 },
      { value: "Người xử lý", rowSpan: 2 },
      { value: "Văn bản đăng ký", columnSpan: 2 },
      null,
      { value: "Chấp thuận (TT.HĐND hoặc VP UBND)", rowSpan: 2 },
      { value: "Dự kiến trình", rowSpan: 2 },
      { value: "Thẩm định STP", columnSpan: 2 },
      null,
      { value: "Số, ngày ban hành", rowSpan: 2 },
      { value: "Mức ưu tiên", rowSpan: 2 },
      { value: "Ghi chú", rowSpan: 2 },
      { value: "Tháng xử lý", rowSpan: 2 },
    ],
    [null, null, null, null, null, "Số", "Ngày", null, null, "Số BC", "Ngày", null, null, null, null],
  ];
  const put = (
    kind: TrueRow["kind"],
    cells: Cell[],
    named: readonly (string | null)[] = [],
    unreadable = false,
  ): void => {
    data.push(cells);
    truth.push({ sheet: name, sheetRow: data.length, kind, named, unreadable });
  };
  let stt = 0;
  let group = 0;
  while (stt < rows) {
    if (stt % 23 === 0) put("group", dirt.groupRow(++group, pick(FIELDS), 15));
    if (chance(0.02)) put("blank", []);
    if (chance(0.015)) {
      put("document", [++stt, "Các văn bản khác có liên quan (chưa rà)", pick(UNITS)], [], true);
      continue;
    }
    const documents = dirt.several(choose);
    const cell = dirt.combinedCell(documents);
    const spans = chance(0.03);
    const steps = dirt.stepCells();
    const row: Cell[] = [
      ++stt,
      spans ? { value: cell, rowSpan: 2 } : cell,
      pick([...UNITS, "nt", "như trên", ""]),
      pick(FORMS),
      pick(OFFICERS),
      ...steps,
    ];
    put(
      "document",
      row,
      documents.map((d) => d.id),
    );
    if (spans) put("continuation", [null, null, pick(UNITS), null, pick(OFFICERS), ...dirt.stepCells()]);
  }
  put("total", ["Tổng cộng", `${stt} văn bản`]);
  return { name, data, truth };
}

/** Number, day, body and title have columns of their own. */
function partedSheet(name: string, dirt: Dirt, choose: () => Named, rows: number): Sheet {
  const { pick, chance } = dirt;
  const truth: TrueRow[] = [];
  const data: Cell[][] = [
    ["DANH MỤC NGHỊ QUYẾT CẦN XỬ LÝ"],
    [
      "TT",
      "Số, ký hiệu",
      "Ngày ban hành",
      "Cơ quan ban hành",
      "Trích yếu nội dung",
      "Đơn vị chủ trì tham mưu",
      "Hướng xử lý",
      "Chuyên viên theo dõi",
      "Phúc đáp",
      "Lấy ý kiến",
      "Trình",
      "Kỳ họp",
      "Thời hạn xử lý",
      "Ghi chú",
    ],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)"],
  ];
  for (let stt = 1; stt <= rows; stt++) {
    if (stt % 31 === 1) {
      data.push(dirt.groupRow(Math.ceil(stt / 31), pick(FIELDS), 14));
      truth.push({ sheet: name, sheetRow: data.length, kind: "group", named: [], unreadable: false });
    }
    const documents = chance(0.07) ? [choose(), choose()] : [choose()];
    const only = documents.length === 1;
    const work = (documents[0] as Named).work;
    const days = documents.map((d) => dirt.day(d.work)).filter((day) => day !== "");
    data.push([
      stt,
      documents.map((d) => dirt.symbol(d.work)).join("\n"),
      only ? dirt.dayCell(work) : days.length === documents.length ? days.join("\n") : null,
      only ? dirt.issuerCell(work) : null,
      only
        ? dirt.title(work)
        : documents.map((d) => dirt.title(d.work)).filter((t) => t !== "").length === 2
          ? documents.map((d) => d.work.title).join("\n")
          : null,
      pick([...UNITS, "nt", ""]),
      pick(FORMS),
      pick(OFFICERS),
      chance(0.3) ? `${10 + stt}/UBND-NC ngày 05/11/2025` : null,
      chance(0.3) ? "Đã lấy ý kiến các sở" : null,
      chance(0.2) ? `${stt}/TTr-STC ${dirt.plainDay("2026-01-15")}` : null,
      chance(0.4) ? "Kỳ họp giữa năm 2026" : null,
      pick<Cell>(["31/12/2026", "Quý IV/2026", "", new Date("2026-06-30T00:00:00Z"), "30.6.2026", "tháng 9/2026"]),
      pick(NOTES),
    ]);
    truth.push({
      sheet: name,
      sheetRow: data.length,
      kind: "document",
      named: documents.map((d) => d.id),
      unreadable: false,
    });
  }
  return { name, data, truth };
}

/** The ways in which people write one document, each as often as it was seen. */
function dirtOf(random: () => number) {
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const parts = (work: Work): readonly [string, string, string] => {
    const [number = "", year = "", code = ""] = (work.symbol ?? "").split("/");
    return [number, year, code];
  };
  const symbol = (work: Work): string => {
    const [number, year, code] = parts(work);
    const roll = random();
    if (roll < 0.5) return work.symbol ?? "";
    if (roll < 0.56) return `${number}/${year}/${code.replace("-", ".")}`;
    if (roll < 0.6) return `${number}/${year}/${code.replace("-", "/")}`;
    if (roll < 0.66) return `${number}/ ${year}/${code.replace("-", " - ")}`;
    if (roll < 0.7) return `${number}/${year}/${code.replace("Đ", pick(["Ð", "D"]))}`;
    if (roll < 0.73) return `${number}/${year}/${code.toLowerCase()}`;
    if (roll < 0.79) return `${number}/${code}`;
    if (roll < 0.84) return `${number.replace("0", "O")}/${year.replace("0", "O")}/${code}`;
    if (roll < 0.88) return `${number}/${year}`;
    if (roll < 0.92) return `${Number(number)}/${year}/${code}`;
    if (roll < 0.95) return `${number}/${year}/${code.replace("-", "")}`;
    if (roll < 0.97) return `${number}/${year}/${code}-K9`;
    // another number than the document's
    return `${String((Number(number) % 24) + 1).padStart(2, "0")}/${year}/${code}`;
  };
  const plainDay = (iso: string): string => iso.split("-").reverse().join("/");
  const day = (work: Work): string => {
    const [year = "", month = "", date = ""] = (work.issuedOn ?? "").split("-");
    const roll = random();
    if (roll < 0.45) return `${date}/${month}/${year}`;
    if (roll < 0.55) return `${Number(date)}/${Number(month)}/${year}`;
    if (roll < 0.63) return `${date}.${month}.${year}`;
    if (roll < 0.72) return `${date}${month}${year}`;
    if (roll < 0.76) return `${date}/${month}${year}`;
    if (roll < 0.82) return `${date} tháng ${month} năm ${year}`;
    if (roll < 0.86) return `${date}/${month}/${year.slice(2)}`;
    if (roll < 0.88 && Number(date) <= 12) return `${month}/${date}/${year}`;
    if (roll < 0.9) return `${date}/${month}/${Number(year) + 1}`;
    return "";
  };
  const dayCell = (work: Work): Cell => {
    const roll = random();
    const real = new Date(`${work.issuedOn}T00:00:00Z`);
    if (roll < 0.3) return real;
    if (roll < 0.4) return Math.round(real.getTime() / 86_400_000) + 25_569;
    if (roll < 0.45) return "nt" as Cell;
    return day(work) || null;
  };
  const issuer = (work: Work): string => {
    const roll = random();
    const short = (work.issuer ?? "").replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND");
    if (roll < 0.2) return work.issuer ?? "";
    if (roll < 0.5) return short;
    return roll < 0.7 ? short.replace(/ tỉnh .*$/u, " tỉnh") : "";
  };
  const title = (work: Work): string => {
    const roll = random();
    const whole = work.title ?? "";
    if (roll < 0.6) return whole;
    if (roll < 0.75) return whole.split(" ").slice(0, 9).join(" ");
    if (roll < 0.82) return `V/v ${whole.charAt(0).toLowerCase()}${whole.slice(1)}`;
    return roll < 0.9 ? `${whole} (${pick(NOTES) || "đã rà soát"})` : "";
  };
  const kind = (work: Work): string =>
    work.type === "quyet-dinh"
      ? pick(["Quyết định số", "QĐ số", "Quyết định", "QĐ"])
      : pick(["Nghị quyết số", "NQ số", "Nghị Quyết", "NQ"]);
  const combined = (work: Work): string => {
    const dayWords = day(work);
    const dated = dayWords === "" ? "" : `${pick([" ngày ", " ", " ngày "])}${dayWords}`;
    const by = issuer(work);
    return [`${kind(work)} ${symbol(work)}${dated}`, by === "" ? "" : `của ${by}`, title(work)]
      .filter((part) => part !== "")
      .join(pick([" ", " ", ", "]));
  };
  const several = (choose: () => Named): readonly Named[] => {
    const roll = random();
    const n = roll < 0.8 ? 1 : roll < 0.93 ? 2 : 3 + Math.floor(random() * 2);
    return Array.from({ length: n }, choose);
  };
  return {
    chance,
    pick,
    symbol,
    day,
    dayCell,
    plainDay,
    title,
    several,
    issuerCell: (work: Work): Cell => pick<Cell>([issuer(work), issuer(work), issuer(work), null]),
    combinedCell(documents: readonly Named[]): string {
      const [first] = documents;
      if (documents.length === 1 && first !== undefined)
        return chance(0.06)
          ? `${title(first.work) || first.work.title} ban hành kèm theo ${kind(first.work)} ${symbol(first.work)} ngày ${plainDay(first.work.issuedOn ?? "")}`
          : combined(first.work);
      const style = random();
      if (style < 0.35) return documents.map((d) => `- ${combined(d.work)}`).join("\n");
      if (style < 0.6) return documents.map((d, i) => `${i + 1}. ${combined(d.work)}`).join("\n");
      if (style < 0.85) return documents.map((d) => combined(d.work)).join("; ");
      return documents
        .map((d) => `${kind(d.work)} ${symbol(d.work)} ngày ${plainDay(d.work.issuedOn ?? "")}`)
        .join(" và ");
    },
    groupRow(n: number, field: string, columns: number): Cell[] {
      const numeral = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][n - 1] ?? "A";
      return chance(0.5)
        ? [
            { value: `${numeral}. LĨNH VỰC ${field}`, columnSpan: columns },
            ...Array.from({ length: columns - 1 }, () => null),
          ]
        : [numeral, `LĨNH VỰC ${field}`];
    },
    stepCells: (): Cell[] => [
      chance(0.5) ? `${10 + Math.floor(random() * 400)}/SXD-PC` : null,
      chance(0.5) ? pick<Cell>(["15112025", "10.12.2025", new Date("2025-12-01T00:00:00Z"), "3/1/2026"]) : null,
      chance(0.3) ? "Thông báo số 12/TB-HĐND ngày 20/12/2025" : null,
      pick<Cell>(["Quý I/2026", "tháng 3/2026", null, "15/3/2026"]),
      chance(0.3) ? `${1 + Math.floor(random() * 200)}/BC-STP` : null,
      chance(0.3) ? pick<Cell>(["05/01/2026", 46_030, "0601 2026"]) : null,
      chance(0.15) ? `${1 + Math.floor(random() * 9)}/2026/QĐ-UBND ngày 12/02/2026` : null,
      pick<Cell>(["Cao", "TB", null, 1, 2]),
      pick(NOTES),
      pick<Cell>([null, null, null, "02/2026", "T1/2026", "2"]),
    ],
  };
}
