/** Where a page ended, as an opaque word for a URL: the sort keys of its last row. */
export const encodeCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString("base64url");

/** Null for a cursor of another list or a mangled one: the list then starts at its beginning. `shape` gives types. */
export function decodeCursor(
  cursor: string | undefined,
  shape: readonly ("string" | "number")[],
): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(keys) || keys.length !== shape.length) return null;
    return keys.every((key, i) => typeof key === shape[i]) ? keys : null;
  } catch {
    return null;
  }
}

/** Rows a page may hold, whatever the caller asks. */
export const MAX_PAGE_ROWS = 200;

export const pageSize = (limit: number): number => Math.max(1, Math.min(MAX_PAGE_ROWS, Math.trunc(limit) || 1));
