import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileScripts } from "./src/build/scripts.ts";
import { compileStyles } from "./src/build/styles.ts";

const dist = join(import.meta.dirname, "dist");
const scripts = await compileScripts();

await mkdir(dist, { recursive: true });
await writeFile(join(dist, "guildhall.css"), compileStyles());
await writeFile(join(dist, "guildhall.js"), scripts.guildhall);
await writeFile(join(dist, "enabled.js"), scripts.enabled);
await writeFile(join(dist, "map.js"), scripts.map);
await writeFile(join(dist, "map.css"), scripts.mapStyles);
await writeFile(join(dist, "uploads.js"), scripts.uploads);
await writeFile(join(dist, "autosave.js"), scripts.autosave);
await writeFile(join(dist, "follow.js"), scripts.follow);
await writeFile(join(dist, "live.js"), scripts.live);
await writeFile(join(dist, "messages.js"), scripts.messages);
await writeFile(join(dist, "live-preview.js"), scripts.livePreview);
await writeFile(join(dist, "shortcuts.js"), scripts.shortcuts);
await writeFile(join(dist, "type-ahead.js"), scripts.typeAhead);
await writeFile(join(dist, "type-ahead.css"), scripts.typeAheadStyles);
await copyFile(join(import.meta.dirname, "browser/icon.svg"), join(dist, "icon.svg"));
