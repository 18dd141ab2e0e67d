/**
 * Tell whether whoever asks would rather read Welsh than anything else, by their browser's `Accept-Language`.
 *
 * A browser that names Welsh after English asks for English.
 */
export function readsWelshFirst(header: string | undefined): boolean {
  const [first] = (header ?? "")
    .split(",")
    .map((range, at) => ({ ...wantedIn(range), at }))
    .filter(({ wanted }) => wanted > 0)
    .sort((one, other) => other.wanted - one.wanted || one.at - other.at);
  return first !== undefined && /^cy(?:-|$)/i.test(first.tag);
}

function wantedIn(range: string): { tag: string; wanted: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
  const [, quality = "1"] = /^q=([\d.]+)$/i.exec(parameters.join(";")) ?? [];
  return { tag, wanted: tag === "" ? 0 : Number(quality) || 0 };
}
