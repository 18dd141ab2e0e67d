import type { Address, Answers, Container, Location } from "@guildhall/contract";
import { contactOf } from "@guildhall/forms";
import { type Db, findContainer, findProcessWithAnswers, type Tx } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { locationOf, placeOf } from "../delivery/location.ts";
import type { TalkedOf } from "../telling.ts";
import { overlay } from "./overlay.ts";

/** What is known of a process now: its answers, and over them what has become known since. */
export async function knownOf(
  db: Db | Tx,
  { id, service }: Pick<TalkedOf, "id" | "service">,
): Promise<Container> {
  const row = await findProcessWithAnswers(db, id);
  const said = row ? fromAnswers(service, row.answers) : {};
  return overlay(said, (await findContainer(db, id)) ?? {});
}

/** What the citizen's own answers say. */
function fromAnswers({ definition }: CompiledService, answers: Answers): Container {
  const { contact, form } = definition;
  const { name, email, phone } = contactOf(definition, answers);
  const place = locationOf(definition, answers);
  const spot = placeOf(definition, answers);
  const home = locationOf({ location: contact.address, form }, answers);
  return {
    submitter: {
      ...entry("name", name),
      ...entry("email", email),
      ...entry("phone", phone),
      ...entry("address", home && lineOf(home)),
    },
    location: place
      ? { ...entry("address", lineOf(place)), ...entry("uprn", place.uprn) }
      : { ...entry("address", spot && wordsFor(spot)), ...entry("uprn", spot?.uprn) },
  };
}

function entry<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  // One key that is its own type's only one.
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

function lineOf({ line1, line2, town, postcode }: Address): string {
  return [line1, line2, town, postcode].filter(Boolean).join(", ");
}

/** A place without words is named by its position. */
function wordsFor({ description, postcode, easting, northing }: Location): string {
  return [description, postcode].filter(Boolean).join(", ") || `${easting}, ${northing}`;
}
