/** What the pool sends to a child, and what it expects back for each message. */
export type ToChild = { readonly id: number; readonly message: unknown };
export type FromChild =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly ready: true }
  | { readonly bytes: number };

/**
 * Makes this process a child of a pool: answers each message with what `handle` returns. Called once, at the end of the
 * script given to `createChildPool`.
 */
export function serveChild<Message, Result>(handle: (message: Message) => Promise<Result> | Result): void {
  const send = (answer: FromChild): void => {
    process.send?.(answer);
  };
  process.on("message", async ({ id, message }: ToChild) => {
    try {
      send({ id, result: await handle(message as Message) });
    } catch (error) {
      send({ id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  });
}
