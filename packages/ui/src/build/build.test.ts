import { gzipSync } from "node:zlib";
import { defaultColours, properties } from "../theme/theme.ts";
import { compileScripts } from "./scripts.ts";
import { compileStyles } from "./styles.ts";

describe("the stylesheet", () => {
  let css: string;
  beforeAll(() => {
    css = compileStyles();
  });

  it("shows no crown, no royal arms and no typeface of central government's", () => {
    expect(css.match(/crown|crest|copyright-logo|transport|@font-face|url\(/i)).toBeNull();
  });

  it("has none of GOV.UK's brand colours", () => {
    const theirs =
      /#(1d70b8|1a65a6|16548a|0f385c|5694ca|8eb8dc|d2e2f1|f4f8fb|0f7a52|0b5c3e|083d29|0b0c0c|ca3535|00ffe0|ffdd00|fd0)\b/i;
    expect(css.match(theirs)).toBeNull();
  });

  it("takes every colour that a brand decides from a property that it sets itself", () => {
    const used = new Set([...css.matchAll(/var\((--[a-z-]+)/g)].map((match) => match[1]));
    const set = new Set([...css.matchAll(/[{;](--[a-z-]+):/g)].map((match) => match[1]));

    expect([...used].filter((name) => !set.has(name))).toEqual([]);
    for (const name of Object.keys(properties(defaultColours))) expect(used).toContain(name);
  });

  it("is whole after rewriting: no stray characters, and every block closed", () => {
    expect(css.match(/[\ufeff\ufffd]/)).toBeNull();
    expect(css.split("{")).toHaveLength(css.split("}").length);
    expect(css.match(/[^{}]{0,80}\{\}/)).toBeNull();
  });

  it("is at most 12 KB over the wire", () => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024);
  });
});

describe("the scripts", () => {
  it("have the components in use and no others", async () => {
    const { guildhall } = await compileScripts();

    expect(guildhall).toContain("govuk-error-summary");
    expect(guildhall).not.toMatch(/govuk-(accordion|tabs|password-input|exit-this-page)/);
    expect(guildhall).not.toMatch(/\beval\(|new Function/);
    expect(gzipSync(guildhall, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
  });

  it("for uploads are a file of their own, of at most 2 KB over the wire", async () => {
    const { uploads } = await compileScripts();
    expect(uploads).not.toMatch(/\beval\(|new Function/);
    expect(gzipSync(uploads, { level: 9 }).length).toBeLessThanOrEqual(2 * 1024);
  });

  it("for keeping what is typed are a file of their own, of at most 1 KB over the wire", async () => {
    const { autosave } = await compileScripts();
    expect(autosave).not.toMatch(/\beval\(|new Function/);
    expect(gzipSync(autosave, { level: 9 }).length).toBeLessThanOrEqual(1024);
  });

  it("for showing what is typed are a file of their own, of at most 1 KB over the wire", async () => {
    const { livePreview } = await compileScripts();
    expect(livePreview).not.toMatch(/\beval\(|new Function/);
    expect(gzipSync(livePreview, { level: 9 }).length).toBeLessThanOrEqual(1024);
  });

  it("for keys are a file of their own, of at most 1 KB over the wire", async () => {
    const { shortcuts } = await compileScripts();
    expect(shortcuts).not.toMatch(/\beval\(|new Function/);
    expect(gzipSync(shortcuts, { level: 9 }).length).toBeLessThanOrEqual(1024);
  });

  it("for typing ahead are files of their own, of at most 10 KB over the wire together", async () => {
    const { typeAhead, typeAheadStyles } = await compileScripts();
    expect(typeAhead).not.toMatch(/\beval\(|new Function|process\.env/);
    expect(typeAheadStyles.match(/#(1d70b8|0b0c0c|fd0|f3f2f1)|url\(/i)).toBeNull();
    const sizes = [typeAhead, typeAheadStyles].map((text) => gzipSync(text, { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(10 * 1024);
  });

  it("mark the body before the page is drawn, in a file of their own", async () => {
    expect((await compileScripts()).enabled).toContain("js-enabled");
  });
});
