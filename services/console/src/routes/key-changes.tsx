import { fieldOf } from "@guildhall/ui";
import type { Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import {
  hoursOffered,
  RevokeKeyPage,
  RotateKeyPage,
  RotateSigningKeysPage,
} from "../pages/key-confirm-pages.tsx";
import { ChangeKeyPage, emptyKey } from "../pages/key-form.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf } from "./frame-of.ts";
import { readKeyChange } from "./read-key.ts";
import { answerOrRefusal } from "./refusal.ts";
import { showKeyOnce } from "./show-key-once.tsx";

/** Change, rotate and end a key; and let the organisation's next key sign. */
export function addKeyChanges(app: Hono<ConsoleEnv>, parts: Parts): Hono<ConsoleEnv> {
  app.get("/keys/:id/change", async (c) => {
    const { id, name, scopes, allowedAddresses } = await c.var.desk.api.key(c.req.param("id"));
    const typed = { ...emptyKey, name, scopes, addresses: allowedAddresses.join("\n") };
    return c.html(<ChangeKeyPage {...frameOf(c, parts)} id={id} typed={typed} faults={{}} />);
  });
  app.post("/keys/:id/change", (c) => change(c, parts, c.req.param("id")));
  app.get("/keys/:id/rotate", (c) => askToRotate(c, parts, c.req.param("id")));
  app.post("/keys/:id/rotate", (c) => rotate(c, parts, c.req.param("id")));
  app.get("/keys/:id/revoke", async (c) => {
    const shown = await c.var.desk.api.key(c.req.param("id"));
    return c.html(<RevokeKeyPage {...frameOf(c, parts)} shown={shown} once="" />);
  });
  app.post("/keys/:id/revoke", async (c) => {
    const id = c.req.param("id");
    await c.var.desk.api.revokeKey(id);
    return doneAt(c, c.var.office.at.key(id), "key-revoked");
  });
  app.get("/signing-keys/rotate", (c) =>
    c.html(<RotateSigningKeysPage {...frameOf(c, parts)} once={crypto.randomUUID()} faults={{}} />),
  );
  app.post("/signing-keys/rotate", (c) => rotateSigningKeys(c, parts));
  return app;
}

async function change(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { typed, faults, asked } = readKeyChange(await formOf(c));
  if (!asked) {
    const page = { ...frameOf(c, parts), id, typed, faults };
    return c.html(<ChangeKeyPage {...page} />, 400);
  }
  const { refused } = await answerOrRefusal(c.var.desk.api.changeKey(id, asked), ended);
  const at = c.var.office.at.key(id);
  return refused ? c.redirect(at, 303) : doneAt(c, at, "key-changed");
}

/** The key has been ended meanwhile, as its page says. */
const ended = ["invalid-transition"];

async function askToRotate(c: Context<ConsoleEnv>, parts: Parts, id: string, once?: string) {
  const shown = await c.var.desk.api.key(id);
  const page = { ...frameOf(c, parts), shown, once: once ?? crypto.randomUUID() };
  if (once === undefined) return c.html(<RotateKeyPage {...page} faults={{}} />);
  const faults = { hours: "Choose how long the old one stays good" };
  return c.html(<RotateKeyPage {...page} faults={faults} />, 400);
}

async function rotate(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const hours = hoursOffered.find((offer) => offer === fieldOf(fields, "hours"));
  if (hours === undefined) return askToRotate(c, parts, id, once);
  const call = c.var.desk.api.rotateKey(id, Number(hours), once);
  const { answer: key } = await answerOrRefusal(call, ended);
  if (!key) return c.redirect(c.var.office.at.key(id), 303);
  return showKeyOnce(c, parts, { key, title: `The new secret of ${key.name}` });
}

async function rotateSigningKeys(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const once = onceOf(await formOf(c));
  const { api } = c.var.desk;
  const { refused } = await answerOrRefusal(api.rotateSigningKeys(once), ["invalid-transition"]);
  if (!refused) return doneAt(c, c.var.office.at.keys, "signing-key-rotated");
  const faults = {
    confirm: "The next key must be published for a day before it signs. Come back tomorrow",
  };
  const page = { ...frameOf(c, parts), once: crypto.randomUUID(), faults };
  return c.html(<RotateSigningKeysPage {...page} />, 409);
}
