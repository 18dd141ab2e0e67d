import { contrast, mix } from "./colour.ts";

/** The colours that are a council's own, each as `#rrggbb`. */
export type BrandColours = { brand: string; link: string; linkHover: string };

/** What a page looks like before a council has chosen. */
export const defaultColours: BrandColours = {
  brand: "#1b4f5c",
  link: "#0b5a7d",
  linkHover: "#093a51",
};

/** Colours that mean something, the same everywhere, so that a brand cannot make an error look like a success. */
export const meanings = {
  text: "#16191d",
  "inverse-text": "#ffffff",
  "body-background": "#ffffff",
  "secondary-text": "#4b545d",
  focus: "#ffd54a",
  "focus-text": "#16191d",
  error: "#b3261e",
  success: "#1f6b45",
  border: "#c6ccd1",
  "input-border": "#16191d",
  hover: "#d3d8dc",
  "link-visited": "#5a3a86",
  "link-active": "#16191d",
  "surface-text": "#16191d",
} as const;

/** Every property of the stylesheet that a brand decides, with the tints and shades that follow from its colours. */
export function properties({ brand, link, linkHover }: BrandColours): Record<string, string> {
  const surface = mix(brand, "#ffffff", 0.06);
  return {
    "--govuk-brand-colour": mix(brand, brand, 1),
    "--govuk-link-colour": mix(link, link, 1),
    "--govuk-link-hover-colour": mix(linkHover, linkHover, 1),
    "--govuk-template-background-colour": surface,
    "--govuk-surface-background-colour": surface,
    "--govuk-surface-border-colour": mix(brand, "#ffffff", 0.4),
    "--guildhall-button-colour": mix(brand, brand, 1),
    "--guildhall-button-hover-colour": mix(brand, "#000000", 0.8),
    "--guildhall-button-shadow-colour": mix(brand, "#000000", 0.5),
  };
}

/**
 * Write a council's stylesheet, to be served after the shared one.
 *
 * It sets properties only, so it needs no build, no inline style and no exception in the content security policy.
 *
 * @throws RangeError for a colour that is not `#rrggbb`
 */
export function theme(colours: BrandColours): string {
  const lines = Object.entries(properties(colours)).map(([name, value]) => `${name}:${value}`);
  return `:root{${lines.join(";")}}\n`;
}

/** A colour with too little contrast to be read, and against what. */
export type PaleColour = {
  colour: keyof BrandColours;
  value: string;
  ratio: number;
  sentence: string;
};

/** Name the colours of a brand that cannot be read by all: WCAG 2.2 AA asks for 4.5 to 1. */
export function checkContrast(colours: BrandColours): PaleColour[] {
  const surface = properties(colours)["--govuk-surface-background-colour"] ?? "#ffffff";
  return [
    ...pale(colours, "brand", "#ffffff", "for white words on it"),
    ...pale(colours, "link", surface, "for a link on the page's pale bands"),
    ...pale(colours, "linkHover", surface, "for a link on the page's pale bands"),
  ];
}

function pale(
  colours: BrandColours,
  colour: keyof BrandColours,
  against: string,
  use: string,
): PaleColour[] {
  const value = colours[colour];
  const ratio = Math.floor(contrast(value, against) * 100) / 100;
  if (ratio >= 4.5) return [];
  const sentence = `The colour ${colour} (${value}) is too pale ${use}: its contrast is ${ratio} to 1 and must be at least 4.5 to 1.`;
  return [{ colour, value, ratio, sentence }];
}
