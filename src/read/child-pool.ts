import { type Child, type FailureReason, type Settled, startChild } from "./child-process.ts";

export interface ChildPoolOptions {
  /** A TypeScript module that answers messages `{ id, message }` with `{ id, result }`: `serveChild(…)` does it. */
  readonly script: URL;
  /** Children at work at the same time. */
  readonly size: number;
  /** One message's time, counted from when a ready child takes it. */
  readonly timeoutMs?: number;
  /** Resident memory of one child. */
  readonly memoryMb?: number;
  /** A child is replaced after so many messages: what a parser leaks or is tricked into dies with it. */
  readonly recycleAfter?: number;
}

/** Why a message has no answer, in Vietnamese for people; `detail` is for the log. */
export interface ChildFailure {
  readonly ok: false;
  readonly reason: FailureReason;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly detail: string;
}

export interface ChildPool {
  /** The child's answer, or a failure. Never rejects. */
  run<Result>(message: unknown, signal?: AbortSignal): Promise<Result | ChildFailure>;
  /** Ends all children; messages at work or waiting fail as cancelled. */
  close(): Promise<void>;
}

/**
 * Child processes for reading files that may be hostile: each message has a time and a memory limit, a child that breaks
 * them is killed, its message fails by name, a fresh child takes its place and the rest goes on. Worker threads would not
 * do: their limits do not count Buffers.
 */
export function createChildPool(options: ChildPoolOptions): ChildPool {
  const { script, size, timeoutMs = 20_000, memoryMb = 512, recycleAfter = 50 } = options;
  const idle: Child[] = [];
  const busy = new Set<Child>();
  const waiting: Job[] = [];
  let closed = false;

  const next = (): void => {
    while (waiting.length > 0 && busy.size < size) {
      const job = waiting.shift() as Job;
      if (job.signal?.aborted === true) job.done(CANCELLED);
      else void serve(job);
    }
  };
  const serve = async (job: Job): Promise<void> => {
    const child = takeAlive(idle) ?? startChild({ script, timeoutMs, memoryMb });
    busy.add(child);
    const settled = await child.ask(job.message, job.signal);
    busy.delete(child);
    if (child.alive && child.served < recycleAfter && !closed) idle.push(child);
    else child.kill();
    job.done(settled);
    next();
  };

  return {
    run<Result>(message: unknown, signal?: AbortSignal) {
      return new Promise<Result | ChildFailure>((resolve) => {
        const done = (settled: Settled): void => {
          resolve("result" in settled ? (settled.result as Result) : failure(settled, { timeoutMs, memoryMb }));
        };
        if (closed) return done(CANCELLED);
        waiting.push({ message, signal, done });
        next();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.done(CANCELLED);
      for (const child of [...idle.splice(0), ...busy]) child.kill();
    },
  };
}

interface Job {
  readonly message: unknown;
  readonly signal: AbortSignal | undefined;
  done(settled: Settled): void;
}

const CANCELLED: Settled = { reason: "cancelled", detail: "cancelled before it began" };

function takeAlive(idle: Child[]): Child | undefined {
  for (let child = idle.pop(); child !== undefined; child = idle.pop()) if (child.alive) return child;
  return undefined;
}

function failure(
  { reason, detail }: Extract<Settled, { readonly detail: string }>,
  limits: { readonly timeoutMs: number; readonly memoryMb: number },
): ChildFailure {
  const TEXTS = {
    timeout: [
      "Dừng đọc tệp vì quá lâu.",
      `Quá thời hạn ${limits.timeoutMs / 1000} giây cho một tệp.`,
      "Tách tệp thành nhiều phần hoặc lưu lại bằng Word rồi nạp lại.",
    ],
    memory: [
      "Dừng đọc tệp vì tốn quá nhiều bộ nhớ.",
      `Cần hơn ${limits.memoryMb} MB cho một tệp.`,
      "Bỏ hình ảnh, tách tệp thành nhiều phần rồi nạp lại.",
    ],
    crash: [
      "Chương trình đọc tệp dừng đột ngột.",
      "Tệp có thể bị hỏng.",
      "Mở tệp bằng Word hoặc trình duyệt, lưu lại rồi nạp lại.",
    ],
    // Our fault, not the file's: the script did not load.
    "not-started": [
      "Tiến trình đọc tệp không khởi động được.",
      "Lỗi của chương trình hoặc máy thiếu bộ nhớ; tệp chưa được đọc.",
      "Báo cho người quản trị kèm nhật ký lỗi.",
    ],
    cancelled: ["Việc đọc tệp đã được dừng theo yêu cầu.", "Người dùng hoặc chương trình đã hủy.", "Chạy lại khi cần."],
  } as const satisfies Record<typeof reason, readonly [string, string, string]>;
  const [what, why, todo] = TEXTS[reason];
  return { ok: false, reason: reason === "not-started" ? "crash" : reason, what, why, todo, detail };
}
