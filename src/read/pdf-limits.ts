/** Bounds of one PDF. Time and memory are bounded by the child process it is read in. */
export const PDF_LIMITS = {
  pages: 3_000,
  /** Letters and drawn lines of one page; what is beyond is a drawing, no text. */
  glyphsOfPage: 50_000,
  rulesOfPage: 20_000,
  /** Letters of the whole file. */
  glyphs: 20_000_000,
} as const;
