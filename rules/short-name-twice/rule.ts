import { groupBy } from "../../src/domain/group-by.ts";
import { plain } from "../../src/domain/fold.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";
import { type ShortName, shortNames } from "../../src/engine/short-names.ts";

export default defineRule({
  meta: {
    id: "short-name-twice",
    code: "K05",
    group: "terminology",
    severity: "low",
    maturity: "trial",
    title: "Một tên gọi tắt được đặt cho hai đối tượng",
    titleEn: "One short name is given to two things",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_7__cl_1", from: "2025-04-01" },
      { symbol: "80/2015/QH13", eId: "art_8__cl_1", from: "2016-07-01", to: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const list of groupBy(shortNames(subject), (s) => `${part(subject, s)} ${plain(s.name)}`).values()) {
      const stands = new Set(list.map((s) => plain(s.stands).split(" ").slice(-4).join(" ")));
      if (list.length < 2 || stands.size < 2) continue;
      yield {
        message: `Tên gọi tắt “${list[0]?.name ?? ""}” được đặt ${list.length} lần, cho những đối tượng khác nhau.`,
        why: "Một tên chỉ được dùng cho một đối tượng; đặt hai lần thì không rõ quy định áp dụng cho đối tượng nào.",
        recommendation: "Chọn tên khác cho đối tượng thứ hai.",
        evidence: list
          .slice(0, 4)
          .map((s) => context.quote({ start: Math.max(0, s.start - s.stands.length - 1), end: s.end })),
        eId: null,
        identity: list[0]?.name ?? "",
        confidence: 0.65,
      };
    }
  },
});

/** The decision and what is attached to it each give their own names. */
const part = ({ document }: Subject, { start }: ShortName): string =>
  document.attachments.find((a) => a.span.start <= start && start < a.span.end)?.eId ?? "";
