const largestBytes = 100_000;
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The elements that draw. None of them can run anything, or fetch it from elsewhere. */
const shapes = new Set(
  `svg g defs title desc path rect circle ellipse line polyline polygon text tspan
  linearGradient radialGradient stop clipPath mask`.split(/\s+/),
);
/** Attributes that run, or lead out of the drawing. */
const leading = /\son[a-z]+\s*=|\bhref\s*=|\bsrc\s*=|url\s*\(\s*["']?(?!#)|@import|javascript:/i;

/**
 * Say what is wrong with a logo, which is served from our own address; undefined for one that can be used.
 *
 * A drawing holds shapes and nothing else: what is not known to be harmless is refused.
 */
export function logoFault(name: string, bytes: Uint8Array): string | undefined {
  if (bytes.length > largestBytes) return "is larger than 100 kB";
  if (name.endsWith(".png")) return isPng(bytes) ? undefined : "is not a PNG picture";
  const text = new TextDecoder().decode(bytes);
  if (!/<svg[\s>]/.test(text)) return "is not an SVG drawing";
  const isPlain = elementsIn(text).every((element) => shapes.has(element));
  return isPlain && !leading.test(text) ? undefined : "holds more than shapes";
}

export function isPng(bytes: Uint8Array): boolean {
  return pngSignature.every((byte, place) => bytes[place] === byte);
}

/** Whatever begins with `<`: elements, and by their signs declarations and instructions, which are no shapes. */
function elementsIn(text: string): string[] {
  const body = text.replace(/^\ufeff?\s*<\?xml\s[^?>]*\?>/, "").replaceAll(/<!--[^<>]*-->/g, "");
  return [...body.matchAll(/<(?!\/)([^\s/>]*)/g)].map(([, element = ""]) => element);
}
