import { type DraftDefinition, ServiceDefinition } from "@guildhall/contract";

/**
 * Make a whole service of a draft: what is not decided yet gets a placeholder, so that it can be previewed, tried and
 * checked from the first question on.
 */
export function fillIn(definition: DraftDefinition): ServiceDefinition {
  const { form, stages, title } = definition;
  return {
    ...undecided,
    summary: title,
    ...decided(definition),
    form: form.pages.length > 0 ? form : { ...form, sections: [], pages: undecided.form.pages },
    stages: stages.length > 0 ? stages : undecided.stages,
    target: { ...undecided.target, ...decided(definition.target ?? {}) },
    retention: { ...undecided.retention, ...decided(definition.retention ?? {}) },
  };
}

const undecided = ServiceDefinition.parse({
  id: "undecided",
  title: "Undecided",
  summary: "Undecided",
  form: { pages: [{ id: "nothing-yet", title: "Nothing is asked yet", kind: "information" }] },
  stages: [{ id: "received", title: "Received" }],
  target: {
    firstResponseWorkingDays: 0,
    text: "Nobody has said yet when there is a first answer.",
  },
  whatHappensNext: "Nobody has said yet what happens next.",
  retention: { days: 1, lawfulBasis: "Nobody has said yet what allows it." },
});

type Decided<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The fields that say something. */
function decided<T extends object>(fields: T): Decided<T> {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  // What is left has the types that it had.
  return Object.fromEntries(said) as Decided<T>;
}
