import { createHash } from "node:crypto";
import type { ConnectorDefinition } from "@guildhall/contract";
import {
  configurationRevision,
  findCopiedFrom,
  putCopiedFrom,
  putSecret,
  type Store,
  sealSecret,
  transact,
} from "@guildhall/store";
import { asPlatform } from "../context.ts";
import type { Ground } from "../ground.ts";
import { setPlacesKey } from "../place/credential.ts";
import { applyTenant } from "../tenant/apply.ts";
import { copyForSandbox, type IsSimulated, sandboxIdOf } from "./copy.ts";

/** What sandboxes are made with. */
export interface SandboxDeps {
  readonly store: Store;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly isSimulated: IsSimulated;
  /** What the simulator of such a system asks for; `places` has addresses and maps. */
  credentialFor(
    kind: ConnectorDefinition["kind"] | "places",
  ): Promise<Readonly<Record<string, string>>>;
}

/**
 * Give the sandbox of a tenant as the tenant is now: made where there is none, renewed where it has fallen behind.
 *
 * It is a tenant like any other, with a database of its own; nothing in it leads to a live back office. What was
 * changed in it by hand lasts until the tenant changes. A sandbox is its own.
 */
export async function ensureSandbox(tenant: Ground, deps: SandboxDeps): Promise<Ground> {
  const known = await findSandbox(tenant, deps);
  if (known === tenant) return tenant;
  // Read before the copy: what changes meanwhile is copied the next time.
  const mark = await markOf(tenant);
  if (known && (await findCopiedFrom(known.db)) === mark) return known;
  return renew(tenant, mark, deps);
}

/** Find the sandbox of a tenant as it was left; undefined where none was made. A sandbox is its own. */
export async function findSandbox(
  tenant: Ground,
  { groundFor }: Pick<SandboxDeps, "groundFor">,
): Promise<Ground | undefined> {
  if (tenant.tenant.sandboxOf !== undefined) return tenant;
  const id = sandboxIdOf(tenant.tenant.id);
  const known = await groundFor(id);
  if (known && known.tenant.sandboxOf !== tenant.tenant.id)
    throw new Error(`${id} is taken by a tenant of its own`);
  return known;
}

async function renew(tenant: Ground, mark: string, deps: SandboxDeps): Promise<Ground> {
  const bundle = await copyForSandbox(tenant, deps.isSimulated);
  const { actor } = asPlatform(tenant);
  await applyTenant(deps.store, bundle, { actor, now: tenant.now() });
  const sandbox = await deps.groundFor(bundle.tenant.id);
  if (!sandbox) throw new Error(`The directory lost the sandbox ${bundle.tenant.id}`);
  for (const { id, kind } of bundle.connectors)
    await putCredential(sandbox, id, await deps.credentialFor(kind));
  if (bundle.tenant.places) {
    const { apiKey = "" } = await deps.credentialFor("places");
    await setPlacesKey(asPlatform(sandbox), apiKey);
  }
  await transact(sandbox.db, (tx) => putCopiedFrom(tx, mark));
  return sandbox;
}

async function putCredential(
  { db, now }: Ground,
  connector: string,
  credential: Readonly<Record<string, string>>,
): Promise<void> {
  const name = `connector/${connector}`;
  const jwe = await sealSecret(db.vault, name, credential);
  await transact(db, (tx) => putSecret(tx, name, { jwe, updatedAt: now() }));
}

/** Another as soon as anything that is copied has changed. */
async function markOf({ tenant, db }: Ground): Promise<string> {
  const revision = await configurationRevision(db);
  return createHash("sha256")
    .update(JSON.stringify([tenant, revision]))
    .digest("base64url");
}
