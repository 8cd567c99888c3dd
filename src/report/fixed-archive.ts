import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The first day an archive can say. */
const EPOCH = "1980-01-02T00:00:00";

/**
 * An Office file without what its maker wrote of the moment it was made: the times of its parts, the day of saving (now `at`,
 * milliseconds since 1970), the names of its links, which are drawn by chance. The same content is then the same bytes.
 */
export function fixedArchive(bytes: Uint8Array, at: number): Uint8Array {
  const moment = new Date(at).toISOString().replace(/\.\d{3}Z$/u, "Z");
  const names = new Map<string, string>();
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    parts[name] = [/\.(?:xml|rels)$/u.test(name) ? strToU8(fixed(strFromU8(content), moment, names)) : content, {}];
  return zipSync(parts, { level: 6, mtime: EPOCH });
}

const SAVED = /(<dcterms:(?:created|modified)[^>]{0,80}>)[^<]{0,40}(?=<)/gu;
/** `rIdv1stgxr8_z5jdhi6b-myt`: what the writer of Word files calls a link. */
const LINK = /(?<=")rId[a-z0-9_-]{21}(?=")/gu;

const fixed = (xml: string, moment: string, names: Map<string, string>): string =>
  xml
    .replace(SAVED, `$1${moment}`)
    .replace(LINK, (given) => names.get(given) ?? (names.set(given, `rIdLink${names.size + 1}`).get(given) as string));
