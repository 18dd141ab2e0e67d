import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));
const council = "cambridge-city";

const text = z.string().min(1);
const Planted = z.strictObject({
  what: text,
  file: text,
  from: text,
  to: text,
  in: text.optional(),
  at: text.optional(),
  says: text,
});
const fixture = new URL("fixtures/planted-faults.yaml", import.meta.url);
const planted = z.array(Planted).parse(parse(readFileSync(fixture, "utf8")));

describe("a fault in a tenant's folder", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "folder-"));
    for (const name of [council, "cookbook"])
      await cp(join(tenants, name), join(root, name), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  it.each(planted)(
    "is named with its file, line and reason: $what",
    async ({ file, from, to, ...named }) => {
      const before = await readFile(join(root, file), "utf8");
      expect(before).toContain(from);
      await writeFile(
        join(root, file),
        before.replace(from, () => to),
      );

      const place = join(root, named.in ?? file);
      const line = lineOf(await readFile(place, "utf8"), named.at ?? to);
      const faults = await faultsOf(join(root, council));
      const found = faults.filter(
        (fault) => fault.startsWith(`${place}:${line} `) && fault.includes(named.says),
      );
      expect(found, faults.join("\n")).toHaveLength(1);
    },
  );

  async function faultsOf(folder: string): Promise<string[]> {
    const result = await readTenantFolder(folder, { cookbook: join(root, "cookbook") });
    if ("folder" in result) throw new Error("no fault was found");
    return result.faults.map(
      ({ file, line, pointer, sentence }) => `${file}:${line} ${pointer} ${sentence}`,
    );
  }
});

function lineOf(content: string, words: string): number {
  const at = content.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the file`);
  return content.slice(0, at).split("\n").length;
}
