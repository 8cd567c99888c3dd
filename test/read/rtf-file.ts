/** A minimal .rtf for tests: fonts by number, then the inside of the document. */
export const rtfFile = (body: string, fonts: readonly string[] = ["Times New Roman"]): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl${fonts
      .map((font, i) => `{\\f${i}\\fnil\\fcharset0 ${font};}`)
      .join("")}}\r\n\\uc1 ${body}}`,
    "latin1",
  );

/** Text with what RTF cannot hold escaped: Unicode letters as \u, the bytes of Latin-1 as \'hh. */
export const rtfText = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      if (character === "\n") return "\\line ";
      if (/[\\{}]/u.test(character)) return `\\${character}`;
      if (code < 128) return character;
      return code < 256 ? `\\'${code.toString(16).padStart(2, "0")}` : `\\u${code > 32_767 ? code - 65_536 : code}?`;
    })
    .join("");

export const rtfParagraph = (text: string, properties = ""): string => `\\pard ${properties}${rtfText(text)}\\par\r\n`;
