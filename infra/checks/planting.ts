import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A violation of one rule, and what `npm run check` must say of it. */
export interface Planted {
  readonly rule: string;
  plant(root: string): Promise<void>;
  /** The place and the sentence that must be printed. */
  readonly says: RegExp;
}

export function file(
  rule: string,
  path: string,
  { text, says: part }: { text: string; says: string },
): Planted {
  return {
    rule,
    says: says(path, part),
    plant: (root) => writeFile(join(root, path), `${text}\n`),
  };
}

/** A dependency that the layers do not allow, declared as it would be. */
export function dependency(folder: string, on: string): Planted {
  const name = folder.replace(/^.+\//, "@guildhall/");
  return {
    rule: `${folder} on ${on}`,
    says: new RegExp(`Package \`${on}\` found without any tag listed in allowlist for \`${name}\``),
    plant: (root) => depend(root, folder, on),
  };
}

export async function depend(root: string, folder: string, on: string, range = "*"): Promise<void> {
  const path = join(root, folder, "package.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  manifest.dependencies = { ...manifest.dependencies, [on]: range };
  await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

export async function change(root: string, path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  await writeFile(join(root, path), text.replace(from, to));
}

export function cycle(name: string, other: string): string {
  return `import { ${other} } from "./planted-${other}.ts";\n\nexport const ${name} = (): unknown => ${other};\n`;
}

export function says(path: string, part: string): RegExp {
  return new RegExp(`${literal(path)}.*${literal(part)}`);
}

function literal(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");
}

export function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}
