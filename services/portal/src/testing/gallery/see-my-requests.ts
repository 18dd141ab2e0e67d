import { goodToken, myRequestEnded, myRequestOpen } from "../fake-my-requests.ts";
import { council } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const page = `${council}/my-requests`;

/** All that somebody has sent, by a link to their address. */
export async function seeMyRequests(tour: Tour): Promise<void> {
  const { at } = tour.visitor.api.myRequests;
  await tour.see("ask for my requests", page);
  await tour.send("ask for my requests, with a fault", page, { email: "ada" });
  await tour.see("my requests asked", `${page}?asked=yes`);
  await tour.see("my requests: none", `${page}/${goodToken}`);
  at.set("exampleshire", [myRequestOpen, { ...myRequestEnded, reference: "EXA-2V4K-7XQQ" }]);
  at.set("shared", [myRequestEnded]);
  at.delete("helpers");
  await tour.see("my requests", `${page}/${goodToken}`);
  await tour.see("my requests: a link that is over", `${page}/x`);
}
