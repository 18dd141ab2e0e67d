import type { SignInCredential } from "@guildhall/contract";
import { importJWK, type JWK } from "jose";
import { type ClientAuth, ClientSecretBasic, ClientSecretPost, PrivateKeyJwt } from "openid-client";
import { ConnectorFault } from "../connector-fault.ts";

/**
 * How we prove to the provider that it is us.
 *
 * @throws ConnectorFault `credentials-invalid`
 */
export async function clientAuthOf({
  clientSecret,
  privateKey,
}: SignInCredential): Promise<ClientAuth> {
  if (clientSecret !== undefined) return bySecret(clientSecret);
  if (!privateKey) throw new ConnectorFault("credentials-invalid");
  const { kid, ...jwk } = privateKey;
  // The same members, but that in the library's type none is undefined.
  const key = await importJWK(jwk as JWK, jwk.alg).catch(() => undefined);
  if (!key || key instanceof Uint8Array) throw new ConnectorFault("credentials-invalid");
  return PrivateKeyJwt(kid === undefined ? key : { key, kid });
}

/** In the header, where the provider takes it there: that is what it does if it does not say. */
function bySecret(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (as, ...rest) => {
    const methods = as.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(as, ...rest);
  };
}
