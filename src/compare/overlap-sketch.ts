/** Numbers a sketch has. Each is the least hash that fell into its bin. */
export const BINS = 128;

const BIN_BITS = 7;

/**
 * One-permutation hashing (Li, Owen, Zhang 2012) with optimal densification (Shrivastava 2017): one pass over the shingles
 * fills all bins; an empty bin borrows from a bin chosen by its own number, the same in every text. The share of equal
 * numbers in two sketches estimates the Jaccard similarity of the two texts (standard error about 0.04 at 0.25).
 * 16 bits a bin are kept: 256 bytes a provision.
 */
export function sketchInto(shingles: Uint32Array, sketches: Uint16Array, at: number): void {
  LEAST.fill(EMPTY);
  for (const hash of shingles) {
    const bin = hash >>> (32 - BIN_BITS);
    const rest = hash & REST;
    if (rest < (LEAST[bin] as number)) LEAST[bin] = rest;
  }
  for (let bin = 0; bin < BINS; bin++) {
    let from = bin;
    for (let attempt = 1; LEAST[from] === EMPTY && attempt <= MAX_ATTEMPTS; attempt++) from = borrowed(bin, attempt);
    sketches[at + bin] = scrambled(LEAST[from] as number);
  }
}

const REST = 2 ** (32 - BIN_BITS) - 1;
const EMPTY = 2 ** 31 - 1;
/** A text of one shingle fills one bin: an empty bin finds it in 128 attempts on the average. */
const MAX_ATTEMPTS = 1_000;
/** Between two calls it holds nothing: filled anew each time. */
const LEAST = new Int32Array(BINS);

function borrowed(bin: number, attempt: number): number {
  const mixed = Math.imul(bin * 1_000 + attempt, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (BINS - 1);
}

/** The least of many hashes has small upper bits: all 25 are folded into the 16 that are kept. */
const scrambled = (rest: number): number => (Math.imul(rest, 0x9e3779b1) >>> 16) & 0xffff;

/** How many of the numbers of two sketches agree. */
export function agreement(sketches: Uint16Array, a: number, b: number): number {
  let same = 0;
  const [x, y] = [a * BINS, b * BINS];
  for (let i = 0; i < BINS; i++) if (sketches[x + i] === sketches[y + i]) same++;
  return same;
}
