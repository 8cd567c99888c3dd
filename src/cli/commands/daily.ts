import type { AnchorState } from "../../use-cases/anchor-trail.ts";
import { dailyRound } from "../../use-cases/daily-round.ts";
import { mailState } from "../../use-cases/daily-digest.ts";
import { type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { printLine, printText } from "../terminal.ts";

/** `daily`: the round of the day, for machines on which the web app does not run all day. 1 where letters did not go or the trail does not hold. */
export async function daily(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const post = await shell.post();
  return withIndex(shell, options, async (store) => {
    const now = shell.now();
    const done = await dailyRound({ store, now, post, anchorDir: shell.config.anchorDir });
    const { failure } = await mailState(store);
    const failed = failure !== null && failure.at === now;
    if (options.json) printLine({ ...done, failure: failed ? failure : null });
    else {
      printText(done.first ? `Đã báo ${done.told} việc đến hạn.` : "Hôm nay đã báo việc đến hạn.");
      printText(post === null ? "Chưa cấu hình máy chủ thư (RASOAT_SMTP_URL)." : `Đã gửi ${done.mailed} thư.`);
      if (failed) printText(`✗ Thư gửi ${failure.to} không đi (${failure.fault}): ${failure.said}`);
    }
    const { anchor } = done;
    if (!options.json && anchor !== null) printText(sayAnchor(anchor));
    return failed || (anchor?.fault ?? null) !== null ? 1 : 0;
  });
}

function sayAnchor({ anchored, fault }: AnchorState): string {
  if (fault !== null) return `✗ Neo nhật ký (${fault.kind}): ${fault.what}`;
  return anchored === null ? "Nhật ký chưa có mục nào để neo." : `✓ Đã neo nhật ký tới mục số ${anchored.seq}.`;
}
