// `npm run bench`: bundles the bench as the product is bundled, then runs it. `npm run bench -- --help` names its options.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { build, install, requireNode, root } from "./prepare.mjs";

requireNode();
install();
build();
const folder = join(root, "infra/bench/dist");
await buildPrograms();
process.argv[1] = join(folder, "main.mjs");
const { runCommandLine } = await import(pathToFileURL(process.argv[1]).href);
process.exitCode = await runCommandLine(process.argv.slice(2), { root, folder, product: bundle });

async function buildPrograms() {
  const { build: bundlePrograms } = await import("esbuild");
  await bundlePrograms({
    absWorkingDir: join(root, "infra/bench"),
    entryPoints: [
      "main",
      "loader/loader",
      "servers/bullmq-alone",
      "servers/documents",
      "servers/hello",
      "servers/keys",
      "servers/messages",
      "servers/platform",
      "servers/writer",
      "../../packages/xml/src/checker/xml-worker",
    ].map((path) => ({ in: `${path}.ts`, out: path.split("/").at(-1) })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    // The same packages stay outside as in the product's own bundle.
    external: [
      "@libsql/client",
      "bullmq",
      "ioredis",
      "libsql",
      "libxml2-wasm",
      "pdfkit",
      "swagger-ui-dist",
    ],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "warning",
  });
}
