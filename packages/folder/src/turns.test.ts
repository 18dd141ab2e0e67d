import type { FolderContents } from "@guildhall/domain";
import { writeFolder } from "./index.ts";
import { readContents } from "./read/read-contents.ts";
import type { Tree } from "./tree.ts";

const target = { name: "Case", source: "json-schema", format: "json", remarks: [], fields: [] };
const readAt = "2026-11-22T10:00:00Z";
const targets = Array.from(
  { length: 30 },
  (_, at) => ({ id: `t${at}`, ...target, readAt }) as FolderContents["targets"][number],
);
const contents: FolderContents = {
  brands: [],
  connectors: [],
  datasets: targets.map(({ id }) => ({ id, columns: ["a", "b"], rows: [["1", "2"]] })),
  schemas: [],
  targets,
  services: [],
  withdrawn: [],
  drafts: [],
};
/** A folder whose files are all there, and say little. */
const files = (paths: readonly string[]): Tree =>
  new Map(paths.map((path) => [path, new TextEncoder().encode("title: A\n")]));

/** How many turns others have while something is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next: NodeJS.Immediate | undefined;
  const turn = () => {
    turns += 1;
    next = setImmediate(turn);
  };
  next = setImmediate(turn);
  await work().finally(() => clearImmediate(next));
  return turns;
}

function reading(tree: Tree) {
  const of = (root: string, files: Tree) => ({
    root,
    tree: files,
    faults: [],
    parsed: new Map(),
  });
  const given = { id: "shire", own: of("", tree), cookbook: of("cookbook", new Map()) };
  return () => readContents(given, { checker: { compile: async () => [] } });
}

describe("a large folder", () => {
  it.each([
    ["services", (at: number) => `services/s${at}/service.yaml`],
    ["drafts", (at: number) => `drafts/s${at}/service.yaml`],
    ["connectors", (at: number) => `connectors/s${at}.yaml`],
    ["brands", (at: number) => `brands/s${at}.yaml`],
    ["datasets", (at: number) => `datasets/s${at}.csv`],
    ["targets", (at: number) => `targets/s${at}.json`],
    ["schemas", (at: number) => `schemas/s${at}/set.yaml`],
  ])("lets others have a turn between its %s", async (_, pathOf) => {
    const tree = files(Array.from({ length: 50 }, (_, at) => pathOf(at)));
    expect(await turnsDuring(reading(tree))).toBeGreaterThanOrEqual(45);
  });

  it("lets others have a turn between the parts that are written", async () => {
    expect(await turnsDuring(() => writeFolder(contents))).toBeGreaterThanOrEqual(55);
  });
});
