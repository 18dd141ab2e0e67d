import type { Address, Answers, ServiceDefinition } from "@guildhall/contract";
import { contactOf, mobileNumber } from "@guildhall/forms";
import type { OutboxRow } from "@guildhall/store";
import { stepPurposes } from "../process/run.ts";

/** Whom a message is to. */
export interface Recipient {
  readonly to: string;
  /** Whose name and address stand on it, where it goes on paper. */
  readonly postTo?: readonly string[];
  /** The number, where it goes to a phone. */
  readonly textTo?: string;
}

/** Find whom a message is to among the answers; undefined where they have not said how they can be told so. */
export function recipientOf(
  { purpose, destination }: Pick<OutboxRow, "purpose" | "destination">,
  service: ServiceDefinition,
  answers: Answers,
): Recipient | undefined {
  if (purpose === stepPurposes.letter) return byPost(service, answers);
  const { email, phone } = contactOf(service, answers);
  if (destination !== "sms") return email === undefined ? undefined : { to: email };
  const number = phone === undefined ? undefined : mobileNumber(phone);
  return number === undefined ? undefined : { to: number, textTo: number };
}

function byPost(service: ServiceDefinition, answers: Answers): Recipient | undefined {
  const { address: id } = service.contact;
  // The form takes nothing but an address as the answer to a question for one.
  const address = id !== undefined && (answers[id] as Address | undefined);
  if (!address) return undefined;
  const { line1, line2, town, postcode } = address;
  const { name } = contactOf(service, answers);
  const lines = [name ?? "The occupier", line1, line2, town, postcode];
  const postTo = lines.filter((line) => line !== undefined && line.trim() !== "") as string[];
  return { to: postTo.join(", "), postTo };
}
