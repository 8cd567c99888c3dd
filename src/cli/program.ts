import { Command, CommanderError } from "commander";
import type { Config } from "../config.ts";
import type { Rule } from "../engine/rule.ts";
import type { ServeOutcome } from "../server/serve.ts";
import type { Store } from "../store/store.ts";
import type { Post } from "../use-cases/daily-digest.ts";
import { CannotRun, say } from "./terminal.ts";

/** What the commands get from the composition root: settings, the project's folder, the only clock. */
export interface Shell {
  readonly config: Config;
  readonly root: string;
  readonly now: () => number;
  readonly loadRules: () => Promise<readonly Rule[]>;
  /** How letters go out; null where no mail server is configured. */
  readonly post: () => Promise<Post | null>;
  /** Opens the web app; a refusal (port taken, not loopback) is a value. */
  readonly serve: (store: Store, options: { readonly port: number; readonly host: string }) => Promise<ServeOutcome>;
}

/** A command loads its module only when it runs: `--help` and `extract` need no database driver. Answers the exit code. */
type Run = (
  shell: Shell,
  args: readonly string[],
  options: Record<string, string | boolean | undefined>,
) => Promise<number>;

interface Entry {
  readonly use: string;
  readonly vi: string;
  readonly en: string;
  readonly options?: readonly (readonly [flags: string, vi: string, en: string])[];
  readonly load: () => Promise<Run>;
}

const DB = ["--db <file>", "tệp chỉ mục SQLite, hoặc postgres://…", "index file (SQLite), or postgres://…"] as const;
const ON = [
  "--on <date>",
  "tính tại ngày (YYYY-MM-DD hoặc dd/mm/yyyy); mặc định hôm nay",
  "as of this day; default today",
] as const;
const NDJSON = ["--ndjson", "mỗi dòng một đối tượng JSON", "one JSON object a line"] as const;
const JSON_OUT = ["--json", "kết quả là một dòng JSON", "one line of JSON"] as const;
const SYMBOL = ["--symbol <so>", "số, ký hiệu văn bản", "symbol of the document"] as const;

const ENTRIES: readonly Entry[] = [
  {
    use: "start [paths...]",
    vi: "Lập chỉ mục (mặc định: corpus/), chạy quy tắc tại hôm nay, mở ứng dụng web",
    en: "Index, run the rules as of today, serve the web app",
    options: [["--no-serve", "chỉ lập chỉ mục và in bảng", "index and print the table only"]],
    load: async () => (await import("./commands/start.ts")).start,
  },
  {
    use: "serve",
    vi: "Mở ứng dụng web trên chỉ mục đã có",
    en: "Serve the web app on an existing index",
    options: [DB],
    load: async () => (await import("./commands/start.ts")).serveOnly,
  },
  {
    use: "extract <paths...>",
    vi: "Đọc văn bản, in cấu trúc, dẫn chiếu, sửa đổi (không cần chỉ mục)",
    en: "Read documents; print structure, citations, amendments (no database)",
    options: [NDJSON, ["--text", "kèm văn bản đã giải mã", "add the decoded text"]],
    load: async () => (await import("./commands/extract.ts")).extract,
  },
  {
    use: "diff-extract <old> <new>",
    vi: "So hai kết quả extract --ndjson: dẫn chiếu, sửa đổi, đơn vị nào thêm, mất, đổi",
    en: "Compare two outputs of extract --ndjson: what was gained, lost, changed",
    options: [NDJSON],
    load: async () => (await import("./commands/diff-extract.ts")).diffExtracts,
  },
  {
    use: "index <paths...>",
    vi: "Lập hoặc cập nhật chỉ mục",
    en: "Build or update the index",
    options: [DB, JSON_OUT],
    load: async () => (await import("./commands/index-files.ts")).indexFiles,
  },
  {
    use: "watch <folder>",
    vi: "Theo dõi một thư mục, tự nhập tệp mới; không di chuyển, không xóa tệp nào",
    en: "Watch a folder and import what is dropped into it; moves and deletes nothing",
    options: [DB, NDJSON],
    load: async () => (await import("./commands/watch.ts")).watch,
  },
  {
    use: "status",
    vi: "Tình trạng hiệu lực tại một ngày, kèm căn cứ",
    en: "Status on a day, with its proof",
    options: [
      DB,
      ON,
      NDJSON,
      SYMBOL,
      [
        "--all",
        "cả văn bản chỉ biết qua danh mục hoặc dẫn chiếu",
        "also works known only from the register or citations",
      ],
    ],
    load: async () => (await import("./commands/status.ts")).status,
  },
  {
    use: "consolidate",
    vi: "Lời văn hợp nhất tham khảo tại một ngày",
    en: "Consolidated text on a day (for reference)",
    options: [
      DB,
      ON,
      SYMBOL,
      JSON_OUT,
      ["--format <format>", "json, md hoặc docx", "json, md or docx"],
      ["--out <file>", "tệp kết quả", "output file"],
    ],
    load: async () => (await import("./commands/consolidate.ts")).consolidateText,
  },
  {
    use: "findings",
    vi: "Phát hiện của các quy tắc tại một ngày",
    en: "Findings of the rules on a day",
    options: [DB, ON, NDJSON],
    load: async () => (await import("./commands/findings.ts")).findings,
  },
  {
    use: "check <draft>",
    vi: "Kiểm tra dự thảo với văn bản đang có hiệu lực",
    en: "Check a draft against what is in force",
    options: [DB, ON, NDJSON],
    load: async () => (await import("./commands/findings.ts")).check,
  },
  {
    use: "compare",
    vi: "So từng cặp quy định đọc từ đầu vào chuẩn",
    en: "Compare pairs of provisions from standard input",
    options: [NDJSON],
    load: async () => (await import("./commands/compare.ts")).compare,
  },
  {
    use: "impact",
    vi: "Văn bản phải rà soát vì một văn bản mới (Điều 39 NĐ 79/2025)",
    en: "Documents to review because of a new one",
    options: [
      DB,
      ON,
      SYMBOL,
      NDJSON,
      ["--format <format>", "csv, xlsx hoặc json", "csv, xlsx or json"],
      ["--out <file>", "tệp kết quả", "file to write"],
    ],
    load: async () => (await import("./commands/impact.ts")).impact,
  },
  {
    use: "report <form>",
    vi: "Danh mục, báo cáo theo mẫu: 01 02 03 04 05 monthly yearly phieu",
    en: "Official lists and reports",
    options: [
      DB,
      ON,
      ["--from <date>", "từ ngày", "from"],
      ["--to <date>", "đến ngày", "to"],
      ["--scope <text>", "phạm vi", "scope"],
      ["--format <format>", "docx, xlsx, html, csv hoặc json", "docx, xlsx, html, csv or json"],
      ["--out <file>", "tệp kết quả", "output file"],
    ],
    load: async () => (await import("./commands/report.ts")).report,
  },
  {
    use: "tracker <action> <file>",
    vi: "Nhập sổ theo dõi xử lý văn bản (XLSX)",
    en: "Import a department's tracking workbook",
    options: [DB, NDJSON],
    load: async () => (await import("./commands/upkeep.ts")).tracker,
  },
  {
    use: "audit <action>",
    vi: "Nhật ký: audit verify (kiểm tra), audit export (xuất từng dòng JSON)",
    en: "The audit trail: verify it, or export it line by line",
    options: [
      DB,
      JSON_OUT,
      ["--anchor <seq:hash>", "số mục và mã băm đã lưu nơi khác", "entry and hash kept elsewhere"],
    ],
    load: async () => (await import("./commands/upkeep.ts")).audit,
  },
  {
    use: "accounts <action> [login]",
    vi: "Tài khoản: accounts list; accounts recover TÊN (mật khẩu dùng một lần cho người bị khóa ngoài)",
    en: "Accounts: list them; recover LOGIN prints a one-time password for who is locked out",
    options: [DB, JSON_OUT],
    load: async () => (await import("./commands/accounts.ts")).accounts,
  },
  {
    use: "daily",
    vi: "Việc mỗi ngày một lần: báo việc đến hạn, gửi thư hằng ngày, neo nhật ký",
    en: "What is done once a day: tell what is due, send the daily letters, anchor the trail",
    options: [DB, JSON_OUT],
    load: async () => (await import("./commands/daily.ts")).daily,
  },
  {
    use: "doctor",
    vi: "Kiểm tra chỉ mục còn nguyên vẹn",
    en: "Check that the index is whole",
    options: [DB, JSON_OUT],
    load: async () => (await import("./commands/upkeep.ts")).doctor,
  },
  {
    use: "backup",
    vi: "Sao lưu chỉ mục vào một thư mục",
    en: "Back the index up into a folder",
    options: [DB, ["--out <dir>", "thư mục", "folder"], JSON_OUT],
    load: async () => (await import("./commands/upkeep.ts")).backup,
  },
  {
    use: "restore <dir>",
    vi: "Khôi phục chỉ mục từ bản sao lưu",
    en: "Restore the index from a backup",
    options: [
      DB,
      JSON_OUT,
      [
        "--force",
        "thay cả chỉ mục đang có dữ liệu (được giữ lại bên cạnh)",
        "also replace an index that holds something",
      ],
    ],
    load: async () => (await import("./commands/upkeep.ts")).restore,
  },
  {
    use: "generate",
    vi: "Ghi lại danh mục quy tắc (rules/index.ts, rules/README.md)",
    en: "Write the generated rule catalogue",
    load: async () => (await import("./commands/upkeep.ts")).generate,
  },
];

/** Runs one command. 0 = done, 1 = ran and the answer is "not whole", 2 = could not run. */
export async function runCommandLine(argv: readonly string[], shell: Shell): Promise<number> {
  let code = 0;
  const program = new Command("rasoat")
    .description(
      "Rà soát, hệ thống hóa văn bản quy phạm pháp luật.\nReview and systematization of Vietnamese legal normative documents.",
    )
    .helpOption("-h, --help", "trợ giúp / help")
    .helpCommand("help [command]", "trợ giúp một lệnh / help for a command")
    .configureOutput({ outputError: (text, write) => write(translateError(text)) })
    .exitOverride();
  for (const entry of ENTRIES) {
    const command = program
      .command(entry.use)
      .summary(`${entry.vi} / ${entry.en}`)
      .description(`${entry.vi}.\n${entry.en}.`)
      .helpOption("-h, --help", "trợ giúp / help")
      .exitOverride();
    for (const [flags, vi, en] of entry.options ?? []) command.option(flags, `${vi} / ${en}`);
    command.action(async (...all: unknown[]) => {
      const own = all.at(-1) as Command;
      code = await (await entry.load())(shell, own.processedArgs.flat() as string[], own.opts());
    });
  }
  try {
    await program.parseAsync(argv as string[], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // a store's error carries words for people; it is not imported here, so that a command starts without the store
    if (error instanceof CannotRun || (error instanceof Error && error.name === "StoreError")) {
      say(error.message);
      return 2;
    }
    throw error;
  }
  return code;
}

const translateError = (text: string): string =>
  text
    .replace(/^error: unknown command '(.*)'/u, "Không có lệnh “$1”")
    .replace(/^error: missing required argument '(.*)'/u, "Thiếu “$1”")
    .replace(/^error: unknown option '(.*)'/u, "Không có tùy chọn “$1”")
    .replace(/^error: /u, "Lỗi: ")
    .replace(/\n$/u, ". Xem: rasoat --help\n");
