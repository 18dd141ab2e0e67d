import type { DraftFinding } from "@guildhall/contract";
import { stepsIn } from "../../conditions/step-in.ts";
import { under } from "../../path.ts";
import type { Gate, Rule } from "../gate.ts";

const section = "scenarios";

/** Services that nobody has tried, scenarios that were not green since the last change, and those that cannot end well any more. */
export const scenarios: Rule = (gate) => {
  const { scenarios: kept } = gate.service;
  if (kept.length === 0)
    return [
      {
        section,
        at: "/scenarios",
        sentence:
          "Try the service once and keep what you tried: it is tested with it from then on.",
        code: "no-scenario",
        advice: true,
      },
    ];
  const steps = stepsIn("scenarios", kept);
  return kept.flatMap((scenario, place) => {
    const at = under("/scenarios", steps[place] ?? "");
    const isRed = gate.known.scenarios?.some(
      ({ name, isGreen }) => name === scenario.name && !isGreen,
    );
    return isRed ? [failed(scenario.name, at)] : goneFrom(scenario, { gate, at });
  });
};

function failed(name: string, at: string): DraftFinding {
  const sentence = `“${name}” has not ended as it should since the last change: run it, and mend what it shows.`;
  return { section, at, sentence, code: "scenario-failed", advice: false };
}

/** What a scenario expects and the service does not have. */
function goneFrom(
  { name, expects }: Gate["service"]["scenarios"][number],
  { gate, at }: { readonly gate: Gate; readonly at: string },
): DraftFinding[] {
  const { stages, mappings } = gate.service;
  const named = [
    ...(expects.stages ?? [])
      .filter((stage) => !stages.some(({ id }) => id === stage))
      .map((stage) => `the stage “${stage}”`),
    ...(expects.documentHas ?? [])
      .filter(({ mapping: id }) => id !== undefined && !mappings.some((one) => one.id === id))
      .map(({ mapping }) => `a document of the mapping “${mapping}”`),
  ];
  return [...new Set(named)].map((what) => ({
    section,
    at: under(at, "expects"),
    sentence: `“${name}” expects ${what}, which is gone: change what it expects.`,
    code: "scenario-outdated",
    advice: false,
  }));
}
