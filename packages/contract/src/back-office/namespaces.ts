import type { z } from "zod";
import { prefixesIn } from "./paths.ts";

interface WithNamespaces {
  readonly namespaces: Readonly<Record<string, string>>;
}

/** Names under which settings hold paths of answers. */
const pathNames =
  /^(?:path|items|reference|status|changeKey|at|key|text|author|next|token|ours|code|(?:submitter|location)\..+)$/;

/** Say which XPath has a prefix that stands for no namespace. */
export function namespacesAreNamed(
  settings: WithNamespaces,
  context: z.core.$RefinementCtx<WithNamespaces>,
): void {
  for (const [path, text] of answerPathsIn(settings, [])) {
    const prefix = prefixesIn(text).find((one) => !Object.hasOwn(settings.namespaces, one));
    if (prefix === undefined) continue;
    const message = `The prefix “${prefix}” stands for no namespace.`;
    context.addIssue({ code: "custom", path: [...path], message });
  }
}

type Place = readonly (string | number)[];

function answerPathsIn(value: unknown, place: Place): [Place, string][] {
  if (typeof value === "string") return isAnswerPath(place) ? [[place, value]] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    answerPathsIn(inner, [...place, Array.isArray(value) ? Number(name) : name]),
  );
}

/** Requests have a `path` and texts of their own: only what reads an answer counts. */
function isAnswerPath(place: Place): boolean {
  const reads =
    /^(?:answers|reference|changes|found|list|notes|container|flags|paging|token|next)$/;
  const names = place.filter((step) => typeof step === "string");
  const last = names.at(-1) ?? "";
  return names.some((name) => reads.test(name)) && !names.includes("body") && pathNames.test(last);
}
