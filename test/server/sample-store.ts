import { createHash } from "node:crypto";
import type { Facts } from "../../src/domain/facts.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import { provisionAt } from "../../src/domain/legal-document.ts";
import type { Resolution, Work } from "../../src/domain/work.ts";
import type { RuleEntry } from "../../src/use-cases/view-rules.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store, StoredLink } from "../../src/store/store.ts";
import { effects, findings, registerEffect, statuses, WORKS } from "./sample-facts.ts";
import { addHandlings } from "./sample-handlings.ts";
import { putReview } from "./sample-review.ts";
import { DECISION_06, DECISION_17, DECISION_HOSTILE, DECREE_742 } from "./sample-texts.ts";

export const TODAY = "2026-06-30";

const NO_FACTS: Facts = {
  citations: [],
  amendments: [],
  commencement: {
    effectiveOn: null,
    how: "none",
    days: null,
    span: null,
    splits: [],
    expiresOn: null,
    expirySpan: null,
  },
  normative: { value: "yes", why: [] },
  problems: [],
};

const resolvedTo = (id: string): Resolution => ({ kind: "work", work: id, how: "số ký hiệu" });

function link(
  document: LegalDocument,
  from: string,
  citation: number,
  text: string,
  resolution: Resolution,
  eIds: readonly string[] = [],
  missing: readonly string[] = [],
): StoredLink {
  const start = document.text.indexOf(text);
  if (start < 0) throw new Error(`the sample does not say: ${text}`);
  return {
    from,
    citation,
    target: 0,
    role: "reference",
    within: provisionAt(document, start)?.eId ?? null,
    start,
    end: start + text.length,
    text,
    key: resolution.kind === "work" ? null : `name:${text}`,
    resolution,
    eIds,
    missing,
  };
}

export const SAMPLE_RULES: readonly RuleEntry[] = [
  {
    id: "sample-rule",
    code: "D03",
    group: "conflict",
    severity: "critical",
    maturity: "stable",
    title: "Thời hạn trái văn bản cấp trên",
    titleEn: "Deadline against a higher document",
    basis: [{ symbol: "64/2025/QH15", eId: "art_58__cl_3", from: "2025-07-01" }],
    readme:
      "# Thời hạn trái văn bản cấp trên\n\n## Khi nào báo\n\nKhi **hai điều khoản** quy định `cùng một việc`.\n\n- một\n- hai <script>alert(6)</script>\n\n| Cột | Giá trị |\n|---|---|\n| a | 1 |\n\n```\nVí dụ\n```\n",
    cases: async () => [
      {
        kind: "invalid",
        why: "Thời hạn dài hơn thời hạn của nghị định",
        on: "2026-11-26",
        text: "Điều 1. Thời hạn công bố bến\nSở Xây dựng công bố bến trong thời hạn 30 ngày.",
        others: 1,
        findings: [
          {
            severity: "critical",
            message: "Thời hạn công bố dài hơn nghị định cho phép",
            recommendation: "Rút thời hạn xuống 15 ngày.",
            evidence: [{ role: "subject", quote: "trong thời hạn 30 ngày" }],
          },
        ],
      },
      {
        kind: "valid",
        why: "Thời hạn ngắn hơn thì không trái",
        on: "2026-11-26",
        text: "Điều 1. Thời hạn công bố bến\nSở Xây dựng công bố bến trong thời hạn 10 ngày.",
        others: 1,
        findings: [],
      },
    ],
  },
  {
    id: "old-name",
    code: "G03",
    group: "apparatus",
    severity: "medium",
    maturity: "trial",
    title: "Tên cơ quan cũ",
    titleEn: "Old name of a body",
    basis: [{ symbol: "64/2025/QH15", eId: null }],
    readme: "",
  },
];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sha256Of = (text: string): string => createHash("sha256").update(bytesOf(text)).digest("hex");

async function add(store: Store, of: Work, text: string, file: string, format: string): Promise<LegalDocument> {
  const document = parseDocument(text);
  await store.documents.add({
    work: of.id,
    file,
    sha256: sha256Of(text),
    format,
    quality: format === "docx" ? "docx" : "text",
    document,
    facts: NO_FACTS,
    importedAt: 1,
    original: bytesOf(text),
  });
  return document;
}

/** A small collection in memory: a decision with an attached regulation, what changed it, what it cites, and a hostile one. */
export async function sampleStore(): Promise<Store> {
  const store = await openStore(":memory:");
  await store.withTransaction(async () => {
    await store.works.save(Object.values(WORKS));
    const d17 = await add(store, WORKS.d17, DECISION_17, "qd-17-2025 bến khách.txt", "txt");
    await add(store, WORKS.nd742, DECREE_742, "nd-742.txt", "txt");
    await add(store, WORKS.d06, DECISION_06, "qd-06-2026.txt", "txt");
    await add(store, WORKS.hostile, DECISION_HOSTILE, `a"b<c>.html`, "html");
    await store.links.replace("w17", [
      link(d17, "w17", 0, "Luật Tổ chức chính quyền địa phương số 72/2025/QH15", {
        kind: "unresolved",
        how: "không có trong kho",
      }),
      link(d17, "w17", 1, "Nghị định số 742/2024/NĐ-CP ngày 09 tháng 5 năm 2024 của Chính phủ", resolvedTo("w742")),
      link(d17, "w17", 2, "Điều 3 Nghị định số 742/2024/NĐ-CP", resolvedTo("w742"), ["art_3"]),
      link(d17, "w17", 3, "khoản 4 Điều 2 Nghị định số 718/2017/NĐ-CP", resolvedTo("w718"), ["art_2__cl_4"]),
      link(d17, "w17", 4, "khoản 1 Điều 9 Nghị định số 742/2024/NĐ-CP", resolvedTo("w742"), ["art_9__cl_1"]),
      link(d17, "w17", 5, "Điều 99 Nghị định số 742/2024/NĐ-CP", resolvedTo("w742"), ["art_99"], ["art_99"]),
      link(d17, "w17", 8, "Quyết định này", resolvedTo("w17")),
      link(d17, "w17", 6, "hướng dẫn liên ngành số 45", {
        kind: "ambiguous",
        candidates: ["w742", "w718"],
        how: "có hai văn bản khớp",
      }),
      link(
        d17,
        "w17",
        7,
        "Quyết định số 22/2021/QĐ-UBND ngày 09 tháng 8 năm 2021 của Ủy ban nhân dân tỉnh An Sơn",
        resolvedTo("w22"),
      ),
    ]);
    await store.effects.replaceFrom("w06", effects());
    await store.effects.replaceFrom("w742", [registerEffect()]);
    const periods = statuses();
    await store.statuses.replace([...new Set(periods.map((p) => p.work))], periods);
    await store.findings.record(TODAY, findings(d17), 1);
    await store.imports.record([
      {
        file: "an-khe/2025/qd-17-2025 bến khách.txt",
        sha256: sha256Of(DECISION_17),
        outcome: "imported",
        work: "w17",
        reason: null,
        at: 2,
      },
      {
        file: "<b>khóa</b>.docx",
        sha256: null,
        outcome: "refused",
        work: null,
        reason: "Tệp có mật khẩu nên không đọc được. Tải lên tệp không khóa.",
        at: 3,
      },
    ]);
    await putReview(store);
  });
  await addHandlings(store);
  return store;
}
