import { type Process, Reference } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { MergeLookPage, MergePage, type TypedMerge } from "./merge-pages.tsx";

type C = Context<ConsoleEnv>;

/** Ending a duplicate, so that its resident follows the request that goes on. */
export function mergeRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/processes/:id/merge", async (c) => {
    const process = await c.var.desk.api.process(c.req.param("id"));
    if (process.status !== "open") return c.redirect(c.var.office.at.case(process.id), 303);
    const typed = { reference: "", words: "" };
    const page = { ...frameOf(c, parts), process, typed, faults: {}, once: crypto.randomUUID() };
    return c.html(<MergePage {...page} />);
  });
  app.post("/processes/:id/merge", (c) => merge(c, parts));
  return app;
}

/** Find the other, show what becomes of both, and merge them once. */
async function merge(c: C, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const { api } = c.var.desk;
  const process = await api.process(c.req.param("id") ?? "");
  const typed = typedIn(fields);
  const page = { ...frameOf(c, parts), process, typed, once: onceOf(fields) };
  const ask = (faults: Faults = {}) =>
    c.html(<MergePage {...page} faults={faults} />, Object.keys(faults).length > 0 ? 400 : 200);
  const go = fieldOf(fields, "go");
  if (go === "change") return ask();
  const found = await otherOf(c, process, typed);
  const faults = { ...("fault" in found && { reference: found.fault }), ...wordsFault(typed) };
  if ("fault" in found || Object.keys(faults).length > 0) return ask(faults);
  const { into } = found;
  if (go !== "send") return c.html(<MergeLookPage {...page} into={into} />);
  const body = { into: into.id, ...(typed.words && { words: typed.words }) };
  const call = api.merge(process.id, body, page.once);
  const { refused } = await answerOrRefusal(call, ["process-closed"]);
  const at = c.var.office.at.case(process.id);
  // One of them has ended meanwhile: the case says which.
  return refused ? c.redirect(at, 303) : doneAt(c, at, "merged");
}

function typedIn(fields: Fields): TypedMerge {
  const one = (name: string) => (fieldOf(fields, name) ?? "").trim();
  return { reference: one("reference").toUpperCase(), words: one("words") };
}

function wordsFault({ words }: TypedMerge): Faults {
  return words.length > 1200 ? { words: "The words must be 1,200 characters or fewer" } : {};
}

/** The request that goes on, or why it cannot be that one. */
async function otherOf(
  c: C,
  process: Process,
  typed: TypedMerge,
): Promise<{ into: Process } | { fault: string }> {
  const { data: reference } = Reference.safeParse(typed.reference);
  if (reference === undefined)
    return { fault: "Enter the reference of a request, like CAM-2V4K-7XQP" };
  if (reference === process.reference)
    return { fault: "Enter the reference of the other request: this is the one that ends" };
  const [into] = await c.var.desk.api.searchCases({ reference, limit: 1 });
  if (into === undefined) return { fault: "There is no request with this reference" };
  if (into.service !== process.service)
    return { fault: `It is of another service: ${into.serviceTitle}` };
  return into.status === "open" ? { into } : { fault: "It has ended. Choose one that is open" };
}
