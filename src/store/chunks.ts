/** Lists of ids are sent in parts: both engines bound the number of parameters of a statement. */
export const MAX_IDS = 500;

export function* chunks<T>(list: readonly T[], size = MAX_IDS): Generator<T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
