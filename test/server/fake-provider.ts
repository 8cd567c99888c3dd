import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What the provider says of whoever comes; what it lies about, to see that it is caught. */
export interface FakePerson {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}
export interface Lies {
  readonly nonce?: string;
  readonly aud?: string;
  readonly otherKey?: boolean;
  readonly deny?: boolean;
}

/** A provider of identities on this machine, with code flow and PKCE as the standard has it. */
export async function fakeProvider() {
  const [key, stolen] = [
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ];
  const codes = new Map<string, { nonce: string; challenge: string; redirect: string }>();
  let who: FakePerson = { sub: "1" };
  let lies: Lies = {};
  let issuer = "";
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const idToken = (nonce: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: lies.aud ?? "rasoat",
      iat: now,
      exp: now + 300,
      nonce: lies.nonce ?? nonce,
      ...who,
    };
    const body = `${part({ alg: "RS256", kid: "k", typ: "JWT" })}.${part(claims)}`;
    const signature = sign("RSA-SHA256", Buffer.from(body), (lies.otherKey ? stolen : key).privateKey);
    return `${body}.${signature.toString("base64url")}`;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    if (url.pathname === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      });
    if (url.pathname === "/jwks")
      return json({ keys: [{ ...key.publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize") {
      const asked = (name: string): string => url.searchParams.get(name) ?? "";
      const back = new URL(asked("redirect_uri"));
      back.searchParams.set("state", asked("state"));
      if (lies.deny) back.searchParams.set("error", "access_denied");
      else {
        const code = randomBytes(12).toString("hex");
        codes.set(code, { nonce: asked("nonce"), challenge: asked("code_challenge"), redirect: asked("redirect_uri") });
        back.searchParams.set("code", code);
      }
      return void response.writeHead(302, { location: back.href }).end();
    }
    const form = new URLSearchParams(await bodyOf(request));
    const known = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!known || proof !== known.challenge || form.get("redirect_uri") !== known.redirect)
      return json({ error: "invalid_grant" }, 400);
    return json({ access_token: "a", token_type: "Bearer", id_token: idToken(known.nonce) });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    says: (person: FakePerson, lie: Lies = {}): void => {
      who = person;
      lies = lie;
    },
    close: () => new Promise((done) => server.close(done)),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
