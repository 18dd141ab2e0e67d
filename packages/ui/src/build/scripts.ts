import { join } from "node:path";
import { build } from "esbuild";

const folder = join(import.meta.dirname, "../../browser");

/** Bundle the scripts: what the components need, and the one line that must run before the page is drawn. */
export async function compileScripts(): Promise<{ guildhall: string; enabled: string }> {
  return { guildhall: await bundle("guildhall.js"), enabled: await bundle("enabled.js") };
}

async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    minify: true,
    write: false,
    format: name === "guildhall.js" ? "esm" : "iife",
    target: "es2020",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}
