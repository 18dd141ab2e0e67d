import { isPlainXPath, isSafePattern, jsonSteps } from "./paths.ts";

describe("a path in an answer", () => {
  it.each(["$", "$.a", "$.a[0].b[*]", "$['odd name'].x", "$.@id"])("%s is a JSON path", (path) => {
    expect(jsonSteps(path)).toBeDefined();
  });

  it.each(["a", "$.", "$..a", "$[?(@.a)]", "$[a]", "$.a b", "$[0:2]", `$${".a".repeat(101)}`])(
    "%s is none",
    (path) => {
      expect(jsonSteps(path)).toBeUndefined();
    },
  );

  it.each([
    "A",
    "A/B",
    "/Envelope/Body",
    "//x:A",
    "./A",
    ".",
    "@id",
    "A/@id",
    "A/text()",
    "A[1]/B",
    "A[last()]",
    "Row[Type='2']/Number",
    'Row[@a="b/c[d]"]',
    "a:Row[b:C/D='x']/*",
    "../A",
    "./../../A/B",
  ])("%s is an XPath", (path) => {
    expect(isPlainXPath(path)).toBe(true);
  });

  it.each([
    "",
    "$A",
    "A//B",
    "count(A)",
    "A[count(//B)>1]",
    "A[//B='x']",
    "A[../B]",
    "A|B",
    "A[B]",
    "document('x')",
    "A[.='x']",
    "ancestor::A",
    `A[B='x" or "']`,
    "A[1",
    "string-length(A)",
    "A/..",
    "//..",
  ])("%s is none", (path) => {
    expect(isPlainXPath(path)).toBe(false);
  });
});

describe("a pattern", () => {
  it.each(["^CR\\d+$", "a.*b", "[a-z]+-[0-9]+", "x{3}", "colou?r", "(?:a|b)c", "\\(x\\)"])(
    "%s is safe",
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(true);
    },
  );

  it.each([
    "(a+)+$",
    "(a|aa)*b",
    "a*a*a*b",
    "(?=a)",
    "(a)\\1",
    "a{1,50}",
    "(?<n>a)\\k<n>",
    "(",
    "x".repeat(201),
    "(?:ab){2,}",
  ])("%s is not", (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });
});
