import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { readSentFile } from "../../routes/sent-file.ts";
import { folderAddresses } from "./addresses.ts";
import { FolderPage } from "./folder-page.tsx";
import { ImportPage } from "./import-page.tsx";

/** What the API takes, and what a form has around it. */
const largestBytes = 20_100_000;

/** What was set up, out as files and in again as a plan that somebody approves. */
export function folderRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/folder", (c) => show(c, parts, {}));
  app.get("/folder/download", (c) => c.var.desk.api.folder());
  app.get("/services/:service/folder", (c) => c.var.desk.api.serviceFolder(c.req.param("service")));
  app.post("/folder/imports", (c) => plan(c, parts));
  app.get("/folder/imports/:id", (c) => showImport(c, parts, {}));
  app.post("/folder/imports/:id/approve", (c) => approve(c, parts));
  return app;
}

type Objection = { readonly fault?: string; readonly said?: readonly string[] };

function show(c: Context<ConsoleEnv>, parts: Parts, { fault, said = [] }: Objection) {
  const faults = fault === undefined ? {} : { file: fault };
  const page = { ...frameOf(c, parts), faults, said, once: crypto.randomUUID() };
  return c.html(<FolderPage {...page} />, fault === undefined ? 200 : 400);
}

async function plan(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const sent = await readSentFile(c.req.raw, largestBytes);
  if ("fault" in sent) return show(c, parts, { fault: faultWords[sent.fault] });
  const once = onceOf(new Map([["once", [c.req.query("once") ?? ""]]]));
  const call = c.var.desk.api.planImport(new Blob([await sent.file.arrayBuffer()]), once);
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid", "body-too-large"]);
  if (answer) return c.redirect(folderAddresses(c.var.office.at).import(answer.id), 303);
  if (refused.code === "body-too-large") return show(c, parts, { fault: faultWords["too-large"] });
  const said = refused.faults.flatMap(({ detail }) => detail ?? []);
  return show(c, parts, {
    fault: "The files cannot be used as they are. Nothing has changed",
    said,
  });
}

const faultWords = {
  "too-large": "The file must be 20 megabytes or smaller",
  none: "Choose a zip file",
} as const;

async function showImport(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { fault }: Objection,
): Promise<Response> {
  const found = await c.var.desk.api.folderImport(c.req.param("id") ?? "");
  const page = { ...frameOf(c, parts), plan: found, fault, once: crypto.randomUUID() };
  return c.html(<ImportPage {...page} />, fault === undefined ? 200 : 409);
}

async function approve(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const call = c.var.desk.api.approveImport(id, onceOf(await formOf(c)));
  const { refused } = await answerOrRefusal(call, Object.keys(approveWords));
  const code = refused?.code;
  if (code !== undefined)
    return showImport(c, parts, { fault: (approveWords as Record<string, string>)[code] ?? "" });
  return doneAt(c, folderAddresses(c.var.office.at).import(id), "folder-imported");
}

const approveWords = {
  "precondition-failed":
    "Somebody has changed one of these things since the files were looked at, so nothing was done. Bring the files in again to see what they would change now.",
  "invalid-transition": "This was approved already.",
  "scope-missing":
    "The files change connections to back offices, which you may not. Ask a colleague who may to approve it.",
};
