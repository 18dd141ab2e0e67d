import { foundAddress, otherCouncil } from "../fake-places.ts";
import { council } from "../visitor.ts";
import { everyQuestion } from "./every-question.ts";
import type { Tour } from "./tour.ts";

const path = `${council}/services/${everyQuestion.id}`;

/** Each kind of question: as it is asked, as it is asked again, and at each step of finding a place. */
export async function seeQuestions(tour: Tour): Promise<void> {
  const { visitor } = tour;
  visitor.api.services = [everyQuestion];
  visitor.api.offers = {
    places: { centre: { latitude: 52.2, longitude: 0.13 }, attribution: "A map" },
  };
  visitor.api.places.addresses = [
    foundAddress(1),
    foundAddress(2),
    foundAddress(3, { outside: true }),
  ];
  await visitor.post(path);
  for (const { id, questions } of everyQuestion.form.pages) {
    await tour.see(`the page of ${id}`, `${path}/${id}`);
    if (!questions.some(({ type }) => type === "files" || type === "calculated"))
      await tour.send(`the page of ${id}, with faults`, `${path}/${id}`);
    for (const draft of visitor.api.drafts.values())
      Object.assign(draft.answers, rightAnswers[id] ?? {});
  }
  await seeSteps(tour, "address");
  await seeSteps(tour, "location");
  await seeFiles(tour);
  await tour.see("a list with one more", `${path}/things?add=group`);
}

const person = { name: "Ada Byron" };
const there = foundAddress(1);
const rightAnswers: Readonly<Record<string, object>> = {
  words: { text: "A", longText: "B", name: person.name },
  numbers: { number: 2, money: 1.5, time: "21:30" },
  date: { date: "2021" },
  days: { dateRange: { from: "2026-11-01", to: "2026-11-03" }, vehicleRegistration: "AB12CDE" },
  yes: { yesNo: true },
  several: { checkboxes: ["o1"] },
  some: { radios: "o1", select: "o1" },
  many: { many: "o4" },
  reach: { email: "ada@example.com", phone: "01632 960001" },
  address: { address: there.address },
  location: { location: { latitude: 52.2, longitude: 0.13, description: "By the gate" } },
  firm: { organisation: { name: "Example Ltd" } },
  bank: { bankDetails: { accountName: "A", sortCode: "200000", accountNumber: "55779911" } },
  agree: { declaration: true },
  things: { group: [{ thing: "A coat", fate: "o0" }] },
  total: { more: "Nothing" },
};

/** Find a place: nothing found, something to choose from, none of them, one of another council, and no look-up. */
async function seeSteps(tour: Tour, name: "address" | "location"): Promise<void> {
  const here = `${path}/${name}`;
  const searched = (text: string) => ({ [`${name}-way`]: "find", [`${name}-search`]: text });
  const step = (words: string) =>
    `${here}?${new URLSearchParams({ at: name, step: words, search: "CB1 2AA" })}`;
  await tour.see(`${name}: what was chosen before`, here);
  await tour.see(`${name}: search again`, step("again"));
  await tour.see(`${name}: what was found`, step("find"));
  await tour.see(`${name}: by hand`, step("hand"));
  const choosing = { ...searched("CB1 2AA"), [`${name}-way`]: "choose" };
  await tour.send(`${name}: nothing chosen, with faults`, here, choosing);
  await tour.send(`${name}: by hand, with faults`, here, { [`${name}-way`]: "hand" });
  await tour.send(`${name}: nothing found, with faults`, here, {
    ...searched("ZZ1 1ZZ"),
    "place-step": `find:${name}`,
  });
  const { api } = tour.visitor;
  await tour.see(`${name}: of another council`, step("find").replace("CB1+2AA", "CB7+4AA"));
  const addresses = [...api.places.addresses];
  const tenant = { id: "east", name: "East Council" };
  api.places.addresses = [foundAddress(3, { outside: true, council: { ...otherCouncil, tenant } })];
  await tour.see(`${name}: of a council that is here`, step("find").replace("CB1+2AA", "CB7+4AA"));
  api.places.addresses = addresses;
  api.fail("GET /addresses", "places-unavailable");
  await tour.send(`${name}: cannot be looked up`, here, {
    ...searched("CB1 2AA"),
    "place-step": `find:${name}`,
  });
}

async function seeFiles(tour: Tour): Promise<void> {
  const { visitor } = tour;
  const page = `${path}/proof`;
  const said = { "files-label": "The yard" };
  await visitor.sendFiles(page, said, { "files-file": ["back yard.png", "a"] });
  const [first] = [...visitor.api.drafts.values()].flatMap(({ documents }) => documents);
  const long = "a-very-long-name-without-a-single-space-in-it.pdf";
  await visitor.sendFiles(page, {}, { "files-file": [long, "b"] });
  if (first) Object.assign(first, { thumbnail: `${first.href}/thumbnail` });
  await tour.see("files", page);
  const why = { pointer: "/file", code: "file-kind" };
  visitor.api.fail("POST /drafts/{draft}/documents", "file-not-allowed", why);
  const sent = visitor.sendFiles(page, {}, { "files-file": ["virus.exe", "c"] });
  await tour.keep("files, with a fault", page, sent);
  const plans = `${path}/plans`;
  await visitor.sendFiles(plans, { "with-files": "upload:plans" }, { "plans-file": [long, "c"] });
  await tour.see("files among other questions", plans);
}
