import { fold } from "../domain/fold.ts";
import { type Issuer, parseIssuer } from "../domain/issuer.ts";
import { readTable } from "./register-file.ts";

interface Provinces {
  /** Every province of the table, folded. */
  readonly names: ReadonlySet<string>;
  /** Successor of a province by its folded name: `bac giang` → `bac ninh`. Members that keep their name are left out. */
  readonly successors: ReadonlyMap<string, string>;
}

let loaded: Provinces | null = null;

function provinces(): Provinces {
  if (loaded) return loaded;
  const rows = readTable("provinces.csv").map(
    (row) => [nameKey(row.member ?? ""), nameKey(row.successor ?? "")] as const,
  );
  loaded = {
    names: new Set(rows.flat()),
    successors: new Map(rows.filter(([member, successor]) => member !== successor)),
  };
  return loaded;
}

const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();

/**
 * A place as a key: `tỉnh Đồng Nai` and `thành phố Đồng Nai` are one line of provinces; districts and communes keep their
 * word (`huyen moc son`). Null where the body names no place.
 */
export function placeKey(issuer: string | Pick<Issuer, "place" | "level"> | null): string | null {
  const body = typeof issuer === "string" ? parseIssuer(issuer.replace(/\([^()]{0,80}\)/gu, "").trimEnd()) : issuer;
  if (!body?.place) return null;
  const key = nameKey(body.place);
  if (body.level !== "province") return key;
  const name = key.replace(/^(?:tinh|thanh pho) /u, "");
  return wordsOfProvince(name) === null
    ? name
    : name
        .split(" ")
        .slice(0, wordsOfProvince(name) ?? 0)
        .join(" ");
}

/** True when the key is a province of the table. Of others (a table not yet complete) nobody can say who succeeded whom. */
export const isKnownProvince = (key: string): boolean => provinces().names.has(key);

/** How many words of a folded name are a known province's, where more follows ("binh phuoc thanh lap tram y te" → 2); else null. */
function wordsOfProvince(name: string): number | null {
  const words = name.split(" ");
  for (let n = Math.min(words.length, 5); n > 0; n--) if (provinces().names.has(words.slice(0, n).join(" "))) return n;
  return null;
}

/** The issuer's name without words of a title that slid into it after a known province. */
export function trimIssuer(name: string): string {
  const { place, level } = parseIssuer(name);
  if (!place || level !== "province") return name;
  const [head = "", ...rest] = place.split(/(?<=^(?:tỉnh|thành phố))\s+/iu);
  const words = rest.join(" ").split(" ");
  const known = wordsOfProvince(nameKey(rest.join(" ")));
  if (known === null || known >= nameKey(rest.join(" ")).split(" ").length) return name;
  return `${name.slice(0, name.length - place.length)}${head} ${words.slice(0, known).join(" ")}`;
}

/** True when `later` is the same unit as `earlier` or took it over (Luật 64/2025/QH15 Điều 54(2)). */
export function continues(later: string, earlier: string): boolean {
  return later === earlier || provinces().successors.get(earlier) === later;
}
