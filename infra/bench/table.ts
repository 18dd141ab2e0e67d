import { keeps, type Limit, type Line } from "./lines.ts";

/** The figures as a person reads them: each with its limit, and whether it keeps it. */
export function tableOf(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ name }) => name.length)) + 2;
  return lines
    .map((line) => {
      const figure = `${shown(line.value)} ${line.unit}`.trim();
      const mark = { true: "ok", false: "MISSED", undefined: "" }[String(keeps(line))];
      return `  ${line.name.padEnd(width)}${figure.padEnd(14)}${limitOf(line.limit).padEnd(12)}${mark}`.trimEnd();
    })
    .join("\n");
}

function shown(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString("en-GB", { maximumFractionDigits: value >= 100 ? 0 : 2 });
}

function limitOf(limit: Limit | undefined): string {
  if (limit === undefined) return "";
  return "atLeast" in limit ? `≥ ${shown(limit.atLeast)}` : `≤ ${shown(limit.atMost)}`;
}
