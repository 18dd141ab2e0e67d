import { type Fault, Problem, type Service } from "@guildhall/contract";
import { sentenceFor } from "@guildhall/forms";
import { questionsOf } from "./questions.ts";

/** Say for each question what is wrong with its answer, as the form's own page would; once, however much it is. */
export function inWords({ faults }: Problem, service: Service): Problem {
  const said = new Map<string, Fault>();
  for (const fault of faults) {
    const spoken = wordsFor(fault, service);
    if (!said.has(spoken.pointer)) said.set(spoken.pointer, spoken);
  }
  return new Problem("answers-invalid", { faults: [...said.values()] });
}

function wordsFor({ pointer, code, detail }: Fault, service: Service): Fault {
  const [id = "", item, inner] = pointer.split("/").slice(2);
  const question = questionsOf(service).find((placed) => placed.question.id === id)?.question;
  // The end of the road is not a question's fault: its page says who to turn to.
  if (!question) return { pointer, code, detail: detail ?? "The answers are not right" };
  const isItem = question.type === "group" && inner !== undefined;
  const name = question.type === "group" ? `${id}_${inner ?? question.questions[0]?.id}` : id;
  const asked = { pointer: pointer.replace("/answers", ""), code, ...(detail ? { detail } : {}) };
  return {
    pointer: isItem ? `/${name}/${item}` : `/${name}`,
    code,
    detail: `${sentenceFor(question, asked)} (attribute[${name}])`,
  };
}
