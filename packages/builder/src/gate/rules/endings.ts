import type { DraftFinding } from "@guildhall/contract";
import { stepsIn } from "../../conditions/step-in.ts";
import { under } from "../../path.ts";
import type { Rule } from "../gate.ts";

/** A message about the end that reads the same whether it was done, closed without action, or not the council's own. */
const saysHow = /\(\(\s*(outcome|status)\s*\)\)/;

/** Services that end without words for each way to end. */
export const endings: Rule = ({ definition, service: { statuses } }) => {
  const words = definition.messages?.completed;
  const said = words && `${words.subject} ${words.text}`;
  const steps = stepsIn("statuses", statuses);
  return [
    ...(said === undefined || saysHow.test(said) ? [] : [sameForAll]),
    ...statuses.flatMap(({ ends, text, external }, place): DraftFinding[] => {
      if (ends !== "referred" || text !== undefined) return [];
      return [
        {
          section: "process",
          at: under("/statuses", steps[place] ?? ""),
          sentence: `“${external}” says that it is not yours to deal with: give it words that say whom to turn to.`,
          code: "referred-nowhere",
          advice: true,
        },
      ];
    }),
  ];
};

const sameForAll: DraftFinding = {
  section: "messages",
  at: "/messages/completed",
  sentence:
    "The message about the end says the same whether it was done, closed without action or not yours: put ((outcome)) or ((status)) into it.",
  code: "ending-untold",
  advice: true,
};
