import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { LOCAL_DOOR } from "../../src/server/door.ts";
import { mayRemove, MOST_ATTACHED } from "../../src/use-cases/attach-file.ts";
import { openImportDesk } from "../../src/use-cases/import-desk.ts";
import { decisionLines } from "../read/one-decision.ts";
import { paragraph, wordFile } from "../read/word-file.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { aSheet } from "../use-cases/a-sheet.ts";
import { accountsSite, addPeople } from "./accounts-site.ts";
import { lacks, says } from "./app.ts";
import { SAMPLE_RULES, TODAY } from "./sample-store.ts";

const HOME = "http://localhost";
const folder = temporaryFolder();
const PDF = new TextEncoder().encode("%PDF-1.7\n% một tệp PDF\n%%EOF\n");
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let site: Awaited<ReturnType<typeof accountsSite>>;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  site = await accountsSite();
  await addPeople(site.store);
  await site.store.sheets.open(aSheet({ work: "w17", unit: "own", by: "reviewer-own" }));
  const { store } = site;
  const today = () => TODAY;
  const desk = await openImportDesk({ store, rules: [], parsers: 1, now: () => Date.now(), today });
  app = createApp({
    store,
    rules: SAMPLE_RULES,
    today,
    version: "0",
    door: LOCAL_DOOR,
    imports: { desk, folder },
    pageLimits: { search: 1000, upload: 1000, "sign-in": 1000 },
  });
}, 60_000);
afterAll(() => site?.store.close());

/** Sends files as a browser of this person would. */
async function attach(who: string, at: string, ...files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const { cookie } = await site.signedIn(who);
  const page = await app.request(`${HOME}/help`, { headers: { cookie } });
  const body = new FormData();
  body.append("token", /name="token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "");
  for (const [name, bytes] of files) body.append("files", new File([new Uint8Array(bytes)], name));
  const response = await app.request(`${HOME}${at}/attachments`, {
    method: "POST",
    headers: { cookie, origin: HOME },
    body,
  });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}
const getAs = async (who: string, path: string) =>
  app.request(HOME + path, { headers: { cookie: (await site.signedIn(who)).cookie } });
const first = async (at: Parameters<typeof site.store.attachments.of>[0], id: string) =>
  (await site.store.attachments.of(at, id))[0];

test("a file is kept beside a finding with its name, size, who and when, and handed out as it came, never shown", async () => {
  const done = await attach("reviewer-own", "/findings/f-conflict", ["Công văn <số> 12'.pdf", PDF], ["anh.png", PNG]);
  expect(done).toMatchObject({ status: 303, location: "/findings/f-conflict?attached=2#files" });
  const page = await (await getAs("viewer-own", "/findings/f-conflict")).text();
  says(page, "Công văn &lt;số&gt; 12");
  says(page, "reviewer own (reviewer-own)");
  says(page, `${PDF.length} B`);
  // who only reads is offered no form
  lacks(page, '/findings/f-conflict/attachments"');
  const kept = (await site.store.attachments.of("finding", "f-conflict")).find((one) => one.name.endsWith(".pdf"));
  const got = await getAs("viewer-own", `/findings/f-conflict/attachments/${kept?.id}`);
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(PDF);
  expect(got.headers.get("content-type")).toBe("application/pdf");
  expect(got.headers.get("content-disposition")).toMatch(
    /^attachment; filename="C_ng_v_n_s_12_\.pdf"; filename\*=UTF-8''C%C3%B4ng/u,
  );
  expect(got.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(got.headers.get("x-content-type-options")).toBe("nosniff");
  const [entry] = await site.store.audit.list({ action: "attachment.add", subject: "f-conflict", limit: 5 });
  expect(entry).toMatchObject({ by: "reviewer own (reviewer-own)", detail: { of: "finding", file: "anh.png" } });
});

test("what may not be kept is named with its reason, and the rest is kept", async () => {
  const secret = wordFile(["MẬT", ...decisionLines()].map((line) => paragraph(line)).join(""));
  const plain = wordFile(
    decisionLines()
      .map((line) => paragraph(line))
      .join(""),
  );
  const done = await attach(
    "reviewer-own",
    "/findings/f-ended",
    ["mat.docx", secret],
    ["quyet-dinh.docx", plain],
    ["trang.html", new TextEncoder().encode("<html></html>")],
    ["doi-duoi.pdf", PNG],
    ["kho.docx", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])],
    ["rong.pdf", new Uint8Array()],
    ["chay.exe", new Uint8Array([0x4d, 0x5a, 0x90, 0])],
  );
  expect(done.status).toBe(400);
  says(done.text, "6 tệp không đính kèm được");
  says(done.text, "dấu độ mật “MẬT”");
  says(done.text, "không nhận tệp .html");
  says(done.text, "nội dung không phải là tệp .pdf");
  says(done.text, "nội dung không phải là tệp .docx");
  says(done.text, "không nhận tệp .exe");
  says(done.text, "tệp rỗng");
  const kept = await site.store.attachments.of("finding", "f-ended");
  expect(kept.map((one) => one.name)).toEqual(["quyet-dinh.docx"]);
}, 30_000);

test("more than 20 MB, the same file again, and more than twenty files are refused", async () => {
  const large = new Uint8Array(20 * 1024 * 1024 + 1);
  large.set(PDF);
  says((await attach("reviewer-own", "/findings/f-hostile", ["lon.pdf", large])).text, "lớn hơn 20 MB");
  const many = Array.from({ length: MOST_ATTACHED }, (_, i) => [`${i}.png`, new Uint8Array([...PNG, i])] as const);
  expect((await attach("reviewer-own", "/findings/f-hostile", ...many)).status).toBe(303);
  says(
    (await attach("reviewer-own", "/findings/f-hostile", ["x.png", new Uint8Array([...PNG, 3])])).text,
    "tên là “3.png”",
  );
  says(
    (await attach("reviewer-own", "/findings/f-hostile", ["y.png", new Uint8Array([...PNG, 99])])).text,
    "Đã có 20 tệp",
  );
  const tooMany = [...many, ["z.png", PNG] as const];
  expect((await attach("reviewer-own", "/findings/f-ended", ...tooMany)).status).toBe(413);
  expect(await site.store.attachments.of("finding", "f-hostile")).toHaveLength(MOST_ATTACHED);
}, 30_000);

test("who may not write the thing adds nothing: another unit, a reader, a drafter, nobody", async () => {
  for (const who of ["reviewer-other", "viewer-own", "drafter-own"]) {
    expect((await attach(who, "/sheets/s1", ["a.pdf", PDF])).status).toBe(403);
    expect((await attach(who, "/findings/f-conflict", ["a.pdf", PDF])).status).toBe(403);
  }
  expect((await attach("reviewer-own", "/sheets/khong-co", ["a.pdf", PDF])).status).toBe(404);
  expect((await attach("reviewer-own", "/sheets/s1", ["a.pdf", PDF])).status).toBe(303);
  expect(await site.store.attachments.of("sheet", "s1")).toHaveLength(1);
  expect((await app.request(`${HOME}/sheets/s1/attachments/${(await first("sheet", "s1"))?.id}`)).status).not.toBe(200);
  says(await (await getAs("viewer-other", "/sheets/s1")).text(), "a.pdf");
});

test("a file is reached only beside what it belongs to", async () => {
  const kept = await first("sheet", "s1");
  expect((await getAs("viewer-own", `/findings/f-conflict/attachments/${kept?.id}`)).status).toBe(404);
  expect((await getAs("viewer-own", `/sheets/s2/attachments/${kept?.id}`)).status).toBe(404);
  expect((await getAs("viewer-own", `/sheets/s1/attachments/${kept?.id}`)).status).toBe(200);
});

test("who attached it, or an approver, takes a file away; its bytes and its trace stay", async () => {
  const kept = await first("sheet", "s1");
  const remove = async (who: string) => (await site.signedIn(who)).post(`/sheets/s1/attachments/${kept?.id}/remove`);
  expect((await remove("reviewer-other")).status).toBe(403);
  expect((await remove("approver-own")).headers.get("location")).toBe("/sheets/s1?attached=removed#files");
  expect((await remove("approver-own")).status).toBe(404);
  expect((await getAs("viewer-own", `/sheets/s1/attachments/${kept?.id}`)).status).toBe(404);
  expect(await site.store.attachments.bytes(kept?.id ?? "")).not.toBeNull();
  const [entry] = await site.store.audit.list({ action: "attachment.remove", limit: 1 });
  expect(entry).toMatchObject({ subject: "s1", detail: { file: "a.pdf", of: "sheet" } });
  const reviewer = { id: "x", signature: "Ai (x)", name: "Ai", role: "reviewer", unit: null, alone: false } as const;
  expect(mayRemove(reviewer, { by: "Khác (y)" })).toBe(false);
  expect(mayRemove(reviewer, { by: "Ai (x)" })).toBe(true);
});
