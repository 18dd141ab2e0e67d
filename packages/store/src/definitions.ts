import { ConnectorDefinition } from "@guildhall/contract";

/** More than the connectors that a process works for at a time; what is left out is read anew. */
const most = 256;
const known = new Map<string, ConnectorDefinition>();

/**
 * Read a connector's definition as it is stored. The same text gives the same object, which nobody can change: it is
 * asked for at every step of every delivery, and hardly ever another one.
 */
export function connectorIn(text: string): ConnectorDefinition {
  const before = known.get(text);
  if (before) return before;
  const definition = frozen(ConnectorDefinition.parse(JSON.parse(text)));
  const [oldest] = known.keys();
  if (known.size >= most && oldest !== undefined) known.delete(oldest);
  known.set(text, definition);
  return definition;
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
