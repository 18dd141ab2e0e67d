/** The colour of text, black or white, that is easier to read on a `#rrggbb` background. */
export function readableOn(background: string): "#000000" | "#ffffff" {
  // Where both contrast alike (WCAG 2), the background's luminance is the root of 1.05 x 0.05, less 0.05.
  return luminance(background) > Math.sqrt(1.05 * 0.05) - 0.05 ? "#000000" : "#ffffff";
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(colour.slice(at, at + 2)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(hex: string): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
