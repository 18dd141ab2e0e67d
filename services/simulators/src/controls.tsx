import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import { z } from "zod";
import { type FaultBox, type FaultKind, Faults, faultKinds } from "./faults.ts";
import type { CallEnv } from "./misbehave.ts";
import { MisbehavePage } from "./pages/misbehave-page.tsx";
import type { Place } from "./pages/place.ts";
import { RequestsPage } from "./pages/requests-page.tsx";
import type { RequestLog } from "./request-log.ts";

interface Controls {
  readonly faults: FaultBox;
  readonly log: RequestLog;
  readonly place: () => Place;
}

/** A reference that is no part of other words. */
const Reference = z.string().regex(/^[A-Z0-9][A-Z0-9-]{7,39}$/);

/** The controls that every simulated system has, for tests as JSON and for a person as pages. */
export function controls({ faults, log, place }: Controls): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/faults", (c) => c.json(faults.all()));
  app.put("/faults", async (c) => {
    const read = Faults.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
    faults.replace(read.data);
    return c.json(read.data);
  });
  app.get("/faults/:reference", (c) => {
    const found = faults.cases.find(c.req.param("reference"));
    return found ? c.json(found) : c.notFound();
  });
  app.put("/faults/:reference", async (c) => {
    const read = Faults.safeParse(await c.req.json().catch(() => undefined));
    const reference = Reference.safeParse(c.req.param("reference"));
    if (!read.success || !reference.success) return c.json({ error: "These are no faults" }, 400);
    faults.cases.put(reference.data, read.data);
    return c.json(read.data);
  });
  app.delete("/faults/:reference", (c) => {
    faults.cases.remove(c.req.param("reference"));
    return c.body(null, 204);
  });
  app.get("/requests", (c) =>
    wantsPage(c)
      ? c.html(<RequestsPage place={place()} calls={log.all()} />)
      : c.json({ data: log.all() }),
  );
  app.get("/misbehave", (c) => c.html(<MisbehavePage place={place()} />));
  app.post("/misbehave", csrf(), async (c) => {
    const read = Faults.safeParse(readForm(await c.req.parseBody({ all: true })));
    if (!read.success) {
      const wrongs = read.error.issues.map(({ path }) => ({
        field: path.join("-"),
        text: "Enter a whole number that is not too large, or leave it empty",
      }));
      return c.html(<MisbehavePage place={place()} wrongs={wrongs} />, 400);
    }
    faults.replace(read.data);
    return c.redirect(c.req.path, 303);
  });
  return app;
}

function wantsPage(c: Context): boolean {
  return c.req.header("accept")?.includes("text/html") ?? false;
}

type Form = Record<string, unknown>;

/** The faults that are ticked, each with the settings beside it that are not empty. */
function readForm(form: Form): Record<string, unknown> {
  const ticked = [form.on].flat();
  return Object.fromEntries(
    faultKinds
      .filter((kind) => ticked.includes(kind))
      .map((kind) => [kind, readSettings(form, kind)]),
  );
}

function readSettings(form: Form, kind: FaultKind): Record<string, number> {
  return Object.fromEntries(
    ["ms", "times", "retryAfterS"]
      .map((name) => [name, form[`${kind}-${name}`]] as const)
      .filter(([, typed]) => typeof typed === "string" && typed !== "")
      .map(([name, typed]) => [name, Number(typed)]),
  );
}
