export { accessTokenLifeMs, mintAccessToken, verifyAccessToken } from "./access-token.ts";
export { type ConfirmedAddress, openAddress, sealAddress } from "./address-token.ts";
export {
  type ApiKey,
  hashSecret,
  type IssuedKey,
  issueKey,
  parseKey,
  sameHash,
} from "./api-key.ts";
export { type Checkpoint, readCheckpoint, signCheckpoint } from "./audit-checkpoint.ts";
export {
  type AssistedBy,
  type CitizenToken,
  mintCitizenToken,
  verifyCitizenToken,
} from "./citizen-token.ts";
export {
  assertionAlgorithms,
  isClientJwks,
  readAssertionClient,
  verifyClientAssertion,
} from "./client-assertion.ts";
export {
  type ErasureCertificate,
  readCertificate,
  signCertificate,
} from "./erasure-certificate.ts";
export { type Grant, mintGrant, verifyGrant } from "./grant.ts";
export {
  createSigningKey,
  type KeySet,
  type PublicJwk,
  publicJwkOf,
  publicJwks,
  type SigningKey,
  signingKey,
} from "./key-set.ts";
export { mintOfficerToken, officerTokenLifeMs, verifyOfficerToken } from "./officer-token.ts";
export { readSignedRecipe, signRecipe } from "./recipe-signature.ts";
export { createRemoteJwks, type JwksFetch } from "./remote-jwks.ts";
export { issueRequestToken, parseRequestToken } from "./request-token.ts";
export { createKeySet, publishedAheadMs, revoke, rotate } from "./rotation.ts";
export {
  digestOfCode,
  drawCode,
  readSessionSecret,
  type SessionSecretOf,
  sessionSecret,
} from "./session-secret.ts";
export { mintStaffToken, staffTokenLifeMs, verifyStaffToken } from "./staff-token.ts";
export { isTrackingKey, trackingKey } from "./tracking-key.ts";
export {
  signWebhook,
  verifyWebhook,
  type WebhookHeaders,
  type WebhookSigner,
  type WebhookVerifier,
  webhookPublicKey,
} from "./webhook.ts";
export { createWebhookSecret, readWebhookKey } from "./webhook-key.ts";
