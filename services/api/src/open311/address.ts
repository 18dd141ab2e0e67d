const postcode = /\b(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/gi;

/** The parts of an address that were written as one text. */
export interface AddressParts {
  readonly line1?: string;
  readonly line2?: string;
  readonly town?: string;
  readonly postcode?: string;
}

/**
 * Take an address apart: the postcode wherever it stands, the first line, the town last, the rest between.
 *
 * What is not there is left out, for the form to ask for.
 */
export function parseAddress(text: string): AddressParts {
  const found = [...text.matchAll(postcode)].at(-1);
  const rest = found
    ? text.slice(0, found.index) + text.slice(found.index + found[0].length)
    : text;
  const lines = rest
    .split(/[\n,]/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const [line1, ...others] = lines;
  const town = others.pop();
  return {
    ...(line1 === undefined ? {} : { line1 }),
    ...(others.length === 0 ? {} : { line2: others.join(", ") }),
    ...(town === undefined ? {} : { town }),
    ...(found ? { postcode: found[0] } : {}),
  };
}
