import { type ClientProof, OAuthFault } from "@guildhall/domain";
import { readAssertionClient } from "@guildhall/keys";

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/**
 * Read how a client proves itself: HTTP Basic, `client_secret` in the form, or an assertion. One way, and only one.
 *
 * @throws OAuthFault `invalid_client`, `invalid_request`
 */
export function readProof(form: URLSearchParams, authorization: string | undefined): ClientProof {
  const secret = form.get("client_secret");
  const assertion = form.get("client_assertion");
  const ways = [authorization, secret ?? undefined, assertion ?? undefined];
  if (ways.filter((way) => way !== undefined).length > 1)
    throw new OAuthFault("invalid_request", "Use one way to authenticate, and only one.");
  if (authorization !== undefined) return fromBasic(authorization, form);
  if (assertion !== null) return fromAssertion(assertion, form);
  const client = form.get("client_id");
  if (client === null || secret === null) throw noProof();
  return { client, secret };
}

function fromBasic(header: string, form: URLSearchParams): ClientProof {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,400}={0,2})$/i.exec(header)?.[1];
  const [client, secret, ...rest] = Buffer.from(encoded ?? "", "base64")
    .toString("utf8")
    .split(":");
  if (!client || !secret || rest.length > 0) throw noProof();
  // Neither an id nor a key of ours has a character that would be encoded.
  return consistent({ client, secret }, form);
}

function fromAssertion(assertion: string, form: URLSearchParams): ClientProof {
  if (form.get("client_assertion_type") !== assertionType)
    throw new OAuthFault("invalid_request", "client_assertion_type is missing or not supported.");
  const client = readAssertionClient(assertion);
  if (client === undefined) throw noProof();
  return consistent({ client, assertion }, form);
}

function consistent(proof: ClientProof, form: URLSearchParams): ClientProof {
  const named = form.get("client_id");
  if (named !== null && named !== proof.client)
    throw new OAuthFault("invalid_request", "client_id is not the client that authenticates.");
  return proof;
}

function noProof(): OAuthFault {
  return new OAuthFault("invalid_client", "The client could not be authenticated.");
}
