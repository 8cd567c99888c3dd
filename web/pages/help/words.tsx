import type { Child } from "hono/jsx";
import { words } from "../../components/words.tsx";

/** `**word of the interface**`, `[[key]]` and `` `command` `` inside a sentence of the help. */
export const helpWords = (text: string): Child =>
  text.split(/(\*\*[^*]+\*\*|\[\[[^\]]+\]\]|`[^`]+`)/u).map((part) => {
    if (part.startsWith("**")) return <b>{words(part.slice(2, -2))}</b>;
    if (part.startsWith("[[")) return <kbd>{part.slice(2, -2)}</kbd>;
    if (part.startsWith("`")) return <code>{part.slice(1, -1)}</code>;
    return words(part);
  });
