import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { formOf } from "../routes/form.ts";
import { doneAt, frameOf, moreOf } from "../routes/frame-of.ts";
import { FollowedPage } from "./followed-page.tsx";

type C = Context<ConsoleEnv>;

/** Keeping an eye on cases. */
export function followRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/followed", (c) => list(c, parts));
  app.post("/processes/:id/follow", follow);
  return app;
}

async function list(c: C, parts: Parts): Promise<Response> {
  const cursor = c.req.query("cursor");
  const { data, nextCursor } = await c.var.desk.api.followed(cursor);
  c.header("Cache-Control", "no-store");
  return c.html(<FollowedPage {...frameOf(c, parts)} cases={data} more={moreOf(c, nextCursor)} />);
}

async function follow(c: C): Promise<Response> {
  const { api } = c.var.desk;
  const id = c.req.param("id") ?? "";
  const follows = fieldOf(await formOf(c), "follow") === "yes";
  await (follows ? api.followCase(id) : api.unfollowCase(id));
  return doneAt(c, c.var.office.at.case(id), follows ? "case-followed" : "case-not-followed");
}
