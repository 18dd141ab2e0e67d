import { askForMore, endAsking } from "../fake-information.ts";
import { reference, trackingKey } from "../tracking.ts";
import { council } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const tracking = `${council}/track/${reference}`;
const answer = `${tracking}/answer`;
const page = `${answer}/noise/answer`;

/** One more thing that is asked: from the message to the answer, and when it is not asked any more. */
export async function seeAnswering(tour: Tour): Promise<void> {
  const { visitor } = tour;
  askForMore(visitor.api);
  await tour.see("answer without the link", answer);
  await visitor.get(`${answer}?key=${trackingKey}`);
  await tour.see("tracking, one more thing is asked", tracking);
  await tour.see("answer", page);
  await tour.send("answer, with faults", page);
  await tour.see("answer kept for later", `${answer}/noise/save-for-later`);
  const files = { "moreFiles-file": ["hall.png", "a picture"] } as const;
  await visitor.sendFiles(page, { ownQuestion: "The second" }, files);
  await tour.see("check the answer", `${answer}/noise/check-your-answers`);
  endAsking(visitor.api, "over");
  await tour.send("answer too late", page, { ownQuestion: "The second" });
  endAsking(visitor.api, "withdrawn");
  await tour.see("answer that is not needed", answer);
  endAsking(visitor.api, "answered");
  await tour.see("answer sent", `${answer}/sent`);
}
