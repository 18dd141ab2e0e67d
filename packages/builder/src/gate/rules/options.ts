import { under } from "../../path.ts";
import type { Rule } from "../gate.ts";

/** Two options that say the same: nobody can tell which to choose. */
export const optionLabels: Rule = ({ asked }) =>
  asked.flatMap(({ question, at }) => {
    if (!("options" in question)) return [];
    const labels = question.options.map(({ label }) => label.trim().toLowerCase());
    const twice = question.options.filter((_, place) => {
      const label = labels[place];
      return label !== undefined && labels.indexOf(label) < place;
    });
    return twice.map(({ value, label }) => ({
      section: "questions" as const,
      at: under(at, "options", value),
      sentence: `Two options of “${question.label}” are called “${label}”: call one of them something else.`,
      code: "option-label-twice",
      advice: false,
    }));
  });
