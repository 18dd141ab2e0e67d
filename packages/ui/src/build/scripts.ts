import { join } from "node:path";
import { build } from "esbuild";

const folder = join(import.meta.dirname, "../../browser");

/** Bundle the scripts: what the components need, and the one line that must run before the page is drawn. */
export async function compileScripts(): Promise<{
  guildhall: string;
  enabled: string;
  uploads: string;
  /** For forms that keep what is typed by themselves. */
  autosave: string;
  /** For pages of something that goes on by itself. */
  follow: string;
  /** For pages that the server says the changes of. */
  live: string;
  /** For the words of messages. */
  messages: string;
  /** For forms that show what they make of what is typed. */
  livePreview: string;
  /** For pages that take keys for what their links do. */
  shortcuts: string;
  /** The map, and its styles: loaded when somebody asks for it. */
  map: string;
  mapStyles: string;
  /** For pages with a long list to choose from. */
  typeAhead: string;
  typeAheadStyles: string;
}> {
  return {
    guildhall: await bundle("guildhall.js"),
    enabled: await bundle("enabled.js"),
    uploads: await bundle("uploads.js"),
    autosave: await bundle("autosave.js"),
    follow: await bundle("follow.js"),
    live: await bundle("live.js"),
    messages: await bundle("messages.js"),
    livePreview: await bundle("live-preview.js"),
    shortcuts: await bundle("shortcuts.js"),
    map: await bundle("map.js"),
    mapStyles: await bundle("map.css"),
    typeAhead: await bundle("type-ahead.js"),
    typeAheadStyles: await bundle("type-ahead.css"),
  };
}

async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    minify: true,
    write: false,
    format: name === "enabled.js" ? "iife" : "esm",
    target: "es2020",
    legalComments: "none",
    // The type-ahead's library is published as JSX in plain files.
    loader: { ".js": "jsx" },
    define: { "process.env.COMPONENT_LIBRARY": '"PREACT"' },
    // Pictures of Leaflet's that nothing of ours shows.
    external: ["*.png"],
  });
  return outputFiles[0]?.text ?? "";
}
