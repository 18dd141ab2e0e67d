import { type NewNotFixed, type NewRating, NotFixedSaid, Rating } from "@guildhall/contract";
import { ask, type Client, rateProcess, sayNotFixed } from "@guildhall/sdk";
import { newDraft } from "./return-calls.ts";

/** What a citizen says of a request that has ended, with the token that follows it. */
export function endings(client: Client) {
  const to = (reference: string, token: string, once: string) => ({
    client,
    path: { reference },
    auth: token,
    headers: { "Idempotency-Key": once },
  });
  return {
    /** Saying it twice under one name is saying it once. */
    sayNotFixed: (
      reference: string,
      token: string,
      { body: { words }, once }: { body: NewNotFixed; once: string },
    ) => {
      const body = words === undefined ? {} : { words };
      return ask(sayNotFixed({ ...to(reference, token, once), body }), said);
    },
    rate: (reference: string, token: string, { score, words }: NewRating) => {
      const body = { score, ...(words !== undefined && { words }) };
      const once = `rate-${crypto.randomUUID()}`;
      return ask(rateProcess({ ...to(reference, token, once), body }), Rating);
    },
  };
}

/** A form that was begun comes with its token. */
const said = NotFixedSaid.extend({ draft: newDraft.optional() });
