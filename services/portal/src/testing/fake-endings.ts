import type { ProblemCode, Tracking } from "@guildhall/contract";
import { Hono } from "hono";
import type { FakeApi } from "./fake-api.ts";
import { process, reference, trackingOf } from "./tracking.ts";

type Problem = (code: ProblemCode) => Response;

/** The one process once it has ended, as its citizen sees it. */
export function endedTracking(
  outcome: "completed" | "closed" | "referred",
  notFixed?: "reopen" | "start-anew",
): Tracking {
  const said = {
    completed: ["Done", "We have put it right."],
    closed: ["Closed without action", "We could not find it."],
    referred: ["Not ours to deal with", "Ask the Environment Agency."],
  } as const;
  const [title, text] = said[outcome];
  const until = "2026-12-20T12:00:00.000Z";
  const ending = { outcome, title, text, rated: false };
  return {
    ...trackingOf("noise"),
    process,
    status: outcome,
    stage: { id: "done", title: "Finished" },
    ending: { ...ending, ...(notFixed && { notFixed: { rule: notFixed, until } }) },
  };
}

/** The routes of what is said after the end, for whoever holds the process's token. */
export function endingRoutes(api: FakeApi, problem: Problem): Hono {
  const app = new Hono();
  const isCitizen = (bearer: string | undefined) => bearer === "Bearer token.process";
  app.post("/tracking/:reference/not-fixed", (c) => {
    if (!isCitizen(c.req.header("authorization"))) return problem("not-found");
    const rule = api.tracking.get(reference)?.ending?.notFixed?.rule;
    if (!rule) return problem("not-fixed-not-offered");
    if (rule === "reopen") {
      api.tracking.set(reference, { ...trackingOf("noise"), process });
      return c.json({ rule }, 201);
    }
    const id = "drf_00000000000000000000000098";
    const own = { service: "noise", serviceVersion: 1, expiresAt: "2026-12-05T00:00:00.000Z" };
    const rest = { documents: [], answers: { source: "home" }, asks: [], kept: false };
    const draft = { id, ...own, ...rest, seen: ["source"], standing: "open" as const };
    api.drafts.set(id, { ...draft, sent: false });
    return c.json({ rule, draft: { ...draft, token: `token.${id}` } }, 201);
  });
  app.post("/tracking/:reference/rating", async (c) => {
    if (!isCitizen(c.req.header("authorization"))) return problem("not-found");
    const tracking = api.tracking.get(reference);
    if (!tracking?.ending) return problem("process-open");
    if (tracking.ending.rated) return problem("rating-given");
    api.tracking.set(reference, { ...tracking, ending: { ...tracking.ending, rated: true } });
    const at = "2026-11-22T12:00:00.000Z";
    const said = (await c.req.json()) as object;
    return c.json({ ...said, outcome: tracking.ending.outcome, at }, 201);
  });
  return app;
}
