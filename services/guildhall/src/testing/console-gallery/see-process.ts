import { beginServiceDraft, editServiceDraft } from "@guildhall/domain";
import type { StaffTour } from "./tour.ts";

const service = "what-happens";
const steps = [
  { id: "say-so", kind: "message", subject: "About <you>", text: "((reference))" },
  { id: "post-it", kind: "letter", connector: "post", subject: "Hello", text: "((nobody))" },
  { id: "one-day", kind: "wait", until: "days", workingDays: 1, when: "is-pub" },
  {
    id: "visit-waits",
    kind: "wait",
    until: "stage",
    stage: "visit",
    workingDays: 5,
    onFailure: { action: "task", team: "Noise team" },
  },
  { id: "lost", kind: "wait", until: "tasks", workingDays: 3, when: "gone" },
  { id: "fee", kind: "payment", connector: "pay", title: "Visit", amount: 6500 },
];

/** What happens in a service in the making: its steps, stages, promise and statuses. */
export async function seeProcess(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const { id: _, ...definition } = (await ctx.catalogue.live("noise")).definition;
  await beginServiceDraft(ctx, { service, definition });
  const edits = steps.map((item) => ({ act: "add", to: "/steps", item }) as const);
  await editServiceDraft(ctx, service, { since: 1, edits });
  const at = `services/${service}/process`;
  await tour.see("what happens, with what is wrong", at);
  await tour.see("what others see nearby", `services/${service}/nearby`);
  await tour.send("what others see nearby, with faults", `services/${service}/nearby`, {
    shows: "yes",
    metres: "x",
  });
  await tour.send("promise, with faults", `${at}/promise`, { days: "many" });
  await tour.see("kinds of steps", `${at}/kinds`);
  for (const kind of ["deliver", "task", "payment", "wait", "message", "letter"]) {
    await tour.see(`new step, ${kind}`, `${at}/step?kind=${kind}`);
    await tour.send(`new step, ${kind}, with faults`, `${at}/step?kind=${kind}`, {
      workingDays: "x",
    });
  }
  await tour.send("payment by a question", `${at}/step?kind=payment`, {
    amountBy: "noiseSource",
  });
  await tour.see("step", `${at}/step?id=visit-waits`);
  await tour.see("remove a step", `${at}/remove?at=/steps/fee`);
  await tour.see("new stage", `${at}/stage`);
  await tour.send("new stage, with faults", `${at}/stage`);
  await tour.see("stage", `${at}/stage?id=visit`);
  await tour.see("remove a stage that is used", `${at}/remove?at=/stages/visit`);
  await tour.see("status", `${at}/status?external=VISIT`);
  await tour.send("status, with faults", `${at}/status?external=VISIT`, {
    stage: "",
    ends: "closed",
  });
}
