import type { Data } from "./data.ts";

/** Rules, sources and changes of a row are one thing each: half of an old one and half of a new one would be neither. */
const whole: ReadonlySet<string> = new Set([
  "from",
  "change",
  "amount",
  "namespaces",
  "value",
  "expects",
]);

/** Tell whether what stands at these steps is told, and merged, as one thing. */
export function isOneThing(steps: readonly string[], ...values: (Data | undefined)[]): boolean {
  const key = steps.at(-1) ?? "";
  const isTranslation = steps[0] === "welsh" && steps.length === 2;
  const isRule = key === "when" && values.some((value) => typeof value === "object");
  return isTranslation || isRule || (whole.has(key) && !isItem(steps));
}

/** An item may have the name of a field. */
function isItem(steps: readonly string[]): boolean {
  return /^(pages|questions|options|conditions|sections|stages|steps|mappings|rows|scenarios)$/.test(
    steps.at(-2) ?? "",
  );
}
