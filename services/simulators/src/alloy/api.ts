import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { toldOf } from "../faults.ts";
import { type CallEnv, destroy } from "../misbehave.ts";
import type { Alloy } from "./alloy.ts";
import { readQuery } from "./aqs.ts";
import { presentDesign } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import { fileNameOf } from "./files.ts";
import { type Item, ItemEdit, NewItem, presentItem } from "./item.ts";
import { pageOf, readPaging } from "./paging.ts";
import { referenceOf } from "./view.ts";
import { begun } from "./workflow.ts";

/** Whoever calls with the key. */
const by = { username: "api" };

/** The calls of Alloy's API that the platform makes, under `/api`. */
export function alloyApi(alloy: Alloy, apiKey: string | undefined): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.onError((error, c) => answerError(error, c));
  app.use(async (c, next) => {
    checkKey(c.req.header("authorization"), apiKey);
    await next();
  });
  addItemCalls(app, alloy);
  addQueryCalls(app, alloy);
  addDesignCalls(app, alloy);
  addFileCalls(app, alloy);
  app.all("*", (c) => c.json(new AlloyError("DatabaseNotFound", "There is no such call"), 404));
  return app;
}

function addItemCalls(app: Hono<CallEnv>, alloy: Alloy): void {
  const { items, faults } = alloy;
  app.post("/item", async (c) => createItem(c, alloy, NewItem.parse(await c.req.json())));
  app.get("/item/:id", (c) => c.json({ item: presentItem(items.get(c.req.param("id"))) }));
  app.put("/item/:id", async (c) => {
    const edit = ItemEdit.parse(await c.req.json());
    const id = c.req.param("id");
    if (faults.take("edited-meanwhile")) touch(alloy, id);
    const item = presentItem(items.edit(id, edit, by));
    return faults.take("lost-reply") ? destroy(c) : c.json({ item });
  });
  app.delete("/item/:id", (c) => {
    items.delete(c.req.param("id"), by);
    return c.json({});
  });
  app.get("/item/:id/parents", (c) => {
    const parents = items.parentsOf(c.req.param("id"), c.req.query("AttributeCode"));
    return c.json(pageOf(parents.map(presentItem), readPaging(c.req.query())));
  });
  app.get("/item-log/item/:id", (c) => {
    const id = c.req.param("id");
    const log = items.logOf(id).map((entry) => ({ itemId: id, causes: [], ...entry }));
    return c.json(pageOf(log, readPaging(c.req.query())));
  });
}

/** Let an officer save an item as it is, which gives it another signature. */
function touch({ items }: Alloy, id: string): void {
  const { signature } = items.get(id);
  items.edit(id, { attributes: [], signature }, { username: "officer", note: "Saved" });
}

/** Create an item, acting out the faults that concern the creation of a case. */
function createItem(c: Context<CallEnv>, alloy: Alloy, input: NewItem): Response {
  const { faults, items, workflow } = alloy;
  const isCase = input.designCode === workflow.design;
  if (isCase && faults.take("refused")) {
    throw new AlloyError("ModelValidationFailed", "The item was refused");
  }
  const made = items.create(begun(workflow, input), by);
  const item = presentItem(made);
  if (isCase && faults.take("moved-on")) moveOn(alloy, made);
  if (faults.take("lost-reply")) return destroy(c);
  if (!isCase) return c.json({ item });
  if (faults.take("duplicate")) {
    throw new AlloyError("ItemAlreadyExists", "Already got that item");
  }
  if (faults.take("success-without-reference")) {
    const { itemId: _, ...nameless } = item;
    return c.json({ item: nameless });
  }
  return c.json({ item });
}

/** Give a new case its second status, as a workflow does after a creation. */
function moveOn({ items, workflow }: Alloy, { itemId, signature }: Item): void {
  const [first, second = first] = workflow.open;
  if (!second) return;
  const attributes = [{ attributeCode: workflow.status, value: [second] }];
  items.edit(itemId, { attributes, signature }, { username: "workflow", note: "Moved on" });
}

function addQueryCalls(app: Hono<CallEnv>, alloy: Alloy): void {
  const { items, designs, faults } = alloy;
  app.post("/aqs/query", async (c) => {
    const query = readQuery(await c.req.json(), designs);
    const matching = items.all().filter((item) => query.matches(item));
    const found = toldOf(faults, matching, (item) => referenceOf(alloy, item));
    const { results, ...page } = pageOf(found, readPaging(c.req.query()));
    return c.json({ ...page, results: results.map((item) => presentItem(query.select(item))) });
  });
  app.post("/aqs/statistics", async (c) => {
    const query = readQuery(await c.req.json(), designs);
    if (query.type !== "MathAggregation") {
      throw new AlloyError("AqsInvalidQuery", "statistics takes a MathAggregation");
    }
    const value = items.all().filter((item) => query.matches(item)).length;
    return c.json({ page: 1, pageSize: 1, results: [{ value: { value } }] });
  });
}

function addDesignCalls(app: Hono<CallEnv>, { designs }: Alloy): void {
  app.get("/design", (c) =>
    c.json(pageOf(designs.all().map(presentDesign), readPaging(c.req.query()))),
  );
  app.get("/design/:code", (c) =>
    c.json({ design: presentDesign(designs.get(c.req.param("code"))) }),
  );
}

function addFileCalls(app: Hono<CallEnv>, { files }: Alloy): void {
  app.post("/file", async (c) => {
    const name = fileNameOf(c.req.header("content-disposition"));
    const contentType = c.req.header("content-type") ?? "";
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json({ fileItemId: files.add({ name, contentType, bytes }, by) });
  });
  app.get("/file/:id", (c) => {
    const { bytes, contentType, name } = files.get(c.req.param("id"));
    return c.body(bytes, 200, {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  });
}

function checkKey(header: string | undefined, apiKey: string | undefined): void {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${apiKey}`);
  const same = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!apiKey || !same) throw new AlloyError("UserUnauthorized", "The API key is not valid");
}

/** Say what is wrong in Alloy's words. */
export function answerError(error: Error, c: Context): Response {
  const said = asAlloyError(error);
  return c.json(said, said.status);
}

function asAlloyError(error: Error): AlloyError {
  if (error instanceof AlloyError) return error;
  if (error instanceof SyntaxError) return new AlloyError("JsonDeserializationFailed", "no JSON");
  if (error instanceof z.ZodError) {
    return new AlloyError("ModelValidationFailed", z.prettifyError(error));
  }
  return new AlloyError("InternalError", error.message);
}
