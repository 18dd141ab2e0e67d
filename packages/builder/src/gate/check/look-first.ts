import type { ServiceDefinition } from "@guildhall/contract";
import type { Said } from "./said.ts";

/**
 * What keeps a service from showing its open requests to others: it has to ask where they are, as a place.
 *
 * An address is somebody's: what is asked for as one may be about their home, and whose the person says is their own
 * certainly is.
 */
export function lookFirstFaults(service: ServiceDefinition): Said[] {
  const { lookFirst, location, contact, form } = service;
  if (!lookFirst) return [];
  const question = form.pages
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === location);
  if (!question)
    return [
      [
        ["lookFirst"],
        "Say which question asks where it is: without a place there is nothing near it to show.",
      ],
    ];
  if (question.id === contact.address)
    return [
      [
        ["lookFirst"],
        `“${question.label}” asks where people live: what is about their homes is never shown to others.`,
      ],
    ];
  if (question.type !== "location")
    return [
      [
        ["lookFirst"],
        `“${question.label}” asks for an address, which is somebody’s: ask for a place on a map, or show nobody the requests of others.`,
      ],
    ];
  return [];
}
