import { Problem } from "@guildhall/contract";
import type { Context, Ground } from "@guildhall/domain";
import { type ApiKey, parseKey, parseRequestToken } from "@guildhall/keys";
import type { KeyOwner } from "@guildhall/store";
import { createMiddleware } from "hono/factory";
import type { ApiDeps, ApiEnv } from "./environment.ts";
import { limitKey } from "./limits.ts";
import { requireSignature } from "./signature.ts";

const tenantName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Find the tenant that the path names; its database is what every verb of the request acts on.
 *
 * An API key that is not this tenant's is refused before any database is opened for it. One that is for trying out
 * leads to the copy of the tenant that it belongs to.
 */
export function findTenant({ groundFor, ownerOf }: Pick<ApiDeps, "groundFor" | "ownerOf">) {
  return createMiddleware<ApiEnv>(async function findTenantOfPath(c, next) {
    const name = c.req.param("tenant") ?? "";
    const apiKey = c.get("apiKey");
    const tenant = apiKey ? tenantOf(apiKey, name, await ownerOf(apiKey.id)) : name;
    const ground = isTenantName(tenant) ? await groundFor(tenant) : undefined;
    if (!ground) throw new Problem("not-found");
    c.set("ground", ground);
    c.set("ctx", anonymous(ground));
    await next();
  });
}

function tenantOf({ environment }: ApiKey, named: string, owner: KeyOwner | undefined): string {
  if (owner?.tenant === named) return named;
  if (environment !== "test" || owner?.sandboxOf !== named) throw new Problem("unauthenticated");
  return owner.tenant;
}

function isTenantName(name: string): boolean {
  return tenantName.test(name) && name.length <= 80;
}

/**
 * Read what the caller shows. What cannot be a credential, such as a key whose checksum is wrong, is refused
 * before any tenant's database is opened for it.
 */
export const readCredential = createMiddleware<ApiEnv>(async function readBearer(c, next) {
  const header = c.req.header("authorization");
  if (header !== undefined) {
    const credential = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header)?.[1] ?? "";
    const apiKey = credential.startsWith("gh_") ? parseKey(credential) : undefined;
    if (!apiKey && !isToken(credential)) throw new Problem("unauthenticated");
    c.set("credential", credential);
    c.set("apiKey", apiKey);
  }
  await next();
});

const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function isToken(text: string): boolean {
  return jwt.test(text) || parseRequestToken(text) !== undefined;
}

/** Tell who asks. A credential that is not good is refused even where none is needed. */
export function authenticate({ identify, limits }: Pick<ApiDeps, "identify" | "limits">) {
  const limit = limitKey(limits);
  return createMiddleware<ApiEnv>(async function tellWhoAsks(c, next) {
    const credential = c.get("credential");
    const ground = c.get("ground");
    if (credential !== undefined) {
      const identity = await identify(ground, credential, c.env?.caller);
      if (!identity) throw new Problem("unauthenticated");
      c.set("isKnown", true);
      const { signature, ...who } = identity;
      c.set("ctx", { ...ground, ...who });
      await limit(c, identity);
      await requireSignature(c, signature);
    }
    await next();
  });
}

/** Refuse whoever shows no credential. */
export const requireCredential = createMiddleware<ApiEnv>(async function refuseAnonymous(c, next) {
  if (c.get("ctx").actor.id === nobody.id) throw new Problem("unauthenticated");
  await next();
});

const nobody = { kind: "citizen", id: "anonymous", name: "Anonymous" } as const;

/** A context of someone who has shown no credential: they may see what anyone may. */
export function anonymous(ground: Ground): Context {
  return { ...ground, actor: nobody, scopes: new Set() };
}
