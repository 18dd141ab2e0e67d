import { fieldOf } from "@guildhall/ui";
import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { AlarmsPage } from "../pages/alarms-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

/** Alarms: see them, and say who looks after one. */
export function alarmRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/alarms", async (c) => {
    const ended = c.req.query("ended") === "true";
    const cursor = c.req.query("cursor");
    const { data: alarms, nextCursor } = await c.var.desk.api.alarms({ ended, cursor });
    const page = { ...frameOf(c, parts), alarms, ended, more: moreOf(c, nextCursor) };
    return c.html(<AlarmsPage {...page} once={crypto.randomUUID()} />);
  });
  app.post("/alarms/:id/acknowledge", async (c) => {
    const fields = await formOf(c);
    const id = c.req.param("id");
    const words = fieldOf(fields, "words")?.trim() || undefined;
    // All forms of the page have one name, and each alarm is acknowledged once.
    const once = `${onceOf(fields)}-${id}`;
    const call = c.var.desk.api.acknowledgeAlarm(id, words, once);
    const { refused } = await answerOrRefusal(call, ["invalid-transition"]);
    const { at } = c.var.office;
    return refused ? c.redirect(at.alarms, 303) : doneAt(c, at.alarms, "alarm-acknowledged");
  });
  return app;
}
