/** Say what a part of a service is, line by line: texts as they are, and of a thing with parts what each says. */
export function linesOfValue(value: unknown): string[] {
  if (value === undefined || value === null) return ["Nothing"];
  if (typeof value === "boolean") return [value ? "Yes" : "No"];
  if (typeof value !== "object") return [String(value)];
  if (Array.isArray(value))
    return value.length === 0 ? ["Nothing"] : value.map((item) => titleIn(item));
  return Object.entries(value).flatMap(([name, inner]) => {
    if (hidden.has(name) || inner === undefined) return [];
    const lines = linesOfValue(inner);
    return [`${nameOf(name)}: ${lines.join(", ")}`];
  });
}

/** Names that officers do not see elsewhere either. */
const hidden: ReadonlySet<string> = new Set(["id", "errors"]);

function titleIn(item: unknown): string {
  if (typeof item !== "object" || item === null) return linesOfValue(item).join(", ");
  const fields = item as Readonly<Record<string, unknown>>;
  const title = fields.label ?? fields.title ?? fields.name ?? fields.target ?? fields.id;
  return typeof title === "string" ? title : linesOfValue(item).join(", ");
}

/** `dueWorkingDays` as “Due working days”. */
function nameOf(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
