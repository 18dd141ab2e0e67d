import { KeyScope } from "@guildhall/contract";
import { tokenEndpointOf } from "@guildhall/domain";
import { assertionAlgorithms } from "@guildhall/keys";
import type { Context } from "hono";
import type { ApiEnv } from "../environment.ts";

/** Say where and how a client of the tenant gets tokens (RFC 8414). */
export function describeServer(c: Context<ApiEnv>): Response {
  const { ground } = c.var;
  const described = {
    issuer: ground.issuer,
    token_endpoint: tokenEndpointOf(ground),
    jwks_uri: `${ground.issuer}/.well-known/jwks.json`,
    scopes_supported: KeyScope.options,
    response_types_supported: [],
    grant_types_supported: ["client_credentials"],
    token_endpoint_auth_methods_supported: [
      "client_secret_basic",
      "client_secret_post",
      "private_key_jwt",
    ],
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    service_documentation: `${ground.issuer}/docs/`,
  };
  return c.json(described, 200, { "Cache-Control": "public, max-age=300" });
}
