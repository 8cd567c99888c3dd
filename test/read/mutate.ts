/** Flips, deletes, repeats, inserts or cuts: one to twenty places. `pieces` are what a format's own mistakes look like. */
export function mutate(original: Uint8Array, random: () => number, pieces: readonly string[]): Uint8Array<ArrayBuffer> {
  let bytes: Buffer<ArrayBuffer> = Buffer.from(original);
  for (let n = 1 + Math.floor(random() * 20); n > 0 && bytes.length > 0; n--) {
    const at = Math.floor(random() * bytes.length);
    const length = Math.floor(random() * 40);
    const kind = Math.floor(random() * 5);
    const piece = Buffer.from(pieces[Math.floor(random() * pieces.length)] ?? "", "latin1");
    if (kind === 0) bytes[at] = Math.floor(random() * 256);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    else if (random() < 0.1) bytes = bytes.subarray(0, at);
  }
  return bytes;
}

/** The same numbers between 0 and 1 in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
