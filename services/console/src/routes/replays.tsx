import type { NewDeliveryReplay, StuckState } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { ReplayPage, ReplayPreviewPage } from "../pages/replay-pages.tsx";
import { isWay, type ReplaySearch, ways } from "../pages/replay-words.ts";
import { formOf, onceOf } from "./form.ts";
import { frameOf } from "./frame-of.ts";

/** Replays: see what would be sent, send it, and see how it goes. */
export function replayRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/replays/new", async (c) => {
    const search = searchOf((name) => c.req.query(name));
    const preview = await c.var.desk.api.previewReplay(askedOf(search));
    const page = { ...frameOf(c, parts), search, preview, once: crypto.randomUUID() };
    return c.html(<ReplayPreviewPage {...page} />);
  });
  app.post("/replays/new", (c) => begin(c));
  app.get("/replays/:id", async (c) => {
    const replay = await c.var.desk.api.deliveryReplay(c.req.param("id"));
    return c.html(<ReplayPage {...frameOf(c, parts)} replay={replay} />);
  });
  return app;
}

async function begin(c: Context<ConsoleEnv>): Promise<Response> {
  const fields = await formOf(c);
  const search = searchOf((name) => fieldOf(fields, name));
  const replay = await c.var.desk.api.beginReplay(askedOf(search), onceOf(fields));
  return c.redirect(c.var.office.at.replay(replay.id), 303);
}

function searchOf(given: (name: string) => string | undefined): ReplaySearch {
  const asked = (name: string) => (given(name) ?? "").trim().slice(0, 80);
  const how = asked("how");
  return {
    connector: asked("connector"),
    code: asked("code"),
    state: asked("state"),
    service: asked("service"),
    ids: asked("ids"),
    how: isWay(how) ? how : "live",
  };
}

/** What the API is asked for, which checks it: a word that is passed over would have more sent than was meant. */
function askedOf({ connector, code, state, service, ids, how }: ReplaySearch): NewDeliveryReplay {
  const { rewrite, useLive } = ways[how];
  return {
    rewrite,
    useLive,
    ...(connector && { connector }),
    ...(service && { service }),
    ...(code && { code }),
    ...(state && { state: [state as StuckState] }),
    ...(ids && { ids: [ids] }),
  };
}
