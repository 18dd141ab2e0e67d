import type {
  IdentityProvider,
  OpenIdChecks,
  OpenIdSettings,
  ProvedIdentity,
  SignInCredential,
} from "@guildhall/contract";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { GuardedRequest } from "../http/guard.ts";
import { clientAuthOf } from "./client-auth.ts";
import { faultOf } from "./fault.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import { type Claims, identityIn, isThin } from "./identity.ts";
import { Kept } from "./kept.ts";

const clockToleranceS = 5;
/** As old as a proof may be that was asked for anew: as long as somebody may take at the provider. */
const proofMaxAgeS = 10 * 60;

/**
 * Speak to one OpenID provider, which is asked once an hour how it is to be spoken to.
 *
 * Who has come is believed only by an ID token with the provider's signature, for us, of now, and for the browser that was sent:
 * state, nonce and PKCE are of one sign-in.
 */
export function createIdentityProvider(
  settings: OpenIdSettings,
  credential: SignInCredential,
  { request }: { request: GuardedRequest },
): IdentityProvider {
  const discovered = new Kept(() => discover(settings, credential, request));
  return {
    begin: async (returnTo, { again } = { again: false }) => {
      try {
        return await beginAt(await discovered.value(), settings, { returnTo, again });
      } catch (error) {
        return { fault: faultOf(error) };
      }
    },
    finish: async (answer) => {
      try {
        return await prove(await discovered.value(), settings, answer);
      } catch (error) {
        return { fault: faultOf(error) };
      }
    },
    endSessionUrl: async (ended) => {
      const end = discovered.value().then((config) => endAt(config, ended));
      return end.catch(() => undefined);
    },
  };
}

async function discover(
  { issuer, clientId }: OpenIdSettings,
  credential: SignInCredential,
  request: GuardedRequest,
): Promise<Configuration> {
  // Without this the client trusts the connection, and looks at no signature.
  const execute = [enableNonRepudiationChecks];
  // Only an issuer on this machine is http, and the guard lets out no other.
  if (issuer.startsWith("http:")) execute.push(allowInsecureRequests);
  const auth = await clientAuthOf(credential);
  const metadata = { [clockTolerance]: clockToleranceS };
  return discovery(new URL(issuer), clientId, metadata, auth, {
    execute,
    [customFetch]: guardedFetch(request),
  });
}

async function beginAt(
  config: Configuration,
  { scopes }: OpenIdSettings,
  { returnTo, again }: { returnTo: string; again: boolean },
) {
  const checks: OpenIdChecks = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
    again,
  };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: returnTo,
    scope: [...new Set(["openid", "profile", "email", ...scopes])].join(" "),
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.codeVerifier),
    code_challenge_method: "S256",
    ...(again ? { prompt: "login", max_age: String(proofMaxAgeS) } : {}),
  });
  return { url: webAddress(url), checks };
}

async function prove(
  config: Configuration,
  { groupsClaim }: OpenIdSettings,
  { returnTo, query, checks }: Parameters<IdentityProvider["finish"]>[0],
): Promise<ProvedIdentity> {
  const came = new URL(returnTo);
  came.search = query;
  const tokens = await authorizationCodeGrant(config, came, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.codeVerifier,
    idTokenExpected: true,
    ...(checks.again ? { maxAge: proofMaxAgeS } : {}),
  });
  const { id_token: idToken = "" } = tokens;
  const proved: Claims = tokens.claims() ?? {};
  const more = isThin(proved, groupsClaim)
    ? await readMore(config, tokens.access_token, proved)
    : {};
  return identityIn({ ...more, ...proved }, { groupsClaim, idToken });
}

/** Many providers tell the rest only here. It counts for the same subject and for nobody else. */
async function readMore(config: Configuration, token: string, { sub }: Claims): Promise<Claims> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return fetchUserInfo(config, token, String(sub));
}

function endAt(
  config: Configuration,
  { idToken, returnTo }: Parameters<IdentityProvider["endSessionUrl"]>[0],
): string | undefined {
  if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
  const asked = { id_token_hint: idToken, post_logout_redirect_uri: returnTo };
  return webAddress(buildEndSessionUrl(config, asked));
}

/** A browser is sent to web pages and nowhere else. */
function webAddress({ protocol, href }: URL): string {
  if (protocol !== "https:" && protocol !== "http:") throw new RangeError("Not a web address");
  return href;
}
