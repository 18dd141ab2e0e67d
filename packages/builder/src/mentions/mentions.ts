import { type Data, isFields } from "../data.ts";
import type { Way } from "../locate.ts";
import { answers } from "./answers.ts";
import { formNames } from "./form-names.ts";
import { logic, optionsOf } from "./logic.ts";
import {
  answer,
  type Change,
  fields,
  into,
  items,
  type Mention,
  named,
  type Part,
} from "./mention.ts";
import { keyed, row } from "./rows.ts";

/** Change the names by which the parts of a service speak of each other, wherever they do, and nothing else. */
export function mapMentions(whole: Data, change: Change): Data {
  return service(whole, { change, names: formNames(whole), at: [], groups: [] });
}

/** List every place where a part of a service is spoken of. */
export function mentionsIn(whole: Data): { mention: Mention; at: Way }[] {
  const found: { mention: Mention; at: Way }[] = [];
  mapMentions(whole, (mention, at) => {
    found.push({ mention, at });
    return mention.name;
  });
  return found;
}

/** A condition that the items of a group use reads their answers first. */
const condition: Part = (value, walk) => {
  const id = isFields(value) ? String(value.id ?? "") : "";
  return fields({ when: logic })(value, { ...walk, groups: walk.names.groupsUsing(id) });
};

const asked = { when: named("condition"), requiredWhen: named("condition") };
/** What is not JSON Logic has no `value`: only a calculated question has one. */
const question = fields({ ...asked, value: logic, questions: items(fields(asked)) });

const price: Part = (value, walk) => {
  if (!isFields(value) || typeof value.answer !== "string") return value;
  const { pence = {} } = value;
  return {
    answer: answer(value.answer, into(walk, "answer")),
    pence: isFields(pence) ? keyed(pence, optionsOf(value.answer), into(walk, "pence")) : pence,
  };
};

const expectation = fields({
  stages: items(named("stage")),
  documentHas: items(fields({ mapping: named("mapping") })),
});

const service = fields({
  form: fields({
    conditions: items(condition),
    pages: items(
      fields({
        section: named("section"),
        when: named("condition"),
        questions: items(question),
      }),
    ),
  }),
  contact: fields({ name: answer, email: answer, phone: answer, address: answer }),
  location: answer,
  statuses: items(fields({ stage: named("stage") })),
  steps: items(
    fields({
      mapping: named("mapping"),
      when: named("condition"),
      stage: named("stage"),
      amount: price,
    }),
  ),
  mappings: items(fields({ rows: items(row) })),
  scenarios: items(fields({ answers, expects: expectation })),
});
