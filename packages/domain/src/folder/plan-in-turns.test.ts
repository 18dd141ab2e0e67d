import { SchemaSet } from "@guildhall/contract";
import { createWorld, exampleshire, noise, type World } from "../testing.ts";
import type { FolderContents } from "./contents.ts";
import type { Beside } from "./item.ts";
import { planConnectors } from "./plan-connectors.ts";
import { planParts } from "./plan-parts.ts";
import { planServices } from "./plan-services.ts";

const [connector] = exampleshire.connectors;
const [{ brand } = { brand: undefined }] = exampleshire.brands;
const schema = SchemaSet.parse({ id: "a", main: "a.xsd", files: { "a.xsd": "<a/>" }, rules: [] });
const target = { name: "Case", source: "json-schema", format: "json", remarks: [], fields: [] };
const ended = { definition: noise, words: { text: "Ring us." } };

/** Fifty things of a kind, which differ by their ids. */
const many = <T>(make: (id: string) => T) => Array.from({ length: 50 }, (_, at) => make(`x${at}`));

const kinds = {
  services: () => many((id) => ({ ...noise, id })),
  drafts: () => many((id) => ({ ...noise, id })),
  withdrawn: () => many((id) => ({ ...ended, definition: { ...noise, id } })),
  brands: () => many((id) => ({ brand: { ...brand, id } })),
  connectors: () => many((id) => ({ ...connector, id })),
  datasets: () => many((id) => ({ id, columns: ["a", "b"], rows: [["1", "2"]] })),
  schemas: () => many((id) => ({ ...schema, id })),
  targets: () => many((id) => ({ id, ...target, readAt: "2026-11-22T10:00:00Z" })),
};
const nothing = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));

describe("planning an import", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it.each(Object.entries(kinds))("lets others have a turn between %s", async (kind, make) => {
    const contents = { ...nothing, [kind]: make() } as unknown as FolderContents;
    const beside: Beside = { ctx: world.ctx, db: world.ctx.db, contents, mayCall: () => true };
    let turns = 0;
    const timer = { next: setImmediate(turn) };
    function turn() {
      turns += 1;
      timer.next = setImmediate(turn);
    }
    const plans = [planServices, planConnectors, planParts];
    const items = [];
    for (const plan of plans) items.push(...(await plan(beside)));
    clearImmediate(timer.next);
    expect(items).toHaveLength(50);
    expect(turns).toBeGreaterThanOrEqual(45);
  });
});
