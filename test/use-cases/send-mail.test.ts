import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type MailServer, sendMail } from "../../src/use-cases/send-mail.ts";
import { type FakeMailServer, fakeMailServer, textOf } from "./mail-server.ts";

const LETTER = { to: "ha@an-khe.example", subject: "Thử", text: "Kính gửi\n", html: "<p>Kính gửi</p>" };
const LIMITS = { connect: 1000, silence: 400 };

let open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});
async function server(...given: Parameters<typeof fakeMailServer>): Promise<FakeMailServer> {
  const made = await fakeMailServer(...given);
  open.push(made);
  return made;
}
const refuseWith = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });

test("a letter goes in Vietnamese to a server on this machine that speaks no TLS", async () => {
  const { server: to, letters } = await server();
  expect(await sendMail(to, LETTER, LIMITS)).toEqual({ ok: true });
  expect(letters.map((one) => one.to)).toEqual([["ha@an-khe.example"]]);
  expect(textOf(letters[0]?.raw ?? "")).toBe("Kính gửi\r\n");
  expect(letters[0]?.raw).toMatch(/^Auto-Submitted: auto-generated$/mu);
});

// other systems have no second address of their own to stand for another machine
test.skipIf(process.platform !== "linux")("elsewhere nothing is said to a server that offers no TLS", async () => {
  const { server: to, letters } = await server({}, { host: "127.0.0.2" });
  expect(await sendMail(to, LETTER, LIMITS)).toMatchObject({ ok: false, fault: "no-tls" });
  expect(letters).toEqual([]);
});

test("a certificate nobody vouches for is named as such, and nothing is sent", async () => {
  const { server: to, letters } = await server({ secure: true, disabledCommands: [] }, { secure: true });
  expect(await sendMail(to, LETTER, LIMITS)).toMatchObject({ ok: false, fault: "certificate" });
  expect(letters).toEqual([]);
});

test("a wrong password is named, and stands in no answer", async () => {
  const password = "rat-bi-mat";
  const { server: to } = await server(
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password: given }, _, done) => done(refuseWith(535, `bad password ${given ?? ""}`)),
    },
    { user: "rasoat", password },
  );
  const sent = await sendMail(to, LETTER, LIMITS);
  expect(sent).toMatchObject({ ok: false, fault: "login" });
  expect(JSON.stringify(sent)).not.toContain(password);
  expect(JSON.stringify(sent)).toContain("•••");
});

test("a sender and a reader whom the server does not take are told apart", async () => {
  const noSender = await server({ onMailFrom: (_, __, done) => done(refuseWith(550, "not yours")) });
  expect(await sendMail(noSender.server, LETTER, LIMITS)).toMatchObject({ fault: "sender", said: "550 not yours" });
  const noReader = await server({ onRcptTo: (_, __, done) => done(refuseWith(550, "no such user")) });
  expect(await sendMail(noReader.server, LETTER, LIMITS)).toMatchObject({ fault: "recipient" });
});

test("a server that is silent, and one that is not there", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
  open.push({ close: () => silent.close() });
  const to: MailServer = {
    host: "127.0.0.1",
    port: (silent.address() as AddressInfo).port,
    secure: false,
    user: null,
    password: null,
    from: "rasoat@an-khe.example",
  };
  expect(await sendMail(to, LETTER, LIMITS)).toMatchObject({ fault: "timeout" });
  expect(await sendMail({ ...to, port: 1 }, LETTER, LIMITS)).toMatchObject({ fault: "unreachable" });
});

test("an address that would name more readers is refused before anything is said", async () => {
  const { server: to, letters } = await server();
  for (const address of ["a@b.vn, c@d.vn", "a@b.vn\r\nBcc: c@d.vn", "a@b.vn>", "", "không phải địa chỉ"])
    expect(await sendMail(to, { ...LETTER, to: address }, LIMITS)).toMatchObject({ fault: "recipient" });
  expect(letters).toEqual([]);
});
