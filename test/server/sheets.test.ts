import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";
import { sendForm } from "./send-form.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeEach(async () => {
  site = await sampleApp();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

const post = (page: string, action: string, fields: Record<string, string> = {}) =>
  sendForm(site, page, action, fields);

/** Opens a sheet for the decision on landing stages; its address. */
async function opened(work = "w17"): Promise<string> {
  const done = await post("/documents/w17?tab=review", "/sheets", { work });
  expect(done.status).toBe(303);
  return done.to.split("?")[0] as string;
}

const FILLED = {
  "content-assessment": "Khoản 2 Điều 5 trái nghị định",
  "content-proposal": "Sửa khoản 2 Điều 5",
  ground: "legal",
  form: "amend",
  content: "Sửa thời hạn tại khoản 2 Điều 5 thành 07 ngày làm việc",
  draftingUnit: "Sở Xây dựng",
  deadline: "31/12/2026",
};

async function proposed(given: Record<string, string> = {}): Promise<string> {
  const at = await opened();
  const machine = /Máy đề xuất:.{0,60}Sửa đổi, bổ sung/su.test((await site.get(at)).text);
  const reason: Record<string, string> = machine ? {} : { formReason: "Đã đối chiếu" };
  const done = await post(at, at, { seen: "1", do: "propose", ...FILLED, ...reason, ...given });
  expect(done.status).toBe(303);
  return at;
}

describe("a review sheet", () => {
  test("is opened from the document and gathers what the index knows of it", async () => {
    const at = await opened();
    const { text } = await site.get(at);
    says(text, "17/2025/QĐ-UBND");
    says(text, "Thời hạn công bố mở bến dài hơn nghị định cho phép");
    says(text, "I. Rà soát theo căn cứ là văn bản");
    says(text, "Máy đề xuất");
    says(text, 'name="fitness-assessment"');
    says((await site.get("/documents/w17?tab=review")).text, `href="${at}"`);
    says((await site.get("/sheets")).text, `href="${at}"`);
  });

  test("is opened from a finding as well", async () => {
    says((await site.get("/findings/f-conflict")).text, "Phiếu rà soát của văn bản");
    expect((await post("/findings/f-conflict", "/sheets", { work: "w17" })).status).toBe(303);
  });

  test("there is one at a time: opening again leads to the one that stands", async () => {
    const at = await opened();
    expect((await post(at, "/sheets", { work: "w17" })).to).toBe(at);
    expect((await site.store.sheets.ofWork("w17")).length).toBe(1);
    expect((await post(at, "/sheets", { work: "unknown" })).status).toBe(404);
  });

  test("keeps what is written; the second of two writers is shown the first's and keeps their own words", async () => {
    const at = await opened();
    expect((await post(at, at, { seen: "1", do: "save", ...FILLED })).status).toBe(303);
    const second = await post(at, at, { seen: "1", do: "save", content: "Bãi bỏ Điều 5" });
    expect(second.status).toBe(409);
    says(second.text, "Người khác vừa sửa phiếu này");
    says(second.text, "Bãi bỏ Điều 5");
    says(second.text, "Sửa thời hạn tại khoản 2 Điều 5");
    const [sheet] = await site.store.sheets.ofWork("w17");
    expect(sheet?.body.content).toBe(FILLED.content);
    expect(sheet?.version).toBe(2);
  });

  test("is not proposed without a form, without content, or with another form than the machine's and no reason", async () => {
    const at = await opened();
    const lacking = async (given: Record<string, string>, words: string) => {
      const back = await post(at, at, { seen: "1", do: "propose", ...FILLED, ...given });
      expect(back.status).toBe(400);
      says(back.text, words);
      says(back.text, "Khoản 2 Điều 5 trái nghị định");
    };
    await lacking({ form: "" }, "Chưa chọn hình thức xử lý");
    await lacking({ form: "suspend" }, "Chưa ghi lý do");
    await lacking({ content: " ", formReason: "x" }, "Chưa ghi nội dung kiến nghị xử lý");
    await lacking({ deadline: "31/02/2026" }, "không phải là một ngày");
    expect((await site.store.sheets.ofWork("w17"))[0]?.state).toBe("open");
  });

  test("proposed, it can be taken back or returned with a reason, and written again", async () => {
    const at = await proposed();
    lacks((await site.get(at)).text, 'name="content-assessment"');
    expect((await post(at, `${at}/act`, { seen: "2", do: "take-back" })).to).toContain("done=takenBack");
    const again = { seen: "3", do: "propose", ...FILLED, formReason: "Đã đối chiếu" };
    expect((await post(at, at, again)).status).toBe(303);
    expect((await post(at, `${at}/act`, { seen: "4", do: "return", reason: " " })).status).toBe(400);
    expect((await post(at, `${at}/act`, { seen: "4", do: "return", reason: "Thiếu ý kiến Sở Tài chính" })).status).toBe(
      303,
    );
    const { text } = await site.get(at);
    says(text, "Thiếu ý kiến Sở Tài chính");
    says(text, 'name="content-assessment"');
  });

  test("concluded, it starts a handling; alone that is said; reopened and concluded again the same handling goes on", async () => {
    const at = await proposed();
    expect((await post(at, `${at}/act`, { seen: "2", do: "conclude" })).to).toContain("done=concluded");
    says((await site.get(at)).text, "Một người vừa đề xuất vừa kết luận");
    const own = async () =>
      (await site.store.handlings.all()).filter((h) => h.body.sheet === at.replace("/sheets/", ""));
    const [handling, ...others] = await own();
    expect(others).toEqual([]);
    expect(handling).toMatchObject({
      due: "2026-12-31",
      state: "open",
      body: { form: "amend", content: FILLED.content },
    });
    expect((await post(at, `${at}/act`, { seen: "3", do: "reopen", reason: "Có nghị định mới" })).status).toBe(303);
    const changed = { seen: "4", do: "propose", ...FILLED, form: "replace", formReason: "Quá nửa số điều" };
    expect((await post(at, at, changed)).status).toBe(303);
    expect((await post(at, `${at}/act`, { seen: "5", do: "conclude" })).status).toBe(303);
    expect((await own()).map((h) => [h.id, h.body.form])).toEqual([[handling?.id, "replace"]]);
    const history = await site.store.audit.list({ subject: at.replace("/sheets/", ""), limit: 50 });
    expect(history.map((e) => e.action).reverse()).toEqual([
      "sheet.open",
      "sheet.propose",
      "sheet.conclude",
      "sheet.reopen",
      "sheet.propose",
      "sheet.conclude",
    ]);
    expect(history.at(-3)?.detail).toMatchObject({ alone: "yes" });
  });

  test("given up with a reason, it is kept, and another may be opened", async () => {
    const at = await opened();
    expect((await post(at, `${at}/act`, { seen: "1", do: "void", reason: "" })).status).toBe(400);
    expect((await post(at, `${at}/act`, { seen: "1", do: "void", reason: "Nhầm văn bản" })).status).toBe(303);
    expect(await opened()).not.toBe(at);
    says((await site.get("/sheets?state=void")).text, `href="${at}"`);
  });

  test("twenty who conclude at once: one does, nineteen are told", async () => {
    const at = await proposed();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(at, `${at}/act`, { seen: "2", do: "conclude" })),
    );
    expect(answers.filter((a) => a.status === 303).length).toBe(1);
    const told = answers.filter((a) => a.status === 409);
    expect(told.length).toBe(19);
    for (const { text } of told) says(text, "Người khác vừa sửa phiếu này");
    const started = (await site.store.handlings.all()).filter((h) => h.body.sheet === at.replace("/sheets/", ""));
    expect(started.length).toBe(1);
    const concluded = await site.store.audit.list({ action: "sheet.conclude", limit: 50 });
    expect(concluded.length).toBe(1);
  });

  test("names grounds by number; one that names no document is said, not dropped", async () => {
    const at = await opened();
    const done = await post(at, at, { seen: "1", do: "save", ...FILLED, groundAdd: "742/2024/NĐ-CP; 9/2099/NĐ-CP" });
    expect(done.status).toBe(303);
    says((await site.get(done.to)).text, /mang số: 9\/2099\/NĐ-CP/u);
    expect((await site.store.sheets.ofWork("w17"))[0]?.body.groundWorks).toEqual(["w742"]);
  });

  test("as a Word file it carries the form, the opinions and the head of the trail", async () => {
    const at = await proposed();
    const file = await site.app.request(`http://localhost${at}/docx`);
    expect(file.headers.get("content-type")).toContain("wordprocessingml");
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(8_000);
    expect((await site.get("/sheets/none/docx")).status).toBe(404);
  });
});

describe("opinions of related units", () => {
  test("are asked, answered in the app, noted from a letter, withdrawn; overdue ones say so", async () => {
    const at = await opened();
    const ask = (unit: string, due = "") => post(at, `${at}/opinions`, { unit, due, question: "Mức chi?" });
    expect((await ask("Sở Tài chính", "01/06/2026")).status).toBe(303);
    expect((await ask("Sở Tài chính")).status).toBe(400);
    expect((await ask("Sở Nội vụ", "32/13/2026")).status).toBe(400);
    expect((await ask(" ")).status).toBe(400);
    expect((await ask("Sở Nội vụ")).status).toBe(303);
    says((await site.get(at)).text, "quá hạn");
    says((await site.get("/sheets")).text, "1 quá hạn");
    const id = at.replace("/sheets/", "");
    const [money, staff] = await site.store.sheets.consultationsOf(id);
    const reply = (question: string | undefined, fields: Record<string, string>) =>
      post(at, `${at}/opinions/${question}`, { seen: "1", ...fields });
    expect((await reply(money?.id, { way: "answer", answer: "disagree", text: "" })).status).toBe(400);
    expect((await reply(money?.id, { way: "answer", answer: "disagree", text: "Trái Điều 3" })).status).toBe(303);
    expect((await reply(money?.id, { way: "answer", answer: "agree" })).status).toBe(409);
    const letter = { way: "record", answer: "agree", letter: "Công văn số 12/SNV ngày 03/6/2026" };
    expect((await reply(staff?.id, letter)).status).toBe(303);
    const { text } = await site.get(at);
    says(text, "Không nhất trí");
    says(text, "Trái Điều 3");
    says(text, "12/SNV");
    expect((await ask("Sở Y tế")).status).toBe(303);
    const health = (await site.store.sheets.consultationsOf(id))[2];
    expect((await reply(health?.id, { way: "withdraw", text: "Không liên quan" })).status).toBe(303);
    says((await site.get(at)).text, "Không liên quan");
  });

  test("a sheet that is done takes none", async () => {
    const at = await proposed();
    await post(at, `${at}/act`, { seen: "2", do: "conclude" });
    expect((await post("/documents/w17?tab=review", `${at}/opinions`, { unit: "Sở Y tế" })).status).toBe(400);
  });
});
