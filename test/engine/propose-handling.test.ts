import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eIdName } from "../../src/domain/e-id.ts";
import type {
  ChangeAbove,
  HandlingEvidence,
  OpenDelegation,
  WeighedFinding,
} from "../../src/engine/handling-evidence.ts";
import { standingArticles } from "../../src/engine/handling-evidence.ts";
import { proposeHandling } from "../../src/engine/propose-handling.ts";
import { loadTables } from "../../src/engine/tables.ts";

const articles = (n: number): string[] => Array.from({ length: n }, (_, i) => `art_${i + 1}`);

const evidence = (given: Partial<HandlingEvidence> = {}): HandlingEvidence => ({
  day: "2026-11-26",
  status: "in-force",
  reason: "Đang có hiệu lực.",
  because: [],
  hasText: true,
  articles: articles(8),
  scope: ["art_1", "art_2"],
  findings: [],
  changes: [],
  delegations: [],
  unitName: (eId) => eIdName(eId),
  ...given,
});

let n = 0;
const finding = (given: Partial<WeighedFinding> = {}): WeighedFinding => ({
  key: `k${++n}`,
  rule: "conflict-deadline",
  code: "E01",
  group: "conflict",
  severity: "high",
  maturity: "stable",
  eId: "art_5__cl_2",
  message: "Thời hạn dài hơn nghị định cho phép",
  evidence: [],
  verdict: null,
  ...given,
});

const change = (given: Partial<ChangeAbove> = {}): ChangeAbove => ({
  parent: "p",
  parentName: "Nghị định số 742/2024/NĐ-CP",
  act: "a",
  actName: "Nghị định số 801/2026/NĐ-CP",
  actions: ["amend"],
  from: "2026-07-01",
  reach: "changed-part",
  isBasis: true,
  isCompetence: false,
  eIds: ["art_3__cl_1"],
  ...given,
});

const delegation: OpenDelegation = {
  parent: "p",
  parentName: "Nghị định số 742/2024/NĐ-CP",
  eId: "art_9",
  unit: "Điều 9",
  quote: "Ủy ban nhân dân cấp tỉnh quy định giờ hoạt động của bến",
};

const parentCeased = (from: string, certainty: "inferred" | "to-determine") => ({
  rule: "parent-ceased",
  from,
  certainty,
  says: "Văn bản được quy định chi tiết hết hiệu lực",
});

const form = (given: Partial<HandlingEvidence>) => proposeHandling(evidence(given)).form;

describe("the form of handling the evidence carries", () => {
  it("nothing found and nothing changed above: none", () => {
    const proposal = proposeHandling(evidence());
    expect(proposal.form).toBe("none");
    expect(proposal.why).toHaveLength(1);
  });

  it("ended already: none, and the yearly list takes it", () => {
    const proposal = proposeHandling(
      evidence({ status: "ceased", reason: "Bị bãi bỏ bởi Quyết định số 9/2026/QĐ-UBND" }),
    );
    expect(proposal.form).toBe("none");
    expect(proposal.why.join(" ")).toContain("danh mục văn bản hết hiệu lực công bố hằng năm");
  });

  it("ended with its parent: what has to be announced depends on the day the parent ended", () => {
    const ended = (from: string) => form({ status: "ceased", because: [parentCeased(from, "inferred")] });
    expect(ended("2025-03-31")).toBe("none");
    expect(ended("2025-07-01")).toBe("announce-ceased");
  });

  it("between 01/4 and 30/6/2025 the detailing document goes on, except what is contrary", () => {
    const asked = { because: [parentCeased("2025-05-10", "to-determine")] };
    expect(form(asked)).toBeNull();
    expect(form({ ...asked, findings: [finding()] })).toBe("announce-ceased");
  });

  it("a parent that is merely amended since 01/7/2025: announced to go on where nothing is contrary", () => {
    const because = [{ ...parentCeased("2026-02-01", "to-determine"), rule: "parent-amended" }];
    expect(form({ because })).toBe("announce-continued");
    expect(form({ because, findings: [finding()] })).toBe("amend");
    expect(form({ because, findings: [finding({ severity: "medium" })] })).toBeNull();
  });

  it("some articles: amend; exactly half is not more than half; one more is", () => {
    const at = (k: number) => articles(k).map((eId) => finding({ eId: `${eId}__cl_1` }));
    expect(form({ findings: at(1) })).toBe("amend");
    expect(form({ findings: at(4) })).toBe("amend");
    const five = proposeHandling(evidence({ findings: at(5) }));
    expect(five.form).toBe("replace");
    expect([five.touched.length, five.articles]).toEqual([5, 8]);
    expect(five.why[0]).toContain("điểm b khoản 4 Điều 8");
  });

  it("several findings in one article touch it once", () => {
    const findings = Array.from({ length: 9 }, (_, i) => finding({ eId: `art_5__cl_${i + 1}` }));
    expect(proposeHandling(evidence({ findings })).touched).toEqual(["art_5"]);
  });

  it("changes of what it rests on count like findings, those of other parts do not", () => {
    expect(form({ changes: [change()] })).toBe("amend");
    expect(form({ changes: [change({ eIds: articles(5) })] })).toBe("replace");
    expect(form({ changes: [change({ reach: "other-part", eIds: [] })] })).toBe("none");
  });

  it("a changed basis that no article names carries no form, and says so", () => {
    const proposal = proposeHandling(evidence({ changes: [change({ eIds: [] })] }));
    expect(proposal.form).toBeNull();
    expect(proposal.why[0]).toContain("Chưa đủ căn cứ");
    expect(proposal.why[0]).toContain("801/2026/NĐ-CP");
  });

  it("a law on who may issue what, replaced, is no reason by itself; small open remarks hold nothing up", () => {
    const competence = change({ eIds: [], isCompetence: true, parentName: "Luật Tổ chức chính quyền địa phương" });
    const proposal = proposeHandling(evidence({ changes: [competence], findings: [finding({ severity: "info" })] }));
    expect(proposal.form).toBe("none");
    expect(proposal.why.join(" ")).toContain("Căn cứ thẩm quyền đã thay đổi");
    expect(proposal.why.join(" ")).toContain("1 lưu ý nhẹ");
  });

  it("an old directive without articles is weighed as well", () => {
    expect(form({ articles: [] })).toBe("none");
    expect(form({ articles: [], findings: [finding({ eId: null })] })).toBe("amend");
  });

  it("scope and subjects: replaced where the article on them is at odds", () => {
    const scope = { rule: "conflict-scope", code: "E06" };
    expect(form({ findings: [finding({ ...scope, eId: "art_2" })] })).toBe("replace");
    expect(form({ findings: [finding({ ...scope, eId: "art_6" })] })).toBe("amend");
  });

  it("what may simply be struck out: abolish in part, unless something else has to be amended", () => {
    const procedure = finding({ rule: "local-procedure", code: "D05", group: "competence", eId: "art_6" });
    expect(form({ findings: [procedure] })).toBe("abolish-part");
    expect(form({ findings: [procedure, finding()] })).toBe("amend");
    expect(form({ findings: [procedure], changes: [change()] })).toBe("amend");
  });

  it("the whole: abolished only on what a person has confirmed", () => {
    const gone = { rule: "subject-no-longer-exists", code: "A11", group: "validity", eId: null } as const;
    expect(form({ findings: [finding({ ...gone, verdict: "confirmed" })] })).toBe("abolish");
    expect(form({ findings: [finding(gone)] })).toBeNull();
  });

  it("every article confirmed as contradicting others: abolish; merely raised: replace", () => {
    const all = (verdict: "confirmed" | null) => articles(8).map((eId) => finding({ eId, verdict }));
    expect(form({ findings: all("confirmed") })).toBe("abolish");
    expect(form({ findings: all(null) })).toBe("replace");
  });

  it("what is not grave, on trial or waits for an opinion does not count, and is not passed over", () => {
    for (const given of [
      { severity: "medium" },
      { maturity: "trial" },
      { verdict: "opinion" },
      { severity: "low", verdict: "later" },
    ] as const) {
      const proposal = proposeHandling(evidence({ findings: [finding(given)] }));
      expect(proposal.form).toBeNull();
      expect(proposal.findings).toEqual([]);
      expect(proposal.why[0]).toContain("E01");
    }
    expect(form({ findings: [finding({ severity: "low", verdict: "confirmed" })] })).toBe("amend");
  });

  it("faults of form alone are corrected, not handled", () => {
    const proposal = proposeHandling(
      evidence({
        findings: [finding({ rule: "numbering-gap", code: "H03", group: "technique", verdict: "confirmed" })],
      }),
    );
    expect(proposal.form).toBe("none");
    expect(proposal.why.join(" ")).toContain("đính chính");
  });

  it("a delegation nobody has taken up: a new document", () => {
    expect(form({ delegations: [delegation] })).toBe("new");
    expect(form({ delegations: [delegation], findings: [finding()] })).toBe("amend");
  });

  it("without the text, or without a known effect, it says what is missing", () => {
    expect(proposeHandling(evidence({ hasText: false, articles: [] })).why[0]).toContain("chưa có lời văn");
    expect(proposeHandling(evidence({ status: "unknown" })).why[0]).toContain("Chưa đủ căn cứ");
  });

  it("what was unlawful from its first day is sent to kiểm tra", () => {
    const early = finding({
      rule: "effect-too-early",
      code: "I01",
      group: "effect-date",
      severity: "critical",
      eId: "art_7",
    });
    const proposal = proposeHandling(evidence({ findings: [early] }));
    expect(proposal.form).toBeNull();
    expect(proposal.why.join(" ")).toContain("Điều 44");
  });
});

describe("articles that stand", () => {
  it("are counted once, with those of attachments, without those repealed", () => {
    const units = ["art_1", "art_1__cl_1", "chp_I", "att_1__art_2__cl_3", "att_1__art_3", "att_2"];
    expect(standingArticles(units, ["att_1__art_3"])).toEqual(["art_1", "att_1__art_2"]);
    expect(standingArticles(units, ["att_1"])).toEqual(["art_1"]);
    expect(standingArticles(units, ["art_1__cl_1"])).toContain("art_1");
  });
});

it("the table of what findings speak for names rules that are", () => {
  const rows = loadTables().get("handling-of-findings") ?? [];
  const missing = rows.filter((row) => !existsSync(new URL(`../../rules/${row["rule"]}/rule.ts`, import.meta.url)));
  expect(missing.map((row) => row["rule"])).toEqual([]);
  const known = ["abolish", "abolish-part", "replace", "amend", "correct", "look", "list"];
  expect(rows.filter((row) => !known.includes(String(row["speaks_for"])))).toEqual([]);
});
