import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assets, assetUrls } from "./assets.ts";

const files = [
  "guildhall.css",
  "guildhall.js",
  "enabled.js",
  "uploads.js",
  "autosave.js",
  "follow.js",
  "live.js",
  "live-preview.js",
  "shortcuts.js",
  "messages.js",
  "icon.svg",
  "map.js",
  "map.css",
  "type-ahead.js",
  "type-ahead.css",
];

describe("assets", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guildhall-ui-"));
    for (const name of files) writeFileSync(join(folder, name), name);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("names each file after its bytes, so that it may be cached for ever", () => {
    const names = [...assets(folder).keys()];

    expect(names).toHaveLength(files.length);
    for (const name of names)
      expect(name).toMatch(
        /^(guildhall|enabled|uploads|autosave|follow|live|live-preview|shortcuts|messages|icon|map|type-ahead)-[0-9a-f]{16}\.(css|js|svg)$/,
      );
    for (const [name, asset] of assets(folder)) {
      expect(name).toContain(asset.hash);
      expect(asset.etag).toBe(`"${asset.hash}"`);
    }
  });

  it("gives a file that changed another name", () => {
    const other = mkdtempSync(join(tmpdir(), "guildhall-ui-"));
    for (const name of files) writeFileSync(join(other, name), name);
    writeFileSync(join(other, "guildhall.css"), "body{}");

    expect(assetUrls("", other).stylesheet).not.toBe(assetUrls("", folder).stylesheet);
    expect(assetUrls("", other).script).toBe(assetUrls("", folder).script);
    rmSync(other, { recursive: true });
  });

  it("says where each file is served, with its kind and its bytes", () => {
    const { stylesheet, script } = assetUrls("/assets", folder);
    const sheet = assets(folder).get(stylesheet.replace("/assets/", ""));

    expect(Buffer.from(sheet?.bytes ?? []).toString()).toBe("guildhall.css");
    expect(sheet?.contentType).toBe("text/css; charset=utf-8");
    expect(assets(folder).get(script.replace("/assets/", ""))?.contentType).toBe(
      "text/javascript; charset=utf-8",
    );
  });

  it("says what to do when nothing is built yet", () => {
    expect(() => assets(join(folder, "none"))).toThrow(/not built yet: run "npm run build/);
  });
});
