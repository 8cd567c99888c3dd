import type { EId } from "../domain/e-id.ts";
import type { HandlingForm } from "../domain/handling-form.ts";
import { formatDate } from "../domain/legal-date.ts";
import type { SheetProposal } from "../domain/review-sheet.ts";
import { loadExpiryRegimes, regimeOn } from "../timeline/expiry-regimes.ts";
import {
  articleOf,
  type HandlingEvidence,
  type SpeaksFor,
  speaksFor,
  type WeighedFinding,
} from "./handling-evidence.ts";

interface Counted {
  readonly finding: WeighedFinding;
  readonly form: SpeaksFor;
  readonly says: string | null;
}

/** What was read out of the evidence before a form is chosen. */
interface Weighed {
  readonly evidence: HandlingEvidence;
  /** Confirmed by a person, or open, grave and of a proven rule. */
  readonly counted: readonly Counted[];
  /** Raised, not decided, too grave to be passed over. */
  readonly pending: readonly Counted[];
  /** Raised, not decided, too small to decide about a form. */
  readonly minor: readonly Counted[];
  /** Faults of form that are corrected, not handled (Điều 9 NĐ 78/2025). */
  readonly corrections: readonly Counted[];
  readonly touched: readonly EId[];
}

type Chosen = { readonly form: HandlingForm | null; readonly why: readonly string[] };

/** How many units and findings a sentence names before it counts the rest. */
const NAMED = 6;

/**
 * The form of handling that the evidence of one day carries (Điều 38 NĐ 79/2025; khoản 4 Điều 8 Luật 64/2025), with its reasons.
 * It proposes, people decide: where the evidence carries no form it says so and what is missing. An end is proposed only on
 * what a person has confirmed, because a wrong "hết hiệu lực" is the worst error.
 */
export function proposeHandling(evidence: HandlingEvidence): SheetProposal {
  const weighed = weigh(evidence);
  const chosen =
    endedAlready(weighed) ??
    notKnown(weighed) ??
    wholeGone(weighed) ??
    contraryToParent(weighed) ??
    replaced(weighed) ??
    partly(weighed) ??
    continued(weighed) ??
    uncovered(weighed) ??
    open(weighed) ??
    untouched(weighed);
  return {
    form: chosen.form,
    why: [...chosen.why, ...besides(weighed)],
    touched: weighed.touched,
    articles: evidence.articles.length,
    findings: weighed.counted.map(({ finding }) => finding.key),
  };
}

function weigh(evidence: HandlingEvidence): Weighed {
  const all = evidence.findings.map((finding): Counted => ({ finding, ...speaksFor(finding, evidence.day) }));
  const corrections = all.filter((c) => c.form === "correct");
  const rest = all.filter((c) => c.form !== "correct" && c.form !== "list");
  // the end of a whole document waits for a person
  const counts = ({ finding, form }: Counted): boolean =>
    form !== "look" &&
    (finding.verdict === "confirmed" ||
      (finding.verdict === null &&
        form !== "abolish" &&
        finding.maturity === "stable" &&
        (finding.severity === "critical" || finding.severity === "high")));
  const counted = rest.filter(counts);
  const standing = new Set(evidence.articles);
  const units = [
    ...counted.flatMap(({ finding }) => finding.eId ?? []),
    ...evidence.changes.filter((c) => c.reach !== "other-part").flatMap((c) => c.eIds),
  ];
  const touched = new Set(units.flatMap((eId) => articleOf(eId) ?? []).filter((article) => standing.has(article)));
  return {
    evidence,
    counted,
    corrections,
    pending: rest.filter((c) => !counts(c) && !isMinor(c)),
    minor: rest.filter((c) => !counts(c) && isMinor(c)),
    touched: evidence.articles.filter((article) => touched.has(article)),
  };
}

const isMinor = ({ finding }: Counted): boolean =>
  finding.verdict === null && (finding.severity === "low" || finding.severity === "info");

/** Ended: nothing is handled, the yearly list takes it. Ended by inference since 01/7/2025: somebody has to announce it. */
function endedAlready({ evidence: { status, reason, because } }: Weighed): Chosen | null {
  if (status !== "ceased") return null;
  const inferred = because.find((b) => b.rule === "parent-ceased" && b.certainty === "inferred");
  const regime = inferred?.from ? regimeOn(loadExpiryRegimes(), "parent-ceased", inferred.from) : null;
  if (inferred && regime?.outcome === "ceases-unless-announced")
    return {
      form: "announce-ceased",
      why: [
        `${sentence(inferred.says)} Chưa thấy văn bản công bố nên cần công bố (khoản 6 Điều 38 Nghị định số 79/2025/NĐ-CP).`,
        "Nếu nội dung vẫn phù hợp với văn bản mới và vẫn cần thiết thì công bố tiếp tục có hiệu lực.",
      ],
    };
  return {
    form: "none",
    why: [
      `Văn bản đã hết hiệu lực: ${sentence(reason)}`,
      "Không cần hình thức xử lý; đưa vào danh mục văn bản hết hiệu lực công bố hằng năm (Điều 43 Nghị định số 79/2025/NĐ-CP)" +
        (inferred ? ", sau khi đối chiếu điều khoản chuyển tiếp của văn bản thay thế." : "."),
    ],
  };
}

function notKnown({ evidence: { status, reason, because, hasText } }: Weighed): Chosen | null {
  if (status === "unknown") {
    const asked = because.find((b) => b.certainty === "to-determine");
    return {
      form: null,
      why: [`Chưa đủ căn cứ: hiệu lực của văn bản cần xác định trước. ${sentence(asked?.says ?? reason)}`],
    };
  }
  if (hasText) return null;
  return {
    form: null,
    why: [
      "Chưa đủ căn cứ: kho chưa có lời văn của văn bản nên chưa rà soát được điều, khoản nào. Nhập tệp văn bản trước.",
    ],
  };
}

/** Only on what a person has confirmed. */
function wholeGone({ evidence, counted, touched }: Weighed): Chosen | null {
  const confirmed = counted.filter(({ finding }) => finding.verdict === "confirmed");
  const ends = confirmed.filter(({ form }) => form === "abolish");
  if (ends.length > 0)
    return {
      form: "abolish",
      why: ends.map(
        ({ finding, says }) =>
          `Đã xác nhận ${says ?? "không còn phù hợp toàn bộ"} (${finding.code}: ${sentence(finding.message)})`,
      ),
    };
  const contradicted = new Set(
    confirmed
      .filter(
        ({ finding }) => finding.group === "conflict" || finding.group === "overlap" || finding.group === "competence",
      )
      .flatMap(({ finding }) => (finding.eId === null ? [] : (articleOf(finding.eId) ?? []))),
  );
  if (evidence.articles.length < 2 || evidence.articles.some((article) => !contradicted.has(article))) return null;
  return {
    form: "abolish",
    why: [
      `Cả ${touched.length} điều đều đã được xác nhận là mâu thuẫn, chồng chéo hoặc trái thẩm quyền; các văn bản khác đang quy định những nội dung này nên không cần văn bản thay thế (điểm a khoản 1 Điều 38 Nghị định số 79/2025/NĐ-CP).`,
    ],
  };
}

/** 01/4–30/6/2025: what detailed an ended parent goes on where it is not contrary, unless it is announced as ended. */
function contraryToParent({ evidence, counted, touched }: Weighed): Chosen | null {
  const asked = evidence.because.find((b) => b.rule === "parent-ceased" && b.certainty === "to-determine");
  if (!asked?.from || counted.length === 0) return null;
  if (regimeOn(loadExpiryRegimes(), "parent-ceased", asked.from)?.outcome !== "review") return null;
  return {
    form: "announce-ceased",
    why: [
      `${sentence(asked.says)} Văn bản có nội dung trái hoặc không còn phù hợp nên không thuộc phần được tiếp tục áp dụng; công bố hết hiệu lực (khoản 6 Điều 38 Nghị định số 79/2025/NĐ-CP).`,
      ...named({ evidence, touched }),
    ],
  };
}

/** Khoản 4 Điều 8: policy, scope or subjects change, or more than half of the articles. */
function replaced({ evidence, counted, touched }: Weighed): Chosen | null {
  const why: string[] = [];
  const { articles, scope } = evidence;
  if (touched.length * 2 > articles.length)
    why.push(
      `${touched.length} trong ${articles.length} điều (quá một nửa) bị tác động bởi phát hiện đã xác nhận, phát hiện nặng chưa kết luận hoặc thay đổi của văn bản cấp trên: thay thế theo điểm b khoản 4 Điều 8 Luật số 64/2025/QH15.` +
        (articles.length < 6 ? " Văn bản ít điều nên cần cân nhắc." : ""),
    );
  for (const { finding, form, says } of counted)
    if (form === "replace")
      why.push(`${capital(says ?? "cần văn bản mới")} (${finding.code}: ${sentence(finding.message)})`);
  const moved = scope.filter((article) => touched.includes(article));
  if (moved.length > 0 && counted.some(({ finding }) => finding.rule === "conflict-scope" && under(finding, moved)))
    why.push(
      `Phạm vi điều chỉnh hoặc đối tượng áp dụng thay đổi (${moved.map((eId) => evidence.unitName(eId)).join(", ")}): thay thế theo điểm a khoản 4 Điều 8 Luật số 64/2025/QH15.`,
    );
  return why.length === 0 ? null : { form: "replace", why: [...why, ...named({ evidence, touched })] };
}

const under = ({ eId }: WeighedFinding, articles: readonly EId[]): boolean =>
  eId !== null && articles.includes(articleOf(eId) ?? "");

function partly({ evidence, counted, touched }: Weighed): Chosen | null {
  const changed = evidence.changes.some((c) => c.reach !== "other-part" && c.eIds.length > 0);
  if (counted.length === 0 && !changed) return null;
  const onlyParts = counted.length > 0 && !changed && counted.every(({ form }) => form === "abolish-part");
  if (onlyParts)
    return {
      form: "abolish-part",
      why: [
        ...counted.map(
          ({ finding, says }) =>
            `${capital(says ?? "phần này không còn phù hợp")} (${finding.code}: ${sentence(finding.message)})`,
        ),
        "Bỏ phần này không cần sửa phần còn lại: bãi bỏ một phần (điểm b khoản 1 Điều 38 Nghị định số 79/2025/NĐ-CP).",
        ...named({ evidence, touched }),
      ],
    };
  const parts = counted.filter(({ form }) => form === "abolish-part");
  const scale =
    touched.length === 0
      ? evidence.articles.length === 0
        ? "Văn bản không chia theo điều và có nội dung phải sửa"
        : "Văn bản có nội dung phải sửa nhưng chưa gắn được vào điều nào"
      : `${touched.length} trong ${evidence.articles.length} điều bị tác động, không quá một nửa`;
  return {
    form: "amend",
    why: [
      `${scale}: sửa đổi, bổ sung (khoản 3 Điều 38 Nghị định số 79/2025/NĐ-CP).`,
      ...(parts.length === 0
        ? []
        : [`Trong đó có phần nên bãi bỏ: ${parts.map(({ finding }) => finding.code).join(", ")}.`]),
      ...named({ evidence, touched }),
    ],
  };
}

/** Since 01/7/2025 a mere amendment of the parent ends the matching part unless it is announced to go on. */
function continued({ evidence, pending }: Weighed): Chosen | null {
  const asked = evidence.because.filter((b) => b.rule === "parent-amended" && b.certainty === "to-determine");
  if (asked.length === 0 || pending.length > 0) return null;
  return {
    form: "announce-continued",
    why: [
      ...asked.map((b) => sentence(b.says)),
      "Chưa thấy nội dung nào trái hoặc không còn phù hợp: công bố tiếp tục có hiệu lực để phần tương ứng không hết hiệu lực theo; nếu nội dung không còn cần thiết thì công bố hết hiệu lực.",
    ],
  };
}

function uncovered({ evidence: { delegations }, pending }: Weighed): Chosen | null {
  if (delegations.length === 0 || pending.length > 0) return null;
  return {
    form: "new",
    why: delegations.map(
      (d) =>
        `${d.unit} ${d.parentName} giao quy định “${d.quote}” nhưng chưa thấy văn bản nào quy định: ban hành mới (khoản 4 Điều 38 Nghị định số 79/2025/NĐ-CP).`,
    ),
  };
}

/** Something was raised or changed that people have not weighed yet: the machine must not say "nothing to do". */
function open({ evidence, pending }: Weighed): Chosen | null {
  const bases = changedBases(evidence).filter((c) => !c.isCompetence);
  const asked = evidence.because.filter((b) => b.certainty === "to-determine");
  if (pending.length === 0 && bases.length === 0 && asked.length === 0) return null;
  return {
    form: null,
    why: [
      ...(pending.length === 0
        ? []
        : [
            `Chưa đủ căn cứ: ${pending.length} phát hiện chưa có kết luận xác nhận (${listed(pending.map(({ finding }) => finding.code))}). Kết luận các phát hiện này trước.`,
          ]),
      ...(bases.length === 0
        ? []
        : [
            `Chưa đủ căn cứ: ${listed(bases.map(changeWords))}; chưa rõ điều nào của văn bản này bị tác động. Đối chiếu nội dung.`,
          ]),
      ...asked.map((b) => sentence(b.says)),
    ],
  };
}

/** Bases that were changed and that no article names. */
const changedBases = ({ changes }: HandlingEvidence) =>
  changes.filter((c) => c.reach !== "other-part" && c.eIds.length === 0);

const changeWords = (c: HandlingEvidence["changes"][number]): string =>
  `${c.parentName} đã thay đổi bởi ${c.actName} từ ngày ${formatDate(c.from)}`;

function untouched({ corrections }: Weighed): Chosen {
  return {
    form: "none",
    why: [
      corrections.length === 0
        ? "Không có phát hiện, không có thay đổi của văn bản cấp trên chạm tới văn bản này: không cần xử lý."
        : "Chỉ có sai sót về căn cứ, thể thức, kỹ thuật trình bày: không cần hình thức xử lý của Điều 38.",
    ],
  };
}

/** What has to be said whatever the form. */
function besides({ evidence, corrections, counted, pending, minor }: Weighed): readonly string[] {
  const said: string[] = [];
  const competence = evidence.status === "ceased" ? [] : changedBases(evidence).filter((c) => c.isCompetence);
  if (competence.length > 0)
    said.push(
      `Căn cứ thẩm quyền đã thay đổi (${listed(competence.map((c) => c.parentName))}): không phải lý do để xử lý riêng, cập nhật khi sửa đổi hoặc thay thế văn bản.`,
    );
  if (corrections.length > 0)
    said.push(
      `Có ${corrections.length} sai sót về căn cứ, thể thức, kỹ thuật (${listed(corrections.map(({ finding }) => finding.code))}): đính chính theo Điều 9 Nghị định số 78/2025/NĐ-CP.`,
    );
  const unlawful = [...counted, ...pending].filter(
    ({ finding }) =>
      (finding.group === "effect-date" && (finding.severity === "critical" || finding.severity === "high")) ||
      (finding.group === "competence" && finding.severity === "critical"),
  );
  if (unlawful.length > 0)
    said.push(
      `Có dấu hiệu trái pháp luật từ khi ban hành (${listed(unlawful.map(({ finding }) => finding.code))}): chuyển kiểm tra văn bản theo Điều 44 Nghị định số 79/2025/NĐ-CP.`,
    );
  if (evidence.status === "suspended" || evidence.status === "partly-suspended")
    said.push(`Văn bản đang tạm ngưng hiệu lực: ${sentence(evidence.reason)}`);
  if (minor.length > 0)
    said.push(`Còn ${minor.length} lưu ý nhẹ chưa kết luận (${listed(minor.map(({ finding }) => finding.code))}).`);
  if (counted.length > 0 && pending.length > 0)
    said.push(`Còn ${pending.length} phát hiện chưa kết luận, chưa tính vào đề xuất này.`);
  return said;
}

function named({ evidence, touched }: Pick<Weighed, "evidence" | "touched">): readonly string[] {
  const changes = evidence.changes.filter((c) => c.reach !== "other-part" && c.eIds.length > 0).slice(0, NAMED);
  return [
    ...(touched.length === 0 ? [] : [`Điều bị tác động: ${listed(touched.map((eId) => evidence.unitName(eId)))}.`]),
    ...changes.map(
      (c) =>
        `${c.eIds
          .map((eId) => evidence.unitName(eId))
          .slice(0, NAMED)
          .join(", ")} dựa vào ${c.parentName}, đã thay đổi bởi ${c.actName} từ ngày ${formatDate(c.from)}.`,
    ),
  ];
}

/** Each once, in their order; the rest is counted. */
function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - NAMED;
  return distinct.slice(0, NAMED).join(", ") + (more > 0 ? ` và ${more} mục khác` : "");
}

const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
