import type { Meanings } from "@guildhall/contract";
import type { Answer } from "../http/exchange.ts";
import { outcomeOfStatus } from "../http/outcome.ts";
import { NotAccepted } from "../not-accepted.ts";
import { anyHolds } from "./judge.ts";
import { firstText, type Namespaces, readAnswer } from "./reading.ts";

/** A token is not trusted for longer, whatever it says of itself. */
export const longestMs = 24 * 60 * 60 * 1000;

/**
 * Read the token of a log-on's answer.
 *
 * @throws NotAccepted, always a retry: a log-on leaves nothing behind
 */
export function readToken(
  answer: Answer,
  path: string,
  { namespaces, now }: { namespaces: Namespaces; now: Date },
): string {
  const token = readAnswer(answer, namespaces, (reading) => firstText(reading, path));
  if (answer.status < 300 && token !== undefined && /^[\x21-\x7e]{1,8192}$/.test(token))
    return token;
  if (answer.status < 300 || [400, 401, 403].includes(answer.status))
    throw new NotAccepted({ outcome: "retry", code: "credential-refused" });
  throw new NotAccepted({ ...outcomeOfStatus(answer, now), outcome: "retry" });
}

/** Tell whether an answer means that nobody is logged on. */
export function isLoggedOff(
  answer: Answer,
  lostWhen: Meanings["success"],
  namespaces: Namespaces,
): boolean {
  if (answer.status === 401 || lostWhen === undefined) return answer.status === 401;
  return readAnswer(answer, namespaces, (reading) => anyHolds({ answer, reading }, lostWhen));
}
