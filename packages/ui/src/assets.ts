import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Asset = {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag: string;
  hash: string;
};

/** Where a page finds its stylesheet, its scripts and its icon. */
export type AssetUrls = {
  stylesheet: string;
  script: string;
  enabledScript: string;
  /** For pages that ask for files. */
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
  icon: string;
  /** The map, and its styles: loaded when somebody asks for it. */
  map: string;
  mapStylesheet: string;
  /** For pages with a long list to choose from. */
  typeAhead: string;
  typeAheadStylesheet: string;
};

const kinds = {
  stylesheet: ["guildhall", "css", "text/css; charset=utf-8"],
  script: ["guildhall", "js", "text/javascript; charset=utf-8"],
  enabledScript: ["enabled", "js", "text/javascript; charset=utf-8"],
  uploads: ["uploads", "js", "text/javascript; charset=utf-8"],
  autosave: ["autosave", "js", "text/javascript; charset=utf-8"],
  follow: ["follow", "js", "text/javascript; charset=utf-8"],
  live: ["live", "js", "text/javascript; charset=utf-8"],
  messages: ["messages", "js", "text/javascript; charset=utf-8"],
  livePreview: ["live-preview", "js", "text/javascript; charset=utf-8"],
  shortcuts: ["shortcuts", "js", "text/javascript; charset=utf-8"],
  icon: ["icon", "svg", "image/svg+xml"],
  map: ["map", "js", "text/javascript; charset=utf-8"],
  mapStylesheet: ["map", "css", "text/css; charset=utf-8"],
  typeAhead: ["type-ahead", "js", "text/javascript; charset=utf-8"],
  typeAheadStylesheet: ["type-ahead", "css", "text/css; charset=utf-8"],
} as const satisfies Record<keyof AssetUrls, readonly [stem: string, ending: string, type: string]>;

const built = join(import.meta.dirname, "../dist");
const known = new Map<string, { files: Map<string, Asset>; names: AssetUrls }>();

/**
 * Give what a server has to serve, by file name.
 *
 * Each name carries the hash of its bytes, so that it may be cached for ever and a new release has new names.
 *
 * @throws Error with a sentence to act on, when nothing is built yet
 */
export function assets(folder: string = built): ReadonlyMap<string, Asset> {
  return read(folder).files;
}

/** Name the assets as they are served under `base`, for `Layout`. */
export function assetUrls(base: string, folder: string = built): AssetUrls {
  const { names } = read(folder);
  const at = (name: string) => `${base}/${name}`;
  return {
    stylesheet: at(names.stylesheet),
    script: at(names.script),
    enabledScript: at(names.enabledScript),
    uploads: at(names.uploads),
    autosave: at(names.autosave),
    follow: at(names.follow),
    live: at(names.live),
    messages: at(names.messages),
    livePreview: at(names.livePreview),
    shortcuts: at(names.shortcuts),
    icon: at(names.icon),
    map: at(names.map),
    mapStylesheet: at(names.mapStylesheet),
    typeAhead: at(names.typeAhead),
    typeAheadStylesheet: at(names.typeAheadStylesheet),
  };
}

function read(folder: string) {
  const before = known.get(folder);
  if (before) return before;
  const files = new Map<string, Asset>();
  const name = (kind: keyof AssetUrls) => {
    const [fileName, asset] = readAsset(folder, kind);
    files.set(fileName, asset);
    return fileName;
  };
  const names = {
    stylesheet: name("stylesheet"),
    script: name("script"),
    enabledScript: name("enabledScript"),
    uploads: name("uploads"),
    autosave: name("autosave"),
    follow: name("follow"),
    live: name("live"),
    messages: name("messages"),
    livePreview: name("livePreview"),
    shortcuts: name("shortcuts"),
    icon: name("icon"),
    map: name("map"),
    mapStylesheet: name("mapStylesheet"),
    typeAhead: name("typeAhead"),
    typeAheadStylesheet: name("typeAheadStylesheet"),
  };
  known.set(folder, { files, names });
  return { files, names };
}

function readAsset(folder: string, kind: keyof AssetUrls): [string, Asset] {
  const [stem, ending, contentType] = kinds[kind];
  const path = join(folder, `${stem}.${ending}`);
  if (!existsSync(path)) {
    throw new Error(`${path} is not built yet: run "npm run build --workspace @guildhall/ui".`);
  }
  const bytes = new Uint8Array(readFileSync(path));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return [`${stem}-${hash}.${ending}`, { bytes, contentType, etag: `"${hash}"`, hash }];
}
