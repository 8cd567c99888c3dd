import type { Token } from "./token.ts";

/** "Điều 5. Tên điều" at the head of a line is the unit itself, not a mention of it. */
export function isHeading(tokens: readonly Token[], i: number): boolean {
  const unit = tokens[i];
  if (unit?.kind !== "unit" || unit.value === "point" || unit.value === "mark") return false;
  let before = i - 1;
  while (
    tokens[before] &&
    ["open", "quote"].includes((tokens[before] as Token).kind) &&
    !(tokens[before + 1] as Token).gap
  )
    before--;
  const atLineHead =
    before < 0 ||
    ((tokens[before] as Token).kind === "newline" && !(tokens[before + 1] as Token).gap) ||
    (before < i - 1 && !(tokens[before + 1] as Token).gap);
  if (!atLineHead) return false;
  const number = tokens[i + 1];
  const after = tokens[i + 2];
  if (number?.kind !== "number" || number.gap)
    return unit.value === "att" && (number === undefined || number.kind === "newline");
  if (!after || after.kind === "newline") return after === undefined || !after.gap || unit.value !== "cl";
  if (unit.value === "cl") return false;
  if (after.kind === "stop" && !after.gap)
    return tokens[i + 3] === undefined || (tokens[i + 3] as Token).start > after.start;
  return (after.kind === "colon" || after.kind === "dash") && !after.gap;
}

/** "8 điểm": marks in a table, not a point of a law. */
export function isScore(tokens: readonly Token[], i: number): boolean {
  const unit = tokens[i] as Token;
  const [before, earlier] = [tokens[i - 1], tokens[i - 2]];
  if (
    unit.kind !== "unit" ||
    unit.value !== "point" ||
    before?.kind !== "number" ||
    unit.gap ||
    !/^\d/u.test(before.value)
  )
    return false;
  return !(earlier && !before.gap && ["unit", "comma", "and", "to", "so"].includes(earlier.kind));
}

/** "Số: 742/2024/NĐ-CP" alone at the head of a line. */
export function isOwnNumberLine(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if ((tokens[i] as Token).kind !== "so" || (before && before.kind !== "newline") || (tokens[i] as Token).gap)
    return false;
  const at = tokens[i + 1]?.kind === "colon" ? i + 2 : i + 1;
  const after = tokens[at + 1];
  return tokens[at]?.kind === "symbol" && (after === undefined || (after.kind === "newline" && !after.gap));
}
