import { addNote, correctAnswer, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import type { StaffTour } from "./tour.ts";

const correction = { question: "fullName", value: "Ada Lovelace", reason: "She married" };

/** One request with all that belongs to it, and what caseworkers do about it. */
export async function seeCase(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const [{ id }, other] = [await start(tour), await start(tour)];
  const path = `processes/${id}`;
  await correctAnswer(ctx, id, correction);
  await addNote(ctx, id, { contents: "We come on Monday", visibleToCitizen: true });
  await tour.see("no case followed", "followed");
  await tour.see("case that is followed", await tour.press(`${path}/follow`, { follow: "yes" }));
  await addNote(ctx, id, { contents: "We were there", visibleToCitizen: false });
  await tour.see("cases followed", "followed");
  await tour.see("case", path);
  await tour.send("case, with a note that says nothing", `${path}/notes`, { words: "" });
  const words = { words: "We come on Tuesday", visible: "yes" };
  await tour.send("what they will read of a note", `${path}/notes`, words);
  await tour.see("correct an answer", `${path}/corrections/noiseSource`);
  await tour.see("correct a list", `${path}/corrections/nights`);
  await tour.send("correct an answer, with faults", `${path}/corrections/fullName`);
  await tour.see("merge", `${path}/merge`);
  await tour.send("merge, with a fault", `${path}/merge`, { go: "on" });
  const { reference } = other;
  const duplicate = { reference, words: "Your neighbour told us" };
  await tour.send("what becomes of a duplicate", `${path}/merge`, { ...duplicate, go: "on" });
  const fields = { ...duplicate, go: "send", once: crypto.randomUUID() };
  await tour.see("case that is merged", await tour.press(`${path}/merge`, fields));
}

async function start(tour: StaffTour) {
  return startProcess(await tour.context(), { service: "noise", answers: sampleAnswers });
}
