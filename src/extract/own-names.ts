import { plain } from "../domain/fold.ts";
import { isCitedByName } from "../domain/document-type.ts";
import type { NamedDocument, Reference } from "./reference.ts";
import type { Token } from "./token.ts";

/** What a document says itself about the names and short forms it uses. */
export interface OwnReferences {
  /** Symbol of a law named without number; null where this document nowhere gives one, or gives two. */
  symbolOf(document: NamedDocument): NamedDocument | null;
  /** The document meant by "Nghị định số 742" once "742/2024/NĐ-CP" has been named. */
  byOrdinal(document: NamedDocument): NamedDocument | null;
  /** "(sau đây gọi là Luật)": what a short form stands for. */
  byAlias(text: string): NamedDocument | null;
}

/** `Luật Đất đai`, `LUẬT ĐẤT ĐAI`, `Luật ban Ban hành …` (a slip) come to one key. */
export function nameKey(name: string): string {
  const words = plain(name).split(" ");
  return words.filter((w, i) => i === 0 || w !== words[i - 1]).join(" ");
}

export function collectOwnReferences(
  references: readonly Reference[],
  tokens: readonly Token[],
  text: string,
): OwnReferences {
  const named = new Map<string, NamedDocument[]>();
  const ordinals = new Map<string, NamedDocument[]>();
  for (const { document } of references) {
    if (!document?.symbol) continue;
    if (document.name) add(named, nameKey(document.name), document);
    const ordinal = /^(\d+[a-zđ]?)[/-]/u.exec(document.symbol)?.[1];
    if (ordinal) add(ordinals, ordinal.replace(/^0+/u, ""), document);
  }
  const aliases = collectAliases(references, tokens, text);
  return {
    symbolOf(document) {
      if (!document.name) return null;
      const found = distinct(named.get(nameKey(document.name)) ?? []);
      const year = document.year ?? (document.issuedOn ? Number(document.issuedOn.slice(0, 4)) : null);
      const fitting =
        year === null ? found : found.filter((d) => yearOf(d) === year || d.issuedOn?.startsWith(`${year}`));
      return fitting.length === 1 ? (fitting[0] as NamedDocument) : null;
    },
    byOrdinal(document) {
      const ordinal = (document.ordinal ?? "").replace(/^0+/u, "");
      const found = distinct((ordinals.get(ordinal) ?? []).filter((d) => d.type === document.type));
      return found.length === 1 ? (found[0] as NamedDocument) : null;
    },
    byAlias: (alias) => aliases.get(plain(alias)) ?? null,
  };
}

function add(map: Map<string, NamedDocument[]>, key: string, document: NamedDocument): void {
  const list = map.get(key);
  if (list) list.push(document);
  else map.set(key, [document]);
}

const yearOf = (document: NamedDocument): number | null => {
  const m = /\/(\d{4})\//u.exec(document.symbol ?? "");
  return m ? Number(m[1]) : null;
};

const distinct = (documents: readonly NamedDocument[]): NamedDocument[] => [
  ...new Map(documents.map((d) => [d.symbol, d])).values(),
];

const ALIAS = /^\s{0,3}(?:tắt |chung |ngắn gọn |tắt chung )?(?:là|:)\s{1,3}[“"]?([^)”";\n]{2,90})/u;

/** The document named last before "(sau đây gọi tắt là …)". */
function collectAliases(
  references: readonly Reference[],
  tokens: readonly Token[],
  text: string,
): ReadonlyMap<string, NamedDocument> {
  const aliases = new Map<string, NamedDocument>();
  let last: NamedDocument | null = null;
  let r = 0;
  for (const t of tokens) {
    while (r < references.length && (references[r] as Reference).span.end <= t.start) {
      const document = (references[r] as Reference).document;
      if (document && !document.isThis && (document.symbol || document.name)) last = document;
      r++;
    }
    if (t.kind !== "key" || t.value !== "alias" || !last || t.start - last.tail > 400) continue;
    const m = ALIAS.exec(text.slice(t.end, t.end + 120));
    const key = m ? plain(m[1] as string) : "";
    if (key && (!isCitedByName(last.type ?? "khac") || key !== "luật")) aliases.set(key, last);
  }
  return aliases;
}
