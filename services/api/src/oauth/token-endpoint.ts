import { Problem } from "@guildhall/contract";
import { type ClientProof, OAuthFault } from "@guildhall/domain";
import { Hono, type Context as HonoContext } from "hono";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { readLimited } from "../read-json.ts";
import { readProof } from "./client-proof.ts";

type Deps = Pick<ApiDeps, "groundFor" | "ownerOf" | "exchange">;

const largestForm = 32 * 1024;
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** The token endpoint of every tenant (RFC 6749 §4.4): an API key is the client, and gets an access token. */
export function createTokenEndpoint(deps: Deps): Hono<ApiEnv> {
  const router = new Hono<ApiEnv>();
  router.onError((error, c) => {
    if (error instanceof OAuthFault) return refuse(c, error);
    throw error;
  });
  router.post("/token", async (c) => {
    const form = await readForm(c.req.raw);
    checkGrantType(form);
    const proof = readProof(form, c.req.header("authorization"));
    const ground = await reachGround(deps, { proof, tenant: c.req.param("tenant") ?? "" });
    c.set("ground", ground);
    c.set("client", proof.client);
    const scope = (form.get("scope") ?? "").split(" ").filter((name) => name !== "");
    const given = await deps.exchange(ground, { proof, scope, caller: c.env?.caller });
    c.set("isKnown", true);
    const answer = {
      access_token: given.token,
      token_type: "Bearer",
      expires_in: given.expiresInS,
      scope: given.scope.join(" "),
    };
    return c.json(answer, 200, { "Cache-Control": "no-store" });
  });
  router.all("/token", () => {
    throw new Problem("method-not-allowed");
  });
  return router;
}

async function readForm(request: Request): Promise<URLSearchParams> {
  if (!formType.test(request.headers.get("content-type") ?? ""))
    throw new OAuthFault("invalid_request", "Send application/x-www-form-urlencoded.");
  const bytes = await readLimited(request, largestForm);
  const form = new URLSearchParams(Buffer.from(bytes).toString("utf8"));
  const names = [...form.keys()];
  if (new Set(names).size < names.length)
    throw new OAuthFault("invalid_request", "A parameter is there more than once.");
  return form;
}

function checkGrantType(form: URLSearchParams): void {
  const type = form.get("grant_type");
  if (type === null) throw new OAuthFault("invalid_request", "grant_type is missing.");
  if (type !== "client_credentials")
    throw new OAuthFault("unsupported_grant_type", "grant_type must be client_credentials.");
}

/** The tenant of the path, once it is known that the client is one of its own. */
async function reachGround(
  { groundFor, ownerOf }: Deps,
  { proof, tenant }: { proof: ClientProof; tenant: string },
) {
  const owner = await ownerOf(proof.client);
  const ground = owner?.tenant === tenant ? await groundFor(tenant) : undefined;
  if (!ground) throw new OAuthFault("invalid_client", "The client could not be authenticated.");
  return ground;
}

function refuse(c: HonoContext<ApiEnv>, { code, message }: OAuthFault): Response {
  const isClient = code === "invalid_client";
  const body = { error: code, error_description: message };
  return c.json(body, isClient ? 401 : 400, {
    "Cache-Control": "no-store",
    ...(isClient ? { "WWW-Authenticate": 'Basic realm="oauth"' } : {}),
  });
}
