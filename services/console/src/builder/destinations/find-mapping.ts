import type { MappingLine } from "@guildhall/contract";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { pageLength } from "../../platform/as.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";

type Ctx = Context<ConsoleEnv>;

/** The destination that the address names. @throws NotFound */
export function mappingIn(c: Ctx, { draft }: DraftFrame) {
  const found = draft.definition.mappings?.find(({ id }) => id === c.req.param("mapping"));
  if (!found) throw new NotFound();
  return found;
}

/** What people call the system of a destination. */
export async function systemName(c: Ctx, connector: string): Promise<string> {
  const systems = await c.var.desk.api.connectors();
  return systems.find(({ id }) => id === connector)?.name ?? connector;
}

/** The lines of a mapping that are about these targets, in the receiver's order. */
export async function linesOf(
  c: Ctx,
  frame: DraftFrame,
  target: readonly string[],
): Promise<MappingLine[]> {
  const { id } = mappingIn(c, frame);
  const shown = { target: target.slice(0, pageLength), limit: pageLength, requiredFirst: false };
  return (await c.var.desk.api.mappingLines(frame.draft.service, id, shown)).data;
}

/** The line of a mapping that is about the target. @throws NotFound */
export async function lineOf(c: Ctx, frame: DraftFrame, target: string): Promise<MappingLine> {
  const [line] = await linesOf(c, frame, [target]);
  if (!line) throw new NotFound();
  return line;
}
