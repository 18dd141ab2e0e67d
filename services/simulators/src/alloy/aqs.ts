import { isCleanJson } from "@guildhall/contract";
import { z } from "zod";
import { compileNode, Node } from "./aqs-node.ts";
import type { Designs } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import { Collection, type Item } from "./item.ts";

const Aqs = z.object({
  aqs: z.object({
    type: z.enum(["Query", "MathAggregation"]),
    properties: z.object({
      dodiCode: z.string(),
      collectionCode: z.union([Collection, z.array(Collection).min(1)]).default("Live"),
      attributes: z.array(z.string()).optional(),
      aggregationType: z.literal("Count").optional(),
    }),
    children: z.array(Node).max(100).default([]),
  }),
});

const deepest = 60;

/** A query that was read: which items it asks for, and which of their attributes it wants to see. */
export interface Query {
  readonly type: "Query" | "MathAggregation";
  matches(item: Item): boolean;
  /** Cut an item down to the attributes asked for. */
  select(item: Item): Item;
}

/**
 * Read a query of Alloy's query language (AQS).
 *
 * @throws AlloyError `AqsInvalidQuery`, `DesignNotFound`, `DodiAttributeNotInDesign`
 */
export function readQuery(body: unknown, designs: Designs): Query {
  if (!isCleanJson(body, deepest)) throw new AlloyError("AqsInvalidQuery", "The query is too deep");
  const read = Aqs.safeParse(body);
  if (!read.success) throw new AlloyError("AqsInvalidQuery", z.prettifyError(read.error));
  const { type, properties, children } = read.data.aqs;
  const design = designs.get(properties.dodiCode);
  const collections = [properties.collectionCode].flat();
  const tests = children.map((child) => compileNode(child, { design: design.code, designs }));
  return {
    type,
    matches: (item) =>
      item.designCode === design.code &&
      collections.includes(item.collection) &&
      tests.every((test) => test(item)),
    select: (item) => cut(item, properties.attributes),
  };
}

function cut(item: Item, wanted: readonly string[] | undefined): Item {
  if (!wanted || wanted.includes("all")) return item;
  const attributes = Object.fromEntries(
    Object.entries(item.attributes).filter(([code]) => wanted.includes(code)),
  );
  return { ...item, attributes };
}
