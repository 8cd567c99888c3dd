import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FromChild, ToChild } from "./child-serve.ts";

export type FailureReason = "timeout" | "memory" | "crash" | "cancelled";

/** What one message came to: an answer, or why there is none. `detail` is technical, for the log. */
export type Settled =
  | { readonly result: unknown }
  | { readonly reason: FailureReason | "not-started"; readonly detail: string };

export interface ChildLimits {
  readonly script: URL;
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** One child at work: one message at a time. After any failure it is dead and a new one is needed. */
export interface Child {
  readonly alive: boolean;
  readonly served: number;
  ask(message: unknown, signal?: AbortSignal): Promise<Settled>;
  kill(): void;
}

/** Loading the script is not counted as parsing, but may not take for ever either. */
const START_LIMIT_MS = 60_000;
const WATCH_EVERY_MS = 40;
const KEPT_STDERR = 4_000;

export function startChild(limits: ChildLimits): Child {
  const child = fork(fileURLToPath(limits.script), [], {
    execArgv: execArguments(limits),
    env: minimalEnvironment(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let alive = true;
  let served = 0;
  let ready = false;
  let stderr = "";
  let settle: ((settled: Settled) => void) | null = null;
  let onReady: (() => void) | null = null;

  const finish = (settled: Settled): void => {
    settle?.(settled);
    settle = null;
  };
  const end = (reason: FailureReason | "not-started", detail: string): void => {
    alive = false;
    child.kill("SIGKILL");
    finish({ reason, detail });
  };
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    stderr = (stderr + chunk).slice(-KEPT_STDERR);
  });
  child.on("error", (error) => {
    end("crash", String(error));
  });
  // "close" and not "exit": only then all of standard error has arrived, which tells a full heap from another crash.
  child.on("close", (code, signal) => {
    alive = false;
    const memory = /heap out of memory|Array buffer allocation failed/u.test(stderr);
    finish({
      reason: memory ? "memory" : ready ? "crash" : "not-started",
      detail: `exit ${code ?? signal}: ${stderr.slice(-500)}`,
    });
  });
  child.on("message", (answer: FromChild) => {
    if ("ready" in answer) {
      ready = true;
      onReady?.();
    } else if ("bytes" in answer) {
      if (answer.bytes > limits.memoryMb * 1048576) end("memory", `${answer.bytes} bytes`);
    } else if ("error" in answer) finish({ reason: "crash", detail: answer.error });
    else finish({ result: answer.result });
  });

  return {
    get alive() {
      return alive;
    },
    get served() {
      return served;
    },
    kill: () => {
      end("cancelled", "closed");
    },
    ask(message, signal) {
      served++;
      const id = served;
      return new Promise<Settled>((resolve) => {
        const abort = (): void => {
          end("cancelled", "aborted");
        };
        let clock = setTimeout(() => {
          end("not-started", `not ready after ${START_LIMIT_MS} ms: ${stderr.slice(-500)}`);
        }, START_LIMIT_MS);
        const watch = setInterval(() => {
          const bytes = residentBytes(child);
          if (bytes !== null && bytes > limits.memoryMb * 1048576) end("memory", `${bytes} bytes`);
        }, WATCH_EVERY_MS);
        settle = (settled) => {
          clearTimeout(clock);
          clearInterval(watch);
          signal?.removeEventListener("abort", abort);
          onReady = null;
          resolve(settled);
        };
        const begin = (): void => {
          clearTimeout(clock);
          clock = setTimeout(() => {
            end("timeout", `${limits.timeoutMs} ms`);
          }, limits.timeoutMs);
          child.send({ id, message } satisfies ToChild, (error) => {
            if (error !== null) end("crash", String(error));
          });
        };
        if (!alive)
          return finish({
            reason: ready ? "crash" : "not-started",
            detail: `ended before its first message: ${stderr.slice(-500)}`,
          });
        signal?.addEventListener("abort", abort, { once: true });
        if (signal?.aborted === true) return abort();
        if (ready) begin();
        else onReady = begin;
      });
    },
  };
}

/** The guard comes before the script. TypeScript needs its loader first; it is named by its place, not by the working folder. */
function execArguments(limits: ChildLimits): string[] {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const guard = new URL("./child-guard.ts", import.meta.url).href;
  return [`--max-old-space-size=${limits.memoryMb}`, "--import", tsx, "--import", guard];
}

/** No proxy, no key, no database address: only what Node needs to find temporary files and to print Vietnamese. */
function minimalEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG"];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Resident memory as the kernel counts it, Buffers included; null where there is no /proc. */
function residentBytes(child: ChildProcess): number | null {
  if (process.platform !== "linux" || child.pid === undefined) return null;
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
