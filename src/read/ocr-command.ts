import { execFile } from "node:child_process";

export interface CommandOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly folder?: string;
}

/** What a command printed; null where it is missing, failed, took too long or printed too much. No shell, no network settings, no secrets. */
export function runCommand(
  command: string,
  args: readonly string[],
  { timeoutMs, signal, folder }: CommandOptions,
): Promise<string | null> {
  return new Promise((resolve) => {
    const options = {
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      maxBuffer: MOST_OUTPUT,
      encoding: "utf8",
      env: environment(),
      cwd: folder,
      signal,
      windowsHide: true,
    } as const;
    execFile(command, [...args], options, (error, stdout) => {
      resolve(error === null ? stdout : null);
    }).on("error", () => {
      resolve(null);
    });
  });
}

const MOST_OUTPUT = 32 * 1024 * 1024;

/** One thread: several pages are read at the same time, and the machine has other work. */
function environment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG", "TESSDATA_PREFIX"];
  const known = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { ...Object.fromEntries(known), OMP_THREAD_LIMIT: "1" };
}
