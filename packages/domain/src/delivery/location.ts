import type { Address, Answers, Location, ServiceDefinition } from "@guildhall/contract";

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

/** The place that answers the service's `location` question, where that asks for a place and not for an address. */
export function placeOf(
  { location, form }: Pick<ServiceDefinition, "location" | "form">,
  answers: Answers,
): Location | undefined {
  const asked = form.pages.flatMap(({ questions }) => questions).find(({ id }) => id === location);
  if (location === undefined || asked?.type !== "location") return undefined;
  // The form takes nothing but a place as the answer to a question for one.
  return Object.hasOwn(answers, location) ? (answers[location] as Location) : undefined;
}
