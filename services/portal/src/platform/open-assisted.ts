import { Draft } from "@guildhall/contract";
import { ask, type Client, openAssistedDraft } from "@guildhall/sdk";

const opened = Draft.required({ token: true });

/** Use up the code of a draft that was begun for a caller. */
export function openAssisted(client: Client, code: string) {
  const headers = { "Idempotency-Key": `open-${crypto.randomUUID()}` };
  return ask(openAssistedDraft({ client, body: { code }, headers }), opened);
}
