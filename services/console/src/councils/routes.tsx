import type { RecipeSummary } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { anyFault } from "../pages/fault-summary.tsx";
import type { Faults } from "../pages/frame.ts";
import { formOf, onceOf } from "../routes/form.ts";
import { doneAt, frameOf } from "../routes/frame-of.ts";
import { answerOrRefusal } from "../routes/refusal.ts";
import { CouncilsPage } from "./councils-page.tsx";
import { NewCouncilPage, type NewCouncilPageProps } from "./new-council-page.tsx";
import { connectorOf, faultsIn, partOf, wholeOf } from "./read-council.ts";
import { ReadinessPage } from "./readiness-page.tsx";
import { fieldsOf, isStep, readTyped, type Step, steps, type Typed } from "./typed.ts";

type C = Context<ConsoleEnv>;
const refusals = ["request-invalid", "invalid-text"];

/** Councils: see those that the platform is run for, take another on, and see how ready each is. */
export function councilRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/councils", async (c) => {
    const { data } = await c.var.desk.api.councils();
    return c.html(<CouncilsPage {...frameOf(c, parts)} councils={data} />);
  });
  app.get("/councils/new", async (c) => {
    const recipes = await allRecipes(c);
    const chosen = recipes.map(({ recipe }) => recipe);
    const typed = { said: {}, recipes: chosen, once: crypto.randomUUID() };
    return show(c, parts, { step: "name", typed, recipes });
  });
  app.post("/councils/new", (c) => goOn(c, parts));
  app.get("/councils/:council", async (c) => {
    const readiness = await c.var.desk.api.councilReadiness(c.req.param("council"));
    const page = { ...frameOf(c, parts), readiness, once: crypto.randomUUID() };
    return c.html(<ReadinessPage {...page} />);
  });
  app.post("/councils/:council/scenarios", async (c) => {
    const council = c.req.param("council");
    await c.var.desk.api.runCouncilScenarios(council);
    return doneAt(c, c.var.office.at.council(council), "scenarios-begun");
  });
  return app;
}

type Shown = Pick<NewCouncilPageProps, "step" | "typed"> &
  Partial<Pick<NewCouncilPageProps, "faults" | "recipes" | "tested">>;

async function show(c: C, parts: Parts, shown: Shown): Promise<Response> {
  const { step, faults = {} } = shown;
  const recipes = shown.recipes ?? (step === "recipes" ? await allRecipes(c) : []);
  const page = { tested: undefined, ...frameOf(c, parts), ...shown, faults, recipes };
  return c.html(<NewCouncilPage {...page} />, anyFault(faults) ? 400 : 200);
}

/** Go where the button leads: back at once, and on once this page is right. */
async function goOn(c: C, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const typed = readTyped(fields, onceOf(fields));
  const [step = "name", go] = [fieldOf(fields, "step"), fieldOf(fields, "go")].map(String);
  if (!isStep(step)) return c.redirect(c.var.office.at.newCouncil, 303);
  if (go === "test") return test(c, parts, { step, typed });
  if (isStep(go) && go !== step) return show(c, parts, { step: go, typed });
  if (step === "check") return create(c, parts, typed);
  const faults = await faultsOf(c, step, typed);
  const next = steps[steps.indexOf(step) + 1] ?? step;
  return show(c, parts, { step: anyFault(faults) || go === step ? step : next, typed, faults });
}

async function faultsOf(c: C, step: Step, typed: Typed): Promise<Faults> {
  const { refused } = await answerOrRefusal(
    c.var.desk.api.checkCouncil(partOf(step, typed)),
    refusals,
  );
  return refused ? faultsIn(refused) : {};
}

async function test(c: C, parts: Parts, shown: Shown): Promise<Response> {
  const connector = connectorOf(shown.typed.said);
  const call = c.var.desk.api.testConnection(connector);
  const { answer: tested, refused } = await answerOrRefusal(call, refusals);
  const faults = refused ? faultsIn(under(refused)) : {};
  return show(c, parts, { ...shown, tested, faults });
}

/** A connection that is tested by itself lies at the root of what is sent. */
function under<T extends { readonly faults: readonly { readonly pointer?: string }[] }>(
  refused: T,
): T {
  const faults = refused.faults.map((one) => ({ ...one, pointer: `/connectors/0${one.pointer}` }));
  return { ...refused, faults };
}

async function create(c: C, parts: Parts, typed: Typed): Promise<Response> {
  const { api } = c.var.desk;
  const call = api.createCouncil(wholeOf(typed), typed.once);
  const { answer, refused } = await answerOrRefusal(call, refusals);
  if (refused) {
    const faults = faultsIn(refused);
    return show(c, parts, { step: stepOf(faults), typed, faults });
  }
  await api.runCouncilScenarios(answer.id);
  return doneAt(c, c.var.office.at.council(answer.id), "council-created");
}

/** The first page on which something is at fault. */
function stepOf(faults: Faults): Step {
  return steps.find((step) => fieldsOf[step].some((field) => field in faults)) ?? "name";
}

async function allRecipes(c: C): Promise<RecipeSummary[]> {
  const all: RecipeSummary[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await c.var.desk.api.recipes({ search: "", cursor });
    all.push(...page.data);
    cursor = page.nextCursor;
    if (cursor === undefined) return all;
  }
}
