/** What the fields of things are called by people who set them up. */
const names: Readonly<Record<string, string>> = {
  name: "its name",
  shortName: "its short name",
  colours: "its colours",
  logo: "the name of its logo",
  picture: "its logo",
  contact: "how to get in touch",
  emergency: "what is said for emergencies",
  inWelsh: "what it says in Welsh",
  kind: "its kind",
  address: "its address",
  settings: "its settings",
  statuses: "what its statuses mean",
  knownStatuses: "the statuses that it is known to have",
  codes: "its lists of codes",
  follows: "what it is told of a case",
  columns: "its columns",
  rows: "its rows",
  files: "its files",
  rules: "its rules",
  main: "its first file",
  namespaces: "its namespaces",
  fields: "its fields",
  readAt: "when it was read",
};

/** The fields that are otherwise, as a list in a sentence. */
export function sayFields(fields: readonly string[]): string {
  const said = [
    ...new Set(fields.map((field) => (Object.hasOwn(names, field) ? names[field] : ""))),
  ];
  const named = said.flatMap((name) => (name ? [name] : []));
  const all = named.length < said.length ? [...named, "other settings"] : named;
  const last = all.at(-1) ?? "";
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${last}` : last;
}
