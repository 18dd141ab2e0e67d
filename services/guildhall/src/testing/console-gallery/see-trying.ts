import { beginServiceDraft, editServiceDraft } from "@guildhall/domain";
import type { StaffTour } from "./tour.ts";
import { scenarioRunIds, tryIds } from "./trial-runs.ts";

const once = () => crypto.randomUUID();
const service = "noise-to-try";
const made = `services/${service}`;

/** A service in the making: its messages, and what comes of trying it. */
export async function seeTrying(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const { id: _, ...definition } = (await ctx.catalogue.live("noise")).definition;
  await beginServiceDraft(ctx, { title: "Empty" });
  await beginServiceDraft(ctx, { service, definition });
  await tour.see("nothing is sent to a back office", "services/empty/try");
  await tour.see("a form that cannot be filled in", "services/empty/try/answers");
  await seeMessages(tour);
  await seeTries(tour);
}

async function seeMessages(tour: StaffTour): Promise<void> {
  await tour.see("messages", `${made}/messages`);
  const subject = "Your report ((reference))";
  const at = `${made}/messages/note-added`;
  const fields = { subject, text: "Dear ((name)),\n\n((note))", welshSubject: "Adroddiad" };
  await tour.see("message without words", at);
  await tour.see("message in the platform's words", `${made}/messages/paid`);
  await tour.send("message, with faults", at, { ...fields, subject: "((refrence))", text: "((" });
  await tour.press(at, { ...fields, welshSubject: "Adroddiad ((reference))", once: once() });
  await tour.press(at, {
    ...fields,
    subject: `${subject} <b>`,
    welshSubject: "Adroddiad ((reference))",
    once: once(),
  });
  await tour.see("message with Welsh that is out of date", at);
  await tour.see("messages of one's own", `${made}/messages`);
}

async function seeTries(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const trying = `${made}/try`;
  const save = `${trying}/runs/${tryIds.passed}/save`;
  await tour.see("try it", trying);
  await tour.send("try it, with a fault", trying);
  await tour.see("answers to try it with", `${trying}/answers?fault=slow`);
  await tour.send("answers to try it with, with faults", `${trying}/answers`, { noiseSource: "x" });
  for (const [outcome, id] of Object.entries(tryIds))
    await tour.see(`a try that is ${outcome}`, `${trying}/runs/${id}`);
  await tour.see("save a try", save);
  await tour.send("save a try, with faults", save);
  const fields = { name: "Plain", ends: "accepted", stage: "received", once: once() };
  await tour.see("scenarios", await tour.press(save, fields));
  await tour.see("scenario", `${trying}/scenarios/plain`);
  await tour.send("scenario, with faults", `${trying}/scenarios/plain`);
  for (const [outcome, id] of Object.entries(scenarioRunIds))
    await tour.see(`scenarios that are ${outcome}`, `${trying}/scenario-runs/${id}`);
  const edit = { act: "set", at: "/messages/started/text", to: "((nobody))" } as const;
  await editServiceDraft(ctx, service, { since: 1, edits: [edit] });
  await tour.send("a draft that cannot be tried", trying, { answers: "made-up" });
}
