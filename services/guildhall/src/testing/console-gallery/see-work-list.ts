import { listAllTasks } from "@guildhall/domain";
import type { StaffTour } from "./tour.ts";

/** The work of caseworkers: lists, one thing done to several tasks, and finding a case. */
export async function seeWorkList(tour: StaffTour): Promise<void> {
  await tour.see("nothing to do", "work");
  await tour.see("everybody's work", "work?whose=all");
  await tour.see("none of the work", "work?whose=all&late=yes");
  const ctx = await tour.context();
  const [task] = (await listAllTasks(ctx, { limit: 1, state: ["open"] })).data;
  const tasks = task?.id ?? "";
  await tour.see("no task chosen", "work?whose=all&choose=task");
  for (const act of ["assign", "complete", "note"])
    await tour.send(`several tasks: ${act}`, "work/tasks", { tasks, act });
  await tour.send("several tasks: nothing said", "work/tasks", { tasks, act: "note", go: "on" });
  const note = { tasks, act: "note", words: "Held until the thaw.", visible: "yes" };
  await tour.send("several tasks: what residents read", "work/tasks", { ...note, go: "on" });
  const once = crypto.randomUUID();
  await tour.send("several tasks: done", "work/tasks", { ...note, go: "send", once });
  await tour.see("find a case", "cases");
  await tour.see("no case of these", "cases?status=closed&ward=Abbey");
  await tour.see("keyboard shortcuts", "shortcuts");
  await tour.send("find a case by nothing", "cases", {});
  await tour.send("cases found", "cases", { email: "ada@example.com" });
  await tour.send("no case found", "cases", { email: "nobody@example.com" });
}
