import { DOCUMENT_TYPES, typeName } from "../../src/domain/document-type.ts";
import { overlaps, type Span, span } from "../../src/domain/span.ts";
import { isAmendingAct } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";

/** Attached texts that speak of themselves by name; a text with any other attachment of that sort is left alone. */
const REGULATIONS: Readonly<Record<string, string>> = { "quy-dinh": "Quy định", "quy-che": "Quy chế" };

const NAMES = ["Quy chế", "Quy định", ...Object.values(DOCUMENT_TYPES)].filter((name) => !name.startsWith("Văn bản"));
const THIS = new RegExp(`(?<![\\p{L}\\p{N}“"])(${NAMES.join("|")}) này(?![\\p{L}\\p{N}])`, "gu");

interface Slip {
  readonly place: Span;
  readonly name: string;
}

export default defineRule({
  meta: {
    id: "self-reference-misnamed",
    code: "C04",
    group: "reference",
    severity: "low",
    maturity: "stable",
    title: "Văn bản tự gọi sai tên loại của mình",
    titleEn: "The document calls itself by the wrong kind",
    basis: [
      { symbol: "78/2025/NĐ-CP", eId: "art_9" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68" },
    ],
  },
  given: "document",
  when: (subject) => subject.work.normative === "yes" && !isAmendingAct(subject),
  *check(subject, context) {
    const { document } = subject;
    if (!isAlive(context) || document.quotes.length > 0) return;
    const kinds = document.attachments.map((a) => a.kind);
    // "Điều lệ", "Chương trình" and other attached texts may be what is meant
    if (kinds.includes("khac") || attachedLost(subject)) return;
    const slips = slipsOf(subject);
    const [first] = slips;
    if (!first) return;
    const places = slips.map(({ place }) => context.quote(place));
    const where = placeNames(
      subject,
      places.map((p) => p.eId),
    );
    const names = [...new Set(slips.map((s) => `“${s.name} này”`))].join(", ");
    yield {
      message: `${where ? opening(where) : "Văn bản"} viết ${names}, trong khi văn bản là ${[typeName(subject.work.type), ...new Set(kinds.flatMap((k) => REGULATIONS[k] ?? []))].join(" và ")}.`,
      why: "Tự viện dẫn sai tên loại làm cho không xác định được quy định được viện dẫn thuộc văn bản nào; thường do sao chép từ văn bản khác.",
      recommendation: subject.draft ? "Sửa lại tên loại." : "Đính chính lỗi kỹ thuật trình bày.",
      evidence: places.slice(0, 10),
      identity: names,
      confidence: 0.88,
    };
  },
});

/** "Ban hành Quy định …" and no such part: the copy has run the regulation into the body. */
const attachedLost = ({ work, document }: Subject): boolean =>
  document.attachments.length === 0 && /ban hành[^;]{0,20}(?:quy định|quy chế|điều lệ)/iu.test(work.title ?? "");

function slipsOf(subject: Subject): readonly Slip[] {
  const { document, work } = subject;
  const own = typeName(work.type);
  const attached = document.attachments.flatMap((a) => REGULATIONS[a.kind] ?? []);
  const cited = new Set(
    subject.citations.flatMap((c) => c.targets.flatMap((t) => (t.self || !t.type ? [] : [typeName(t.type)]))),
  );
  const slips: Slip[] = [];
  for (const provision of document.provisions) {
    const form = document.attachments.find((a) => overlaps(a.span, provision.own));
    if (provision.kind === "attachment" || (form && !REGULATIONS[form.kind])) continue;
    const words = document.text.slice(provision.own.start, provision.own.end);
    for (const m of words.matchAll(THIS)) {
      const name = m[1] as string;
      const before = words.slice(Math.max(0, m.index - 3), m.index);
      // "Quy định này" at the head of a sentence may mean the rule just laid down
      const generic = (name === "Quy định" || name === "Quy chế") && !/[\p{L}\p{N},] $/u.test(before);
      if (name === own || attached.includes(name) || cited.has(name) || generic) continue;
      const start = provision.own.start + m.index;
      slips.push({ place: span(start, start + m[0].length), name });
    }
  }
  return slips;
}
