import type { DraftDefinition, Scenario } from "@guildhall/contract";
import type { Fields } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { answerRemoved } from "../ground/removed-page.tsx";
import { tryAddresses } from "./addresses.ts";
import { readScenario } from "./read-scenario.ts";
import { endWords, faultWords, messageTitle } from "./words.ts";

/** Say that a scenario is gone, and give back what its form said of it. */
export function scenarioRemoved(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  fields: Fields,
): Response | Promise<Response> {
  const { scenario } = readScenario(fields, {});
  const entered = fields.has("name") ? saidIn(scenario, frame.draft.definition) : [];
  const href = `${tryAddresses(frame.here).start}#scenarios`;
  return answerRemoved(c, frame, { entered, list: { words: "Scenarios", href } });
}

/** What a scenario says, as its page says it. */
function saidIn(
  { name, fault, expects }: Omit<Scenario, "id">,
  { stages }: Pick<DraftDefinition, "stages">,
): (readonly [name: string, text: string])[] {
  const stageTitle = (id: string) => stages.find((one) => one.id === id)?.title ?? id;
  const written = (expects.documentHas ?? []).map(({ target, value }) => `${target}: ${value}`);
  return [
    ["Name of the scenario", name],
    ["How it must end", endWords[expects.ends]],
    ["Stages", (expects.stages ?? []).map(stageTitle).join("\n")],
    ["Messages", (expects.messages ?? []).map(messageTitle).join("\n")],
    ["What must stand in what is sent", written.join("\n")],
    ["What should go wrong", fault ? faultWords[fault].title : ""],
  ];
}
