/** What one node counts, in Prometheus' text format. */
export interface NodeFigures {
  readonly node: string;
  readonly text: string;
}

interface Family {
  readonly about: string[];
  readonly samples: string[];
}

/**
 * Put what several nodes count under one address, each sample with a label that says whose it is.
 *
 * Whichever process answers, the figures are the same, so that a collector may ask any of them.
 */
export function mergeMetrics(all: readonly NodeFigures[]): string {
  const families = new Map<string, Family>();
  for (const { node, text } of all) addTo(families, node, text);
  const lines = [...families.values()].flatMap(({ about, samples }) => [...about, ...samples]);
  return `${lines.join("\n")}\n`;
}

function addTo(families: Map<string, Family>, node: string, text: string): void {
  let family = { about: [], samples: [] } as Family;
  for (const line of text.split("\n")) {
    const name = /^# (?:HELP|TYPE) (\S+)/.exec(line)?.[1];
    if (name !== undefined) family = describe(families, name, line);
    else if (isSample(line)) family.samples.push(labelled(line, node));
  }
}

/** The family that a line is about; what is said of one is the same in every node, and kept once. */
function describe(families: Map<string, Family>, name: string, line: string): Family {
  const family = families.get(name) ?? { about: [], samples: [] };
  families.set(name, family);
  if (!family.about.includes(line)) family.about.push(line);
  return family;
}

function isSample(line: string): boolean {
  return line !== "" && !line.startsWith("#");
}

/** A sample is a name, its labels in braces where it has any, and a value. */
function labelled(line: string, node: string): string {
  const label = `node=${JSON.stringify(node)}`;
  const [, name = "", rest = ""] = /^([^\s{]+)(.*)$/.exec(line) ?? [];
  return rest.startsWith("{") ? `${name}{${label},${rest.slice(1)}` : `${name}{${label}}${rest}`;
}
