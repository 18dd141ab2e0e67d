import { type NewFeedback, ReceivedFeedback } from "@guildhall/contract";
import { ask, type Client, giveFeedback } from "@guildhall/sdk";

/** Where anyone says what is wrong with a page. */
export function feedback(client: Client) {
  return {
    /** Sending it again under the same key gives the same answer. */
    giveFeedback: (body: NewFeedback, key: string) => {
      const headers = { "Idempotency-Key": key };
      return ask(giveFeedback({ client, body: asSent(body), headers }), ReceivedFeedback);
    },
  };
}

/** A body as JSON has it: what is undefined is not there. */
function asSent(feedback: NewFeedback) {
  // It is written as JSON, which leaves out what is undefined.
  return feedback as { [Key in keyof NewFeedback]: Exclude<NewFeedback[Key], undefined> };
}
