import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** End with a plain sentence where Node is too old to run what follows. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  end(`Guildhall needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** Install the packages of the lock file where they are missing, or are not the ones it names. */
export function install() {
  if (isInstalled()) return;
  say("Installing packages. The first time takes a minute.");
  const [program, ...args] = npm();
  if (run(program, [...args, "ci", "--ignore-scripts"]) !== 0) {
    end("The packages could not be installed: npm says why above.");
  }
}

/** Build the bundle and the pages' assets where a source has changed since. */
export function build() {
  if (run(process.execPath, [join(root, "infra/scripts/build.mjs"), "--if-changed"]) !== 0) {
    end("The build failed: the error is above.");
  }
}

/** Run a program in the root folder with our input and output; give its exit code. */
export function run(program, args, env = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (error) say(error.message);
  return status ?? 1;
}

/** The program of an installed package, run by this Node. */
export function tool(path) {
  return join(root, "node_modules", path);
}

/** The npm that runs us, or the one on the PATH. */
export function npm() {
  const path = process.env.npm_execpath;
  return path?.endsWith(".js") ? [process.execPath, path] : ["npm"];
}

export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function end(sentence) {
  say(sentence);
  process.exit(1);
}

/** npm writes down what it has installed when it is done; optional packages may be for other machines. */
function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(([path, { optional, version }]) => {
    return path === "" || optional || installed[path]?.version === version;
  });
}

function packagesOf(lockFile) {
  if (!existsSync(lockFile)) return {};
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}
