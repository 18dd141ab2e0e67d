import type { Step, StepKind } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { answerRemoved } from "../ground/removed-page.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { listOf, processAddresses } from "./addresses.ts";
import { KindsPage } from "./kinds-page.tsx";
import { enteredIn, readStep, shownStep, type Typed, typedStep } from "./read-step.ts";
import { addedStep, changedStep } from "./step-edits.ts";
import { StepPage } from "./step-page.tsx";

/** The pages on which steps are added and changed, of whatever kinds there are. */
export function stepRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/process/kinds", onDraft(parts, showKinds));
  app.get("/services/:service/process/step", onDraft(parts, showStep));
  app.post("/services/:service/process/step", onDraft(parts, saveStep));
  return app;
}

type Ctx = Context<ConsoleEnv>;

async function showKinds(c: Ctx, frame: DraftFrame): Promise<Response> {
  return c.html(<KindsPage frame={frame} kinds={await c.var.desk.api.stepKinds()} />);
}

interface Asked {
  readonly kind: StepKind;
  readonly step: Step | undefined;
}

/** The step that an address names, or the kind of a new one. */
async function askedIn(c: Ctx, { draft }: DraftFrame): Promise<Asked> {
  const kinds = await c.var.desk.api.stepKinds();
  const id = c.req.query("id");
  const step = draft.definition.steps?.find((one) => one.id === id);
  const kind = kinds.find((one) => one.kind === (step?.kind ?? c.req.query("kind")));
  if (!kind || (id !== undefined && !step)) throw new NotFound();
  return { kind, step };
}

async function showStep(c: Ctx, frame: DraftFrame): Promise<Response> {
  const { kind, step } = await askedIn(c, frame);
  const typed: Typed = step ? shownStep(step, kind) : new Map();
  return showTyped(c, frame, { kind, step, typed });
}

async function showTyped(
  c: Ctx,
  frame: DraftFrame,
  shown: Asked & { readonly typed: Typed; readonly faults?: Faults },
): Promise<Response> {
  const { api } = c.var.desk;
  const [{ conditions }, connectors] = await Promise.all([
    api.draftConditions(frame.draft.service),
    api.connectors(),
  ]);
  const page = { frame, conditions, connectors, ...shown };
  return c.html(<StepPage {...page} />, shown.faults ? 422 : 200);
}

/** Whether the step that the address names is there no more. */
function isGone(c: Ctx, { draft: { definition } }: DraftFrame): boolean {
  const id = c.req.query("id");
  return id !== undefined && !definition.steps?.some((one) => one.id === id);
}

async function saveStep(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  if (isGone(c, frame)) {
    const entered = enteredIn(fields, await c.var.desk.api.stepKinds());
    return answerRemoved(c, frame, { entered, list: listOf(frame, "steps") });
  }
  const { kind, step } = await askedIn(c, frame);
  const { definition } = frame.draft;
  const typed = typedStep(fields, kind, definition);
  const { said, faults } = readStep(kind, typed, definition);
  const onFault = (found: Faults) => showTyped(c, frame, { kind, step, typed, faults: found });
  if (anyFault(faults)) return onFault(faults);
  const edits = step ? changedStep(step, kind, said) : [addedStep(definition, kind, said)];
  const next = processAddresses(frame.here).list;
  return saveEdits(c, frame, { fields, edits, next, done: "draft-saved", onFault });
}
