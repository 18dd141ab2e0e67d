import { endedTracking } from "../fake-endings.ts";
import { reference, trackingKey } from "../tracking.ts";
import { council } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const tracking = `${council}/track/${reference}`;

/** A request that has ended: how, that it is not fixed, and how satisfied somebody is. */
export async function seeEnding(tour: Tour): Promise<void> {
  const { visitor } = tour;
  const { api } = visitor;
  for (const outcome of ["closed", "referred", "completed"] as const) {
    api.tracking.set(reference, endedTracking(outcome, "reopen"));
    await visitor.get(`${tracking}?key=${trackingKey}`);
    await tour.see(`tracking of what is ${outcome}`, tracking);
  }
  await tour.see("not fixed", `${tracking}/not-fixed`);
  await tour.send("not fixed, with a fault", `${tracking}/not-fixed`);
  await tour.see("how satisfied you are", `${tracking}/rating`);
  await tour.send("how satisfied you are, with faults", `${tracking}/rating`, {
    words: "x".repeat(1201),
  });
  await visitor.post(`${tracking}/rating`, { score: "4" });
  await tour.see("tracking of what was rated", tracking);
  await tour.send("rated before", `${tracking}/rating`, { score: "1", words: "Slow" });
  await visitor.post(`${tracking}/not-fixed`, { words: "It is still loud" });
  await tour.see("open again", `${tracking}/not-fixed/said`);
  await tour.send("open already", `${tracking}/not-fixed`, { words: "It is still loud" });
  api.tracking.set(reference, endedTracking("completed", "start-anew"));
  await tour.see("begin a new request", `${tracking}/not-fixed`);
}
