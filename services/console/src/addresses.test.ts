import fc from "fast-check";
import { addressesOf, wayOn } from "./addresses.ts";

const root = "/console/exampleshire/";
const seeded = { seed: 4, numRuns: 2000 };

describe("where a sign-in leads on to", () => {
  it.each([root, `${root}keys`, `${root}calls?caller=8f3kQ2mZx0aB&days=7`])(
    "is %s, a page of this organisation",
    (next) => {
      expect(wayOn(root, next)).toBe(next);
    },
  );

  it.each([
    undefined,
    "",
    "https://evil.example/console/exampleshire/",
    "//evil.example/console/exampleshire/",
    "/\\evil.example/console/exampleshire/",
    "\\\\evil.example",
    "/console/exampleshire/../../evil",
    "/console/exampleshire/../other/keys",
    "/console/exampleshire/%2e%2e/other/keys",
    "/console/exampleshire/..\\other",
    "/console/other/keys",
    "/console/exampleshire",
    "javascript:alert(1)",
    " /console/exampleshire/keys",
    "/console/exampleshire/keys\r\nSet-Cookie: a=b",
    "/console/exampleshire/keys#//evil.example",
    "http://[",
    `${root}calls?route=${"a".repeat(1000)}`,
  ])("is the first page where %j is named", (next) => {
    expect(wayOn(root, next)).toBe(root);
  });

  it("is a page of this organisation whatever is named", () => {
    const piece = fc.oneof(
      fc.constantFrom("/", "\\", "..", ".", "%2e", "%2f", "@", ":", "#", "?", "\t", "\n", "//"),
      fc.constantFrom("https:", "console", "exampleshire", "other", "evil.example"),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const next = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const begun = fc.tuple(fc.constantFrom("", root), next).map((two) => two.join(""));
    fc.assert(
      fc.property(begun, (named) => {
        const { origin, pathname } = new URL(wayOn(root, named), "https://staff.example");
        expect(origin).toBe("https://staff.example");
        expect(pathname.startsWith(root)).toBe(true);
      }),
      seeded,
    );
  });
});

describe("addresses", () => {
  it("keep what is put into them in its place", () => {
    const at = addressesOf("exampleshire");
    expect(at.beginSignIn("/a?b=c&d")).toBe(`${root}sign-in/begin?next=%2Fa%3Fb%3Dc%26d`);
    expect(at.link("a/../b")).toBe(`${root}sign-in/link/a%2F..%2Fb`);
  });
});
