import type { DraftFinding } from "@guildhall/contract";
import { languagesOf, translationReport } from "@guildhall/forms";
import { dataOf } from "../../locate.ts";
import { under } from "../../path.ts";
import { englishSteps, partWords } from "../../words/part-words.ts";
import type { Rule } from "../gate.ts";

/**
 * Welsh that was made from other English, and what is not in Welsh yet.
 *
 * English stands in their place, so a service can be published all the same.
 */
export const welsh: Rule = ({ definition, service }) => {
  if (!languagesOf(service).includes("cy")) return [];
  const { stale, missing } = translationReport(service);
  const whole = dataOf(definition);
  const finding = { section: "look", advice: true } as const;
  const old = stale.map(
    ({ path }): DraftFinding => ({
      ...finding,
      at: under("/welsh", path),
      code: "welsh-stale",
      sentence: `Translate ${partWords(whole, englishSteps(whole, path))} anew: its English has changed since.`,
    }),
  );
  if (missing.length === 0) return old;
  const count = missing.length === 1 ? "One text is" : `${missing.length} texts are`;
  return [
    ...old,
    {
      ...finding,
      at: "/welsh",
      code: "welsh-missing",
      sentence: `${count} not in Welsh yet, and shown in English: translate what is left.`,
    },
  ];
};
