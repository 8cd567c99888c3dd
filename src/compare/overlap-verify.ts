import { type SharedShingles, shingleSet, sharedShingles } from "./overlap-shingles.ts";

/** Fewer shingles (eleven words) say nothing: "theo quy định của pháp luật về đất đai và pháp luật có liên quan". */
export const MIN_SHINGLES = 8;

/** What two units must share to be called alike. */
const ALIKE = 0.16;
const ALIKE_SHINGLES = 12;
/** A short unit must stand in the other nearly whole. */
const WHOLE = 0.75;

/** The measure of two units that are near-duplicates, or one of which stands in the other; null when they are not. */
export const verified = (a: Uint32Array, b: Uint32Array): SharedShingles | null =>
  alike(sharedShingles(shingleSet(a), shingleSet(b)));

/** The same where it has been counted what they share. */
export function alike(measure: SharedShingles): SharedShingles | null {
  const contained = Math.max(measure.ofFirst, measure.ofSecond);
  const long = measure.shared >= ALIKE_SHINGLES && measure.jaccard >= ALIKE;
  const short = measure.shared >= MIN_SHINGLES && contained >= WHOLE;
  return long || short ? measure : null;
}
