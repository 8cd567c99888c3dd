import type { IssuerLevel } from "./issuer.ts";

/** What a person is allowed, least first (SEC-04). */
export const ROLES = ["viewer", "drafter", "reviewer", "approver", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const UNIT_KINDS = ["department", "division", "commune", "other"] as const;
/** sở, ban, ngành · phòng · xã, phường, đặc khu · other. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * The documents a unit answers for: those that fit every list that is not empty. All empty = every document (the focal point,
 * Điều 35(3), 43(6) NĐ 79/2025).
 */
export interface UnitScope {
  /** Subjects of the Bộ Pháp điển, `1` … `45`. */
  readonly fields: readonly string[];
  /** Bodies as a `WorkFacet` names them. */
  readonly bodies: readonly string[];
  /** Keys of territories. */
  readonly territories: readonly string[];
  readonly levels: readonly IssuerLevel[];
}

export const WHOLE_SCOPE: UnitScope = { fields: [], bodies: [], territories: [], levels: [] };

/** A body that works with Rasoat: sở, phòng, xã. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** The unit above it; null = none. */
  readonly parent: string | null;
  readonly scope: UnitScope;
  readonly active: boolean;
  readonly by: string;
  readonly at: number;
  readonly version: number;
}

export interface Account {
  readonly id: string;
  /** What one signs in with: lower case, unique, never given to another person. */
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly unit: string | null;
  /** argon2id in PHC form; null = signs in elsewhere only, or was invited and has not chosen one. */
  readonly passwordHash: string | null;
  /** `issuer subject` of the OIDC provider; null = local only. */
  readonly subject: string | null;
  readonly active: boolean;
  /** The password was set by somebody else and must be changed. */
  readonly mustChange: boolean;
  /** Wrong passwords since `failedSince`. */
  readonly failures: number;
  readonly failedSince: number | null;
  readonly lockedUntil: number | null;
  /** Wants the daily e-mail. */
  readonly digest: boolean;
  readonly by: string;
  readonly at: number;
  readonly passwordAt: number | null;
  readonly lastLoginAt: number | null;
  readonly version: number;
}

/** One signed-in browser. The secret is with the browser, its hash here (SEC-06). */
export interface Session {
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly account: string;
  readonly at: number;
  readonly seenAt: number;
  /** When this person was here before this session. */
  readonly before: number | null;
  readonly agent: string;
  readonly address: string;
  readonly endedAt: number | null;
}

/** Who acts: what policy decides by, and what deeds are signed with. */
export interface Person {
  /** Id of the account; `local` where there are no accounts yet. */
  readonly id: string;
  /** `Tên (tên đăng nhập)`: unique, and read by people. */
  readonly signature: string;
  readonly name: string;
  readonly role: Role;
  /** Null: of no unit, answers for everything the role allows. */
  readonly unit: Unit | null;
  /** The only person there is: a trial on one machine before the first account exists (SEC-02). */
  readonly alone: boolean;
}

/** Who acts where there are no accounts. */
export const LOCAL_PERSON = "người dùng máy này";

export const ALONE: Person = {
  id: "local",
  signature: LOCAL_PERSON,
  name: LOCAL_PERSON,
  role: "admin",
  unit: null,
  alone: true,
};

/** Who has not signed in: may do nothing but what is public. */
export const NOBODY: Person = { id: "", signature: "", name: "", role: "viewer", unit: null, alone: false };

/** How an account signs what it does. */
export const signatureOf = ({ name, login }: Pick<Account, "name" | "login">): string => `${name} (${login})`;

/** Who somebody is once signed in; `unit`: the one of the account, null where it has none. */
export const personOf = (account: Account, unit: Unit | null): Person => ({
  id: account.id,
  signature: signatureOf(account),
  name: account.name,
  role: account.role,
  unit,
  alone: false,
});
