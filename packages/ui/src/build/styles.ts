import { join } from "node:path";
import { compileString, NodePackageImporter } from "sass";
import { type BrandColours, defaultColours, meanings, properties, theme } from "../theme/theme.ts";

const root = join(import.meta.dirname, "../..");

/** Rules for what only central government may show. */
const reserved = /\.govuk-footer__(crown|copyright-logo|licence)/;

/** An at-rule that lost everything in it. */
const emptied = /@[a-z][^{};]*\{(?:@[a-z][^{};]*\{\})*\}/g;

/**
 * Compile the stylesheet: GOV.UK Frontend without its crown, its typeface and its colours, and what is ours.
 *
 * Every colour that a council may choose is a custom property, which its theme sets.
 */
export function compileStyles(): string {
  const { css } = compileString(`${settings(defaultColours)}\n@use "guildhall";`, {
    importers: [new NodePackageImporter(root)],
    loadPaths: [join(root, "styles")],
    style: "compressed",
  });
  return `${unbrand(css)}${theme(defaultColours)}`.replace(emptied, "");
}

function settings(colours: BrandColours): string {
  const named = Object.entries(properties(colours))
    .map(([name, value]) => [/^--govuk-(.*)-colour$/.exec(name)?.[1], value])
    .filter(([name]) => name);
  const map = [...Object.entries(meanings), ...named].map(([name, value]) => `"${name}": ${value}`);
  return `
    @use "pkg:govuk-frontend/settings" with (
      $govuk-font-family: inherit,
      $govuk-font-family-print: inherit,
      $govuk-functional-colours: (${map.join(", ")})
    );
    @use "pkg:govuk-frontend/components/button/settings" as button with (
      $govuk-button-background-colour: var(--guildhall-button-colour),
      $govuk-inverse-button-text-colour: var(--govuk-brand-colour)
    );`;
}

/** The palette's colours that GOV.UK Frontend writes into components, and what stands there instead. */
const palette: readonly (readonly [hex: string, ours: string, only?: RegExp])[] = [
  ["#0b5c3e", "var(--guildhall-button-hover-colour)", /\.govuk-button/],
  ["#083d29", "var(--guildhall-button-shadow-colour)", /\.govuk-button/],
  ["#0f385c", "var(--guildhall-button-shadow-colour)", /\.govuk-button/],
  ["#d2e2f1", "var(--govuk-surface-background-colour)", /\.govuk-file-upload/],
  ["#1d70b8", "var(--govuk-brand-colour)"],
  ["#f4f8fb", "var(--govuk-surface-background-colour)"],
  ["#0b0c0c", "var(--govuk-text-colour)"],
  ["#ca3535", "var(--govuk-error-colour)"],
  ["#982828", "#8a1c16"],
  ["#651b1b", "#5e1510"],
  ["#d2e2f1", "#d9e6ee"],
  ["#0f385c", "#0b3a52"],
  ["#cfe4dc", "#d5e6da"],
  ["#083d29", "#123f28"],
];

/** Rewrite the rules one by one: drop what is reserved, change the colours that Sass cannot be told to change. */
function unbrand(css: string): string {
  return tidy(css).replace(/([^{};]+)\{([^{}]*)\}/g, (rule, selector: string, body: string) => {
    if (reserved.test(selector) || !body) return "";
    let changed = body;
    for (const [hex, ours, only = /./] of palette) {
      if (only.test(selector)) changed = changed.replaceAll(hex, ours);
    }
    return changed === body ? rule : `${selector}{${changed}}`;
  });
}

/**
 * Leave out what says nothing here: fallbacks of properties that are always set,
 * the typeface that `_house.scss` sets once, and rules for Internet Explorer.
 */
function tidy(css: string): string {
  return css
    .replace(/^\ufeff/, "")
    .replace(/var\((--govuk-[a-z-]+-colour),\s*#[0-9a-f]+\)/g, "var($1)")
    .replace(
      /font-family:inherit(;-webkit-font-smoothing:[a-z]+;-moz-osx-font-smoothing:[a-z]+)?;?/g,
      "",
    )
    .replace(
      /@media screen[^{]*(?:\ufffd|-ms-high-contrast: none)[^{]*\{(?:[^{}]+\{[^{}]*\})*\}/g,
      "",
    );
}
