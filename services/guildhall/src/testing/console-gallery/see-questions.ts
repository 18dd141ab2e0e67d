import { beginServiceDraft } from "@guildhall/domain";
import type { StaffTour } from "./tour.ts";

const options = ["pub", "shop"].map((value) => ({ value, label: `A ${value} <b>` }));
const kinds = [
  { type: "text", hint: "A <hint>", when: "is-pub" },
  { type: "number", unit: "miles" },
  { type: "date", approximate: true },
  { type: "radios", options, requiredWhen: "is-gone" },
  { type: "checkboxes", options, when: "is-gone" },
  { type: "address", required: false, errors: { invalid: "Enter it again" } },
  { type: "location" },
  { type: "files", fileLabel: "What does it show?" },
  { type: "declaration", statement: "It is <true>." },
  { type: "bank-details" },
  { type: "calculated", value: { var: "q1" } },
  {
    type: "group",
    itemName: "night",
    questions: [{ id: "night", type: "date", label: "Which night?", when: "is-pub" }],
  },
];
const isPub = { "==": [{ var: "q3" }, "pub"] };

/** A service with questions of most kinds, of which some are wrong. */
const definition = {
  title: "All <kinds> of questions",
  form: {
    conditions: [
      { id: "is-pub", name: "It is a pub", when: isPub },
      { id: "is-both", name: "Both", when: { or: [{ condition: "is-pub" }, { in: [1, [1]] }] } },
      { id: "is-far", name: "It is far", when: { ">": [{ var: "q1" }, 5] } },
      { id: "is-lost", name: "Lost", when: { "==": [{ var: "gone" }, "x"] } },
      { id: "never", name: "Never", when: { and: [isPub, { "!=": [{ var: "q3" }, "pub"] }] } },
    ],
    sections: [],
    pages: [
      {
        id: "all",
        title: "All <kinds>",
        kind: "questions" as const,
        questions: kinds.map((kind, at) => ({
          id: `q${at}`,
          label: `Question <${at}>`,
          required: true,
          ...kind,
        })) as never,
      },
      { id: "words", title: "Words", kind: "information" as const, text: "Read.", questions: [] },
      { id: "pub", title: "The pub", kind: "exit" as const, when: "is-pub", questions: [] },
      { id: "far", title: "Far away", kind: "questions" as const, when: "never", questions: [] },
    ],
  },
  stages: [],
  welsh: { "form.questions.q0.label": { of: "Question", text: "Cwestiwn" } },
};

/** The same as parts of a task list, of which one has no pages. */
const divided = {
  ...definition,
  form: {
    ...definition.form,
    sections: [
      { id: "first", title: "The <first>", hint: "A <hint>" },
      { id: "empty", title: "Empty" },
    ],
    pages: definition.form.pages.map((page) => ({ ...page, section: "first" })),
  },
};

const many = {
  id: "many",
  title: "Many",
  kind: "questions" as const,
  questions: Array.from({ length: 60 }, (_, at) => ({
    id: `m${at}`,
    type: "text" as const,
    label: `More ${at}`,
    required: true,
    maxLength: 200,
  })),
};

/** The questions of a service in the making, its conditions, and the ways through its form. */
export async function seeQuestions(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  await beginServiceDraft(ctx, { service: "kinds", definition });
  const long = {
    ...definition,
    form: { ...definition.form, pages: [...definition.form.pages, many] },
  };
  await beginServiceDraft(ctx, { service: "long", definition: long });
  await beginServiceDraft(ctx, { service: "nothing", title: "Nothing yet" });
  await tour.see("no questions", "services/nothing/questions");
  await tour.see("the way through nothing", "services/nothing/flow");
  await beginServiceDraft(ctx, { service: "divided", definition: divided });
  await tour.see("questions in sections", "services/divided/questions");
  await tour.see("new section", "services/divided/questions/section?from=/form/pages/words");
  await tour.see("section", "services/divided/questions/section?at=/form/sections/first");
  await tour.see("many questions", "services/long/questions");
  await tour.see("many questions, with a page open", "services/long/questions?at=/form/pages/all");
  await tour.see("no conditions", "services/nothing/conditions");
  const list = "services/kinds/questions";
  const page = "/form/pages/all";
  await tour.see("questions", list);
  await tour.see("a question that was moved", `${list}?at=${page}/questions/q1&did=moved`);
  await tour.see("questions that were found", `${list}?find=night`);
  await tour.see("questions that were not found", `${list}?find=zebra`);
  for (const at of kinds.keys())
    await tour.see(`editor of ${kinds[at]?.type}`, `${list}/edit?at=${page}/questions/q${at}`);
  await tour.see("editor of an item", `${list}/edit?at=${page}/questions/q11/questions/night`);
  const q3 = `${list}/edit?at=${page}/questions/q3`;
  const wrong = { options: "a\na", "was-options": "b", "was-label": "x" };
  await tour.send("editor with faults", q3, wrong);
  await seeNew(tour, list, page);
  await seeConditions(tour);
}

async function seeNew(tour: StaffTour, list: string, page: string): Promise<void> {
  await tour.see("new page", `${list}/new-page`);
  await tour.send("new page, with a fault", `${list}/new-page`);
  await tour.see("page", `${list}/page?at=${page}`);
  await tour.send("page, with a fault", `${list}/page?at=${page}`, { "was-title": "x" });
  const to = `to=${page}/questions`;
  await tour.see("types of questions", `${list}/add?${to}`);
  await tour.see("types of questions, with a fault", `${list}/add?${to}&type=none`);
  await tour.see("new group", `${list}/add/group?${to}`);
  await tour.send("new group, with faults", `${list}/add/group?${to}`);
  await tour.see("new result", `${list}/add/calculated?${to}`);
  await tour.send("new result, with a fault", `${list}/add/calculated?${to}`, {
    "value-rows": "2",
    "value-0-of": "q:q1",
  });
  await tour.see("first section", `${list}/section`);
  await tour.send("first section, with a fault", `${list}/section`);
  await tour.see("move a question", `${list}/move?at=${page}/questions/q1`);
  await tour.see("remove a question", `${list}/remove?at=${page}/questions/q3`);
  await tour.see("remove a page", `${list}/remove?at=${page}`);
  await tour.see("patterns", `${list}/patterns`);
  await tour.send("patterns, with a fault", `${list}/patterns`);
}

async function seeConditions(tour: StaffTour): Promise<void> {
  const list = "services/kinds/conditions";
  await tour.see("conditions", list);
  await tour.see("new condition", `${list}/new?for=/form/pages/words`);
  await tour.send("new condition, with a fault", `${list}/new`, { rows: "1" });
  for (const id of ["is-pub", "is-both", "is-far", "is-lost"])
    await tour.see(`condition ${id}`, `${list}/edit?id=${id}`);
  const row = { "row-0-about": "q:q3", "row-0-comparison": "one-of", "row-0-value": "pub" };
  await tour.send("condition with another row", `${list}/edit?id=is-pub`, {
    rows: "1",
    ...row,
    do: "add",
  });
  await tour.see("condition that is used", `${list}/remove?id=is-pub`);
  await tour.see("remove a condition", `${list}/remove?id=is-far`);
  await tour.see("flow", "services/kinds/flow");
}
