import type { DryRun, Edit, Scenario } from "@guildhall/contract";
import { ukDate } from "@guildhall/forms";
import type { Refused } from "@guildhall/sdk";
import type { Fields } from "@guildhall/ui";
import type { Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { tryAddresses } from "./addresses.ts";
import { readScenario, scenarioId } from "./read-scenario.ts";
import { SaveRunPage, ScenarioPage, ScenarioRunPage } from "./scenario-pages.tsx";
import { scenarioRemoved } from "./scenario-removed.ts";
import { showStart } from "./show-start.tsx";
import { faultWords } from "./words.ts";

/** Scenarios: kept from a try, changed, removed, and run. */
export function addScenarioRoutes(app: Hono<ConsoleEnv>, parts: Parts): void {
  const at = "/services/:service/try";
  app.get(`${at}/runs/:run/save`, onDraft(parts, showSave));
  app.post(`${at}/runs/:run/save`, onDraft(parts, save));
  app.get(
    `${at}/scenarios/:scenario`,
    onDraft(parts, (c, frame) => {
      const { id, ...scenario } = scenarioIn(c, frame);
      return c.html(<ScenarioPage {...{ frame, id, scenario, faults: {} }} />);
    }),
  );
  app.post(`${at}/scenarios/:scenario`, onDraft(parts, change));
  app.post(`${at}/scenarios/:scenario/remove`, onDraft(parts, remove));
  app.post(
    `${at}/scenario-runs`,
    onDraft(parts, async (c, frame) => {
      await formOf(c);
      return runAll(c, frame);
    }),
  );
  app.get(
    `${at}/scenario-runs/:run`,
    onDraft(parts, async (c, frame) => {
      const run = await c.var.desk.api.scenarioRun(frame.draft.service, c.req.param("run") ?? "");
      return c.html(<ScenarioRunPage frame={frame} run={run} />);
    }),
  );
}

type Ctx = Context<ConsoleEnv>;

/** @throws NotFound */
function scenarioIn(c: Ctx, frame: DraftFrame): Scenario {
  const found = findScenario(c, frame);
  if (!found) throw new NotFound();
  return found;
}

function findScenario(c: Ctx, { draft }: DraftFrame): Scenario | undefined {
  const id = c.req.param("scenario");
  return draft.definition.scenarios?.find((one) => one.id === id);
}

function runOf(c: Ctx, { draft }: DraftFrame): Promise<DryRun> {
  return c.var.desk.api.dryRun(draft.service, c.req.param("run") ?? "");
}

async function showSave(c: Ctx, frame: DraftFrame): Promise<Response> {
  const run = await runOf(c, frame);
  return c.html(<SaveRunPage {...{ frame, run, scenario: cameOf(run), faults: {} }} />);
}

/** What came of a try, as what must come of it. */
function cameOf(run: DryRun): Omit<Scenario, "id"> {
  const { fault, stageIds, messages, ends = "accepted" } = run;
  const kinds = messages.map(({ purpose }) => purpose as MessageKindOf);
  return {
    name: fault ? faultWords[fault].title : "",
    ...enteredIn(run),
    ...(fault ? { fault } : {}),
    expects: { ends, stages: stageIds, messages: kinds },
  };
}

// What a citizen is written has a kind of message as its purpose.
type MessageKindOf = NonNullable<Scenario["expects"]["messages"]>[number];

function enteredIn({ answers, begunAt }: DryRun) {
  return answers ? { answers, writtenFor: ukDate(new Date(begunAt)) } : {};
}

async function save(c: Ctx, frame: DraftFrame): Promise<Response> {
  const [fields, run] = [await formOf(c), await runOf(c, frame)];
  const { scenario, faults } = readScenario(fields, enteredIn(run));
  const again = (found: Faults) =>
    c.html(<SaveRunPage {...{ frame, run, scenario, faults: found }} />, 422);
  if (Object.keys(faults).length > 0) return again(faults);
  const taken = (frame.draft.definition.scenarios ?? []).map(({ id }) => id);
  const item = { id: scenarioId(scenario.name, taken), ...scenario };
  const edit: Edit = { act: "add", to: "/scenarios", item: item as never };
  const kept = await keep(c, frame, { fields, edit, again });
  return kept.status === 303 ? runOr(c, frame, () => kept) : kept;
}

async function change(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const before = findScenario(c, frame);
  if (!before) return scenarioRemoved(c, frame, fields);
  const { id } = before;
  const { scenario, faults } = readScenario(fields, before);
  const again = (found: Faults) =>
    c.html(<ScenarioPage {...{ frame, id, scenario, faults: found }} />, 422);
  if (Object.keys(faults).length > 0) return again(faults);
  const to = { id, ...scenario };
  const edit: Edit = { act: "set", at: `/scenarios/${id}`, to: to as never };
  return keep(c, frame, { fields, edit, again });
}

function keep(
  c: Ctx,
  frame: DraftFrame,
  saving: {
    readonly fields: Fields;
    readonly edit: Edit;
    readonly again: (faults: Faults) => Response | Promise<Response>;
  },
): Promise<Response> {
  return saveEdits(c, frame, {
    fields: saving.fields,
    edits: [{ edit: saving.edit, field: "name" }],
    next: tryAddresses(frame.here).start,
    done: "scenario-saved",
    onFault: saving.again,
  });
}

async function remove(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const before = findScenario(c, frame);
  if (!before) return scenarioRemoved(c, frame, fields);
  const { id, ...scenario } = before;
  return saveEdits(c, frame, {
    fields,
    edits: [{ edit: { act: "remove", at: `/scenarios/${id}` } }],
    next: tryAddresses(frame.here).start,
    done: "scenario-removed",
    onFault: (faults) => c.html(<ScenarioPage {...{ frame, id, scenario, faults }} />, 422),
  });
}

function runAll(c: Ctx, frame: DraftFrame): Promise<Response> {
  return runOr(c, frame, (refused) => showStart(c, frame, { refused }));
}

/** Run all scenarios and follow them; otherwise where the draft cannot be run as it is. */
async function runOr(
  c: Ctx,
  frame: DraftFrame,
  otherwise: (refused: Refused) => Response | Promise<Response>,
): Promise<Response> {
  const call = c.var.desk.api.beginScenarioRun(frame.draft.service);
  const { answer, refused } = await answerOrRefusal(call, ["service-not-ready"]);
  if (refused) return otherwise(refused);
  return c.redirect(tryAddresses(frame.here).scenarioRun(answer.id), 303);
}
