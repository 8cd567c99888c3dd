import { createTransport } from "nodemailer";
import { mailAddress } from "../domain/mail-address.ts";

/** A server that takes letters. Never shown, stored or logged whole: it holds a password (SEC-17). */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise the server must offer it before anything is said to it. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  /** `Rasoat <rasoat@tinh.gov.vn>` */
  readonly from: string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Why a letter did not go; each has its words and what to do in `web/i18n/*-notices.ts`. */
export const MAIL_FAULTS = [
  "unreachable",
  "timeout",
  "no-tls",
  "certificate",
  "login",
  "sender",
  "recipient",
  "refused",
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

export type Sent =
  | { readonly ok: true }
  /** `said`: what the server answered, without anything secret. */
  | { readonly ok: false; readonly fault: MailFault; readonly said: string };

export interface MailLimits {
  /** Milliseconds until a connection stands, and that a server may be silent. */
  readonly connect: number;
  readonly silence: number;
}

const LIMITS: MailLimits = { connect: 10_000, silence: 20_000 };
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);
const LONGEST_ANSWER = 200;

/**
 * Hands one letter to the server. Without TLS nothing is sent, except to this very machine. A failure is a value: what went
 * wrong in one word, and the server's own.
 */
export async function sendMail(server: MailServer, letter: Letter, limits: MailLimits = LIMITS): Promise<Sent> {
  const to = mailAddress(letter.to);
  if (to === null) return { ok: false, fault: "recipient", said: "" };
  const here = LOOPBACK.has(server.host);
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && !here,
    ignoreTLS: !server.secure && here,
    auth: server.user === null ? undefined : { user: server.user, pass: server.password ?? "" },
    connectionTimeout: limits.connect,
    dnsTimeout: limits.connect,
    greetingTimeout: limits.silence,
    socketTimeout: limits.silence,
    // a letter is only what is given here: nothing is fetched or read into it
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: server.from,
      to,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      // nobody answers a machine, and machines that are away do not either
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
    return { ok: true };
  } catch (error) {
    return { ok: false, fault: faultOf(error as MailError), said: answerOf(error as MailError, server) };
  } finally {
    transport.close();
  }
}

interface MailError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
}

function faultOf({ code = "", command = "", message }: MailError): MailFault {
  if (/certificate|self[- ]signed|CERT_|ERR_TLS/iu.test(`${code} ${message}`)) return "certificate";
  if (code === "ETIMEDOUT" || /timeout|timed out/iu.test(message)) return "timeout";
  if (code === "ETLS" || command === "STARTTLS") return "no-tls";
  if (code === "EAUTH" || command.startsWith("AUTH")) return "login";
  if (command === "MAIL FROM") return "sender";
  if (command === "RCPT TO") return "recipient";
  if (
    [
      "ECONNREFUSED",
      "ENOTFOUND",
      "EDNS",
      "ECONNRESET",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "ECONNECTION",
      "ESOCKET",
    ].includes(code)
  )
    return "unreachable";
  return "refused";
}

function answerOf({ response, message }: MailError, { password, user }: MailServer): string {
  let said = (response ?? message).replace(/\s+/gu, " ").trim();
  const secrets = [password, password === null ? null : Buffer.from(`\0${user ?? ""}\0${password}`).toString("base64")];
  for (const secret of secrets) if (secret) said = said.replaceAll(secret, "•••");
  return said.slice(0, LONGEST_ANSWER);
}
