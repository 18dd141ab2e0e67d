import type { Answers, DryRunFault } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { formOf } from "../../routes/form.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { tryAddresses } from "./addresses.ts";
import { AnswersPage } from "./answers-page.tsx";
import { entered, formOfDraft, madeUpFields } from "./entered.ts";
import { faultIn } from "./fault-radios.tsx";
import { RunPage } from "./run-page.tsx";
import { addScenarioRoutes } from "./scenario-routes.tsx";
import { showStart } from "./show-start.tsx";

/** Trying a service in the making, and the scenarios that it is tested with. */
export function tryingRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/try",
    onDraft(parts, (c, frame) => showStart(c, frame)),
  );
  app.post(
    "/services/:service/try",
    onDraft(parts, (c, frame) => start(c, frame)),
  );
  app.get(
    "/services/:service/try/answers",
    onDraft(parts, (c, frame) => {
      const form = formOfDraft(frame.draft);
      const fields = form && madeUpFields(form, parts.now());
      const page = { frame, fields, fault: c.req.query("fault"), faults: {} };
      return c.html(<AnswersPage {...page} />);
    }),
  );
  app.post(
    "/services/:service/try/answers",
    onDraft(parts, (c, frame) => sendTyped(c, frame, parts.now())),
  );
  app.get(
    "/services/:service/try/runs/:run",
    onDraft(parts, async (c, frame) => {
      const run = await c.var.desk.api.dryRun(frame.draft.service, c.req.param("run") ?? "");
      return c.html(<RunPage frame={frame} run={run} />);
    }),
  );
  addScenarioRoutes(app, parts);
  return app;
}

async function start(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const answers = fieldOf(fields, "answers");
  const fault = faultIn(fieldOf(fields, "fault"));
  const scenario = fieldOf(fields, "scenario");
  if (answers === "typed") {
    const wrong = fault ? `?fault=${fault}` : "";
    return c.redirect(`${tryAddresses(frame.here).answers}${wrong}`, 303);
  }
  if (answers === "scenario" && scenario) return begin(c, frame, { scenario });
  if (answers === "made-up") return begin(c, frame, fault ? { fault } : {});
  const faults = { answers: "Select what should be filled in" };
  return showStart(c, frame, { chosen: { answers, fault }, faults });
}

interface Asked {
  readonly answers?: Answers;
  readonly scenario?: string;
  readonly fault?: DryRunFault;
}

/** Let it go, and lead to the page where it is followed. */
async function begin(c: Context<ConsoleEnv>, frame: DraftFrame, asked: Asked): Promise<Response> {
  const call = c.var.desk.api.beginDryRun(frame.draft.service, asked);
  const codes = ["service-not-ready", "request-invalid"];
  const { answer, refused } = await answerOrRefusal(call, codes);
  if (refused) return showStart(c, frame, { refused, chosen: { fault: asked.fault } });
  return c.redirect(tryAddresses(frame.here).run(answer.id), 303);
}

async function sendTyped(c: Context<ConsoleEnv>, frame: DraftFrame, now: Date): Promise<Response> {
  const fields = await formOf(c);
  const fault = faultIn(fieldOf(fields, "fault"));
  const form = formOfDraft(frame.draft);
  const read = form && entered(form, fields, now);
  if (read && "answers" in read) {
    return begin(c, frame, { answers: read.answers, ...(fault ? { fault } : {}) });
  }
  const page = { frame, fields: form && fields, fault, faults: read?.faults ?? {} };
  return c.html(<AnswersPage {...page} />, 422);
}
