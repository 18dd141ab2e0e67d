// `npm run build`: the pages' assets, and the whole product in a few files, of which each command, the threads that check XML and read folders and the process that makes small pictures load what they need.
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { bundle, checker, fingerprint, isBuilt, markBuilt, reader, shrinker } from "./bundle.mjs";
import { install, npm, requireNode, root, say } from "./prepare.mjs";

/** Packages that find files of their own beside them, are native, or are loaded only where traces are kept. */
const external = [
  "@libsql/client",
  "@opentelemetry/context-async-hooks",
  "@opentelemetry/core",
  "@opentelemetry/exporter-trace-otlp-http",
  "@opentelemetry/resources",
  "@opentelemetry/sdk-trace-base",
  "bullmq",
  "bullmq-otel",
  "ioredis",
  "libsql",
  "libxml2-wasm",
  "pdfkit",
  "sharp",
  "swagger-ui-dist",
];

requireNode();
install();
if (!process.argv.includes("--if-changed") || !isBuilt()) {
  await buildAll().catch((error) => {
    // esbuild has said where and why.
    if (!("errors" in error)) say(error.message);
    process.exitCode = 1;
  });
}

async function buildAll() {
  const began = performance.now();
  const sources = fingerprint();
  await Promise.all([buildAssets(), buildBundle()]);
  markBuilt(sources);
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

async function buildBundle() {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    // A part's name holds the hash of what it and the parts under it say.
    splitting: true,
    entryPoints: [
      { in: "services/guildhall/src/main.ts", out: parse(bundle).name },
      { in: "packages/xml/src/checker/xml-worker.ts", out: parse(checker).name },
      { in: "packages/folder/src/apart/folder-worker.ts", out: parse(reader).name },
      { in: "packages/documents/src/thumbnail/shrink-process.ts", out: parse(shrinker).name },
    ],
    outdir: dirname(bundle),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    keepNames: true,
    external,
    // CommonJS packages inside the bundle ask for `require`.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "warning",
  });
  removeStale(Object.keys(metafile.outputs));
}

/** Remove the parts of earlier builds. What runs has loaded its own when it started. */
function removeStale(outputs) {
  const built = new Set(outputs.map((path) => basename(path)));
  const folder = dirname(bundle);
  for (const name of readdirSync(folder))
    if (/\.mjs(?:\.map)?$/.test(name) && !built.has(name)) rmSync(join(folder, name));
}

function buildAssets() {
  const [program, ...args] = [...npm(), "run", "build", "--silent", "--workspace", "@guildhall/ui"];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error("The stylesheet and scripts of packages/ui could not be built."));
    });
  });
}
