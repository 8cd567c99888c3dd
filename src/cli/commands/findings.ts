import { checkDraft } from "../../use-cases/check-draft.ts";
import { findingLines } from "../../use-cases/finding-lines.ts";
import { findingsOn } from "../../use-cases/run-rules-on.ts";
import { dayOption, type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, cancelOnInterrupt, printLine, printText, progress, say } from "../terminal.ts";

/** `findings --on DATE`: every rule over every document as of that day. Nothing is stored. */
export async function findings(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const day = dayOption(shell, options.on);
  const signal = cancelOnInterrupt();
  return withIndex(shell, options, async (store) => {
    const bar = progress("Đã xét");
    const found = await findingsOn({
      store,
      rules: await shell.loadRules(),
      day,
      signal,
      onProgress: (done) => bar.step(done),
      onOverlaps: ({ skippedBuckets, skippedUnits, units }) => {
        if (skippedBuckets > 0)
          say(
            `So ${units} điều, khoản với nhau; bỏ qua ${skippedBuckets} nhóm lời văn quá phổ biến (${skippedUnits} lượt điều, khoản).`,
          );
      },
    });
    bar.end();
    for (const line of await findingLines(store, found)) print(line, options);
    return signal.aborted ? 2 : 0;
  });
}

/** `check DRAFT`: the draft never enters the index. */
export async function check(shell: Shell, [draft]: readonly string[], options: Options): Promise<number> {
  const day = dayOption(shell, options.on);
  return withIndex(shell, options, async (store) => {
    const result = await checkDraft({ store, rules: await shell.loadRules(), day, input: { path: draft as string } });
    if (!result.ok) throw new CannotRun(result.problem.what, result.problem.todo);
    for (const line of await findingLines(store, result.findings, result.draft)) print(line, options);
    return 0;
  });
}

function print(line: Awaited<ReturnType<typeof findingLines>>[number], options: Options): void {
  if (options.ndjson) printLine(line);
  else printText(`[${line.severity}] ${line.code} ${line.message}\n    ${line.recommendation}`);
}
