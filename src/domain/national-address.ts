/** Where the number of a document stands in the template. */
const PLACE = "{symbol}";
/** Two numbers that nobody issues: an address whose server depends on the number is none. */
const [ONE, OTHER] = ["1/QĐ-X", "2/NQ-Y"];

export type AddressFault = "no-address" | "no-symbol";

/** What is wrong with a template of addresses in the national database; null where it may be kept. */
export function addressFault(template: string): AddressFault | null {
  if (!template.includes(PLACE)) return isAddress(template) ? "no-symbol" : "no-address";
  const [one, other] = [filled(template, ONE), filled(template, OTHER)];
  if (![template, one, other].every(isAddress)) return "no-address";
  return new URL(one).host === new URL(other).host ? null : "no-address";
}

/** Only the web, spelled out, and nothing that a link must not hold. */
function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"'`\\]{3,}$/u.test(text) || !URL.canParse(text)) return false;
  const { host, username, password } = new URL(text);
  return host.includes(".") && username === "" && password === "";
}

const filled = (template: string, symbol: string): string => template.replaceAll(PLACE, encodeURIComponent(symbol));

/** The address of a document; null where none is known or the template would lead elsewhere than to the web. */
export const nationalAddress = (template: string, symbol: string | null): string | null =>
  template === "" || symbol === null || addressFault(template) !== null ? null : filled(template, symbol);
