import { describe, expect, it } from "vitest";
import { issuerKey } from "../../src/domain/issuer.ts";
import type { Work } from "../../src/domain/work.ts";
import type { CorpusView } from "../../src/engine/rule.ts";
import { restingOnChange } from "../../src/use-cases/resting-on-change.ts";
import { makeCorpus } from "../engine/make-subject.ts";
import { aWork } from "../store/build.ts";

const BODY = "Ủy ban nhân dân tỉnh An Khê";
const decision = (n: number, title: string): Work =>
  aWork({ symbol: `${n}/2026/QĐ-UBND`, issuer: BODY, title, issuedOn: `2026-01-${String(n).padStart(2, "0")}` });

const REST = ["lò mổ tập trung", "bảng giá đất", "tiêu chí gia đình văn hóa", "cước xe buýt", "đèn hiệu đường sông"];
const works = [
  decision(1, "Quy định nghĩa trang nhân dân"),
  decision(2, "Quy định xây nghĩa trang kiểu mẫu"),
  ...REST.map((title, i) => decision(i + 3, `Quy định ${title}`)),
];
const [first, second, other] = works as [Work, Work, Work];
const corpus: CorpusView = {
  ...makeCorpus({ works }),
  worksOf: (issuer) => (issuerKey(issuer) === issuerKey(BODY) ? works : []),
};
const resting = (reads: readonly string[], changed = first) =>
  restingOnChange({
    corpus,
    reviews: new Map([second, other].map((w) => [w.id, { work: w.id, day: "2026-12-01", rules: "r", reads }])),
    indexed: new Set(works.map((w) => w.id)),
    changed: new Set([changed.id]),
    affected: new Set(),
  });

describe("what rests on a new text", () => {
  it("is itself, and who asked something of it", () => {
    expect(resting([])).toEqual(new Set([first.id]));
    expect(resting([first.id])).toEqual(new Set([first.id, second.id, other.id]));
  });

  it("is, of those who asked for its body's works, who finds it there by its title", () => {
    expect(resting([`body:${issuerKey(BODY)}`])).toEqual(new Set([first.id, second.id]));
    expect(resting([`body:${issuerKey("Ủy ban nhân dân tỉnh Khê Giang")}`])).toEqual(new Set([first.id]));
  });
});
