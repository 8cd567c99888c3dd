import { cpus } from "node:os";
import { resolve } from "node:path";

/** Everything the environment may set. Frozen; read once at start. */
export interface Config {
  /** Port of the web app. */
  readonly port: number;
  readonly host: string;
  /** `postgres://…`, or null for the embedded SQLite file. */
  readonly databaseUrl: string | null;
  /** Where the embedded database and its backups live. */
  readonly dataDir: string;
  /** Child processes that parse files. */
  readonly parsers: number;
  /** Bind to other than loopback without TLS in front: only on purpose (SEC-18). */
  readonly allowRemote: boolean;
}

export interface ConfigFault {
  readonly name: string;
  readonly what: string;
}

/** Reads the environment. Unknown `RASOAT_*` names and bad values are listed in Vietnamese; the start then stops. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Config | readonly ConfigFault[] {
  const faults: ConfigFault[] = [];
  const known = new Set(["RASOAT_DATA", "RASOAT_PARSERS", "RASOAT_HOST", "RASOAT_ALLOW_REMOTE", "RASOAT_CMD"]);
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
  const databaseUrl = env.DATABASE_URL ? env.DATABASE_URL : null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//u.test(databaseUrl)) {
    faults.push({
      name: "DATABASE_URL",
      what: "phải bắt đầu bằng postgres:// hoặc postgresql://; bỏ trống để dùng SQLite",
    });
  }
  if (faults.length > 0) return faults;
  return Object.freeze({
    port,
    host: env.RASOAT_HOST ?? "127.0.0.1",
    databaseUrl,
    dataDir: resolve(root, env.RASOAT_DATA ?? "data"),
    parsers,
    allowRemote: env.RASOAT_ALLOW_REMOTE === "1",
  });
}

export const isFaults = (value: Config | readonly ConfigFault[]): value is readonly ConfigFault[] =>
  Array.isArray(value);
