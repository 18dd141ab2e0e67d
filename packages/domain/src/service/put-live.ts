import type { ServiceDefinition } from "@guildhall/contract";
import {
  appendEvent,
  publishService as publishRow,
  type ServiceVersion,
  type VersionWords,
} from "@guildhall/store";
import type { Unit } from "../change.ts";

/** Put a definition that was checked in the place of the live one, and tell of it. */
export async function putLive(
  { ctx, tx }: Unit,
  definition: ServiceDefinition,
  said?: VersionWords,
): Promise<ServiceVersion> {
  const { id: service } = definition;
  const at = ctx.now();
  const version = await publishRow(tx, definition, at, said);
  const event = { type: "service.published", subject: service, actor: ctx.actor, at } as const;
  await appendEvent(tx, { ...event, data: { version } });
  return { service, version, definition, publishedAt: at };
}
