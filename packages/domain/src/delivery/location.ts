import type { Address, Answers, ServiceDefinition } from "@guildhall/contract";

/** The address that answers the service's `location` question; undefined where it asks for none, or none was given. */
export function locationOf(
  { location, form }: Pick<ServiceDefinition, "location" | "form">,
  answers: Answers,
): Address | undefined {
  const asked = form.pages.flatMap(({ questions }) => questions).find(({ id }) => id === location);
  if (location === undefined || asked?.type !== "address") return undefined;
  // The form takes nothing but an address as the answer to a question for one.
  return Object.hasOwn(answers, location) ? (answers[location] as Address) : undefined;
}
