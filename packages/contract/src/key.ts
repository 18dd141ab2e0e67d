import { z } from "zod";
import { Instant, Slug } from "./id.ts";
import { KeyScope, Scope } from "./scope.ts";
import { text } from "./text.ts";

/** The public part of an API key, the twelve characters after `gh_live_`; it is the OAuth 2 client id too. */
export const ApiKeyId = z
  .string()
  .regex(/^[0-9A-Za-z]{12}$/)
  .meta({ description: "The public part of an API key", examples: ["3vQp8ZrT0bLk"] });

/** A public key of a client, as RFC 7517 writes it; one with a private part is refused. */
export const ClientJwk = z
  .strictObject({
    kty: z.enum(["OKP", "EC", "RSA"]),
    crv: z.enum(["Ed25519", "P-256"]).optional(),
    x: z.string().max(100).optional(),
    y: z.string().max(100).optional(),
    n: z.string().max(1400).optional(),
    e: z.string().max(10).optional(),
    kid: z.string().max(200).optional(),
    alg: z.enum(["EdDSA", "ES256", "PS256", "RS256"]).optional(),
    use: z.literal("sig").optional(),
    key_ops: z.array(z.literal("verify")).max(1).optional(),
    x5c: z.array(z.string().max(10_000)).max(10).optional(),
    "x5t#S256": z.string().max(100).optional(),
  })
  .meta({ id: "ClientJwk" });
export type ClientJwk = z.infer<typeof ClientJwk>;

export const ClientJwks = z
  .strictObject({ keys: z.array(ClientJwk).min(1).max(10) })
  .meta({ id: "ClientJwks" });
export type ClientJwks = z.infer<typeof ClientJwks>;

/** A network as `203.0.113.0/24` or `2001:db8::/32`. */
const Network = z.union([z.cidrv4(), z.cidrv6()]);

/**
 * What writes must be signed with, as Standard Webhooks says: the holder's own Ed25519 key (`whpk_…`), or a secret
 * that both sides hold.
 */
export const SignatureDemand = z.union([
  z.string().regex(/^whpk_[A-Za-z0-9+/]{43}=$/),
  z.literal("secret"),
]);
export type SignatureDemand = z.infer<typeof SignatureDemand>;

const held = {
  name: text(120, 1).meta({ description: "What staff and citizens see as author" }),
  description: text(400).optional(),
  connector: Slug.optional().meta({ description: "The connection that it works for" }),
  allowedAddresses: z
    .array(Network)
    .max(50)
    .optional()
    .meta({
      description: "The networks that it may be used from; anywhere, where there are none",
      examples: [["203.0.113.0/24", "2001:db8::/32"]],
    }),
  certificate: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional()
    .meta({
      description: "The SHA-256 of the client certificate that it must come with (`x5t#S256`)",
    }),
  jwks: ClientJwks.optional().meta({
    description: "The public keys of its holder, for `private_key_jwt`",
  }),
  jwksUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional()
    .meta({
      description: "Where its holder publishes those keys",
    }),
  signature: SignatureDemand.optional(),
  expiresAt: Instant.optional().meta({ description: "At most a year from now" }),
};

/** What is asked for when a key is issued. With `jwks` or `jwksUrl` it has no secret. */
export const NewKey = z
  .strictObject({
    ...held,
    kind: z.enum(["vendor", "partner"]),
    scopes: z.array(KeyScope).min(1).max(50),
  })
  .meta({ id: "NewKey" });
export type NewKey = z.infer<typeof NewKey>;

/** What is changed of a key; null takes away what may be left out. */
export const KeyChange = z
  .strictObject({
    name: held.name.optional(),
    scopes: z.array(KeyScope).min(1).max(50).optional(),
    description: held.description.nullable(),
    connector: held.connector.nullable(),
    allowedAddresses: held.allowedAddresses.nullable(),
    certificate: held.certificate.nullable(),
    jwks: held.jwks.nullable(),
    jwksUrl: held.jwksUrl.nullable(),
    signature: held.signature.nullable(),
    expiresAt: held.expiresAt,
  })
  .meta({ id: "KeyChange" });
export type KeyChange = z.infer<typeof KeyChange>;

/** An API key as those who look after it see it; nothing of it is secret. */
export const Key = z
  .object({
    ...held,
    id: ApiKeyId,
    kind: z.enum(["vendor", "partner"]),
    environment: z.enum(["live", "test"]),
    scopes: z.array(Scope),
    allowedAddresses: z.array(z.string()),
    last4: z.string().optional().meta({ description: "The end of the secret in force" }),
    previous: z
      .object({ last4: z.string(), endsAt: Instant })
      .optional()
      .meta({ description: "The secret before a rotation, while it is still good" }),
    createdAt: Instant,
    createdBy: z.string().optional(),
    expiresAt: Instant,
    lastUsedAt: Instant.optional().meta({ description: "To within a few minutes" }),
    revokedAt: Instant.optional(),
  })
  .meta({ id: "Key" });
export type Key = z.infer<typeof Key>;

/** A key as it was issued, changed or rotated, with what is shown this once. */
export const ShownKey = Key.extend({
  key: z.string().optional().meta({
    description: "The key itself: shown once, and not again when the request is repeated",
  }),
  signingSecret: z.string().optional().meta({
    description: "What writes are to be signed with: shown once",
  }),
}).meta({ id: "ShownKey" });
export type ShownKey = z.infer<typeof ShownKey>;

export const KeyRotation = z
  .strictObject({
    previousEndsInHours: z.int().min(0).max(720).default(24).meta({
      description: "How long the secret in force stays good; 0 ends it at once",
    }),
  })
  .meta({ id: "KeyRotation" });
export type KeyRotation = z.infer<typeof KeyRotation>;

/** One of the keys that a tenant signs with. */
export const SigningKeyState = z
  .object({
    kid: z.string(),
    state: z.enum(["next", "active", "retiring", "revoked"]),
    since: Instant,
  })
  .meta({ id: "SigningKey" });
export type SigningKeyState = z.infer<typeof SigningKeyState>;
