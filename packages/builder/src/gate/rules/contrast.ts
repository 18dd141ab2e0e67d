import type { Rule } from "../gate.ts";

/** What WCAG 2.2 AA asks for of text. */
const enough = 4.5;

const names = {
  brand: "main colour",
  link: "colour of links",
  linkHover: "colour of links that are pointed at",
} as const;

/** Colours of the service's brand that cannot be read by all. */
export const contrast: Rule = ({ definition: { brand }, known: { colours } }) => {
  const own = brand === undefined ? undefined : colours?.get(brand);
  if (!own) return [];
  return paleColours(own).map((part) => ({
    section: "look",
    at: "/brand",
    sentence: `Make the ${names[part]} of the brand “${brand}” darker: on white it cannot be read by all.`,
    code: "poor-contrast",
    advice: false,
  }));
};

type Part = keyof typeof names;

/** The colours of a brand that cannot be read by all on white. */
export function paleColours(colours: Readonly<Record<Part, string>>): Part[] {
  const parts = ["brand", "link", "linkHover"] as const;
  return parts.filter((part) => againstWhite(colours[part]) < enough);
}

/** How far a colour `#rrggbb` is from white in brightness, from 1 to 21, as WCAG 2.2 measures it. */
export function againstWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(colour.slice(at, at + 2)));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(hex: string): number {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
