import { type Answer, type GuardedRequest, GuardFault, retryAfter } from "@guildhall/connectors";
import type { WebhookOutcome } from "@guildhall/domain";
import type { WebhookHeaders } from "@guildhall/keys";

/** One call to a subscriber, signed. */
export interface SignedCall {
  readonly url: string;
  readonly headers: WebhookHeaders;
  readonly body: string;
}

/** Nothing of an answer is kept but its status: more than this is nobody's acknowledgement. */
const largestAnswer = 256 * 1024;

/**
 * Call a subscriber, and say what its answer means.
 *
 * Anything but a 2xx is tried again, since a receiver that is being put right may answer with any of them, and every
 * call can be repeated: the id tells a repeat. A 410 says that it wants nothing more. A redirect is not followed.
 */
export async function postWebhook(
  request: GuardedRequest,
  { url, headers, body }: SignedCall,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<WebhookOutcome> {
  try {
    const answer = await request(
      {
        method: "POST",
        url,
        headers: { ...headers, "content-type": "application/json", "user-agent": "Guildhall" },
        body,
        maxBytes: largestAnswer,
      },
      signal,
    );
    return outcomeOf(answer, now);
  } catch (error) {
    if (error instanceof GuardFault) return { outcome: "retry", code: error.code };
    throw error;
  }
}

function outcomeOf(answer: Answer, now: Date): WebhookOutcome {
  const { status } = answer;
  if (status >= 200 && status < 300) return { outcome: "taken" };
  if (status === 410) return { outcome: "gone" };
  const code = status < 400 ? "redirected" : `answered-${status}`;
  return { outcome: "retry", code, ...retryAfter(answer, now) };
}
