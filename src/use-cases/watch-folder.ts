import { watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

export interface WatchOptions {
  readonly folder: string;
  /** Milliseconds between two looks; a network share sends no signals. */
  readonly every: number;
  /** How long a file must stay as it is before it is taken: somebody may still be copying it. */
  readonly settle: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** A file as it was last seen. */
interface Seen {
  readonly size: number;
  readonly changed: number;
  readonly since: number;
}

const HIDDEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;
/** Folders deeper than this are not looked into. */
const DEEPEST = 20;

/**
 * Yields the files of a folder that are new or have changed, once nobody writes to them any more: at first everything that
 * is there, then whatever comes. Ends when the signal is given. Touches nothing.
 */
export async function* watchFolder(options: WatchOptions): AsyncGenerator<readonly string[], void, void> {
  const { folder, settle, now, signal } = options;
  const seen = new Map<string, Seen>();
  const taken = new Map<string, string>();
  const bell = new Bell(folder, signal);
  try {
    while (!signal.aborted) {
      const ready: string[] = [];
      let waiting = false;
      const there = new Set<string>();
      for await (const { path, size, changed } of filesOf(folder, 0)) {
        there.add(path);
        const mark = `${size}|${changed}`;
        if (taken.get(path) === mark) continue;
        const last = seen.get(path);
        const same = last !== undefined && last.size === size && last.changed === changed;
        const since = same ? last.since : now();
        seen.set(path, { size, changed, since });
        if (!same || now() - since < settle) waiting = true;
        else {
          taken.set(path, mark);
          seen.delete(path);
          ready.push(path);
        }
      }
      for (const path of [...seen.keys(), ...taken.keys()]) {
        if (there.has(path)) continue;
        seen.delete(path);
        taken.delete(path);
      }
      if (ready.length > 0) yield ready.sort();
      else await bell.wait(waiting ? Math.min(settle, options.every) : options.every);
    }
  } finally {
    bell.close();
  }
}

async function* filesOf(
  folder: string,
  depth: number,
): AsyncGenerator<{ readonly path: string; readonly size: number; readonly changed: number }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (HIDDEN.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) yield* filesOf(path, depth + 1);
    if (!entry.isFile()) continue;
    // a file that has gone meanwhile is no longer new
    const found = await stat(path).catch(() => null);
    if (found !== null) yield { path, size: found.size, changed: found.mtimeMs };
  }
}

/** Rings when something moves in the folder, when the time is up, or when all is over. */
class Bell {
  #ring: () => void = () => {};
  readonly #watcher: ReturnType<typeof watch> | null;
  readonly #signal: AbortSignal;

  constructor(folder: string, signal: AbortSignal) {
    this.#signal = signal;
    this.#watcher = watcherOf(folder, () => this.#ring());
    signal.addEventListener("abort", () => this.#ring(), { once: true });
  }

  async wait(ms: number): Promise<void> {
    if (this.#signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#ring = () => {};
  }

  close(): void {
    this.#watcher?.close();
  }
}

/** Where the system gives no signals, looking now and then is enough. */
function watcherOf(folder: string, ring: () => void): ReturnType<typeof watch> | null {
  try {
    const watcher = watch(folder, ring);
    watcher.on("error", () => {});
    return watcher;
  } catch {
    return null;
  }
}
