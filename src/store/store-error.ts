/** What can go wrong with the index itself. `message` is Vietnamese: what, why, what to do. */
export type StoreErrorCode =
  | "schema-newer"
  | "schema-older"
  | "not-an-index"
  | "unsafe-settings"
  | "migration-failed"
  | "busy"
  | "read-only"
  | "missing-file"
  | "disk-full"
  | "unreachable";

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.code = code;
  }
}
