/** Vietnamese text in windows-1258: base letters with tone marks as separate bytes. The platform only decodes it. */
export function windows1258(text: string): Uint8Array {
  const byCharacter = new Map<string, number>();
  const decoder = new TextDecoder("windows-1258");
  for (let byte = 255; byte >= 0; byte--) byCharacter.set(decoder.decode(Uint8Array.of(byte)), byte);
  const bytes: number[] = [];
  for (const character of text.normalize("NFC")) {
    for (const piece of byCharacter.has(character) ? [character] : splitTone(character)) {
      const byte = byCharacter.get(piece);
      if (byte === undefined) throw new Error(`not in windows-1258: ${piece}`);
      bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}

/** "ế" → "ê" + acute: vowel marks stay on the letter, the tone becomes a mark of its own. */
function splitTone(character: string): readonly string[] {
  const marks = [...character.normalize("NFD")];
  const tone = marks.find((mark) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(mark)) ?? "";
  return [
    marks
      .filter((mark) => mark !== tone)
      .join("")
      .normalize("NFC"),
    tone,
  ];
}
