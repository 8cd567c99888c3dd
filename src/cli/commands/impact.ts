import { impactOf } from "../../use-cases/impact-of.ts";
import { dayOption, type Options, withIndex, workBySymbol } from "../options.ts";
import type { Shell } from "../program.ts";
import { printLine, printText, say } from "../terminal.ts";

/** `impact --symbol S --on DATE`: documents to review by grounds 1–3 of Điều 39 NĐ 79/2025. */
export async function impact(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const day = dayOption(shell, options.on);
  return withIndex(shell, options, async (store) => {
    for (const { ground, work, eIds, because } of await impactOf(
      store,
      await workBySymbol(store, options.symbol),
      day,
    )) {
      const row = { ground, symbol: work.symbol, issuer: work.issuer, issuedOn: work.issuedOn, eIds, because };
      if (options.ndjson) printLine(row);
      else printText(`(${ground}) ${work.symbol ?? "(không số)"} ${eIds.join(", ")}\n    “${because[0]?.quote ?? ""}”`);
    }
    say("Căn cứ thứ 4 (quy định cùng vấn đề) chưa được tính ở phiên bản này.");
    return 0;
  });
}
