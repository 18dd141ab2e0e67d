const begin = "<!-- The table is written by npm run generate. -->";
const end = "<!-- The table ends. -->";

/** The pages that carry the table of settings. */
export const tablePages = ["README.md", "docs/configuration.md"] as const;

/** Put the table into a page, between the two marks. */
export function putTable(page: string, table: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error("The page has no place for it.");
  return `${before}${begin}\n\n${table.trim()}\n\n${end}${after}`;
}
