import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Faults } from "../pages/frame.ts";
import { emptyKey, NewKeyPage, type TypedKey } from "../pages/key-form.tsx";
import { KeyPage } from "../pages/key-page.tsx";
import { KeysPage } from "../pages/keys-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { frameOf, moreOf } from "./frame-of.ts";
import { addKeyChanges } from "./key-changes.tsx";
import { readNewKey } from "./read-key.ts";
import { answerOrRefusal } from "./refusal.ts";
import { showKeyOnce } from "./show-key-once.tsx";

/** Keys: see them, issue one, and look after it until it ends. */
export function keyRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/keys", async (c) => {
    const { api } = c.var.desk;
    const { data: keys, nextCursor } = await api.keys(c.req.query("cursor"));
    const signingKeys = await api.signingKeys();
    const page = { ...frameOf(c, parts), keys, more: moreOf(c, nextCursor), signingKeys };
    return c.html(<KeysPage {...page} now={parts.now()} />);
  });
  app.get("/keys/new", (c) => showForm(c, parts, { typed: emptyKey, faults: {} }));
  app.post("/keys/new", (c) => issue(c, parts));
  app.get("/keys/:id", async (c) => {
    const shown = await c.var.desk.api.key(c.req.param("id"));
    return c.html(<KeyPage {...frameOf(c, parts)} shown={shown} now={parts.now()} />);
  });
  return addKeyChanges(app, parts);
}

async function showForm(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { typed, faults, once }: { typed: TypedKey; faults: Faults; once?: string },
): Promise<Response> {
  const { scopes, api } = c.var.desk;
  const connections = scopes.has("connectors:read") ? await api.connections() : [];
  const page = { ...frameOf(c, parts), typed, faults, connections };
  const status = Object.keys(faults).length > 0 ? 400 : 200;
  return c.html(<NewKeyPage {...page} once={once ?? crypto.randomUUID()} />, status);
}

async function issue(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const { typed, faults, asked } = readNewKey(fields, parts.now());
  if (!asked) return showForm(c, parts, { typed, faults, once });
  const { answer, refused } = await answerOrRefusal(c.var.desk.api.issueKey(asked, once), [
    "request-invalid",
    "invalid-text",
  ]);
  if (answer) return showKeyOnce(c, parts, { key: answer, title: `A key for ${answer.name}` });
  return showForm(c, parts, { typed, faults: faultOf(refused?.faults[0]?.pointer), once });
}

/** What the API found that no form can: a field that is named as the form names it, or the name as the first. */
function faultOf(pointer: string | undefined): Faults {
  const field = pointer === "/jwksUrl" ? "jwksUrl" : "name";
  return { [field]: "This cannot be used. Enter it another way" };
}
