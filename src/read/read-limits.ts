/** Bounds of what is taken from outside (robustness requirement SEC-10). Sizes are bytes. */
export const READ_LIMITS = {
  /** One document file. */
  fileBytes: 100 * 1024 * 1024,
  /** One zip archive as it lies on disk. */
  zipBytes: 2 * 1024 * 1024 * 1024,
  zipEntries: 10_000,
  /** Everything in an archive, unpacked. */
  unpackedBytes: 500 * 1024 * 1024,
  /** Unpacked ÷ packed; only counted above `ratioFreeBytes`, because small XML parts may shrink further than that. */
  ratio: 100,
  ratioFreeBytes: 1024 * 1024,
  /** One XML part of a DOCX: the tree built from it needs about ten times as much memory. */
  docxPartBytes: 32 * 1024 * 1024,
} as const;

export interface ZipLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly ratio: number;
  readonly ratioFreeBytes: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: READ_LIMITS.zipEntries,
  unpackedBytes: READ_LIMITS.unpackedBytes,
  ratio: READ_LIMITS.ratio,
  ratioFreeBytes: READ_LIMITS.ratioFreeBytes,
};
