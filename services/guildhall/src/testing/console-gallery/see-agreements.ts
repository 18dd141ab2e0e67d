import { startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { fieldsIn } from "../fields-in.ts";
import type { StaffBrowser } from "../staff-browser.ts";
import { idIn, type StaffTour } from "./tour.ts";

const theirs = "/console/otherton/";

/** Agreements with another council, and its officers at work under one. */
export async function seeAgreements(tour: StaffTour): Promise<void> {
  await tour.see("no agreements", "agreements");
  await tour.see("no looks by others", "agreements/looks");
  await tour.see("who serves whom", "agreements/new");
  await tour.see("who serves whom, unsaid", "agreements/new?with=&side=");
  const form = await tour.see("an agreement to propose", "agreements/new?with=otherton&side=owner");
  await tour.send("an agreement without a purpose", "agreements/new", fieldsIn(form));
  const typed = { ...fieldsIn(form), purpose: "Calls after six", until: "2099-01-01" };
  const id = idIn(await tour.press("agreements/new", typed), "agr");
  await tour.see("an agreement that was proposed", `agreements/${id}`);
  await tour.see("agreements", "agreements");
  await tour.see("an agreement to end", `agreements/${id}/end`);
  await seeCallers(tour, id);
  await tour.see("looks by others", "agreements/looks");
  await tour.press(`agreements/${id}/end`, { once: crypto.randomUUID() });
  await tour.see("an agreement that has ended", `agreements/${id}`);
}

async function seeCallers(tour: StaffTour, id: string): Promise<void> {
  const browser = tour.world.open();
  await tour.world.enter(browser, { tenant: "otherton", roles: ["tenant-admin", "caseworker"] });
  const see = seer(tour, browser);
  await see("nobody to act for", "callers");
  await see("an agreement to approve", `agreements/${id}`);
  await browser.post(`${theirs}agreements/${id}/approve`, { once: crypto.randomUUID() });
  await see("for whom to act", "callers");
  const at = `callers/${id}`;
  await see("a caller to find", at);
  await see("a caller by nothing", at, {});
  await see("a caller who is not known", at, { email: "nobody@example.com" });
  const answers = { ...sampleAnswers, email: "kim.lee@example.com" };
  const ctx = await tour.context();
  const { reference } = await startProcess(ctx, { service: "noise", answers });
  await see("a caller who was found", at, { email: answers.email });
  await see("a caller’s request", `${at}/requests/${reference}`);
  await see("a contact that is not said", `${at}/requests/${reference}`, { contents: "A note" });
  await see("services for a caller of another council", `${at}/services`);
  await see("no service for a caller of another council", `${at}/services?q=nothing-like-it`);
  await see("a form for a caller of another council", `${at}/services/noise`);
  await see("the same unsaid", `${at}/services/noise`, {});
}

/** Sees pages of the other council as its officer does; with fields, what comes of sending them. */
function seer(tour: StaffTour, browser: StaffBrowser) {
  return (name: string, path: string, fields?: Record<string, string>) => {
    const at = `${theirs}${path}`;
    return tour.keep(name, at, fields ? browser.post(at, fields) : browser.get(at));
  };
}
