import { addPerson, completeTask, listAllTasks, noteHealth, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { putBreaker, transact } from "@guildhall/store";
import { fieldsIn } from "../fields-in.ts";
import type { StaffTour } from "./tour.ts";

const counts = { failures: 5, windowFrom: 0, calls: 5, failed: 5, trips: 1 };

/** Figures, the work of teams, and the health of connectors. */
export async function seeWork(tour: StaffTour): Promise<void> {
  await tour.see("nothing in these days", "figures?from=2020-01-01&to=2020-01-02");
  const ctx = await tour.context();
  for (const _each of [1, 2]) await startProcess(ctx, { service: "noise", answers: sampleAnswers });
  const [done] = (await listAllTasks(ctx, { limit: 1 })).data;
  await completeTask(ctx, done?.id ?? "", { outcome: "completed", fields: {} });
  await tour.see("figures", "figures?by=week");
  const fields = fieldsIn(await tour.see("work", "overview"));
  await tour.send("nobody of the team", "overview/share-out", fields);
  const [task] = (await listAllTasks(ctx, { limit: 1 })).data;
  const colleague = { name: "Katherine Johnson", email: "katherine@exampleshire.example" };
  const teams = [task?.team ?? ""];
  await addPerson(ctx, { ...colleague, roles: ["caseworker"], teams });
  await tour.send("shared out", "overview/share-out", { ...fields, once: crypto.randomUUID() });
  await tour.see("work with its people", "overview");
  const at = ctx.now();
  const open = { state: "open", openSince: at, openUntil: at + 60_000, code: "gone" } as const;
  await transact(ctx.db, (tx) => putBreaker(tx, { connector: "back-office", ...counts, ...open }));
  await tour.see("health", "health");
  await seeCouncils(tour);
}

/** The health of those that the platform is run for, by whoever runs it. */
async function seeCouncils(tour: StaffTour): Promise<void> {
  const { world } = tour;
  const browser = world.open();
  await world.enter(browser, { tenant: "otherton", roles: ["platform-admin"] });
  const at = "/console/otherton/councils-health";
  await tour.keep("councils nobody has looked at", at, browser.get(at));
  await noteHealth(await world.contextOf("otherton"));
  await tour.keep("councils’ health", at, browser.get(at));
}
