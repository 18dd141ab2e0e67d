import { Container } from "@guildhall/contract";

type Section = keyof Container;
const sections = ["submitter", "location", "flags"] as const satisfies readonly Section[];

/** One container over another: what the upper one says counts. Sections that say nothing are left out. */
export function overlay(lower: Container, upper: Container): Container {
  const all = sections.map((section) => [section, { ...lower[section], ...upper[section] }]);
  return Object.fromEntries(all.filter(([, said]) => Object.keys(said ?? {}).length > 0));
}

/** What of a container is new beside what is known; that which is only written otherwise is not. */
export function newIn(known: Container, said: Container): Container {
  return overlay({}, Object.fromEntries(sections.map((one) => [one, newFields(known, said, one)])));
}

function newFields(known: Container, said: Container, section: Section): Record<string, unknown> {
  const before: Record<string, unknown> = known[section] ?? {};
  return Object.fromEntries(
    Object.entries(said[section] ?? {}).filter(
      ([name, value]) => value !== undefined && plain(name, before[name]) !== plain(name, value),
    ),
  );
}

/**
 * A value as it is compared. Back offices write what they are given in their own way, and two of them that told each
 * other of it would never come to an end.
 */
function plain(name: string, value: unknown): unknown {
  if (typeof value === "number") return value.toFixed(5);
  if (typeof value !== "string") return value;
  if (name === "phone") return value.replaceAll(/\D/g, "").replace(/^(?:00)?44(?=\d{9,10}$)/, "0");
  return value
    .replaceAll(/[\s,]+/g, " ")
    .trim()
    .toLowerCase();
}

/** The names of what a container says, without what: `submitter.email`. */
export function fieldsOf(container: Container): string[] {
  return sections.flatMap((section) =>
    Object.keys(container[section] ?? {}).map((name) => `${section}.${name}`),
  );
}

/** What of a back office's words can be kept: a section that is not as it should be is left out, and the others count. */
export function readable(container: Container): Container {
  return overlay(
    {},
    Object.fromEntries(
      sections.flatMap((section) => {
        const read = Container.safeParse({ [section]: container[section] });
        return read.success ? [[section, read.data[section]]] : [];
      }),
    ),
  );
}
