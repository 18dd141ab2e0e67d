import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check, Finding } from "./check.ts";
import { filesUnder } from "./files.ts";

type Ranges = Readonly<Record<string, string>>;

/** One package of ours. */
interface Workspace {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: Ranges;
  /** Those for tests and building as well. */
  readonly all: Ranges;
}

/** What packages say they depend on: used, of one version everywhere, and for tests only where it is. */
export const manifests: Check = {
  name: "package manifests",
  async run(root) {
    const files = await filesUnder(root);
    const workspaces = await Promise.all(
      files
        .flatMap((path) => /^((?:packages|services)\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? [])
        .map((folder) => readWorkspace(root, folder)),
    );
    const unused = await Promise.all(workspaces.map((one) => unusedIn(root, one)));
    return [...unused.flat(), ...disagreements(workspaces), ...workspaces.flatMap(testOnly)];
  },
};

async function readWorkspace(root: string, folder: string): Promise<Workspace> {
  const text = await readFile(join(root, folder, "package.json"), "utf8");
  const { name, dependencies = {}, devDependencies = {} } = JSON.parse(text);
  return { folder, name, dependencies, all: { ...dependencies, ...devDependencies } };
}

async function unusedIn(root: string, { folder, all }: Workspace): Promise<Finding[]> {
  const files = await filesUnder(join(root, folder));
  const texts = await Promise.all(
    files
      .filter((path) => /\.(?:tsx?|js|s?css)$/.test(path))
      .map((path) => readFile(join(root, folder, path), "utf8")),
  );
  const code = texts.join("\n");
  const names = Object.keys(all);
  const peers = await Promise.all(names.map((name) => peersOf(root, folder, name)));
  return names
    .filter((name) => !isNamed(name, code) && !peers.flat().includes(name))
    .map((name) => finding(folder, `depends on ${name}, which nothing there imports.`));
}

/** What a package wants beside it is there for its sake. */
async function peersOf(root: string, folder: string, name: string): Promise<string[]> {
  const path = [folder, "."]
    .map((place) => join(root, place, "node_modules", name, "package.json"))
    .find(existsSync);
  return path === undefined
    ? []
    : Object.keys(JSON.parse(await readFile(path, "utf8")).peerDependencies ?? {});
}

function isNamed(name: string, code: string): boolean {
  return [`"${name}"`, `"${name}/`, `"pkg:${name}/`].some((text) => code.includes(text));
}

function disagreements(workspaces: readonly Workspace[]): Finding[] {
  const first = new Map<string, { range: string; folder: string }>();
  return workspaces.flatMap(({ folder, all }) =>
    Object.entries(all).flatMap(([name, range]) => {
      const known = first.get(name) ?? { range, folder };
      first.set(name, known);
      if (known.range === range) return [];
      const sentence = `wants ${name} ${range}, but ${known.folder} wants ${known.range}.`;
      return [finding(folder, sentence)];
    }),
  );
}

/** What turbo must allow everywhere, or to one package, because it does not tell tests, or what a package of ours needs itself, from the rest. */
function testOnly({ name, folder, dependencies }: Workspace): Finding[] {
  const others = ["@guildhall/testing"];
  if (name === "@guildhall/simulators") others.push("@guildhall/connectors");
  if (name === "@guildhall/domain") others.push("@guildhall/xml");
  return others
    .filter((other) => other in dependencies)
    .map((other) => {
      const sentence = `may have ${other} for its tests only, under devDependencies.`;
      return finding(folder, sentence);
    });
}

function finding(folder: string, sentence: string): Finding {
  return { place: `${folder}/package.json`, sentence };
}
