import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { EmailAddress } from "./person.ts";
import { Role } from "./role.ts";
import { text } from "./text.ts";

/** How a tenant's staff sign in at its own OpenID provider, as its folder says it: no secrets. */
export const OpenIdSettings = z.strictObject({
  /** Its address as its own documents write it; http only on this machine, and only where the operator lets it be called. */
  issuer: z.union([
    z.url({ protocol: /^https$/ }),
    z.string().regex(/^http:\/\/(?:localhost|127\.0\.0\.1):\d{1,5}(?:\/[\x21-\x7e]*)?$/),
  ]),
  clientId: text(300, 1),
  /** What the button says: "your council account". */
  name: text(80, 1),
  /** The claim that names the groups somebody is in. */
  groupsClaim: text(120, 1).default("groups"),
  /** The roles of each group. Who is in none of them is not let in. */
  groups: z.record(z.string().min(1).max(300), z.array(Role).min(1)),
  /** What is asked for besides `openid`, `profile` and `email`. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,120}$/)).default([]),
});
export type OpenIdSettings = z.infer<typeof OpenIdSettings>;

/** How staff of this tenant sign in. */
export const SignInMethod = z
  .object({
    method: z.enum(["email", "openid"]),
    /** Of the organisation's own provider: what the button says. */
    name: z.string().optional(),
  })
  .meta({ id: "SignInMethod" });
export type SignInMethod = z.infer<typeof SignInMethod>;

/** A wish to sign in. */
export const NewSignIn = z
  .strictObject({
    /** Only where a link is sent to it. */
    email: EmailAddress.optional(),
    /** Whether a provider that knows who is there has to have them prove it anew. A link always does. */
    again: z.boolean().optional(),
  })
  .meta({ id: "NewSignIn" });
export type NewSignIn = z.infer<typeof NewSignIn>;

/** A sign-in that has begun. */
export const SignIn = z
  .object({
    /** Kept by the browser that began, and shown when it comes back: it makes the sign-in that browser's own. */
    browserSecret: z.string(),
    /** Where to send the browser; left out where a link was sent by e-mail. */
    url: z.url().optional(),
    expiresAt: Instant,
  })
  .meta({ id: "SignIn" });
export type SignIn = z.infer<typeof SignIn>;

const secret = z.string().regex(/^[\w.-]{16,200}$/);

/** What the browser came back with: the code of a link, or the query that the provider added to our address. */
export const NewSession = z
  .strictObject({
    code: secret.optional(),
    answer: text(8000, 1).optional(),
    browserSecret: secret.optional(),
  })
  .refine(({ code, answer }) => (code === undefined) !== (answer === undefined), "code-or-answer")
  .meta({ id: "NewSession" });
export type NewSession = z.infer<typeof NewSession>;

/** The right to go on with a session, and to call the API in it for five minutes. */
export const Session = z
  .object({
    id: Id,
    /** Kept by the browser's cookie and shown only to refresh. Each refresh gives another. */
    secret: z.string(),
    token: z.string(),
    tokenExpiresAt: Instant,
    /** When it ends unless it is refreshed before. */
    idleUntil: Instant,
    /** When it ends in any case. */
    endsAt: Instant,
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

export const SessionSecret = z.strictObject({ secret }).meta({ id: "SessionSecret" });
export type SessionSecret = z.infer<typeof SessionSecret>;

/** A session that was ended. */
export const EndedSession = z
  .object({
    /** Where to send the browser, so that the provider's own session ends too. */
    url: z.url().optional(),
  })
  .meta({ id: "EndedSession" });
export type EndedSession = z.infer<typeof EndedSession>;

const jwkPart = z.string().regex(/^[\w-]{1,1400}$/);

/** What our client is known to the provider by. */
export const SignInCredential = z
  .strictObject({
    clientSecret: z
      .string()
      .regex(/^[\x20-\x7e]{8,500}$/)
      .optional(),
    /** A private key as a JWK, for `private_key_jwt`. */
    privateKey: z
      .strictObject({
        kty: z.enum(["RSA", "EC", "OKP"]),
        alg: z.enum(["RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519"]),
        kid: z.string().max(200).optional(),
        crv: z.string().max(20).optional(),
        x: jwkPart.optional(),
        y: jwkPart.optional(),
        n: jwkPart.optional(),
        e: jwkPart.optional(),
        d: jwkPart,
        p: jwkPart.optional(),
        q: jwkPart.optional(),
        dp: jwkPart.optional(),
        dq: jwkPart.optional(),
        qi: jwkPart.optional(),
      })
      .optional(),
  })
  .refine(
    ({ clientSecret, privateKey }) => (clientSecret === undefined) !== (privateKey === undefined),
    "secret-or-key",
  )
  .meta({ id: "SignInCredential" });
export type SignInCredential = z.infer<typeof SignInCredential>;

/** What a sign-in that has begun has to remember until the browser comes back. */
export interface OpenIdChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Whether the provider was told to have it proved anew who is there, and has to say when that was. */
  readonly again?: boolean;
}

/** Who the provider says has come. Nothing of it is known to be true but that the provider says so. */
export interface ProvedIdentity {
  /** Never another's at this issuer, and never changes; an e-mail address can. */
  readonly subject: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** False where the provider says that nobody has checked the address. */
  readonly emailVerified: boolean;
  readonly groups: readonly string[];
  /** When they proved it to the provider, in milliseconds since 1970; undefined where it does not say. */
  readonly provedAt: number | undefined;
  /** To end the provider's session by. */
  readonly idToken: string;
}

/** Why somebody could not be signed in: one of ours, never the provider's text. */
export type SignInFault =
  | "provider-unavailable"
  | "provider-refused"
  | "identity-not-proved"
  | "credential-missing";

/** One tenant's OpenID provider. It keeps nobody waiting for long, and throws nothing for what the other side does. */
export interface IdentityProvider {
  /**
   * Give the address to send the browser to, with what has to be remembered until it comes back.
   *
   * `again`: the provider is told to have it proved anew who is there, and is believed only if it says when that was.
   */
  begin(
    returnTo: string,
    how?: { readonly again: boolean },
  ): Promise<{ url: string; checks: OpenIdChecks } | { fault: SignInFault }>;
  /** Have the query that the browser came back with proved. */
  finish(answer: {
    readonly returnTo: string;
    readonly query: string;
    readonly checks: OpenIdChecks;
  }): Promise<ProvedIdentity | { fault: SignInFault }>;
  /** Where the browser ends the provider's own session; undefined where it has no such place or cannot be asked. */
  endSessionUrl(ended: {
    readonly idToken: string;
    readonly returnTo: string;
  }): Promise<string | undefined>;
}
