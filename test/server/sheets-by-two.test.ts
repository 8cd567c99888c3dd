import { beforeAll, describe, expect, test } from "vitest";
import { personOf } from "../../src/domain/account.ts";
import { createToken } from "../../src/use-cases/api-tokens.ts";
import { accountsSite, addPeople } from "./accounts-site.ts";
import { says } from "./app.ts";
import { TODAY } from "./sample-store.ts";

/** The forms of one sheet, sent by people of several roles and units. */
let site: Awaited<ReturnType<typeof accountsSite>>;
beforeAll(async () => {
  site = await accountsSite();
  await addPeople(site.store);
});

const WRITTEN = { do: "propose", form: "amend", formReason: "Đã đối chiếu", content: "Sửa khoản 2 Điều 5" };

describe("four eyes on a review sheet", () => {
  test("who proposes does not conclude, another does; a unit elsewhere does neither", async () => {
    const approver = await site.signedIn("approver-own");
    const elsewhere = await site.signedIn("approver-other");
    expect((await elsewhere.post("/sheets", { work: "w17" })).status).toBe(403);
    const opened = await approver.post("/sheets", { work: "w17" });
    expect(opened.status).toBe(303);
    const at = opened.headers.get("location")?.split("?")[0] as string;
    expect((await elsewhere.post(at, { seen: "1", ...WRITTEN })).status).toBe(403);
    expect((await approver.post(at, { seen: "1", ...WRITTEN })).status).toBe(303);
    expect((await approver.post(`${at}/act`, { seen: "2", do: "conclude" })).status).toBe(403);
    says(await (await approver.get(at)).text(), "Người đề xuất không tự kết luận được");
    const reviewer = await site.signedIn("reviewer-own");
    expect((await reviewer.post(`${at}/act`, { seen: "2", do: "conclude" })).status).toBe(403);
    expect((await reviewer.post(`${at}/act`, { seen: "2", do: "take-back" })).status).toBe(400);
    expect((await elsewhere.post(`${at}/act`, { seen: "2", do: "conclude" })).status).toBe(403);
    expect((await site.store.sheets.find(at.replace("/sheets/", "")))?.state).toBe("proposed");
  });

  test("a reviewer proposes, an approver of the unit concludes; the two stand on it by name", async () => {
    const reviewer = await site.signedIn("reviewer-own");
    const opened = await reviewer.post("/sheets", { work: "w742" });
    const at = opened.headers.get("location")?.split("?")[0] as string;
    expect((await reviewer.post(at, { seen: "1", ...WRITTEN })).status).toBe(303);
    const approver = await site.signedIn("approver-own");
    expect((await approver.post(`${at}/act`, { seen: "2", do: "conclude" })).status).toBe(303);
    const sheet = await site.store.sheets.find(at.replace("/sheets/", ""));
    expect([sheet?.body.proposedBy?.id, sheet?.body.concludedBy?.id]).toEqual(["reviewer-own", "approver-own"]);
    expect(sheet?.body.agreedAlone).toBe(false);
    const told = await site.store.messages.to("reviewer-own", { read: false, limit: 20 });
    expect(JSON.stringify(told)).toContain("sheet.concluded");
  });

  test("a unit answers its own question, nobody else's; viewers only read", async () => {
    const reviewer = await site.signedIn("reviewer-own");
    const opened = await reviewer.post("/sheets", { work: "w66" });
    const at = opened.headers.get("location")?.split("?")[0] as string;
    expect((await reviewer.post(`${at}/opinions`, { unit: "Sở Y tế", question: "Có trùng không?" })).status).toBe(303);
    const [asked] = await site.store.sheets.consultationsOf(at.replace("/sheets/", ""));
    expect(asked?.unit).toBe("other");
    const said = { seen: "1", way: "answer", answer: "agree" };
    const question = `${at}/opinions/${asked?.id}`;
    expect((await (await site.signedIn("viewer-other")).post(question, said)).status).toBe(403);
    const drafter = await site.signedIn("drafter-other");
    says(await (await drafter.get("/opinions")).text(), "Có trùng không?");
    expect((await drafter.post(question, { ...said, way: "record" })).status).toBe(403);
    expect((await drafter.post(question, said)).status).toBe(303);
    expect((await (await site.signedIn("viewer-own")).get(at)).status).toBe(200);
  });

  test("programs conclude under the same policy, and the second of two is refused", async () => {
    const opened = await (await site.signedIn("reviewer-own")).post("/sheets", { work: "w718" });
    const id = opened.headers.get("location")?.split("?")[0]?.replace("/sheets/", "") as string;
    const keyOf = async (account: string) => {
      const found = await site.store.accounts.account(account);
      if (found === null) throw new Error(account);
      const unit = await site.store.accounts.unit(found.unit ?? "");
      const made = await createToken({
        store: site.store,
        name: account,
        scope: "decide",
        lastDay: null,
        today: TODAY,
        person: personOf(found, unit),
        now: Date.now(),
      });
      if (!made.ok) throw new Error(made.why);
      return made.secret;
    };
    const call = async (key: string, method: string, path: string, body: unknown) =>
      site.app.request(`http://localhost/api/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    const [reviewer, approver] = [await keyOf("reviewer-own"), await keyOf("approver-own")];
    const written = { version: 1, propose: true, form: "none", formReason: "Chỉ còn trong sổ", content: "" };
    expect((await call(reviewer, "PUT", `/sheets/${id}`, written)).status).toBe(200);
    expect((await call(reviewer, "PUT", `/sheets/${id}`, written)).status).toBe(409);
    expect((await call(reviewer, "POST", `/sheets/${id}/conclusion`, { version: 2 })).status).toBe(403);
    expect((await call(approver, "POST", `/sheets/${id}/conclusion`, { version: 2 })).status).toBe(201);
    expect((await call(approver, "POST", `/sheets/${id}/conclusion`, { version: 2 })).status).toBe(409);
    expect((await site.store.handlings.all()).some((h) => h.body.sheet === id)).toBe(false);
  });
});
