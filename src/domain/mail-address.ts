/** An e-mail address with the name it is written to or by. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,190}$/u;

/** `a@b.vn` or `Tên <a@b.vn>`, exactly one; null for anything else. Lines, lists and quotes are refused: they could add readers. */
export function mailAddress(written: string): MailAddress | null {
  const text = written.trim();
  const named = /^([^<>"\r\n,;]{1,100}?)\s*<([^<>]+)>$/u.exec(text);
  const [name, address] = named ? [named[1] ?? "", named[2] ?? ""] : ["", text];
  return ADDRESS.test(address) ? { name: name.trim(), address } : null;
}
