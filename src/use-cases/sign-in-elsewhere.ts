import { randomBytes } from "node:crypto";
import * as oidc from "openid-client";
import type { Account } from "../domain/account.ts";
import type { Store } from "../store/store.ts";
import { loginOf } from "./sign-in.ts";

/** A provider of identities on the own network (SEC-03): OpenID Connect, code flow with PKCE, state and nonce. */
export interface ElsewhereConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to: `<public address>/sign-in/return`. */
  readonly returnUrl: string;
}

/** What the provider says of a person. */
export interface Identity {
  /** `issuer subject`: what never changes. */
  readonly subject: string;
  /** The login it may stand for, where the account has not been tied to a subject yet. */
  readonly login: string | null;
  readonly email: string | null;
}

export type Returned =
  | { readonly ok: true; readonly identity: Identity; readonly to: string }
  | { readonly ok: false; readonly why: "forgotten" | "refused" };

export interface Elsewhere {
  /** Where to send the browser, and the key it keeps meanwhile. Throws where the provider cannot be reached. */
  begin(to: string, now: number): Promise<{ readonly url: string; readonly key: string }>;
  /** `address`: what the provider sent the browser back to. */
  finish(address: URL, key: string, now: number): Promise<Returned>;
}

/** How long a person may take at the provider. */
const PATIENCE = 10 * 60_000;
const MOST_WAITING = 1000;

interface Waiting {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly to: string;
  readonly at: number;
}

export function signInElsewhere(config: ElsewhereConfig): Elsewhere {
  const waiting = new Map<string, Waiting>();
  let found: Promise<oidc.Configuration> | null = null;
  const provider = (): Promise<oidc.Configuration> => {
    found ??= discover(config).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    async begin(to, now) {
      for (const [key, { at }] of waiting) if (now - at > PATIENCE || waiting.size >= MOST_WAITING) waiting.delete(key);
      const key = randomBytes(32).toString("base64url");
      const verifier = oidc.randomPKCECodeVerifier();
      const entry = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce(), to, at: now };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: config.returnUrl,
        scope: "openid profile email",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: entry.state,
        nonce: entry.nonce,
      });
      waiting.set(key, entry);
      return { url: url.href, key };
    },
    async finish(address, key, now) {
      const entry = waiting.get(key);
      waiting.delete(key);
      if (entry === undefined || now - entry.at > PATIENCE) return { ok: false, why: "forgotten" };
      const url = new URL(config.returnUrl);
      url.search = address.search;
      try {
        const tokens = await oidc.authorizationCodeGrant(await provider(), url, {
          pkceCodeVerifier: entry.verifier,
          expectedState: entry.state,
          expectedNonce: entry.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims ? { ok: true, identity: identityOf(claims), to: entry.to } : { ok: false, why: "refused" };
      } catch (error) {
        // what the provider or the checks refuse is an answer; a fault of ours is not
        if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError)
          return { ok: false, why: "refused" };
        if (error instanceof oidc.ClientError) return { ok: false, why: "refused" };
        throw error;
      }
    },
  };
}

/** Plain HTTP only to this machine: for trials. Signatures of identities are checked although they come straight from the provider. */
function discover({ issuer, clientId, clientSecret }: ElsewhereConfig): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const local = url.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  return oidc.discovery(url, clientId, clientSecret, undefined, {
    execute: local ? [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] : [oidc.enableNonRepudiationChecks],
  });
}

type Claims = NonNullable<ReturnType<oidc.TokenEndpointResponseHelpers["claims"]>>;

function identityOf(claims: Claims): Identity {
  const text = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);
  // an address nobody has verified says nothing about who one is
  const email = claims.email_verified === true ? text(claims.email) : null;
  const login = text(claims.preferred_username);
  return { subject: `${claims.iss} ${claims.sub}`, login: login === null ? null : loginOf(login), email };
}

/**
 * The account of somebody the provider vouches for: tied by subject, or, the first time, the one that an administrator made
 * under this login or verified address and that is tied to no other subject. Null = nobody made one.
 */
export const accountOf = (store: Store, { subject, login, email }: Identity): Promise<Account | null> =>
  store.withTransaction(async () => {
    const tied = await store.accounts.bySubject(subject);
    if (tied !== null) return tied.active ? tied : null;
    const byLogin = login === null ? null : await store.accounts.byLogin(login);
    const named = byLogin ?? (email === null ? null : await byEmail(store, email));
    if (named === null || named.subject !== null || !named.active) return null;
    // who administers is tied by hand only: a provider must not be able to name its own administrators
    if (named.role === "admin") return null;
    return (await store.accounts.changeAccount({ ...named, subject, mustChange: false }))
      ? store.accounts.account(named.id)
      : null;
  });

async function byEmail(store: Store, email: string): Promise<Account | null> {
  const same = (await store.accounts.accounts()).filter((a) => a.email?.toLowerCase() === email.toLowerCase());
  return same.length === 1 ? (same[0] ?? null) : null;
}
