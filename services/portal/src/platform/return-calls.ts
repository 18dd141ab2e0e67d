import { Draft, type DraftReturn, FoundReturn } from "@guildhall/contract";
import {
  ask,
  askForReturn,
  type Client,
  done,
  findReturn,
  keepDraft,
  openReturn,
} from "@guildhall/sdk";
import type { DraftHandle } from "../session/session.ts";

/** A draft that comes with what opens it. */
export const newDraft = Draft.required({ token: true });

/** How a form is kept for later, and come back to. */
export function returns(client: Client) {
  return {
    keepDraft: async ({ id, token }: DraftHandle, body: DraftReturn) =>
      handleOf(await ask(keepDraft({ client, path: { id }, auth: token, body }), newDraft)),
    /** Ask for the link to a draft again; nobody is told whether there is one. */
    askForReturn: (service: string, email: string) =>
      done(askForReturn({ client, body: { service, email } })),
    findReturn: (key: string) => ask(findReturn({ client, body: { key } }), FoundReturn),
    openReturn: async (key: string, fact: string) => {
      const draft = await ask(openReturn({ client, body: { key, fact } }), newDraft);
      return { draft, handle: handleOf(draft) };
    },
  };
}

/** What this browser keeps of a draft. */
export function handleOf({
  id,
  token,
  serviceVersion,
}: ReturnType<typeof newDraft.parse>): DraftHandle {
  return { id, token, version: serviceVersion };
}
