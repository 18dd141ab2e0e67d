import { type CredentialField, credentialFieldsOf, type NewCredential } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { ConnectionPage, ConnectionsPage, sayUnusable } from "../pages/connections-pages.tsx";
import type { Faults } from "../pages/frame.ts";
import { formOf } from "./form.ts";
import { doneAt, frameOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

/** Connections: see which systems there are, and set what the organisation is let in with. */
export function connectionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/connections", async (c) => {
    const connections = await c.var.desk.api.connectors();
    return c.html(<ConnectionsPage {...frameOf(c, parts)} connections={connections} />);
  });
  app.get("/connections/:connector", (c) => show(c, parts, {}));
  app.post("/connections/:connector", (c) => set(c, parts));
  return app;
}

async function show(c: Context<ConsoleEnv>, parts: Parts, faults: Faults): Promise<Response> {
  const connection = await c.var.desk.api.connection(c.req.param("connector") ?? "");
  const page = { ...frameOf(c, parts), connection, fields: credentialFieldsOf(connection), faults };
  return c.html(<ConnectionPage {...page} />, Object.keys(faults).length > 0 ? 422 : 200);
}

async function set(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const id = c.req.param("connector") ?? "";
  const sent = await formOf(c);
  const { api } = c.var.desk;
  const names = credentialFieldsOf(await api.connection(id));
  const call = api.setCredential(id, credentialIn(sent, names));
  const { refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  if (!refused) return doneAt(c, c.var.office.at.connection(id), "credential-set");
  const wrong = names.filter((name) =>
    refused.faults.some(({ pointer }) => pointer === `/${name}`),
  );
  const faulty = wrong.length > 0 ? wrong : names.slice(0, 1);
  return show(c, parts, Object.fromEntries(faulty.map((name) => [name, sayUnusable(name)])));
}

/** What was typed, without what was left empty. */
function credentialIn(sent: Fields, names: readonly CredentialField[]): NewCredential {
  const typed = names.map((name) => [name, fieldOf(sent, name)?.trim() ?? ""] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== ""));
}
