import { FoundAddresses, type PlaceQuery, Problem, text } from "@guildhall/contract";
import { type PlaceDesk, postcodeIn } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { anyone, createRouter, json, refusals } from "../router.ts";

const wanted = z.object({
  postcode: text(16).optional(),
  text: text(100, 3).optional(),
  uprn: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  number: text(60)
    .optional()
    .openapi({
      param: {
        description: "The number or name of the house. A number that none has narrows nothing.",
      },
    }),
});

const find = createRoute({
  method: "get",
  path: "/addresses",
  operationId: "findAddresses",
  summary: "Find addresses",
  description:
    "By exactly one of `postcode`, `text` and `uprn`. Each answer says which council the address belongs to; `outside` is there when none of them is this council's, and names whose they are. The answers come from the council's provider of addresses. Where that does not answer, let people type the address.",
  tags: ["Addresses"],
  security: anyone,
  request: { query: wanted },
  responses: {
    200: { description: "Addresses, in the order of the street", ...json(FoundAddresses) },
    ...refusals("request-invalid", "invalid-text", "places-unavailable"),
  },
});

/** Addresses, for whoever types one. */
export function createAddresses(places: Pick<PlaceDesk, "find">) {
  return createRouter().openapi(find, async (c) => {
    const { number, ...asked } = c.req.valid("query");
    const found = await places.find(c.var.ctx, { query: queryOf(asked), number });
    return c.json(found, 200, { "Cache-Control": "no-store" });
  });
}

/** @throws Problem `request-invalid` unless exactly one thing is asked for, and a postcode is one */
function queryOf(asked: Omit<z.infer<typeof wanted>, "number">): PlaceQuery {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  if (given.length !== 1)
    throw new Problem("request-invalid", { faults: [{ pointer: "", code: "one-of" }] });
  if (asked.uprn !== undefined) return { uprn: asked.uprn };
  if (asked.text !== undefined) return { text: asked.text };
  const postcode = postcodeIn(asked.postcode ?? "");
  if (postcode === undefined)
    throw new Problem("request-invalid", { faults: [{ pointer: "/postcode", code: "invalid" }] });
  return { postcode };
}
