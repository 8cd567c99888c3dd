/** What a program may do with a token: read, or read and decide as its owner's pages do. */
export type TokenScope = "read" | "decide";

/** A program's key to the API. The secret itself is shown once and never kept. */
export interface ApiToken {
  readonly id: string;
  /** What it is for, as its owner named it; decisions made with it carry this name. */
  readonly name: string;
  readonly scope: TokenScope;
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly by: string;
  readonly at: number;
  /** Milliseconds since 1970; null = until it is revoked. */
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  /** Id of its owner's account; null = made before there were accounts. */
  readonly account: string | null;
}
