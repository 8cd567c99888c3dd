import fc from "fast-check";
import { expect, test } from "vitest";
import { byKey, vietnameseSortKey } from "../../src/domain/vietnamese-order.ts";

const sorted = (words: readonly string[]): string[] =>
  [...words].sort((a, b) => byKey(vietnameseSortKey(a), vietnameseSortKey(b)));

test("letters stand in the order of the Vietnamese alphabet", () => {
  const letters = Array.from("aăâbcdđeêghiklmnoôơpqrstuưvxy");
  expect(sorted([...letters].reverse())).toEqual(letters);
  expect(sorted(["đất đai", "dân số", "du lịch", "ẩm thực", "ăn uống", "an ninh", "êm", "e dè"])).toEqual([
    "an ninh",
    "ăn uống",
    "ẩm thực",
    "dân số",
    "du lịch",
    "đất đai",
    "e dè",
    "êm",
  ]);
});

test("tones decide only between words of the same letters, wherever the mark stands", () => {
  expect(sorted(["mạ", "má", "mã", "mả", "mà", "ma"])).toEqual(["ma", "mà", "mả", "mã", "má", "mạ"]);
  expect(sorted(["mà b", "ma c", "má a"])).toEqual(["má a", "mà b", "ma c"]);
  expect(vietnameseSortKey("hoà bình")).toBe(vietnameseSortKey("Hòa Bình"));
});

test("decomposed letters, capitals and the look-alike of đ make no difference", () => {
  expect(vietnameseSortKey("Đường thủy".normalize("NFD"))).toBe(vietnameseSortKey("đường thủy"));
  expect(vietnameseSortKey("Ðường thủy")).toBe(vietnameseSortKey("đường thủy"));
});

test("numbers count as numbers, punctuation not at all, a shorter name comes first", () => {
  expect(sorted(["phường 12", "phường 5", "phường"])).toEqual(["phường", "phường 5", "phường 12"]);
  expect(vietnameseSortKey("“Quy định”, mới")).toBe(vietnameseSortKey("quy định mới"));
  expect(vietnameseSortKey("…")).toBe("");
});

test("it agrees with the dictionary of the system, and stays short enough for an index", () => {
  const word = fc
    .array(fc.constantFrom(...Array.from("aàảãáạăằắâấậbdđeèêểgiìoòôơớuùưứvxy")), { minLength: 1, maxLength: 4 })
    .map((letters) => letters.join(""))
    // one tone a word: what has two is no word, and the two orders may differ
    .filter((w) => (w.normalize("NFD").match(/[\u0300\u0309\u0303\u0301\u0323]/gu) ?? []).length <= 1);
  const collator = new Intl.Collator("vi");
  const tones = /[\u0300\u0309\u0303\u0301\u0323]/gu;
  const letters = (w: string): string => w.normalize("NFD").replace(tones, "");
  const place = (w: string): number => w.normalize("NFD").search(tones);
  fc.assert(
    fc.property(word, word, (a, b) => {
      const ours = byKey(vietnameseSortKey(a), vietnameseSortKey(b));
      // between words of the same letters the system looks first where the mark stands, we only at which it is
      const comparable = letters(a) !== letters(b) || place(a) === place(b);
      if (ours !== 0 && comparable) expect(Math.sign(collator.compare(a, b))).toBe(ours);
    }),
    { numRuns: 2000 },
  );
  expect(Buffer.byteLength(vietnameseSortKey("quy định về phí ".repeat(400)))).toBeLessThan(1000);
});
