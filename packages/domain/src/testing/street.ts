import type {
  Answers,
  Location,
  Question,
  ServiceDefinition,
  StartedProcess,
} from "@guildhall/contract";
import { toGrid } from "@guildhall/forms";
import { askToFollow } from "../follower/ask.ts";
import { confirmFollow } from "../follower/link.ts";
import { lastKey } from "./drafts.ts";
import { noise } from "./exampleshire.ts";
import type { World } from "./world.ts";

const where: Question = { id: "where", type: "location", label: "Where is it?", required: false };
const [first, ...others] = noise.form.pages;

/** What makes the service of the tests one whose open requests can be seen and followed. */
export const inTheStreet: Partial<ServiceDefinition> = {
  location: "where",
  lookFirst: { inPublic: true, metres: 100, days: 60 },
  form: {
    ...noise.form,
    pages: first ? [{ ...first, questions: [...first.questions, where] }, ...others] : [],
  },
};

/** Where the town hall stands. */
export const townHall = placeAt(52.20531, 0.11919);

export function placeAt(latitude: number, longitude: number): Location {
  return {
    latitude,
    longitude,
    ...(toGrid({ latitude, longitude }) ?? { easting: 0, northing: 0 }),
  };
}

/** Send a request for something at a place, by the town hall unless it is said otherwise. */
export function startAt(
  world: Pick<World, "start">,
  place: Location | undefined = townHall,
  answers: Answers = {},
): Promise<StartedProcess> {
  return world.start({ where: place, ...answers });
}

/** Have somebody ask to follow a request and confirm it, and give the key of their links. */
export async function follow(world: World, reference: string, email: string): Promise<string> {
  await askToFollow(world.ctx, reference, { email, language: "en" });
  const key = await lastKey(world);
  await confirmFollow(world.ctx, key);
  return key;
}
