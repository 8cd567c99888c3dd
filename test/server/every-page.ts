import { PATHS, type sampleApp } from "./app.ts";

type Site = Awaited<ReturnType<typeof sampleApp>>;

export interface ReadPage {
  readonly path: string;
  readonly lang: "vi" | "en";
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What is no page and what is not there: they are answered with a page too. */
export const FAULT_PATHS = ["/documents/none", "/?on=31/06/2026", "/khong-co-trang-nay"] as const;

/** Every page of `PATHS` in both languages, one after another. */
export async function everyPage(site: Site, paths: readonly string[] = PATHS): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for (const path of paths)
    for (const lang of ["vi", "en"] as const)
      pages.push({ path, lang, ...(await site.get(path, { cookie: `lang=${lang}` })) });
  return pages;
}

/** Start tags with their attributes, as written: what is text is escaped, so `<` always begins one. */
export const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<[a-z][^\s>/]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*\/?>/giu)].map((m) => m[0]);

export const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/\s([^\s=>"/]+)(?:="([^"]*)")?/gu)].map((m) => [
      (m[1] as string).toLowerCase(),
      (m[2] ?? "").replaceAll("&amp;", "&"),
    ]),
  );
