import { type Data, isFields, partOf } from "./data.ts";
import { listIn } from "./mentions/form-names.ts";

/** The path that the translations of an item's texts begin with, by the steps that lead to it. */
export function welshPath(steps: readonly string[]): string {
  const isQuestion = steps[0] === "form" && steps[1] === "pages" && steps[3] === "questions";
  return (isQuestion ? ["form", ...steps.slice(3)] : steps).join(".");
}

/** The paths that the translations of an item begin with: a page's questions have paths of their own. */
export function welshPaths(steps: readonly string[], item: Data | undefined): string[] {
  const own = welshPath(steps);
  if (steps.length !== 3 || steps[1] !== "pages") return [own];
  const ids = listIn(item, "questions").map((question) => String(partOf(question, "id")));
  return [own, ...ids.map((id) => `form.questions.${id}`)];
}

/** Change the paths of translations; without a path a translation goes. */
export function mapWelsh(whole: Data, change: (path: string) => string | undefined): Data {
  if (!isFields(whole) || !isFields(whole.welsh)) return whole;
  const kept = Object.entries(whole.welsh).flatMap(([path, translation]) => {
    const to = change(path);
    return to === undefined ? [] : [[to, translation] as const];
  });
  return { ...whole, welsh: Object.fromEntries(kept) };
}

/** The path with another beginning, where it has this one. */
export function moved(path: string, from: string, to: string): string | undefined {
  return path === from || path.startsWith(`${from}.`) ? to + path.slice(from.length) : undefined;
}
