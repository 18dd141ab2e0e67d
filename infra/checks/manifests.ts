import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Check, Finding } from "./check.ts";
import { filesUnder } from "./files.ts";

const Manifest = z.looseObject({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

const Peers = z.looseObject({ peerDependencies: z.record(z.string(), z.string()).default({}) });

interface Workspace extends z.infer<typeof Manifest> {
  readonly folder: string;
  readonly files: readonly string[];
}

/** What packages say they depend on: used, of one version everywhere, and for tests only where it is. */
export const manifests: Check = {
  name: "package manifests",
  async run(root) {
    const files = await filesUnder(root);
    const folders = files.flatMap(
      (path) => /^((?:packages|services)\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? [],
    );
    const workspaces = await Promise.all(
      folders.map((folder) =>
        read(
          root,
          folder,
          files.filter((path) => path.startsWith(`${folder}/`)),
        ),
      ),
    );
    const unused = await Promise.all(workspaces.map((workspace) => unusedIn(root, workspace)));
    return [...unused.flat(), ...disagreements(workspaces), ...workspaces.flatMap(testOnly)];
  },
};

async function read(root: string, folder: string, files: readonly string[]): Promise<Workspace> {
  const text = await readFile(join(root, folder, "package.json"), "utf8");
  return { ...Manifest.parse(JSON.parse(text)), folder, files };
}

async function unusedIn(root: string, workspace: Workspace): Promise<Finding[]> {
  const code = workspace.files.filter((path) => /\.(?:tsx?|mjs|scss|yaml)$/.test(path));
  const texts = await Promise.all(code.map((path) => readFile(join(root, path), "utf8")));
  const all = texts.join("\n");
  const names = Object.keys({ ...workspace.dependencies, ...workspace.devDependencies });
  const peers = await Promise.all(names.map((name) => peersOf(root, workspace.folder, name)));
  return names
    .filter((name) => !isNamed(name, all) && !peers.flat().includes(name))
    .map((name) => ({
      place: `${workspace.folder}/package.json`,
      sentence: `depends on ${name}, which nothing there imports.`,
    }));
}

/** What a package wants beside it is there for its sake. */
async function peersOf(root: string, folder: string, name: string): Promise<string[]> {
  for (const place of [folder, "."]) {
    const path = join(root, place, "node_modules", name, "package.json");
    if (!existsSync(path)) continue;
    const { peerDependencies } = Peers.parse(JSON.parse(await readFile(path, "utf8")));
    return Object.keys(peerDependencies);
  }
  return [];
}

function isNamed(name: string, code: string): boolean {
  return code.includes(`"${name}"`) || code.includes(`"${name}/`) || code.includes(`pkg:${name}`);
}

function disagreements(workspaces: readonly Workspace[]): Finding[] {
  const first = new Map<string, { range: string; folder: string }>();
  return workspaces.flatMap(({ folder, dependencies, devDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, range]) => {
      const known = first.get(name);
      if (!known) first.set(name, { range, folder });
      if (!known || known.range === range) return [];
      const sentence = `wants ${name} ${range}, but ${known.folder} wants ${known.range}.`;
      return [{ place: `${folder}/package.json`, sentence }];
    }),
  );
}

/** Turbo does not tell dependencies for tests from others. */
function testOnly({ name, folder, dependencies }: Workspace): Finding[] {
  const kept = [
    "@guildhall/testing",
    ...(name === "@guildhall/simulators" ? ["@guildhall/connectors"] : []),
  ];
  return kept
    .filter((other) => other in dependencies)
    .map((other) => ({
      place: `${folder}/package.json`,
      sentence: `may have ${other} for its tests only, under devDependencies.`,
    }));
}
