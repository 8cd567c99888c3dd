import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { resolve, sep } from "node:path";
import { mailAddress } from "./domain/mail-address.ts";
import type { MailServer } from "./use-cases/send-mail.ts";
import type { SecondReader } from "./use-cases/second-reader.ts";

/** Everything the environment may set. Frozen; read once at start. */
export interface Config {
  /** Port of the web app. */
  readonly port: number;
  readonly host: string;
  /** `postgres://…`, or null for the embedded SQLite file. */
  readonly databaseUrl: string | null;
  /** Where the embedded database and its backups live. */
  readonly dataDir: string;
  /** A folder with a department's own additions to the register of central documents; null = none. */
  readonly registerDir: string | null;
  /** A language model on the own network that gives opinions on findings; null = none (the default). */
  readonly reader: SecondReader | null;
  /** The Chromium that prints PDF files, where it is not in its usual place; null = looked for. */
  readonly chromium: string | null;
  /** Child processes that parse files. */
  readonly parsers: number;
  /** Folder outside the data folder in which the head of the audit trail is kept every day; null = none. */
  readonly anchorDir: string | null;
  /** The server that takes e-mails; null = none are sent. */
  readonly smtp: MailServer | null;
  /** Bind to other than loopback without TLS in front: only on purpose (SEC-18). */
  readonly allowRemote: boolean;
  /** Where people reach it, `https://…` without a path; null = at the address it binds. */
  readonly publicUrl: string | null;
  /** A provider of identities on the own network (OpenID Connect); null = local accounts only. */
  readonly oidc: OidcConfig | null;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigFault {
  readonly name: string;
  readonly what: string;
}

/** Reads the environment. Unknown `RASOAT_*` names and bad values are listed in Vietnamese; the start then stops. */
export function readConfig(env: Environment, root: string): Config | readonly ConfigFault[] {
  const faults: ConfigFault[] = [];
  const known = new Set([
    "RASOAT_DATA",
    "RASOAT_REGISTER",
    "RASOAT_PARSERS",
    "RASOAT_CHROMIUM",
    "RASOAT_HOST",
    "RASOAT_ALLOW_REMOTE",
    "RASOAT_CMD",
    "RASOAT_READER_URL",
    "RASOAT_READER_MODEL",
    "RASOAT_READER_KEY",
    "RASOAT_PUBLIC_URL",
    "RASOAT_OIDC_ISSUER",
    "RASOAT_OIDC_CLIENT_ID",
    "RASOAT_OIDC_CLIENT_SECRET",
    "RASOAT_ANCHOR_DIR",
    "RASOAT_SMTP_URL",
    "RASOAT_SMTP_FROM",
  ]);
  for (const name of Object.keys(env)) {
    if (name.startsWith("RASOAT_") && !known.has(name))
      faults.push({ name, what: "không phải biến cấu hình của Rasoat; xóa hoặc sửa tên biến" });
  }
  const whole = (name: string, fallback: number, min: number, max: number): number => {
    const raw = env[name];
    if (raw === undefined || raw === "") return fallback;
    const value = Number(raw);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    faults.push({ name, what: `“${raw}” phải là số nguyên từ ${min} đến ${max}` });
    return fallback;
  };
  const port = whole("PORT", 3000, 0, 65_535);
  const parsers = whole("RASOAT_PARSERS", Math.min(4, Math.max(1, cpus().length)), 1, 16);
  const databaseUrl = databaseUrlOf(env, faults);
  const reader = readerConfig(env, faults);
  const publicUrl = publicUrlOf(env, faults);
  const oidc = oidcConfig(env, publicUrl, faults);
  const smtp = smtpConfig(env, publicUrl, faults);
  const { dataDir, anchorDir } = foldersOf(env, root, faults);
  const chromium = chromiumOf(env, faults);
  if (faults.length > 0) return faults;
  return Object.freeze({
    port,
    host: env.RASOAT_HOST ?? "127.0.0.1",
    databaseUrl,
    dataDir,
    anchorDir,
    registerDir: env.RASOAT_REGISTER ? resolve(root, env.RASOAT_REGISTER) : null,
    reader,
    smtp,
    chromium,
    parsers,
    allowRemote: env.RASOAT_ALLOW_REMOTE === "1",
    publicUrl,
    oidc,
  });
}

function databaseUrlOf(env: Environment, faults: ConfigFault[]): string | null {
  const url = env.DATABASE_URL ? env.DATABASE_URL : null;
  if (url !== null && !/^postgres(ql)?:\/\//u.test(url)) {
    faults.push({
      name: "DATABASE_URL",
      what: "phải bắt đầu bằng postgres:// hoặc postgresql://; bỏ trống để dùng SQLite",
    });
  }
  return url;
}

function foldersOf(env: Environment, root: string, faults: ConfigFault[]): Pick<Config, "dataDir" | "anchorDir"> {
  const dataDir = resolve(root, env.RASOAT_DATA ?? "data");
  const anchorDir = env.RASOAT_ANCHOR_DIR ? resolve(root, env.RASOAT_ANCHOR_DIR) : null;
  if (anchorDir !== null && `${anchorDir}${sep}`.startsWith(`${dataDir}${sep}`))
    faults.push({ name: "RASOAT_ANCHOR_DIR", what: "phải nằm ngoài thư mục dữ liệu, tốt nhất trên một máy khác" });
  return { dataDir, anchorDir };
}

function chromiumOf(env: Environment, faults: ConfigFault[]): string | null {
  const path = env.RASOAT_CHROMIUM || null;
  if (path !== null && !existsSync(path))
    faults.push({ name: "RASOAT_CHROMIUM", what: `không có tệp “${path}”; bỏ trống để tự tìm Chromium` });
  return path;
}

function publicUrlOf(env: Environment, faults: ConfigFault[]): string | null {
  const raw = env.RASOAT_PUBLIC_URL;
  if (!raw) return null;
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url !== null && /^https?:$/u.test(url.protocol) && url.pathname === "/" && url.search + url.username === "")
    return url.origin;
  faults.push({
    name: "RASOAT_PUBLIC_URL",
    what: "phải là địa chỉ https://… không có đường dẫn, ví dụ https://rasoat.tinh.gov.vn",
  });
  return null;
}

/** All three or none; people are sent back to the public address. */
function oidcConfig(env: Environment, publicUrl: string | null, faults: ConfigFault[]): OidcConfig | null {
  const { RASOAT_OIDC_ISSUER: issuer, RASOAT_OIDC_CLIENT_ID: clientId, RASOAT_OIDC_CLIENT_SECRET: secret } = env;
  if (!issuer && !clientId && !secret) return null;
  const fault = (name: string, what: string): null => {
    faults.push({ name, what });
    return null;
  };
  if (!issuer || !URL.canParse(issuer))
    return fault("RASOAT_OIDC_ISSUER", "phải là địa chỉ nơi cấp tài khoản, ví dụ https://sso.tinh.gov.vn/realms/tinh");
  if (!clientId) return fault("RASOAT_OIDC_CLIENT_ID", "phải có cùng RASOAT_OIDC_ISSUER");
  if (!secret) return fault("RASOAT_OIDC_CLIENT_SECRET", "phải có cùng RASOAT_OIDC_ISSUER");
  if (publicUrl === null)
    return fault(
      "RASOAT_PUBLIC_URL",
      "phải có khi dùng RASOAT_OIDC_ISSUER: nơi cấp tài khoản đưa người dùng về địa chỉ này",
    );
  return { issuer, clientId, clientSecret: secret };
}

/** Texts of findings are sent there: an address that is plainly outside the own network is refused. */
function readerConfig(env: Environment, faults: ConfigFault[]): SecondReader | null {
  const raw = env.RASOAT_READER_URL;
  if (!raw) return null;
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    faults.push({
      name: "RASOAT_READER_URL",
      what: "phải là địa chỉ http:// hoặc https://, ví dụ http://10.0.0.5:8000/v1",
    });
    return null;
  }
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(url.hostname) && !PRIVATE.test(url.hostname)) {
    faults.push({
      name: "RASOAT_READER_URL",
      what: "phải là máy trong mạng của cơ quan (10.*, 172.16–31.*, 192.168.*, 127.*)",
    });
    return null;
  }
  return {
    url: raw.replace(/\/+$/u, ""),
    model: env.RASOAT_READER_MODEL || "default",
    key: env.RASOAT_READER_KEY || null,
  };
}

const SMTP_PORTS: Readonly<Record<string, number>> = { "smtp:": 25, "smtps:": 465 };

/** `smtp://user:password@host:port`, or `smtps://…` where the server speaks TLS from the first byte. */
function smtpConfig(env: Environment, publicUrl: string | null, faults: ConfigFault[]): MailServer | null {
  const [raw, from] = [env.RASOAT_SMTP_URL, env.RASOAT_SMTP_FROM?.trim() ?? ""];
  if (!raw) {
    if (from !== "")
      faults.push({ name: "RASOAT_SMTP_FROM", what: "chỉ dùng cùng RASOAT_SMTP_URL; đặt cả hai hoặc bỏ cả hai" });
    return null;
  }
  // the address may hold a password: it is never repeated in a fault
  const url = URL.canParse(raw) ? new URL(raw) : null;
  const port = url === null ? undefined : SMTP_PORTS[url.protocol];
  const [user, password] = [decoded(url?.username ?? ""), decoded(url?.password ?? "")];
  const whole =
    url !== null && url.hostname !== "" && /^\/?$/u.test(url.pathname) && user !== null && password !== null;
  if (!whole || port === undefined)
    faults.push({
      name: "RASOAT_SMTP_URL",
      what: "phải có dạng smtp://người-dùng:mật-khẩu@máy-chủ:cổng hoặc smtps://…, ví dụ smtp://thu.tinh.gov.vn:587",
    });
  if (mailAddress(from) === null)
    faults.push({
      name: "RASOAT_SMTP_FROM",
      what: "phải là địa chỉ gửi thư, ví dụ rasoat@tinh.gov.vn hoặc Rasoat <rasoat@tinh.gov.vn>",
    });
  if (!env.RASOAT_PUBLIC_URL)
    faults.push({ name: "RASOAT_PUBLIC_URL", what: "phải có khi gửi thư: liên kết trong thư mở bằng địa chỉ này" });
  if (!whole || port === undefined || publicUrl === null) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: Number(url.port) || port,
    secure: url.protocol === "smtps:",
    user: user || null,
    password: password || null,
    from,
  };
}

/** A password may hold any letter, written as in addresses (`%40` = @). */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const PRIVATE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/u;

export const isFaults = (value: Config | readonly ConfigFault[]): value is readonly ConfigFault[] =>
  Array.isArray(value);
