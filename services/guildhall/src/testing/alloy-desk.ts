import type { TenantFolder } from "@guildhall/folder";
import { createAlloyJudge } from "@guildhall/simulators";
import { z } from "zod";
import { simulatorFile } from "./councils.ts";

const Items = z.object({
  items: z.array(
    z.object({
      itemId: z.string(),
      designCode: z.string(),
      attributes: z.record(z.string(), z.json()),
    }),
  ),
});
const Settings = z.object({
  links: z.record(z.string(), z.object({ design: z.string(), attribute: z.string() })),
});
const Document = z.strictObject({
  design: z.string(),
  attributes: z.record(z.string(), z.json()),
  links: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});

/** Says what a council's Alloy has against a document. Nothing where it would take it. */
export type AlloyDesk = (document: string) => string[];

/** Look at documents as the connector and then the council's Alloy would: each link by its title, then the design's rules. */
export function createAlloyDesk({ tenant, connectors }: TenantFolder): AlloyDesk {
  const file = simulatorFile(tenant.id, "alloy");
  const judge = createAlloyJudge(file);
  const { items } = Items.parse(file);
  const { links } = Settings.parse(connectors.find(({ id }) => id === "alloy")?.settings);
  const idsOf = (attribute: string, title: string) => {
    const link = links[attribute];
    const called = items.filter(
      ({ designCode, attributes }) =>
        designCode === link?.design && attributes[link.attribute] === title,
    );
    return called.map(({ itemId }) => itemId);
  };
  return (text) => {
    const document = Document.parse(JSON.parse(text));
    const linked = Object.entries(document.links).map(([code, titles]) => ({
      code,
      found: [titles].flat().map((title) => ({ title, ids: idsOf(code, title) })),
    }));
    const loose = linked.flatMap(({ code, found }) =>
      found
        .filter(({ ids }) => ids.length !== 1)
        .map(({ title, ids }) => `${code}: ${ids.length} items are called “${title}”`),
    );
    const attributes = [
      ...Object.entries(document.attributes),
      ...linked.map(({ code, found }) => [code, found.flatMap(({ ids }) => ids)] as const),
    ].map(([attributeCode, value]) => ({ attributeCode, value }));
    const said = judge({ designCode: document.design, attributes });
    return said === undefined ? loose : [...loose, said];
  };
}
