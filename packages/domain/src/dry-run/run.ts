import type { DryRun, NewDryRun } from "@guildhall/contract";
import { ukDate } from "@guildhall/forms";
import { type Context, requireScope } from "../context.ts";
import { askedOf } from "./asked.ts";
import { goRound } from "./circle.ts";
import type { DryRunDesk } from "./desk.ts";
import { prepare } from "./prepare.ts";
import { beginRecord } from "./record.ts";

/** Something that goes on by itself: how it began, and how it will have ended. */
export interface Begun<T> {
  readonly first: T;
  readonly done: Promise<T>;
}

/**
 * Begin to send a sample through the whole circle; each station is written down as it is passed.
 *
 * It goes through the sandbox: over the wire to the simulators of the council's back offices, whose officer works it,
 * and back by grant or poll. No citizen and nothing of the tenant's own is touched; a live back office is asked for a
 * case that nobody has, and told nothing. What goes wrong on purpose goes wrong for this case alone.
 *
 * @throws Problem `not-found` (service, version, draft), `service-not-ready` (the draft), `request-invalid` (a
 * definition that cannot work, a scenario that there is none of)
 */
export async function beginDryRun(
  ctx: Context,
  service: string,
  input: NewDryRun,
  desk: DryRunDesk,
): Promise<Begun<DryRun>> {
  requireScope(ctx, "services:write");
  const prepared = await prepare(ctx, service, { ...input, desk });
  const begunAt = prepared.sandbox.now();
  const asked = askedOf(prepared.service.definition, input, ukDate(new Date(begunAt)));
  const id = prepared.sandbox.ids.id("dry");
  const { first, go } = goRound(prepared, { ...asked, id, begunAt });
  const record = await beginRecord(prepared.sandbox, { id, service }, first);
  const run = async () => {
    let ended: DryRun = { ...first, outcome: "failed", verdict: brokenOff };
    try {
      ended = await go(record.note);
    } finally {
      await record.end(ended);
    }
    return ended;
  };
  return { first, done: run() };
}

const brokenOff = "The platform could not go on with it. Begin it again.";

/** Send a sample through the whole circle and say at each station what happened, as `beginDryRun` has it. */
export async function dryRun(
  ctx: Context,
  service: string,
  input: NewDryRun,
  desk: DryRunDesk,
): Promise<DryRun> {
  return (await beginDryRun(ctx, service, input, desk)).done;
}
