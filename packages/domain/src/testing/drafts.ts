import type { Context } from "../context.ts";
import { beginDraft } from "../draft/begin.ts";
import { keepDraft } from "../draft/keep.ts";
import { lastLetter } from "./staff.ts";
import type { World } from "./world.ts";

/** A draft of the noise service, and whoever fills it in. */
export async function someDraft(world: World): Promise<{ id: string; citizen: Context }> {
  const { id, token = "" } = await beginDraft(world.as({ scopes: [] }), { service: "noise" });
  const citizen = await world.bearing(token);
  if (!citizen) throw new Error("the draft's own token is no good");
  return { id, citizen };
}

/** Keep a draft for Ada, who chose a postcode, and give what is secret in the link that she is sent. */
export async function keptKey(world: World, id: string, citizen: Context): Promise<string> {
  const fact = { kind: "postcode", value: "CB7 4AA" } as const;
  await keepDraft(citizen, id, { email: "ada@example.com", fact, language: "en" });
  return lastKey(world);
}

/** What is secret in the link of the last letter. */
export async function lastKey(world: World): Promise<string> {
  return (await lastLetter(world))?.action?.url.split("/").at(-1) ?? "";
}
