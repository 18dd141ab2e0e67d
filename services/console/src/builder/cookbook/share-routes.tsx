import { NewRecipe } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { cookbookAddresses } from "./addresses.ts";
import { serviceFrame, serviceOf } from "./adoption-routes.tsx";
import { markables, marksIn } from "./markable.ts";
import { SharePage } from "./share-page.tsx";

/** A live service that is shared with other councils. */
export function shareRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/share", (c) => show(c, parts, { faults: {} }));
  app.post("/services/:service/share", (c) => share(c, parts));
  return app;
}

async function show(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { faults, fields }: { faults: Faults; fields?: Fields },
): Promise<Response> {
  const service = serviceOf(c);
  const withMappings = fields ? isWithMappings(fields) : false;
  const sketch = await c.var.desk.api.sketchRecipe(service, withMappings);
  const frame = serviceFrame(c, parts, sketch.definition.title);
  const groups = markables(sketch, fields);
  const news = (fields && fieldOf(fields, "news")) ?? "";
  const page = { frame, service, sketch, groups, news, withMappings, faults };
  return c.html(<SharePage {...page} />, fields ? 400 : 200);
}

async function share(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const asked = {
    service: serviceOf(c),
    news: newsIn(fields),
    withMappings: isWithMappings(fields),
  };
  const fault = faultIn(asked.news);
  if (fault !== undefined) return show(c, parts, { faults: { news: fault }, fields });
  const call = c.var.desk.api.shareRecipe({ ...asked, parts: marksIn(fields) }, onceOf(fields));
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid", "recipe-refused"]);
  if (refused) {
    const said =
      refused.faults[0]?.detail ?? "It cannot be shared as it is. Check what you entered";
    return show(c, parts, { faults: { news: said }, fields });
  }
  return doneAt(c, cookbookAddresses(c.var.office.at).recipe(answer.recipe), "recipe-shared");
}

function newsIn(fields: Fields): string {
  return (fieldOf(fields, "news") ?? "").replaceAll("\r\n", "\n").trim();
}

function isWithMappings(fields: Fields): boolean {
  return fieldOf(fields, "withMappings") === "yes";
}

function faultIn(news: string): string | undefined {
  if (news === "") return "Enter what is good or new about it";
  if (NewRecipe.shape.news.safeParse(news).success) return undefined;
  return news.length > 2000
    ? "This must be 2,000 characters or fewer"
    : "This has characters that cannot be kept. Type it again";
}
