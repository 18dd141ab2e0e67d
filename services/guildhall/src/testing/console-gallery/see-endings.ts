import {
  completeTask,
  countContact,
  listTasks,
  rateProcess,
  startProcess,
} from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { addChaseCounts, transact } from "@guildhall/store";
import { fieldsIn } from "../fields-in.ts";
import type { StaffTour } from "./tour.ts";

/** After the end: how often people ask, how satisfied they are, and what they can say. */
export async function seeEndings(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const home = "services/noise";
  await tour.see("nobody asks", `${home}/chasing`);
  await tour.see("nobody has rated", `${home}/ratings`);
  const { id, reference } = await startProcess(ctx, { service: "noise", answers: sampleAnswers });
  await tour.see("somebody got in touch", `processes/${id}/contact`);
  await tour.send("somebody got in touch, with a fault", `processes/${id}/contact`);
  await countContact(ctx, id, { channel: "phone" });
  const day = Math.floor(ctx.now() / 86_400_000);
  const row = { service: "noise", stage: "received", ended: false, kind: "view" } as const;
  const late = { ...row, dayInStage: 6, day, about: "", count: 30 };
  await transact(ctx.db, (tx) => addChaseCounts(tx, [late, { ...late, dayInStage: 60 }]));
  const [task] = (await listTasks(ctx, id)).data;
  await completeTask(ctx, task?.id ?? "", { outcome: "completed", fields: {} });
  const citizen = { ...ctx, only: { process: id } };
  await rateProcess(citizen, reference, { score: 4, words: "Quick" });
  await tour.see("how often people ask", `${home}/chasing`);
  await tour.see("how satisfied people are", `${home}/ratings`);
  const fields = fieldsIn(await tour.see("after the end", `${home}/after-end`));
  const wrong = { ...fields, rule: "reopen", withinDays: "no", times: "9" };
  await tour.send("after the end, with faults", `${home}/after-end`, wrong);
}
