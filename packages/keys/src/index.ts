export {
  type AccessToken,
  accessTokenLifeMs,
  mintAccessToken,
  verifyAccessToken,
} from "./access-token.ts";
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
export {
  type AssertionExpectations,
  assertionAlgorithms,
  type ClientAssertion,
  isClientJwks,
  longestAssertionMs,
  readAssertionClient,
  verifyClientAssertion,
} from "./client-assertion.ts";
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
export { createRemoteJwks, type JwksFetch } from "./remote-jwks.ts";
export { issueRequestToken, parseRequestToken, type RequestToken } from "./request-token.ts";
export { createKeySet, longestTokenLifeMs, publishedAheadMs, revoke, rotate } from "./rotation.ts";
export {
  digestOfCode,
  drawCode,
  readSessionSecret,
  type SessionSecretOf,
  sessionSecret,
} from "./session-secret.ts";
export {
  mintStaffToken,
  type StaffToken,
  staffTokenLifeMs,
  verifyStaffToken,
} from "./staff-token.ts";
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
export { createWebhookSecret, readWebhookKey } from "./webhook-key.ts";
