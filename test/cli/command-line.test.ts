import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "rasoat-cli-"));
const db = join(folder, "index.db");

/** The fields of the contract's lines that these tests look at. */
interface Row {
  readonly symbol: string;
  readonly rule: string;
  readonly indexed: boolean;
  readonly error: string;
  readonly document: Record<string, unknown>;
  readonly provisions: readonly {
    readonly eId: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
  readonly citations: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly because: readonly {
    readonly symbol: string;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly amendments: unknown;
}

function rasoat(
  args: readonly string[],
  input?: string,
): { code: number | null; out: string; err: string; lines: Row[] } {
  const run = spawnSync(process.execPath, ["--import", "tsx", join(root, "src/main.ts"), ...args], {
    encoding: "utf8",
    input,
    cwd: root,
    env: { ...process.env, RASOAT_PARSERS: "1", DATABASE_URL: "" },
  });
  const lines = run.stdout.split("\n").flatMap((l) => {
    try {
      return l.startsWith("{") ? [JSON.parse(l)] : [];
    } catch {
      return [];
    }
  });
  return { code: run.status, out: run.stdout, err: run.stderr, lines };
}

const BASE = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 11/2025/QĐ-UBND
An Khê, ngày 04 tháng 8 năm 2025
QUYẾT ĐỊNH
Quy định giờ mở cửa của chợ trên địa bàn tỉnh An Khê
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Công Thương;
Ủy ban nhân dân tỉnh An Khê ban hành Quyết định quy định giờ mở cửa của chợ trên địa bàn tỉnh An Khê.
Điều 1. Giờ mở cửa
1. Chợ hạng 1 mở cửa từ 04 giờ đến 20 giờ.
2. Chợ hạng 2 mở cửa từ 05 giờ đến 19 giờ.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực thi hành từ ngày 15 tháng 8 năm 2025.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Thạch
`;
const REPEAL = BASE.replace("11/2025/QĐ-UBND", "21/2025/QĐ-UBND")
  .replace("04 tháng 8", "03 tháng 11")
  .replaceAll("uy định giờ mở cửa của chợ trên địa bàn tỉnh An Khê", "uy định quản lý chợ trên địa bàn tỉnh An Khê")
  .replace(
    "15 tháng 8 năm 2025.",
    "20 tháng 11 năm 2025 và thay thế Quyết định số 11/2025/QĐ-UBND ngày 04 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh An Khê quy định giờ mở cửa của chợ.",
  );

beforeAll(() => {
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", "cho-1.txt"), BASE);
  writeFileSync(join(folder, "in", "cho-2.txt"), REPEAL);
  writeFileSync(join(folder, "in", "rong.txt"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line", () => {
  it("explains itself in both languages", () => {
    const help = rasoat(["--help"]);
    expect(help.code).toBe(0);
    for (const word of ["extract", "consolidate", "tracker", "restore", "Tình trạng hiệu lực", "Status on a day"])
      expect(help.out).toContain(word);
    const wrong = rasoat(["khong-co"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("Không có lệnh");
  });

  it("extracts without a database, offsets into the text as given, a bad file named and the rest read", () => {
    const { code, lines } = rasoat(["extract", join(folder, "in"), "--ndjson"]);
    expect(code).toBe(0);
    expect(lines).toHaveLength(3);
    const [first, second, empty] = lines as [Row, Row, Row];
    expect(first.document).toMatchObject({
      symbol: "11/2025/QĐ-UBND",
      type: "quyet-dinh",
      issuer: "Ủy ban nhân dân tỉnh An Khê",
      issuedOn: "2025-08-04",
      effectiveOn: "2025-08-15",
      normative: "yes",
    });
    const clause = first.provisions.find((p) => p.eId === "art_1__cl_2") as Row["provisions"][number];
    expect(BASE.slice(clause.start, clause.end)).toContain("Chợ hạng 2");
    expect(second.amendments).toMatchObject([
      { action: "replace-document", target: { symbol: "11/2025/QĐ-UBND", eId: null }, effectiveOn: "2025-11-20" },
    ]);
    for (const c of second.citations) expect(REPEAL.slice(c.start, c.end)).toBe(c.text);
    expect(empty).toMatchObject({ ok: false });
    expect(empty.error).toMatch(/rỗng|trống/u);
  });

  it("indexes idempotently and tells what is in force, since when and why", () => {
    const first = rasoat(["index", join(folder, "in"), "--db", db, "--json"]);
    expect(first.code).toBe(0);
    expect(first.lines[0]).toMatchObject({ imported: 2, unchanged: 0, documents: 2 });
    expect(rasoat(["index", join(folder, "in"), "--db", db, "--json"]).lines[0]).toMatchObject({
      imported: 0,
      unchanged: 2,
      documents: 2,
    });

    const after = rasoat(["status", "--db", db, "--on", "2025-12-01", "--ndjson"]).lines;
    const old = after.find((l) => l.symbol === "11/2025/QĐ-UBND") as Row;
    expect(old).toMatchObject({ status: "ceased", since: "2025-11-20", indexed: true });
    const proof = old.because.find((b) => b.symbol === "21/2025/QĐ-UBND") as Row["because"][number];
    expect(REPEAL.slice(proof.start, proof.end)).toContain("thay thế Quyết định số 11/2025/QĐ-UBND");
    expect(proof.quote).toContain("thay thế Quyết định số 11/2025/QĐ-UBND");
    const before = rasoat([
      "status",
      "--db",
      db,
      "--on",
      "01/10/2025",
      "--ndjson",
      "--symbol",
      "11/2025/QĐ-UBND",
    ]).lines;
    expect(before).toMatchObject([{ status: "in-force", since: "2025-08-15" }]);
  });

  it("answers every other command of the contract", () => {
    const found = rasoat(["findings", "--db", db, "--on", "2025-12-01", "--ndjson"]);
    expect(found.code).toBe(0);
    expect(found.lines.map((l) => l.rule)).toContain("document-replaced");
    const text = rasoat(["consolidate", "--db", db, "--symbol", "11/2025/QĐ-UBND", "--on", "2025-09-01", "--json"])
      .lines[0] as Row;
    expect(text).toMatchObject({ complete: true, refused: [] });
    expect(text.provisions.map((p) => p.text).join(" ")).toContain("Chợ hạng 1 mở cửa từ 04 giờ đến 20 giờ.");
    expect(
      rasoat(["impact", "--db", db, "--symbol", "21/2025/QĐ-UBND", "--on", "2025-12-01", "--ndjson"]).lines,
    ).toMatchObject([{ ground: 1, symbol: "11/2025/QĐ-UBND" }]);
    const list = JSON.parse(
      rasoat(["report", "01", "--db", db, "--from", "2025-01-01", "--to", "2025-12-31", "--format", "json"]).out,
    );
    expect(list.parts[0].groups[0].rows[0].slice(1, 3)).toEqual([
      "Quyết định của Ủy ban nhân dân tỉnh An Khê",
      "11/2025/QĐ-UBND ngày 04/08/2025",
    ]);
    const pair = JSON.stringify({
      id: 7,
      subject: { text: "Thời hạn là 05 ngày." },
      basis: { text: "Con đường rộng 12 mét." },
    });
    expect(rasoat(["compare", "--ndjson"], `${pair}\nkhông phải JSON\n`).lines).toMatchObject([
      { id: 7, verdict: "none" },
      { ok: false },
    ]);
    expect(rasoat(["audit", "verify", "--db", db, "--json"]).lines).toMatchObject([{ ok: true, broken: null }]);
    expect(rasoat(["tracker", "import", "so.xlsx", "--db", db]).code).toBe(2);
  });

  it("checks a draft without keeping it", () => {
    const draft = join(folder, "du-thao.txt");
    writeFileSync(
      draft,
      REPEAL.replace("21/2025/QĐ-UBND", "  /2025/QĐ-UBND").replace(
        "Điều 1. Giờ mở cửa",
        "Điều 1. Giờ mở cửa theo Quyết định số 11/2025/QĐ-UBND",
      ),
    );
    const { code, lines } = rasoat(["check", draft, "--db", db, "--on", "2025-12-01", "--ndjson"]);
    expect(code).toBe(0);
    expect(lines.map((l) => l.rule)).toContain("replaced-document-cited");
    expect(
      rasoat(["status", "--db", db, "--on", "2025-12-01", "--ndjson"]).lines.filter((l) => l.indexed),
    ).toHaveLength(2);
  });

  it("keeps the index whole: doctor, backup, restore", () => {
    expect(rasoat(["doctor", "--db", db, "--json"]).code).toBe(0);
    expect(rasoat(["backup", "--db", db, "--out", join(folder, "copy")]).code).toBe(0);
    // what is refused is said, and the exit code says it too
    expect(rasoat(["backup", "--db", db, "--out", join(folder, "copy")]).code).toBe(2);
    const copy = join(folder, "restored.db");
    expect(rasoat(["restore", join(folder, "copy"), "--db", copy]).code).toBe(0);
    const again = rasoat(["restore", join(folder, "copy"), "--db", copy]);
    expect([again.code, again.err.includes("--force")]).toEqual([2, true]);
    expect(rasoat(["restore", join(folder, "copy"), "--db", copy, "--force"]).code).toBe(0);
    expect(rasoat(["status", "--db", copy, "--on", "2025-12-01", "--ndjson"]).out).toBe(
      rasoat(["status", "--db", db, "--on", "2025-12-01", "--ndjson"]).out,
    );
    const bytes = readFileSync(copy);
    for (let i = 4096 * 20; i < bytes.length; i += 4096 * 7) bytes[i + 2000] = (bytes[i + 2000] as number) ^ 0xff;
    writeFileSync(copy, bytes);
    expect(rasoat(["doctor", "--db", copy, "--json"]).code).toBe(1);
  });

  it("says in words what is wrong with an index, without the insides of the program", () => {
    const letter = join(folder, "thu.db");
    writeFileSync(letter, "Kính gửi: Sở Tư pháp ".repeat(500));
    const { code, err } = rasoat(["status", "--db", letter]);
    expect(code).toBe(2);
    expect(err).toMatch(/chỉ mục/u);
    expect(err).not.toMatch(/node:internal|\.ts:\d/u);
  });

  it("lists accounts, and says what to do where there is none of that name", () => {
    expect(rasoat(["accounts", "list", "--db", db])).toMatchObject({ code: 0, out: "" });
    const none = rasoat(["accounts", "recover", "ha.le", "--db", db]);
    expect(none.code).toBe(2);
    expect(none.err).toContain("Không có tài khoản ha.le");
  });

  it("makes the round of the day once, and says that no letters are sent", () => {
    expect(rasoat(["daily", "--db", db, "--json"]).lines).toMatchObject([
      { first: true, told: 0, mailed: 0, anchor: null },
    ]);
    expect(rasoat(["daily", "--db", db]).out).toContain("Hôm nay đã báo việc đến hạn.");
    expect(rasoat(["daily", "--db", db]).out).toContain("RASOAT_SMTP_URL");
  });

  it("verifies and exports the audit trail; a head kept elsewhere is held against it", () => {
    expect(rasoat(["audit", "verify", "--db", db]).out).toContain("Nhật ký nguyên vẹn: 2 mục");
    expect(rasoat(["audit", "export", "--db", db]).lines).toMatchObject([
      { seq: 1, action: "import.start" },
      { seq: 2, action: "import.start", subject: "command-line", by: expect.stringContaining("(dòng lệnh)") },
    ]);
    const gone = rasoat(["audit", "verify", "--db", db, "--anchor", `3:${"a".repeat(64)}`]);
    expect([gone.code, gone.out.includes("Mất mục số 3")]).toEqual([1, true]);
    expect(rasoat(["audit", "verify", "--db", db, "--anchor", "3"]).code).toBe(2);
  });

  it("refuses a day the calendar does not have and an index that is not there", () => {
    const wrong = rasoat(["status", "--db", db, "--on", "31/02/2025"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("không phải một ngày có trong lịch");
    expect(rasoat(["status", "--db", join(folder, "khong.db")]).code).toBe(2);
  });
}, 120_000);
