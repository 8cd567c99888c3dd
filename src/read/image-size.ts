/** Width and height of a picture in pixels, from its first bytes; null where they do not say. Nothing is unpacked. */
export function imageSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = bytes[0] === 0x89 ? pngSize(view) : bytes[0] === 0xff ? jpegSize(view) : tiffSize(view);
    return found !== null && found.width > 0 && found.height > 0 ? found : null;
  } catch {
    // A RangeError: the file ends before its head does.
    return null;
  }
}

type Size = { readonly width: number; readonly height: number };

/** The first chunk is always IHDR. */
const pngSize = (view: DataView): Size => ({ width: view.getUint32(16), height: view.getUint32(20) });

/** Segments follow one another by their lengths up to the first that opens a frame. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const kind = view.getUint8(at + 1);
    const frame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return null;
}

/** The largest page of a TIFF counts: a fax of many pages is one file. */
function tiffSize(view: DataView): Size | null {
  const little = view.getUint8(0) === 0x49;
  let largest: Size | null = null;
  let directory = view.getUint32(4, little);
  for (let page = 0; directory !== 0 && page < MOST_PAGES; page++) {
    const count = view.getUint16(directory, little);
    let [width, height] = [0, 0];
    for (let i = 0; i < count; i++) {
      const entry = directory + 2 + i * 12;
      const value =
        view.getUint16(entry + 2, little) === 3 ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
      if (view.getUint16(entry, little) === 256) width = value;
      if (view.getUint16(entry, little) === 257) height = value;
    }
    if (largest === null || width * height > largest.width * largest.height) largest = { width, height };
    directory = view.getUint32(directory + 2 + count * 12, little);
  }
  return largest;
}

const MOST_PAGES = 1000;
