import { revisionField } from "../../journey/revision.ts";
import { longService } from "../long-service.ts";
import { answersToSend, council, fillUpTo, noise, rightAnswers, sendReport } from "../visitor.ts";
import type { Tour } from "./tour.ts";

/** A service from its start to what is said once it is sent. */
export async function seeJourney(tour: Tour): Promise<void> {
  const { visitor } = tour;
  await tour.see("start", noise);
  await tour.see("no draft", `${noise}/source`);
  await tour.send("no draft, but something typed", `${noise}/kind`, { words: "Loud" });
  await visitor.post(noise);
  for (const [id, fields] of Object.entries(rightAnswers)) {
    await tour.see(`question ${id}`, `${noise}/${id}`);
    if (id !== "evidence") await tour.send(`question ${id}, with faults`, `${noise}/${id}`);
    await visitor.post(`${noise}/${id}`, fields);
    if (id === "dates") await tour.see("information", `${noise}/advice`);
  }
  await tour.see("resume", noise);
  await tour.see("check", `${noise}/check-your-answers`);
  await visitor.post(`${noise}/source`, { source: "transport" });
  await tour.see("exit", `${noise}/transport`);
  await visitor.post(`${noise}/source`, { source: "home" });
  await seeTwoWindows(tour);
  await sendReport(visitor);
  await tour.see("confirmation", `${noise}/confirmation`);
  await tour.send("sent already", `${noise}/kind`, { kinds: "music", words: "One more thing" });
  await tour.see("start after it was sent", noise);
}

async function seeTwoWindows(tour: Tour): Promise<void> {
  const { visitor } = tour;
  const { html } = await visitor.get(`${noise}/kind`);
  const revision = /name="form-revision" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const kind = { kinds: ["music"], [revisionField]: revision };
  await visitor.post(`${noise}/kind`, { ...kind, words: "From the first" });
  await tour.send("changed in another window, with faults", `${noise}/kind`, {
    ...kind,
    words: "From the second",
  });
  const answers = await answersToSend(visitor);
  await visitor.post(`${noise}/source?change=yes`, { source: "alarm" });
  const sent = await visitor.post(`${noise}/check-your-answers`, { answers });
  if (sent.html.includes("</html>"))
    await tour.keep(
      "changed before it was sent",
      `${noise}/check-your-answers`,
      Promise.resolve(sent),
    );
}

/** A long service, by its list of tasks. */
export async function seeTasks(tour: Tour): Promise<void> {
  const { visitor } = tour;
  const licence = `${council}/services/${longService.id}`;
  visitor.api.services = [longService];
  await visitor.post(licence);
  await tour.see("tasks, none done", `${licence}/tasks`);
  const answers = { name: "Ada", kind: "shop", where: "Ely" };
  for (const [page, answer] of Object.entries(answers))
    await visitor.post(`${licence}/${page}`, { [page]: answer });
  await tour.see("tasks, all done", `${licence}/tasks`);
  await tour.see("check of a long service", `${licence}/check-your-answers`);
}

/** A form that a member of staff fills in for a caller. */
export async function seeAssisted(tour: Tour): Promise<void> {
  const { visitor } = tour;
  await fillUpTo(visitor);
  for (const [name, value] of visitor.cookies) visitor.cookies.set(name, `${value}~assisted!noise`);
  await tour.see("start for a caller", noise);
  await tour.see("question for a caller", `${noise}/kind`);
  await tour.see("check for a caller", `${noise}/check-your-answers`);
  await sendReport(visitor);
  await tour.see("confirmation for a caller", `${noise}/confirmation`);
}
