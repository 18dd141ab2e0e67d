import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

export const bundle = join(root, "dist/guildhall.mjs");
/** The thread that checks XML: the product looks for it beside itself. */
export const checker = join(root, "dist/xml-worker.mjs");
/** The thread that reads the folders that people bring in, likewise. */
export const reader = join(root, "dist/folder-worker.mjs");
/** The process that makes small pictures, likewise. */
export const shrinker = join(root, "dist/shrink-process.mjs");
const mark = join(root, "dist/built-from");
const sources = ["packages", "services", "infra/scripts", "package-lock.json", "tsconfig.json"];

/** Tell whether the bundle was made from the sources as they are now. */
export function isBuilt() {
  const parts = [
    bundle,
    checker,
    reader,
    shrinker,
    mark,
    join(root, "packages/ui/dist/guildhall.css"),
  ];
  return parts.every(existsSync) && readFileSync(mark, "utf8") === fingerprint();
}

/** Remember what the bundle was made from: the fingerprint before it was built. */
export function markBuilt(before) {
  writeFileSync(mark, before);
}

/** Names, sizes and times of all sources: a thousand files take a few milliseconds. */
export function fingerprint() {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesIn(join(root, source)))) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return isTest(path) ? [] : [path];
  return readdirSync(path)
    .filter((name) => name !== "node_modules" && name !== "dist")
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function isTest(path) {
  return /\.test\.tsx?$/.test(path);
}
