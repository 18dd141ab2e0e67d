export {
  type ApiKey,
  hashSecret,
  type IssuedKey,
  issueKey,
  type KeyEnvironment,
  parseKey,
  sameHash,
} from "./api-key.ts";
export {
  type CitizenSubject,
  type CitizenToken,
  mintCitizenToken,
  verifyCitizenToken,
} from "./citizen-token.ts";
export type { Random } from "./encoding.ts";
export { type Grant, mintGrant, verifyGrant } from "./grant.ts";
export {
  createSigningKey,
  type HeldKey,
  type KeySet,
  type KeyState,
  type PrivateJwk,
  type PublicJwk,
  publicJwks,
  type SigningKey,
  signingKey,
} from "./key-set.ts";
export { createKeySet, longestTokenLifeMs, publishedAheadMs, revoke, rotate } from "./rotation.ts";
export {
  mintToken,
  type TokenClaims,
  type TokenExpectations,
  type TokenType,
  verifyToken,
} from "./token.ts";
export { isTrackingKey, trackingKey } from "./tracking-key.ts";
export {
  signWebhook,
  verifyWebhook,
  type WebhookCall,
  type WebhookHeaders,
  type WebhookSigner,
  type WebhookVerifier,
  webhookPublicKey,
} from "./webhook.ts";
