/** Where in a value another lies. */
export type Path = readonly (string | number)[];

/** What a guide writes for whatever there may be: in a text, as a field for any others, as the last of a list. */
const anything = "…";

/**
 * Say how an answer differs from what a guide shows of it; nothing where it does not.
 *
 * Ids, references, moments and digests differ each time: one of the same kind is as good.
 */
export function differences(shown: unknown, real: unknown, path: Path = []): string[] {
  if (shown === anything) return [];
  if (Array.isArray(shown)) return listDifferences(shown, real, path);
  if (isRecord(shown)) return recordDifferences(shown, real, path);
  if (shown === real) return [];
  const alike = typeof shown === "string" && typeof real === "string" && isLike(shown, real);
  return alike ? [] : [`${place(path)} is ${JSON.stringify(real)}, not ${JSON.stringify(shown)}`];
}

function listDifferences(shown: readonly unknown[], real: unknown, path: Path): string[] {
  if (!Array.isArray(real)) return [`${place(path)} is no list`];
  const open = shown.at(-1) === anything;
  const wanted = open ? shown.slice(0, -1) : shown;
  if (open ? real.length < wanted.length : real.length !== wanted.length)
    return [`${place(path)} has ${real.length} values`];
  return wanted.flatMap((one, index) => differences(one, real[index], [...path, index]));
}

function recordDifferences(
  { [anything]: open, ...shown }: Record<string, unknown>,
  real: unknown,
  path: Path,
): string[] {
  if (!isRecord(real)) return [`${place(path)} is ${JSON.stringify(real)}`];
  const more = Object.keys(real).filter((name) => !(name in shown));
  return [
    ...(open === undefined ? more.map((name) => `${place([...path, name])} is not shown`) : []),
    ...Object.entries(shown).flatMap(([name, one]) =>
      name in real
        ? differences(one, real[name], [...path, name])
        : [`${place([...path, name])} is missing`],
    ),
  ];
}

const kinds = [
  /^([a-z]{3}_)[0-9a-z]{26}$/,
  /^()\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  /^([A-Z]{2,4}-)[2-9A-Z]{4}-[2-9A-Z]{4}$/,
  /^(wh(?:pk|sec)_)[A-Za-z0-9+/=]+$/,
  /^()[0-9a-f]{64}$/,
];

/** Tell whether a text is of the kind that is shown, or fits it where it is left out in part. */
export function isLike(shown: string, real: string): boolean {
  if (shown.includes(anything)) {
    const parts = shown.split(anything).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join("[\\s\\S]*")}$`).test(real);
  }
  return kinds.some((kind) => {
    const [one, other] = [kind.exec(shown), kind.exec(real)];
    return one !== null && other !== null && one[1] === other[1];
  });
}

/** Find where a value that is shown lies. */
export function pathTo(shown: unknown, value: string, path: Path = []): Path | undefined {
  if (shown === value) return path;
  if (typeof shown !== "object" || shown === null) return undefined;
  for (const [name, one] of Object.entries(shown)) {
    const found = pathTo(one, value, [...path, name]);
    if (found) return found;
  }
  return undefined;
}

export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => (isContainer(part) ? part[step] : undefined), value);
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value);
}

function place(path: Path): string {
  return path.length === 0 ? "The answer" : path.join(".");
}
