import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { daysIn } from "../../routes/days-in.ts";
import { moreOf } from "../../routes/frame-of.ts";
import { publishedService } from "../home/on-service.ts";
import { ChasingPage } from "./chasing-page.tsx";
import { RatingsPage } from "./ratings-page.tsx";

/** What a service is like for those who have used it: how often they ask, and how satisfied they are. */
export function chasingRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/chasing", async (c) => {
    const { frame } = await publishedService(c, parts);
    const chasing = await c.var.desk.api.chasing(c.req.param("service"), daysIn(c));
    return c.html(<ChasingPage frame={frame} chasing={chasing} />);
  });
  app.get("/services/:service/ratings", async (c) => {
    const { frame } = await publishedService(c, parts);
    const { api } = c.var.desk;
    const service = c.req.param("service");
    const summary = await api.ratingSummary(service, daysIn(c));
    const { data, nextCursor } = await api.ratings(service, c.req.query("cursor"));
    const more = moreOf(c, nextCursor);
    return c.html(<RatingsPage {...{ frame, summary, ratings: data, more }} />);
  });
  return app;
}
