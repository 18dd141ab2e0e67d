import type { SignInFault } from "@guildhall/contract";
import {
  AuthorizationResponseError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { ConnectorFault } from "../connector-fault.ts";
import { GuardFault } from "../http/guard-fault.ts";

/** What the OpenID client says when it was answered with another status than there may be. */
const notConform = "OAUTH_RESPONSE_IS_NOT_CONFORM";

/** Name what stood in the way; the client's own words may quote the provider, and go no further. */
export function faultOf(error: unknown): SignInFault {
  // A key that is none: no provider will know us by it.
  if (error instanceof ConnectorFault) return "provider-refused";
  if (error instanceof AuthorizationResponseError) return "provider-refused";
  if (error instanceof WWWAuthenticateChallengeError) return "provider-refused";
  if (error instanceof ResponseBodyError)
    return error.status >= 500 ? "provider-unavailable" : "provider-refused";
  return causesOf(error).some(isOutage) ? "provider-unavailable" : "identity-not-proved";
}

function isOutage(error: unknown): boolean {
  if (error instanceof GuardFault) return true;
  return error instanceof Error && "code" in error && error.code === notConform;
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
