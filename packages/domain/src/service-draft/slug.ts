const longest = 60;

/** Make a name for addresses from a title: “Report a café’s noise” becomes `report-a-cafes-noise`. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  if (slug === "") return "service";
  // Where services are listed, “new” is the page on which one begins.
  return slug === "new" ? "new-service" : slug;
}
