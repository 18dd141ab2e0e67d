import { Hono } from "hono";
import { startServer } from "../../../services/guildhall/src/serve.ts";
import { answerCommands } from "../commands.ts";

/** The least that Hono can do with a submission, parse it and say hello, and the least that it can do with a question. */
const app = new Hono()
  .post("/hello", async (c) => {
    await c.req.json();
    return c.json({ hello: "world" });
  })
  .get("/hello", (c) => c.json({ hello: "world" }));

const commands = {
  /** Listen on a free port and give it. */
  open: async (): Promise<number> => (await startServer({ port: 0, fetch: app.fetch })).port,
};
export type HelloCommands = typeof commands;

answerCommands(commands);
