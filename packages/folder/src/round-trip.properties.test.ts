import type { FolderContents } from "@guildhall/domain";
import fc from "fast-check";
import { type FolderFault, writeFolder } from "./index.ts";
import { readContents } from "./read/read-contents.ts";
import { contents } from "./testing/contents.ts";
import type { Tree } from "./tree.ts";

const checker = { compile: async () => [] };

/** What is read of the files of a folder. */
async function read(tree: Tree): Promise<FolderContents> {
  const files = (root: string, of: Tree) => ({ root, tree: of, faults: [], parsed: new Map() });
  const own = files("shire", tree);
  const result = await readContents(
    { id: "shire", own, cookbook: files("cookbook", new Map()) },
    { checker },
  );
  if ("contents" in result) return inOrder(result.contents);
  const say = ({ file, line, sentence }: FolderFault) => `${file}:${line} ${sentence}`;
  throw new Error(result.faults.map(say).join("\n"));
}

/** Each kind of thing in the order of names: a folder has another one. */
function inOrder({ brands, ...all }: FolderContents): FolderContents {
  const byId = <T>(things: readonly T[], idOf: (thing: T) => string) =>
    things.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  const { connectors, datasets, schemas, targets, services, drafts, withdrawn } = all;
  return {
    brands: byId(brands, ({ brand }) => brand.id),
    connectors: byId(connectors, ({ id }) => id),
    datasets: byId(datasets, ({ id }) => id),
    schemas: byId(schemas, ({ id }) => id),
    targets: byId(targets, ({ id }) => id),
    services: byId(services, ({ id }) => id),
    drafts: byId(drafts, ({ id }) => id),
    withdrawn: byId(withdrawn, ({ definition }) => definition.id),
  };
}

const settings = { seed: 20_261_122, numRuns: 100 };

describe("a tenant's folder", () => {
  it("holds whatever a tenant may say, so that it is read as it was written", () =>
    fc.assert(
      fc.asyncProperty(contents, async (all) => {
        expect(await read(await writeFolder(all))).toEqual(all);
      }),
      settings,
    ));

  it("is the same bytes whenever the same is written, also after it was read", () =>
    fc.assert(
      fc.asyncProperty(contents, async (all) => {
        const first = await writeFolder(all);
        const again = await writeFolder(await read(first));
        expect([...again.keys()]).toEqual([...first.keys()]);
        for (const [path, bytes] of first)
          expect(Buffer.from(again.get(path) ?? []).toString()).toBe(Buffer.from(bytes).toString());
      }),
      settings,
    ));
});
