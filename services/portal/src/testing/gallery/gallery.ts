import type { Language } from "@guildhall/contract";
import { seeAnswering } from "./see-answering.ts";
import { seeCouncil, seePreview } from "./see-council.ts";
import { seeDevelopers } from "./see-developers.ts";
import { seeEnding } from "./see-ending.ts";
import { seeFollowing } from "./see-following.ts";
import { seeAssisted, seeJourney, seeTasks } from "./see-journey.ts";
import { seeOvertaken, seeSaving } from "./see-later.ts";
import { seeMyRequests } from "./see-my-requests.ts";
import { seeQuestions } from "./see-questions.ts";
import { seePayment, seeTracking } from "./see-tracking.ts";
import { type ShownPage, Tour } from "./tour.ts";

const tours = [
  seeCouncil,
  seeJourney,
  seeQuestions,
  seeTasks,
  seeSaving,
  seeOvertaken,
  seeTracking,
  seeFollowing,
  seeMyRequests,
  seePayment,
  seeEnding,
  seeAnswering,
  seePreview,
  seeAssisted,
  seeDevelopers,
];

/** Every kind of page that a citizen comes upon, each in the states that it can be in and in one language. */
export async function seeEveryPage(language: Language = "en"): Promise<readonly ShownPage[]> {
  const pages: ShownPage[] = [];
  for (const see of tours) {
    const tour = new Tour(pages, undefined, language);
    await see(tour);
    if (tour.visitor.faults.length > 0) throw tour.visitor.faults[0];
  }
  return pages;
}
