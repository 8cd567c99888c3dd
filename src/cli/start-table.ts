import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES, type StatusName } from "../domain/status.ts";
import { GROUP_NAMES, type RuleGroup } from "../domain/finding.ts";
import { shownAddress } from "./options.ts";
import type { Store } from "../store/store.ts";
import type { IndexSummary } from "../use-cases/index-paths.ts";

/** The short table `npm start` prints: what is there, what is known of it, what was found. */
export async function startTable(
  store: Store,
  run: { readonly day: LegalDate; readonly url: string; readonly summary: IndexSummary; readonly seconds: number },
): Promise<string> {
  const { summary: s } = run;
  const lines: [string, string][] = [
    [
      "Văn bản",
      `${s.documents} (${s.imported + s.newVersions} mới, ${s.unchanged} đã có, ${s.refused.length} không nhập được)`,
    ],
    ["Điều, khoản, điểm …", String(s.provisions)],
    [
      "Dẫn chiếu",
      `${s.citations.resolved} đã rõ, ${s.citations.unresolved} chưa rõ, ${s.citations.ambiguous} nhiều khả năng, ${s.citations.missing} trỏ tới đơn vị không có`,
    ],
    ["Tác động hiệu lực", `${s.effects.applied} đã tính, ${s.effects.notApplied} chưa áp dụng được`],
  ];
  const statuses = await store.statuses.counts(run.day);
  for (const [name, label] of Object.entries(STATUS_NAMES)) {
    const n = statuses[name as StatusName] ?? 0;
    if (n > 0) lines.push([`  ${label}`, String(n)]);
  }
  const groups = new Map<RuleGroup, number>();
  for (const { group, n } of await store.findings.counts()) groups.set(group, (groups.get(group) ?? 0) + n);
  lines.push(["Phát hiện", String([...groups.values()].reduce((a, b) => a + b, 0))]);
  for (const [group, label] of Object.entries(GROUP_NAMES)) {
    const n = groups.get(group as RuleGroup) ?? 0;
    if (n > 0) lines.push([`  ${label}`, String(n)]);
  }
  const width = Math.max(...lines.map(([label]) => label.length));
  const refused = s.refused.map((r) => `Không nhập ${r.file}: ${r.reason}`);
  return [
    `Hiệu lực tính tại ngày ${formatDate(run.day)} · ${run.seconds.toFixed(1)} giây · ${shownAddress(run.url)}`,
    ...lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`),
    ...refused,
  ].join("\n");
}
