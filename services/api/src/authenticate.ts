import { Problem } from "@guildhall/contract";
import type { Context, Ground } from "@guildhall/domain";
import { parseKey } from "@guildhall/keys";
import { createMiddleware } from "hono/factory";
import type { ApiDeps, ApiEnv } from "./environment.ts";

const tenantName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Find the tenant that the path names; its database is what every verb of the request acts on. */
export function findTenant({ groundFor }: Pick<ApiDeps, "groundFor">) {
  return createMiddleware<ApiEnv>(async function findTenantOfPath(c, next) {
    const name = c.req.param("tenant") ?? "";
    const ground = tenantName.test(name) && name.length <= 80 ? await groundFor(name) : undefined;
    if (!ground) throw new Problem("not-found");
    c.set("ground", ground);
    c.set("ctx", anonymous(ground));
    await next();
  });
}

/**
 * Read what the caller shows. What cannot be a credential, such as a key whose checksum is wrong, is refused
 * before any tenant's database is opened for it.
 */
export const readCredential = createMiddleware<ApiEnv>(async function readBearer(c, next) {
  const header = c.req.header("authorization");
  if (header !== undefined) {
    const credential = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header)?.[1] ?? "";
    if (!isCredential(credential)) throw new Problem("unauthenticated");
    c.set("credential", credential);
  }
  await next();
});

const token = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function isCredential(text: string): boolean {
  return text.startsWith("gh_") ? parseKey(text) !== undefined : token.test(text);
}

/** Tell who asks. A credential that is not good is refused even where none is needed. */
export function authenticate({ identify }: Pick<ApiDeps, "identify">) {
  return createMiddleware<ApiEnv>(async function tellWhoAsks(c, next) {
    const { credential, ground } = c.var;
    if (credential !== undefined) {
      const identity = await identify(ground, credential);
      if (!identity) throw new Problem("unauthenticated");
      c.set("ctx", { ...ground, ...identity });
    }
    await next();
  });
}

/** Refuse whoever shows no credential. */
export const requireCredential = createMiddleware<ApiEnv>(async function refuseAnonymous(c, next) {
  if (c.var.ctx.actor.id === nobody.id) throw new Problem("unauthenticated");
  await next();
});

const nobody = { kind: "citizen", id: "anonymous", name: "Anonymous" } as const;

/** A context of someone who has shown no credential: they may see what anyone may. */
export function anonymous(ground: Ground): Context {
  return { ...ground, actor: nobody, scopes: new Set() };
}
