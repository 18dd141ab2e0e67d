import { type Data, isFields } from "../data.ts";
import { optionsOf } from "./logic.ts";
import { into, type Part, type Walk } from "./mention.ts";

/** Answers of a scenario, by their questions; those of a group are a list of such. */
export const answers: Part = (value, walk) => ofRecord(value, walk, undefined);

function ofRecord(value: Data, walk: Walk, group: string | undefined): Data {
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, answer]) => {
      const here = into(walk, name);
      const question = group === undefined ? { name } : { name, group };
      const path = group === undefined ? name : `${group}.${name}`;
      const given = ofQuestion(path, answer, here);
      return [walk.change({ of: "question", ...question }, here.at), given];
    }),
  );
}

function ofQuestion(name: string, answer: Data, walk: Walk): Data {
  if (!Array.isArray(answer)) return optionsOf(name)(answer, walk);
  return answer.map((one, at) =>
    isFields(one) ? ofRecord(one, into(walk, at), name) : optionsOf(name)(one, into(walk, at)),
  );
}
