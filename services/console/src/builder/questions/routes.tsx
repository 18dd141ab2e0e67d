import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { acted } from "./acted.ts";
import { questionAddresses } from "./addresses.ts";
import { arrangeRoutes } from "./arrange-routes.tsx";
import { editorRoutes } from "./editor-routes.tsx";
import { pageRoutes } from "./page-routes.tsx";
import { QuestionsPage } from "./questions-page.tsx";
import { sayPlace } from "./say-place.ts";
import { sectionRoutes } from "./section-routes.tsx";

/** The pages and questions of a form, and all that is done with them. */
export function questionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/questions",
    onDraft(parts, (c, frame) => showQuestions(c, frame, { at: c.req.query("at") ?? "" })),
  );
  app.post("/services/:service/questions/act", onDraft(parts, act));
  for (const routes of [editorRoutes, pageRoutes, sectionRoutes, arrangeRoutes])
    app.route("/", routes(parts));
  return app;
}

/** The list, open at a part, and what is wrong with what was to be done to it. */
async function showQuestions(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  { at, faults = {} }: { at: string; faults?: Faults },
): Promise<Response> {
  const { service, definition } = frame.draft;
  const { api } = c.var.desk;
  const [conditions, readiness] = await Promise.all([
    api.draftConditions(service),
    api.readiness(service),
  ]);
  const page = {
    frame,
    sentences: new Map(conditions.conditions.map(({ id, sentence }) => [id, sentence])),
    findings: readiness.sections
      .filter(({ section }) => section === "questions")
      .flatMap(({ findings }) => findings),
    find: c.req.query("find")?.trim() ?? "",
    at,
    placed: sayPlace(definition, at, c.req.query("did") ?? ""),
    faults,
  };
  return c.html(<QuestionsPage {...page} />, anyFault(faults) ? 422 : 200);
}

/** Do what was pressed on the list to one part, and show where it is then. */
async function act(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const [does = "", at = ""] = (fieldOf(fields, "do") ?? "").split(" ");
  const to = questionAddresses(frame.here);
  const done = acted(frame.draft.definition, does, at);
  if (!done) return c.redirect(to.list, 303);
  const onFault = (faults: Faults) => showQuestions(c, frame, { at, faults });
  const edits = done.edits.map((edit) => ({ edit }));
  if (done.at === "") {
    return saveEdits(c, frame, { fields, edits, next: to.list, done: "draft-saved", onFault });
  }
  const next = to.placed(done.at, does === "copy" ? "copied" : "moved");
  return saveEdits(c, frame, { fields, edits, next, onFault });
}
