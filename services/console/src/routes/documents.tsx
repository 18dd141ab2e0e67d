import type { Document } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { ConsoleEnv } from "../environment.ts";

/** What came with a request, passed on as safely as the API gives it; who opens it is recorded there. */
export function documentRoutes(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/processes/:id/documents/:document", (c) =>
    c.var.desk.api.document(c.req.param("document")),
  );
  app.get("/processes/:id/documents/:document/thumbnail", (c) =>
    c.var.desk.api.thumbnail(c.req.param("document")),
  );
  return app;
}

/** The files that came with a request, for whoever may read them. */
export async function filesOf(c: Context<ConsoleEnv>, process: string): Promise<Document[]> {
  const { api, scopes } = c.var.desk;
  if (!scopes.has("documents:read")) return [];
  return (await api.documents(process)).filter(({ kind }) => kind === "evidence");
}
