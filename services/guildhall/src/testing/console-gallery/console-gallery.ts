import type { ConsoleWorld } from "../console-world.ts";
import { seeAgreements } from "./see-agreements.ts";
import { seeBrands } from "./see-brands.ts";
import { seeCase } from "./see-case.ts";
import { seeCookbook } from "./see-cookbook.ts";
import { seeCouncils } from "./see-councils.ts";
import { seeDestinations } from "./see-destinations.ts";
import { seeEndings } from "./see-endings.ts";
import { seeFolder } from "./see-folder.ts";
import { seeInformation } from "./see-information.ts";
import { seeProcess } from "./see-process.ts";
import { seeQuestions } from "./see-questions.ts";
import { seeServices } from "./see-services.ts";
import { seeTrying } from "./see-trying.ts";
import { seeAssist, seeFeedback, seePreviews } from "./see-what-people-say.ts";
import { seeAlarms, seeCalls, seeDeliveries, seeWebhooks } from "./see-what-waits.ts";
import {
  seeAccess,
  seeAudit,
  seeConnections,
  seeFaults,
  seeKeys,
  seePeople,
  seeSignIn,
} from "./see-who-may-in.ts";
import { seeWork } from "./see-work.ts";
import { seeWorkList } from "./see-work-list.ts";
import { type ShownStaffPage, StaffTour } from "./tour.ts";
import { trialRunAt } from "./trial-runs.ts";

/** The first finds nobody but itself there. */
const tours = [
  seePeople,
  seeBrands,
  seeServices,
  seeCookbook,
  seeCouncils,
  seeFolder,
  seeDestinations,
  seeKeys,
  seeConnections,
  seeAccess,
  seeWebhooks,
  seeCalls,
  seeAudit,
  seeAlarms,
  seeDeliveries,
  seeWork,
  seeWorkList,
  seeCase,
  seeInformation,
  seeEndings,
  seeFeedback,
  seePreviews,
  seeAssist,
  seeAgreements,
  seeTrying,
  seeQuestions,
  seeProcess,
  seeFaults,
];

/** Answers what comes about but seldom: an organisation's own sign-in, and an API that is busy or at fault. */
export function insteadOfApi({ method, url }: Request): Response | undefined {
  if (method === "DELETE" && url.endsWith("/sessions/current"))
    return Response.json({ url: "https://login.example/end" });
  const [, code] = /cursor=(busy|internal)/.exec(url) ?? [];
  if (code === undefined) return method === "GET" ? trialRunAt(url) : undefined;
  const status = code === "busy" ? 503 : 500;
  const headers = { "Content-Type": "application/problem+json" };
  return new Response(JSON.stringify({ status, code, title: "Not now" }), { status, headers });
}

/** Every kind of page that a member of staff comes upon, each in the states that it can be in. */
export async function seeEveryStaffPage(world: ConsoleWorld): Promise<readonly ShownStaffPage[]> {
  const first = new StaffTour(world);
  await seeSignIn(first);
  for (const see of tours) {
    const tour = first.other();
    await tour.enter();
    await see(tour);
  }
  return first.pages;
}
