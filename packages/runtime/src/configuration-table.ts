import { settings } from "./settings.ts";

/** Write the table of all settings, in Markdown, for the documentation. */
export function configurationTable(): string {
  const rows = Object.entries(settings.shape).map(([name, type]) => {
    const { description = "", unset, secret } = type.meta() ?? {};
    const mark = secret ? " (secret)" : "";
    return `| \`${name}\` | ${unset || "none"} | ${description}${mark} |`;
  });
  return ["| variable | where not set | what it is |", "|---|---|---|", ...rows, ""].join("\n");
}
