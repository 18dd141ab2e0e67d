// `npm run build`: the pages' assets, and the whole product as one file that starts in half a second, beside it the thread that checks XML.
import { spawn } from "node:child_process";
import { dirname, parse } from "node:path";
import { bundle, checker, fingerprint, isBuilt, markBuilt } from "./bundle.mjs";
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
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: "services/guildhall/src/main.ts", out: parse(bundle).name },
      { in: "packages/xml/src/checker/xml-worker.ts", out: parse(checker).name },
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
