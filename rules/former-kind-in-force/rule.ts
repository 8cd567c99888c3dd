import { formatDate } from "../../src/domain/legal-date.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import { defineRule, type ReferenceRow, type Subject } from "../../src/engine/rule.ts";

/** A kind of document that is not made any more; `from`/`to` bound the days of issue it speaks of. */
interface FormerKind extends ReferenceRow {
  readonly type: string;
  readonly organ: string;
  readonly name: string;
  readonly why: string;
}

const IN_FORCE = ["in-force", "partly-ceased", "suspended", "partly-suspended"];

export default defineRule({
  meta: {
    id: "former-kind-in-force",
    code: "A14",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Hình thức văn bản không còn được ban hành mà văn bản còn hiệu lực",
    titleEn: "A kind of document that is no longer made is still in force",
    basis: [{ symbol: "80/2015/QH13", eId: "art_172__cl_2" }],
  },
  given: "document",
  when: ({ work }) => work.issuedOn !== null,
  *check(subject, { corpus, day, table }) {
    const { work, facts } = subject;
    const period = corpus.status(work.id, day);
    if (work.issuedOn === null || !period || !IN_FORCE.includes(period.status)) return;
    const row = table<FormerKind>("former-kinds", work.issuedOn).find((r) => isOfKind(subject, r));
    if (!row || day < (row.to ?? "")) return;
    // the old custom gave chỉ thị and QĐ-UB no year; what is surely administrative is left out
    if (facts.normative.value === "no") return;
    yield {
      message: `${corpus.nameOf(work.id)} còn hiệu lực: ${row.name.charAt(0).toLowerCase()}${row.name.slice(1)}, ban hành ngày ${formatDate(work.issuedOn)}.`,
      why: `${row.why} (${row.source}).`,
      recommendation:
        "Rà soát nội dung: còn cần thì ban hành văn bản quy phạm pháp luật thay thế đúng hình thức; không còn cần thì bãi bỏ.",
      evidence: [],
      eId: null,
      identity: `${row.type} ${row.organ}`,
      confidence: facts.normative.value === "yes" ? 0.9 : 0.6,
    };
  },
});

/** Joint circulars are made by two bodies: between ministries only when no court and no procuracy is among them. */
function isOfKind({ work, issuer, document }: Subject, row: FormerKind): boolean {
  if (work.type !== row.type) return false;
  if (work.type === "thong-tu-lien-tich") {
    const bodies = `${work.issuer ?? ""} ${document.text.slice(0, 1500)}`;
    return !/(?:tòa án|toà án|viện kiểm sát|TANDTC|VKSNDTC|kiểm toán nhà nước)/iu.test(
      `${bodies} ${work.symbol ?? ""}`,
    );
  }
  return issuer.organ === row.organ || parseIssuer(work.issuer ?? "").organ === row.organ;
}
