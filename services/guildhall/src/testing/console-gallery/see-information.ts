import { answerInformation, askForInformation, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { findOpenInformation } from "@guildhall/store";
import type { StaffTour } from "./tour.ts";

const asking = { questions: "noiseSource", ownQuestion: "Which floor is it?", reason: "Why" };

/** One more thing: asked, looked at before it is sent, answered and withdrawn. */
export async function seeInformation(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const { id } = await startProcess(ctx, { service: "noise", answers: sampleAnswers });
  const path = `processes/${id}/ask`;
  await tour.see("ask for one more thing", path);
  await tour.send("ask for one more thing, with faults", path, { day: "40" });
  await tour.send("what they will read", path, asking);
  await askForInformation(ctx, id, { ...asking, questions: ["noiseSource"] });
  await tour.see("one more thing is asked", path);
  const row = await findOpenInformation(ctx.db, id);
  if (!row) throw new Error("Nothing is asked");
  const answers = { noiseSource: "home", ownQuestion: "The second" };
  const citizen = { ...ctx, only: { draft: row.draft } };
  await answerInformation(citizen, { process: id, request: row.id }, { answers });
  await tour.see("one more thing is answered", path);
}
