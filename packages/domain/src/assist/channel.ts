import { AssistedChannel, type Channel, type Draft } from "@guildhall/contract";
import { findAssistedDraft } from "@guildhall/store";
import type { Context } from "../context.ts";

/** Tell how a request comes in that is being sent now. */
export async function channelOf({ db, only, assists }: Context): Promise<Channel> {
  if (only?.draft === undefined) return "api";
  const assisted = assists && (await findAssistedDraft(db, only.draft));
  return assisted?.channel ?? "online";
}

/** Whether a member of staff sent a request for its citizen, by what its first event says. */
export function isAssisted({ channel }: Readonly<Record<string, unknown>>): boolean {
  return AssistedChannel.safeParse(channel).success;
}

/** How the caller reached whoever fills in a draft for them; nothing where nobody does. */
export async function assistanceOf(
  { db, assists }: Context,
  draft: string,
): Promise<Pick<Draft, "assisted">> {
  const found = assists && (await findAssistedDraft(db, draft));
  return found ? { assisted: { channel: found.channel } } : {};
}
