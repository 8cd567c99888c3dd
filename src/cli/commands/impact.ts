import { writeFile } from "node:fs/promises";
import { exportImpact, IMPACT_FORMATS, type ImpactFormat } from "../../use-cases/export-impact.ts";
import { impactOf } from "../../use-cases/impact-of.ts";
import { placeIn } from "../../use-cases/status-lines.ts";
import { dayOption, type Options, withIndex, workBySymbol } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, printLine, printText, say } from "../terminal.ts";

/** `impact --symbol S --on DATE [--format csv|xlsx|json --out FILE]`: documents to review by Điều 39 NĐ 79/2025. */
export async function impact(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const day = dayOption(shell, options.on);
  const format = typeof options.format === "string" ? options.format : null;
  if (format !== null && (!IMPACT_FORMATS.includes(format) || typeof options.out !== "string"))
    throw new CannotRun(
      `Không xuất được dạng “${format}”.`,
      `Dùng --format ${IMPACT_FORMATS.join(", ")} cùng --out TỆP.`,
    );
  return withIndex(shell, options, async (store) => {
    const work = await workBySymbol(store, options.symbol);
    if (format !== null) {
      await writeFile(options.out as string, await exportImpact(store, work, day, format as ImpactFormat));
      say(`Đã ghi danh sách văn bản phải rà soát, tệp ${options.out}`);
      return 0;
    }
    const place = placeIn(store);
    for (const { ground, work: other, eIds, reach, because } of await impactOf(store, work, day)) {
      const proofs = [];
      for (const b of because)
        proofs.push({ symbol: b.symbol, eId: b.eId, quote: b.quote, ...(await place(b.work, b.span)) });
      const { symbol, issuer, issuedOn } = other;
      if (options.ndjson) printLine({ ground, symbol, issuer, issuedOn, eIds, reach, because: proofs });
      else printText(`(${ground}) ${symbol ?? "(không số)"} ${eIds.join(", ")}\n    “${because[0]?.quote ?? ""}”`);
    }
    return 0;
  });
}
