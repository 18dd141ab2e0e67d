type Rgb = readonly [number, number, number];

/** How far apart two colours are in brightness, from 1 to 21, as WCAG 2.2 measures it. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Mix `share` (0 to 1) of one colour into another. */
export function mix(colour: string, into: string, share: number): string {
  const under = rgb(into);
  const mixed = rgb(colour).map((part, at) => part * share + (under[at] ?? 0) * (1 - share));
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Read a colour written as `#rrggbb`.
 *
 * @throws RangeError for any other text, so that nothing else can get into a stylesheet.
 */
export function rgb(colour: string): Rgb {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!parts) throw new RangeError(`A colour is written as #rrggbb, not ${JSON.stringify(colour)}`);
  return [hex(parts[1]), hex(parts[2]), hex(parts[3])];
}

function hex(pair: string | undefined): number {
  return Number.parseInt(pair ?? "0", 16);
}

function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour).map(linear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
