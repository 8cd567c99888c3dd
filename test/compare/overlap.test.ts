import { describe, expect, it } from "vitest";
import { overlapFinder } from "../../src/compare/overlap-finder.ts";
import { overlapIndex } from "../../src/compare/overlap-index.ts";
import { shingleReader, shingleSet, sharedShingles } from "../../src/compare/overlap-shingles.ts";
import { agreement, BINS, sketchInto } from "../../src/compare/overlap-sketch.ts";
import { overlapUnits } from "../../src/compare/overlap-units.ts";
import { verified } from "../../src/compare/overlap-verify.ts";
import { fold } from "../../src/domain/fold.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";

/** Numbers that look like chance and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = "bến đò sông chủ người phao áo máy lái xã giờ vé khách sóng gió nước cầu thuyền trực đèn".split(" ");

/** Words of a made-up language: `lập12 phà7`: no two texts share a run of four by chance. */
function words(count: number, next: () => number): string[] {
  return Array.from(
    { length: count },
    () => `${SYLLABLES[Math.floor(next() * SYLLABLES.length)]}${Math.floor(next() * 400)}`,
  );
}

/** The share of words replaced, left out or joined by another, as an author edits. */
function edited(text: readonly string[], rate: number, next: () => number): string[] {
  return text.flatMap((word) => {
    if (next() >= rate) return [word];
    const kind = next();
    return kind < 0.6 ? words(1, next) : kind < 0.8 ? [] : [word, ...words(1, next)];
  });
}

const shingles = (text: string): Uint32Array => shingleReader()(text, 0, text.length).slice();

describe("shingles", () => {
  it("are runs of four words, whatever case, accents, punctuation and line breaks", () => {
    const plain = shingles("chu ben phat ao phao cho khach");
    expect(plain).toHaveLength(4);
    expect([...shingles("Chủ bến, phát\náo PHAO; cho — khách.")]).toEqual([...plain]);
    expect([...shingles("chủ bến phát áo")]).toEqual([...plain.slice(0, 1)]);
    expect(shingles("chủ bến phát")).toHaveLength(0);
  });
  it("fold letters as the rest of the program does", () => {
    const letters = "ĂẮẶÂẬĐÊỆÔỐƠỢƯỰÍÝđ".split("");
    for (const letter of letters)
      expect([...shingles(`a b c ${letter}`)]).toEqual([...shingles(`a b c ${fold(letter)}`)]);
  });
  it("keep order: the same words otherwise are others", () => {
    const measure = sharedShingles(
      shingleSet(shingles("một hai ba bốn năm")),
      shingleSet(shingles("năm bốn ba hai một")),
    );
    expect(measure).toEqual({ shared: 0, jaccard: 0, ofFirst: 0, ofSecond: 0 });
  });
  it("measure how much of the one stands in the other", () => {
    const short = shingleSet(shingles("chủ bến phát áo phao cho khách"));
    const long = shingleSet(shingles("trước khi đò chạy chủ bến phát áo phao cho khách và treo bảng giờ"));
    expect(sharedShingles(short, long)).toMatchObject({ shared: 4, ofFirst: 1 });
    expect(sharedShingles(long, short).ofSecond).toBe(1);
  });
  it("of a stretch do not see the words around it", () => {
    const read = shingleReader();
    const text = "ngoài một hai ba bốn ngoài";
    expect(read(text, 6, 20)).toHaveLength(1);
  });
});

describe("sketches", () => {
  it("agree as often as the texts are alike", () => {
    const next = numbers(7);
    for (const rate of [0, 0.1, 0.2]) {
      const one = words(300, next);
      const [a, b] = [shingles(one.join(" ")), shingles(edited(one, rate, next).join(" "))];
      const sketches = new Uint16Array(2 * BINS);
      sketchInto(a, sketches, 0);
      sketchInto(b, sketches, BINS);
      const { jaccard } = sharedShingles(shingleSet(a), shingleSet(b));
      expect(Math.abs(agreement(sketches, 0, 1) / BINS - jaccard), `rate ${rate}`).toBeLessThan(0.13);
    }
  });
  it("of very short texts fill every bin, the same way in both", () => {
    const sketches = new Uint16Array(2 * BINS);
    const text = shingles("chủ bến phát áo phao cho khách");
    sketchInto(text, sketches, 0);
    sketchInto(text.slice().reverse(), sketches, BINS);
    expect(agreement(sketches, 0, 1)).toBe(BINS);
  });
});

describe("the index", () => {
  it("finds copies with up to a fifth of their words changed, and nothing else", () => {
    const next = numbers(42);
    const index = overlapIndex();
    const planted = [0, 0.05, 0.1, 0.2].flatMap((rate) =>
      Array.from({ length: 25 }, () => ({ rate, text: words(110, next) })),
    );
    for (const { text } of planted) index.add(1, shingles(text.join(" ")));
    for (const { text, rate } of planted) index.add(2, shingles(edited(text, rate, next).join(" ")));
    for (let i = 0; i < 2_000; i++) index.add(3 + i, shingles(words(110, next).join(" ")));
    const { pairs, skippedBuckets, droppedPairs } = index.candidates();
    const found = new Set(pairs.map(([a, b]) => `${a} ${b}`));
    const recall = (rate: number): number => {
      const of = planted.flatMap((p, i) => (p.rate === rate ? [i] : []));
      return of.filter((i) => found.has(`${i} ${i + planted.length}`)).length / of.length;
    };
    expect(recall(0)).toBe(1);
    expect(recall(0.05)).toBe(1);
    expect(recall(0.1)).toBeGreaterThanOrEqual(0.98);
    expect(recall(0.2)).toBeGreaterThanOrEqual(0.9);
    expect(pairs.length).toBeLessThanOrEqual(planted.length);
    expect([skippedBuckets, droppedPairs]).toEqual([0, 0]);
  });
  it("skips and counts what everybody says", () => {
    const index = overlapIndex();
    const formula = shingles(words(40, numbers(3)).join(" "));
    for (let i = 0; i < 300; i++) index.add(i, formula);
    const { pairs, skippedBuckets, skippedUnits } = index.candidates();
    expect(pairs).toEqual([]);
    expect(skippedBuckets).toBeGreaterThan(0);
    expect(skippedUnits).toBe(300 * skippedBuckets);
  });
  it("never compares a document with itself, nor what may not meet", () => {
    const text = shingles(words(60, numbers(5)).join(" "));
    const index = overlapIndex();
    for (const document of [1, 1, 2, 3]) index.add(document, text);
    expect(index.candidates({ mayMeet: (a, b) => a !== 3 && b !== 3 }).pairs).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});

describe("verification", () => {
  const text = words(30, numbers(11));
  it("wants a short text nearly whole", () => {
    const short = shingles(text.slice(0, 12).join(" "));
    expect(verified(short, shingles(text.join(" ")))).not.toBeNull();
    expect(verified(short, shingles([...text.slice(0, 5), ...words(25, numbers(12))].join(" ")))).toBeNull();
  });
  it("takes no turn of phrase for a copy", () => {
    const phrase = text.slice(0, 9);
    const one = [...phrase, ...words(60, numbers(13))];
    const other = [...words(60, numbers(14)), ...phrase];
    expect(verified(shingles(one.join(" ")), shingles(other.join(" ")))).toBeNull();
  });
});

const DOCUMENT = `ỦY BAN NHÂN DÂN TỈNH AN KHÊ

Số: 61/2026/QĐ-UBND

An Khê, ngày 10 tháng 3 năm 2026

QUYẾT ĐỊNH

Quy định quản lý bến đò ngang trên địa bàn tỉnh An Khê

Điều 1. Phạm vi điều chỉnh

Quyết định này quy định việc quản lý bến đò ngang trên địa bàn tỉnh An Khê và trách nhiệm của chủ bến.

Điều 2. Trang bị

1. Chủ bến phải bố trí phao cứu sinh đủ cho tất cả hành khách và bảng nội quy ở lối xuống đò.

2. Sửa đổi khoản 3 Điều 4 như sau: “3. Chủ bến phải bố trí phao cứu sinh đủ cho tất cả hành khách.”

Điều 3. Trách nhiệm thi hành

Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở và các xã chịu trách nhiệm thi hành Quyết định này.
`;

describe("units", () => {
  it("leave out number, heading, formulas and new wording", () => {
    const { text, provisions } = parseDocument(DOCUMENT);
    const units = overlapUnits(text, provisions);
    expect(units.map((u) => u.eId)).toEqual(["art_2__cl_1"]);
    expect(text.slice(units[0]?.words.start, units[0]?.words.end)).toMatch(/^Chủ bến phải bố trí/u);
  });
});

describe("the finder", () => {
  const document = (work: string, text: string) => ({
    work,
    text: `1. ${text}`,
    provisions: [
      {
        eId: "art_1__cl_1",
        kind: "clause" as const,
        num: "1",
        heading: null,
        span: { start: 0, end: text.length + 3 },
        own: { start: 0, end: text.length + 3 },
        parent: "art_1",
      },
    ],
  });
  it("tells each pair from both sides, with the other's words and both places", () => {
    const text = words(40, numbers(21)).join(" ");
    const finder = overlapFinder();
    const both = [
      document("w1", text),
      document("w2", `trước hết ${text}`),
      document("w3", words(40, numbers(22)).join(" ")),
    ];
    for (const d of both) finder.read(d);
    expect(finder.candidates()).toEqual(["w1", "w2"]);
    for (const d of both.slice(0, 2)) finder.readAgain(d);
    const { of, pairs, units } = finder.result();
    expect([pairs, units]).toEqual([1, 3]);
    expect(of.get("w1")).toEqual([
      {
        eId: "art_1__cl_1",
        span: { start: 3, end: text.length + 3 },
        other: "w2",
        otherEId: "art_1__cl_1",
        otherSpan: { start: 3, end: text.length + 13 },
        otherQuote: `trước hết ${text}`.slice(0, 600),
        shared: 37,
        similarity: 37 / 39,
        ofThis: 1,
        ofOther: 37 / 39,
      },
    ]);
    expect(of.get("w2")?.[0]).toMatchObject({ other: "w1", ofThis: 37 / 39, ofOther: 1 });
    expect(of.has("w3")).toBe(false);
  });
});
