import { userInfo } from "node:os";
/** Standard output carries data, standard error everything people read while they wait. */
export function printLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export const printText = (text: string): void => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);

export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** A counter on one line of a terminal; silent where standard error is not one, but for every hundredth step. */
export function progress(label: string): { step(done: number, detail?: string): void; end(): void } {
  let last = 0;
  const terminal = process.stderr.isTTY === true;
  return {
    step(done, detail = "") {
      if (terminal) process.stderr.write(`\r\x1b[2K${label} ${done}${detail ? ` · ${detail.slice(-60)}` : ""}`);
      else if (done - last >= 100) {
        last = done;
        say(`${label} ${done}`);
      }
    },
    end() {
      if (terminal) process.stderr.write("\r\x1b[2K");
    },
  };
}

/** Could not run at all: exit code 2 with what happened, why, and what to do. */
export class CannotRun extends Error {
  constructor(what: string, todo = "") {
    super(todo ? `${what}\n${todo}` : what);
    this.name = "CannotRun";
  }
}

/** Ctrl-C once stops the work cleanly and keeps what is stored; twice ends the process. */
export function cancelOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    say("\nĐang dừng; phần đã ghi được giữ lại. Nhấn Ctrl-C lần nữa để thoát ngay.");
    controller.abort();
    process.once("SIGINT", () => process.exit(130));
  });
  return controller.signal;
}

/** Who sits at the terminal, as the audit trail names them. */
export const atTerminal = (): string => `${userInfo().username} (dòng lệnh)`;
