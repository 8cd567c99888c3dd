import { POINT_LETTERS } from "../../src/domain/e-id.ts";
import { provisionAt } from "../../src/domain/legal-document.ts";
import type { Problem } from "../../src/domain/problem.ts";
import type { Provision } from "../../src/domain/provision.ts";
import type { Span } from "../../src/domain/span.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule, type RuleContext, type RuleFinding, type Subject } from "../../src/engine/rule.ts";

/** More than this is no slip of an author but a bad copy: one finding says so. */
const SURELY_THE_AUTHORS = 3;

export default defineRule({
  meta: {
    id: "numbering-gap",
    code: "H03",
    group: "technique",
    severity: "low",
    maturity: "stable",
    title: "Đánh số điều, khoản, điểm bị nhảy hoặc trùng",
    titleEn: "Numbering has a gap or a duplicate",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_63" }],
  },
  given: "document",
  // a consolidated text may leave out what was abolished
  when: ({ work }) => work.type !== "van-ban-hop-nhat",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const read = subject.document.problems.filter(isFault);
    const faults = [...read, ...letterGaps(subject.document.provisions)].sort((x, y) => x.span.start - y.span.start);
    if (faults.length > SURELY_THE_AUTHORS) yield badCopy(faults, context);
    else for (const fault of faults) yield oneFault(fault, context);
  },
});

type Fault = Problem & { readonly span: Span };

const isFault = (p: Problem): p is Fault =>
  p.span !== null && (p.code === "numbering-gap" || p.code === "numbering-duplicate");

/** Points whose letter is not the next of the Vietnamese alphabet: a, b, d. Inserted points (a1) belong to the letter before. */
function letterGaps(provisions: readonly Provision[]): readonly Fault[] {
  const last = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { kind, num, parent, own } of provisions) {
    if (kind !== "point" || num === null || !/^\p{L}$/u.test(num)) continue;
    const before = last.get(parent ?? "");
    last.set(parent ?? "", num);
    const step = before === undefined ? 1 : POINT_LETTERS.indexOf(num) - POINT_LETTERS.indexOf(before);
    // older texts leave out đ as other alphabets do; a step back is another row, not a gap
    const withoutBar = before === "d" && num === "e";
    if (step > 1 && !withoutBar)
      faults.push({ code: "numbering-gap", what: `Thứ tự điểm nhảy từ ${before} sang ${num}.`, span: own });
  }
  return faults;
}

function oneFault({ code, what, span }: Fault, { subject, quote }: RuleContext): RuleFinding {
  const place = quote(firstLine(subject, span));
  return {
    message: `${place.eId ? `${opening(placeName(subject, place.eId))}: ` : ""}${what.slice(0, 1).toLocaleLowerCase("vi")}${what.slice(1)}`,
    why:
      code === "numbering-gap"
        ? "Số thứ tự phải liên tục; chỗ nhảy số thường là một quy định bị sót, hoặc viện dẫn về sau sẽ sai."
        : "Hai đơn vị mang cùng một số thì không thể viện dẫn chính xác.",
    recommendation: "Đối chiếu với bản gốc; nếu bản gốc cũng như vậy thì đính chính kỹ thuật trình bày.",
    evidence: [place],
    identity: `${code} ${place.eId ?? ""}`,
  };
}

function badCopy(faults: readonly Fault[], { subject, quote }: RuleContext): RuleFinding {
  return {
    message: `Số thứ tự điều, khoản, điểm nhảy hoặc trùng ở ${faults.length} chỗ.`,
    why: "Nhiều chỗ như vậy thường do bản quét hoặc bản sao bị sót, không phải lỗi của văn bản.",
    recommendation: "Nhập lại văn bản từ bản gốc điện tử; nếu bản gốc cũng như vậy thì đính chính kỹ thuật trình bày.",
    evidence: faults.slice(0, 10).map((f) => quote(firstLine(subject, f.span))),
    eId: null,
    identity: "bad-copy",
    severity: "info",
    confidence: 0.5,
  };
}

/** The first line of the unit that is numbered wrongly, so that a reader sees what it is. */
function firstLine({ document }: Subject, span: Span): Span {
  const own = provisionAt(document, span.start)?.own ?? span;
  const line = document.text.indexOf("\n", own.start);
  return { start: own.start, end: line < 0 || line > own.end ? own.end : line };
}
