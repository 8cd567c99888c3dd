import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InputFile, listInputs } from "../../src/read/list-inputs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rasoat-list-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function all(...paths: string[]): Promise<InputFile[]> {
  const found: InputFile[] = [];
  for await (const input of listInputs(paths)) found.push(input);
  return found;
}
/** "a.docx" for a file, "a.pdf !unsupported-format" for a refused one. */
const seen = (inputs: readonly InputFile[]): string[] =>
  inputs.map((i) =>
    "problem" in i ? `${i.name.replace(`${folder}/`, "")} !${i.problem.code}` : i.name.replace(`${folder}/`, ""),
  );

async function zip(name: string, entries: Zippable, patch?: (archive: Buffer) => void): Promise<string> {
  const archive = Buffer.from(zipSync(entries));
  patch?.(archive);
  const path = join(folder, name);
  await writeFile(path, archive);
  return path;
}
async function codesOf(name: string, entries: Zippable, patch?: (archive: Buffer) => void): Promise<string[]> {
  const path = await zip(name, entries, patch);
  const inputs = await all(path);
  await rm(path);
  return inputs.map((i) => ("problem" in i ? i.problem.code : "ok"));
}

describe("folders", () => {
  it("are walked in a stable order; links, hidden and unknown files are named with a reason", async () => {
    const root = join(folder, "kho");
    await mkdir(join(root, "con", ".git"), { recursive: true });
    for (const name of ["b.txt", "a.docx", "z.odg", "~$a.docx", ".bi-mat.txt", "con/c.HTML", "con/.git/x.txt"])
      await writeFile(join(root, name), "x");
    await symlink("/etc/hostname", join(root, "lien-ket.txt"));
    expect(seen(await all(root, join(root, "b.txt"), join(root, "khong-co.txt")))).toEqual([
      "kho/.bi-mat.txt !hidden-file",
      "kho/a.docx",
      "kho/b.txt",
      "kho/con/.git !hidden-file",
      "kho/con/c.HTML",
      "kho/lien-ket.txt !link-not-followed",
      "kho/z.odg !unsupported-format",
      "kho/~$a.docx !hidden-file",
      "kho/b.txt",
      "kho/khong-co.txt !file-not-found",
    ]);
  });
});

describe("archives", () => {
  it("give their files under names of ours, shown under theirs, and clean up after the last reader", async () => {
    const path = await zip("nap.zip", {
      "thu/văn bản.txt": bytes("nội dung hai"),
      "a.txt": bytes("nội dung một"),
      "trong.zip": bytes("x"),
      "__MACOSX/._a.txt": bytes("x"),
      "b.xls": bytes("x"),
    });
    const inputs = await all(path);
    expect(seen(inputs)).toEqual([
      "nap.zip/__MACOSX/._a.txt !hidden-file",
      "nap.zip/a.txt",
      "nap.zip/b.xls !unsupported-format",
      "nap.zip/thu/văn bản.txt",
      "nap.zip/trong.zip !nested-zip",
    ]);
    const files = inputs.flatMap((i) => ("path" in i ? [i] : []));
    const [one, two] = files;
    if (one === undefined || two === undefined) throw new Error("two files expected");
    expect(await readFile(two.path, "utf8")).toBe("nội dung hai");
    expect(basename(two.path)).toMatch(/^\d{5}\.txt$/u);
    await one.cleanup?.();
    await one.cleanup?.();
    expect(existsSync(two.path)).toBe(true);
    await two.cleanup?.();
    expect(existsSync(dirname(two.path))).toBe(false);
  });

  it.each([
    ["up.zip", "../../thoat.txt"],
    ["absolute.zip", "/etc/thoat.txt"],
    ["windows.zip", "..\\..\\thoat.txt"],
    ["drive.zip", "C:\\thoat.txt"],
  ])("%s with the name %s is refused whole and writes nothing", async (name, evil) => {
    expect(await codesOf(name, { "a.txt": bytes("lành"), [evil]: bytes("độc") })).toEqual(["zip-unsafe-name"]);
    expect(existsSync(join(folder, "thoat.txt"))).toBe(false);
  });

  it("with links, passwords, overlaps, lies, or nothing inside are refused", async () => {
    expect(
      await codesOf("link.zip", { "a.txt": [bytes("/etc/passwd"), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }),
    ).toEqual(["zip-link"]);
    expect(await codesOf("trong.zip", { "thu-muc/": new Uint8Array(0) })).toEqual(["empty-zip"]);
    expect(
      await codesOf("khoa.zip", { "a.txt": bytes("nội dung") }, (b) => {
        b.writeUInt16LE(1, central(b, 0) + 8);
      }),
    ).toEqual(["encrypted-file"]);
    const two = { "a.txt": bytes("một".repeat(100)), "b.txt": bytes("hai".repeat(100)) };
    expect(
      await codesOf("chong.zip", two, (b) => {
        b.writeUInt32LE(0, central(b, 1) + 42);
      }),
    ).toEqual(["zip-bomb"]);
    expect(
      await codesOf("doi.zip", two, (b) => {
        b.writeUInt32LE(12, central(b, 0) + 24);
      }),
    ).toEqual(["broken-zip", "ok"]);
    expect(
      await codesOf("crc.zip", two, (b) => {
        b.writeUInt32LE(12, central(b, 0) + 16);
      }),
    ).toEqual(["broken-zip", "ok"]);
    await writeFile(join(folder, "rac.zip"), "không phải zip");
    expect(seen(await all(join(folder, "rac.zip")))).toEqual(["rac.zip !broken-zip"]);
  });

  it("that unpack to far more than they hold are refused at once, by their directory alone", async () => {
    const cpu = process.cpuUsage();
    expect(await codesOf("bom.zip", { "a.txt": new Uint8Array(64 * 1048576) })).toEqual(["zip-bomb"]);
    const many: Zippable = {};
    for (let i = 0; i < 10_001; i++) many[`${i}.txt`] = [new Uint8Array(0), { level: 0 }];
    expect(await codesOf("nhieu.zip", many)).toEqual(["zip-too-many-entries"]);
    expect(process.cpuUsage(cpu).user / 1e6).toBeLessThan(10);
  });
});

/** Where the n-th entry of the central directory begins. */
function central(archive: Buffer, n: number): number {
  let at = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (let i = 0; i < n; i++) at = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4);
  return at;
}
