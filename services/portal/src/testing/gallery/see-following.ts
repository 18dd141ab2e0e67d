import { followKey, nearbyOne, somewhere, streetService } from "../fake-following.ts";
import { reference } from "../tracking.ts";
import { council, fillUpTo, noise, sendReport } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const link = `${council}/following/${followKey}`;
const follow = `${council}/track/${reference}/follow`;

/** What others reported nearby, and being told of it in place of reporting it again. */
export async function seeFollowing(tour: Tour): Promise<void> {
  const { visitor } = tour;
  const { api } = visitor;
  await fillUpTo(visitor);
  await sendReport(visitor);
  api.services = [streetService];
  api.following.nearby.push(nearbyOne, { ...nearbyOne, metres: 0, followers: 0 });
  await visitor.post(noise);
  await visitor.post(`${noise}/source`, { source: "home" });
  await visitor.post(`${noise}/where`, somewhere);
  await tour.see("is it one of these", `${noise}/is-it-one-of-these`);
  await tour.see("follow", follow);
  await tour.see("follow instead", `${follow}?instead=noise`);
  await tour.send("follow, with a fault", follow, { email: "ada" });
  await tour.see("follow asked", `${follow}?asked=yes`);
  await tour.see("follow asked instead", `${follow}?asked=yes&instead=noise`);
  await seeLink(tour);
}

async function seeLink(tour: Tour): Promise<void> {
  const { links } = tour.visitor.api.following;
  const about = { reference, service: "noise", serviceTitle: streetService.title };
  for (const state of ["asked", "following", "ended"] as const) {
    links.set(followKey, { state, ...about });
    await tour.see(`the link of a follower: ${state}`, link);
  }
  await tour.see("stop following", `${link}/stop`);
  await tour.send("stopped following", `${link}/stop`);
  await tour.see("the link of a follower: stopped", link);
  await tour.see("the link of no follower", `${council}/following/x`);
}
