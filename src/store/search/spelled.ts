import type { Engine } from "../engine.ts";
import { tokensOf } from "./accents.ts";
import { wordsOf } from "./passage-words.ts";

/** Folded words as the first text that has them side by side writes them: `quan ly` → `quản lý`. */
export async function inTheirSpelling(engine: Engine, words: readonly string[]): Promise<string> {
  const together = await engine.passages.match([words], 1);
  const ids =
    together.length > 0
      ? together
      : await engine.passages.match(
          words.map((word) => [word]),
          1,
        );
  const [passage] = await engine.passages.fetch(ids);
  if (passage === undefined) return words.join(" ");
  const tokens = tokensOf((await wordsOf(engine, [passage]))(passage));
  const at = tokens.findIndex((_, i) => words.every((word, k) => tokens[i + k]?.folded === word));
  if (at >= 0)
    return tokens
      .slice(at, at + words.length)
      .map((token) => token.exact)
      .join(" ");
  return words.map((word) => tokens.find((token) => token.folded === word)?.exact ?? word).join(" ");
}
