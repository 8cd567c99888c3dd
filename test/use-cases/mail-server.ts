import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { MailServer } from "../../src/use-cases/send-mail.ts";

/** A mail server of this process that keeps what it is given. */
export interface FakeMailServer {
  readonly server: MailServer;
  /** Each letter as it came, with who it was for. */
  readonly letters: { readonly to: readonly string[]; readonly raw: string }[];
  close(): Promise<void>;
}

/** `options`: what it refuses, whether it speaks TLS. Without more it takes everything, without TLS, from anybody. */
export async function fakeMailServer(
  options: SMTPServerOptions = {},
  given: Partial<MailServer> = {},
): Promise<FakeMailServer> {
  const letters: { to: string[]; raw: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...options,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        letters.push({
          to: session.envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  // a client that hangs up in the middle is what some tests are about
  smtp.on("error", () => {});
  await new Promise<void>((ready) => smtp.listen(0, given.host ?? "127.0.0.1", ready));
  const { port } = smtp.server.address() as AddressInfo;
  return {
    server: {
      host: "127.0.0.1",
      port,
      secure: false,
      user: null,
      password: null,
      from: "Rasoat <rasoat@an-khe.example>",
      ...given,
    },
    letters,
    close: () => new Promise((closed) => smtp.close(closed)),
  };
}

/** What a person reads of a letter: the text part, decoded. */
export function textOf(raw: string): string {
  const part = /Content-Type: text\/plain; charset=utf-8\r\n((?:[^\r\n]+\r\n)*)\r\n([^]*?)\r\n--/u.exec(raw);
  const [, head = "", body = ""] = part ?? [];
  if (/base64/u.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/gu, "")
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The subject, decoded. */
export function subjectOf(raw: string): string {
  const line = /^Subject: ((?:.*\r\n[ \t])*.*)\r\n/mu.exec(raw)?.[1] ?? "";
  return line
    .replace(/\?=\s+=\?/gu, "?==?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/giu, (_, b64: string) => Buffer.from(b64, "base64").toString("utf8"))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/giu, (_, q: string) =>
      Buffer.from(
        q
          .replace(/_/gu, " ")
          .replace(/=([0-9A-F]{2})/gu, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString("utf8"),
    );
}
