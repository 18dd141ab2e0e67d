import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { json, type Seen, serve } from "../test-server.ts";

/** What the next ID token says otherwise than it should, and what signs it. */
export interface Mischief {
  readonly claims?: JWTPayload;
  readonly without?: readonly string[];
  readonly header?: Readonly<Record<string, unknown>>;
  /** `other` is a key that nobody publishes, `none` no signature, `public` an HMAC under the published key. */
  readonly key?: "other" | "none" | "public";
  /** What discovery says otherwise. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** What the token endpoint answers instead. */
  readonly status?: number;
}

export interface TestProvider {
  readonly issuer: string;
  readonly host: string;
  readonly seen: readonly Seen[];
  mischief: Mischief;
  /** The query that a browser sent to this address would come back with. */
  answerTo(url: string): string;
}

/** A small provider that does what it should, or exactly one thing otherwise; until the test ends. */
export async function serveProvider(): Promise<TestProvider> {
  const keys = await makeKeys();
  const nonces = new Map<string, string>();
  const server = await serve(async ({ path, body }, response) => {
    const { mischief } = provider;
    if (path === "/.well-known/openid-configuration")
      return json(response, metadataOf(issuer, mischief));
    if (path === "/jwks") return json(response, { keys: [keys.published] });
    if (mischief.status) return json(response, { error: "server_error" }, mischief.status);
    const nonce = nonces.get(new URLSearchParams(body).get("code") ?? "") ?? "";
    const token = await idToken({ iss: issuer, nonce }, mischief, keys);
    json(response, { access_token: "a", token_type: "Bearer", id_token: token });
  });
  const issuer = `http://${server.host}`;
  const provider: TestProvider = {
    issuer,
    host: server.host,
    seen: server.seen,
    mischief: {},
    answerTo: (url) => {
      const { searchParams } = new URL(url);
      const code = `code-${nonces.size + 1}`;
      nonces.set(code, searchParams.get("nonce") ?? "");
      return String(new URLSearchParams({ code, state: searchParams.get("state") ?? "" }));
    },
  };
  return provider;
}

type Keys = Awaited<ReturnType<typeof makeKeys>>;

async function makeKeys() {
  const ours = await generateKeyPair("ES256", { extractable: true });
  const { privateKey: other } = await generateKeyPair("ES256");
  const published = { ...(await exportJWK(ours.publicKey)), kid: "key-1", use: "sig" };
  return { ours: ours.privateKey, other, published };
}

function metadataOf(issuer: string, { metadata }: Mischief) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256"],
    ...metadata,
  };
}

function idToken(
  mine: { iss: string; nonce: string },
  { claims, without = [], header, key }: Mischief,
  keys: Keys,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const said = { ...mine, aud: "guildhall", sub: "grace", iat: now, exp: now + 300 };
  const payload: JWTPayload = { ...said, groups: ["officers"], ...claims };
  for (const name of without) delete payload[name];
  const signing = { crit: { "unheard-of": true } };
  if (key === "none") return Promise.resolve(unsigned(payload));
  if (key === "public") {
    const secret = new TextEncoder().encode(JSON.stringify(keys.published));
    const headerOf = { alg: "HS256", kid: "key-1", ...header };
    return new SignJWT(payload).setProtectedHeader(headerOf).sign(secret);
  }
  const headerOf = { alg: "ES256", kid: "key-1", ...header };
  const signer = key === "other" ? keys.other : keys.ours;
  return new SignJWT(payload).setProtectedHeader(headerOf).sign(signer, signing);
}

function unsigned(payload: JWTPayload): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(payload)}.`;
}
