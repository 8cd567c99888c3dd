import { AsyncLocalStorage } from "node:async_hooks";

/** One open transaction as the code running inside it sees it. */
export interface OpenTransaction<Connection> {
  readonly connection: Connection;
  /** The first error of a nested call: the whole is rolled back even if somebody swallowed it. */
  failure: { readonly error: unknown } | null;
  done: boolean;
}

/** Opens a transaction, calls `run` with its connection, commits, or rolls back when `run` throws. */
type Bracket<Connection> = <T>(run: (connection: Connection) => Promise<T>) => Promise<T>;

/**
 * The one door for writers. Calls queue; a call inside a transaction joins it. All or nothing also across nested calls: a
 * failed part dooms the whole.
 */
export class TransactionDoor<Connection> {
  readonly #open = new AsyncLocalStorage<OpenTransaction<Connection>>();
  readonly #bracket: Bracket<Connection>;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(bracket: Bracket<Connection>) {
    this.#bracket = bracket;
  }

  /** The connection of the transaction the caller runs in; null outside. A promise left behind by a closed one is a bug. */
  current(): Connection | null {
    const open = this.#open.getStore();
    if (open === undefined) return null;
    if (open.done) throw new Error("store used after its transaction ended: a promise was not awaited");
    return open.connection;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const open = this.#open.getStore();
    if (open && !open.done) return this.#join(open, work);
    if (open) throw new Error("transaction started from one that has ended: a promise was not awaited");
    const turn = this.#queue.then(() => this.#begin(work));
    this.#queue = turn.then(nothing, nothing);
    return turn;
  }

  /** Resolves when all that was queued so far is over. */
  async idle(): Promise<void> {
    await this.#queue;
  }

  async #join<T>(open: OpenTransaction<Connection>, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      open.failure ??= { error };
      throw error;
    }
  }

  #begin<T>(work: () => Promise<T>): Promise<T> {
    return this.#bracket(async (connection) => {
      const open: OpenTransaction<Connection> = { connection, failure: null, done: false };
      try {
        const result = await this.#open.run(open, work);
        if (open.failure) throw open.failure.error;
        return result;
      } finally {
        open.done = true;
      }
    });
  }
}

const nothing = (): void => {};
