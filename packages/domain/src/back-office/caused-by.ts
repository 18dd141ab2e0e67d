import type { ConnectorDefinition } from "@guildhall/contract";
import type { Context } from "../context.ts";
import type { TalkedOf } from "../telling.ts";

/** The connector that speaks of a process: a back office's own, else the one that the process goes to first. */
export function connectorOf(ctx: Context, { service }: TalkedOf): string | undefined {
  const own = ctx.actor.kind === "back-office" ? ctx.actor.id : undefined;
  return ctx.only?.grant?.connector ?? own ?? service.definition.mappings[0]?.connector;
}

/**
 * The connector whose back office caused what happens now: it is not told of it again.
 *
 * A vendor's key is not of one process; it speaks for the back office that the process goes to first.
 */
export function causedBy(ctx: Context, process: TalkedOf): string | undefined {
  const speaks = ctx.actor.kind === "back-office" || ctx.actor.kind === "vendor";
  return speaks ? connectorOf(ctx, process) : undefined;
}

/** The platform, as it writes down what it saw in a back office: in that back office's name. */
export function inNameOf(ctx: Context, { id, name }: ConnectorDefinition): Context {
  return { ...ctx, actor: { kind: "back-office", id, name } };
}
