import type { z } from "zod";
import { type Data, partOf } from "./data.ts";
import type { Way } from "./locate.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found wrong with one part, as the rest of a sentence: `is missing`, `should not be empty`. */
export interface Shortcoming {
  readonly path: Way;
  readonly says: string;
}

/** What is said of a field that the schema does not have. */
export const notKnown = "is not known here";

/** Say plainly what a schema found wrong with a whole, part by part. */
export function shortcomings(issue: Issue, whole: Data): Shortcoming[] {
  const path = wayOf(issue);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], says: notKnown }));
  }
  const branch = issue.code === "invalid_union" ? nearest(issue.errors) : undefined;
  if (branch) {
    return branch.flatMap((inner) =>
      shortcomings({ ...inner, path: [...issue.path, ...inner.path] }, whole),
    );
  }
  const isThere = path.reduce<Data | undefined>(partOf, whole) !== undefined;
  return [{ path, says: isThere ? shouldBe(issue) : "is missing" }];
}

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a set of fields",
  record: "a set of fields",
};

function shouldBe(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `should be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `should be ${issue.values.length > 1 ? "one of: " : ""}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.inclusive === false
        ? `should be more than ${issue.minimum}`
        : `should be at least ${issue.minimum}${countOf(issue.origin)}`;
    case "too_big":
      return `should be at most ${issue.maximum}${countOf(issue.origin)}`;
    case "invalid_format":
      return `should be ${formats[issue.pattern ?? issue.format] ?? "written in the form that is expected here"}`;
    case "custom":
      return custom[issue.message] ?? "is not right";
    default:
      return "is not one of the kinds that are known here";
  }
}

function countOf(origin: string): string {
  return origin === "array" ? " long" : "";
}

const custom: Record<string, string> = {
  "too-long": "is too long",
  "too-short": "should not be empty",
  "invalid-text": "has characters that cannot be stored",
  "domain-name": "should be a host name such as services.example.gov.uk",
};

const formats: Record<string, string> = {
  "/^[a-z0-9]+(?:-[a-z0-9]+)*$/": "lower-case letters and digits, with single hyphens between them",
  "/^[a-z][a-zA-Z0-9]*$/":
    "letters and digits that begin with a lower-case letter, as in “noiseSource”",
  "/^#[0-9a-f]{6}$/": "a colour such as “#0b5a3c”, in lower case",
  "/^[A-Z]{2,4}$/": "two to four capital letters",
  "^https$": "an address that begins with https://",
  url: "a whole address, such as https://www.example.gov.uk/",
};

/** The branch of a choice that was most likely meant: the one with the fewest faults. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.toSorted((one, other) => weight(one) - weight(other))[0];
}

function weight(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1),
    0,
  );
}

function wayOf(issue: Issue): Way {
  return issue.path.map((step) => (typeof step === "number" ? step : String(step)));
}
