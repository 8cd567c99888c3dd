import { statusLines } from "../../use-cases/status-lines.ts";
import { dayOption, type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { printLine, printText } from "../terminal.ts";

/** `status --on DATE [--symbol S] [--all]`: one line a work. */
export async function status(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const day = dayOption(shell, options.on);
  return withIndex(shell, options, async (store) => {
    const symbol = typeof options.symbol === "string" ? options.symbol : null;
    for (const line of await statusLines(store, { day, symbol, all: options.all === true })) {
      if (options.ndjson) printLine(line);
      else printText(`${line.symbol ?? "(không số)"}\t${line.status}\t${line.since ?? ""}\t${line.reason}`);
    }
    return 0;
  });
}
