import type { Ground } from "../ground.ts";
import { ensureSandbox, findSandbox, type SandboxDeps } from "./ensure.ts";

const freshMs = 1000;

/** The sandboxes of an installation. */
export interface Sandboxes {
  /** The sandbox of a tenant, made at the first need. */
  of(tenant: Ground): Promise<Ground>;
  /** The sandbox of a tenant where there is one, as it was left: for reading. */
  find(tenant: Ground): Promise<Ground | undefined>;
  /** The same tenant; a sandbox once it is made, as its original is now, looked at no more than once a second. */
  inStep(ground: Ground): Promise<Ground>;
}

export interface SandboxesOptions extends SandboxDeps {
  /** Told of a sandbox that could not be brought in step; it is used as it was. */
  readonly onError: (error: unknown) => void;
}

/** Look after sandboxes, one at a time for each tenant. */
export function createSandboxes(options: SandboxesOptions): Sandboxes {
  const underWay = new Map<string, Promise<Ground>>();
  const checkedAt = new Map<string, number>();
  const of = (tenant: Ground): Promise<Ground> => {
    const { id } = tenant.tenant;
    const known = underWay.get(id);
    if (known) return known;
    const made = ensureSandbox(tenant, options).finally(() => underWay.delete(id));
    underWay.set(id, made);
    return made;
  };
  const renewed = async (sandbox: Ground, original: string): Promise<Ground> => {
    const tenant = await options.groundFor(original);
    return tenant ? of(tenant) : sandbox;
  };
  return {
    of,
    find: (tenant) => findSandbox(tenant, options),
    inStep: async (ground) => {
      const { id, sandboxOf } = ground.tenant;
      if (sandboxOf === undefined) return ground;
      const making = underWay.get(sandboxOf);
      // Whoever began it is told why it failed.
      if (making) return making.catch(() => ground);
      const now = ground.now();
      if (now - (checkedAt.get(id) ?? Number.NEGATIVE_INFINITY) < freshMs) return ground;
      checkedAt.set(id, now);
      return renewed(ground, sandboxOf).catch((error) => {
        options.onError(error);
        return ground;
      });
    },
  };
}
