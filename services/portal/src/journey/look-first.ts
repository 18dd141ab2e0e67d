import { createHash } from "node:crypto";
import type { Draft, Location, Page, Service } from "@guildhall/contract";
import { ownAnswer } from "./page-answers.ts";

/** The page of a form that asks where it is, where others' requests near there can be looked through. */
export function pageToLookAfter({ form, location, lookFirst }: Service): Page | undefined {
  if (!lookFirst) return undefined;
  return form.pages.find(({ questions }) =>
    questions.some(({ id, type }) => id === location && type === "location"),
  );
}

/** The place that a draft says it is at. */
export function placeIn(
  { location }: Pick<Service, "location">,
  { answers }: Pick<Draft, "answers">,
): Location | undefined {
  // What a page was left with halfway may be no place yet.
  const answer = location === undefined ? null : ownAnswer(answers, location);
  const place = answer as Partial<Location> | null;
  const isPlace = typeof place?.latitude === "number" && typeof place.longitude === "number";
  return isPlace ? (place as Location) : undefined;
}

/** Names a place that was looked around, within one draft, and says nothing of where it is. */
export function lookedAround({ id }: Pick<Draft, "id">, { latitude, longitude }: Location): string {
  const said = JSON.stringify([id, latitude, longitude]);
  return createHash("sha256").update(said).digest("base64url").slice(0, 16);
}
