import { type NewDryRun, Problem } from "@guildhall/contract";
import type { CompiledService } from "../catalogue.ts";
import { asPlatform, type Context } from "../context.ts";
import { inSandbox, toTry } from "./begin.ts";
import type { DryRunDesk } from "./desk.ts";

/** A service that is in the sandbox to be tried out. */
export interface Prepared {
  readonly live: Context;
  readonly sandbox: Context;
  readonly service: CompiledService;
  readonly desk: DryRunDesk;
  /** The draft's, where it is the draft. */
  readonly revision?: number | undefined;
}

/**
 * Put what is to be tried out into the sandbox.
 *
 * @throws Problem `not-found` (in a sandbox too: it has none of its own), `service-not-ready`, `request-invalid`
 */
export async function prepare(
  live: Context,
  service: string,
  { desk, ...what }: Pick<NewDryRun, "version" | "draft" | "definition"> & { desk: DryRunDesk },
): Promise<Prepared> {
  if (live.tenant.sandboxOf !== undefined) throw new Problem("not-found");
  const { definition, revision } = await toTry(live, service, what);
  const sandbox = asPlatform(await desk.sandboxFor(live));
  sandbox.catalogue.lookAgain();
  const compiled = await inSandbox(sandbox, service, definition);
  return { live, sandbox, service: compiled, desk, revision };
}
