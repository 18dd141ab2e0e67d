import { noteFile, type Reading } from "./reading.ts";

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";
const paths = (...patterns: string[]) => new RegExp(`^(?:README\\.md|${patterns.join("|")})$`);
const schemaSet = `schemas/${slug}/(?:set\\.yaml|[A-Za-z0-9._-]+\\.xsd|README\\.md|LICENSE)`;
const ofService = `(?:service(?:\\.cy)?|mapping\\.${slug}|(?:messages|scenarios)/${slug})\\.yaml`;
const known = {
  cookbook: paths(schemaSet, `${slug}/${ofService}`, `${slug}/examples/${slug}\\.json`),
  tenant: paths(
    "tenant\\.yaml",
    schemaSet,
    `datasets/${slug}\\.csv`,
    `targets/${slug}\\.json`,
    `brands/${slug}\\.(?:yaml|svg|png)`,
    `(?:connectors|mappings|simulators)/${slug}\\.yaml`,
    `(?:services|drafts)/${slug}/${ofService}`,
    `services/${slug}/exit\\.yaml`,
    `services/${slug}/examples/${slug}(?:\\.${slug})?\\.(?:json|xml)`,
  ),
};

/** A file under a name that means nothing would be passed over in silence: most likely the name is wrong. */
export function noteStrangers(reading: Reading, place: keyof typeof known): void {
  for (const path of reading.tree.keys()) {
    if (!known[place].test(path))
      noteFile(reading, path, "A file of this name and place means nothing here.");
  }
}
