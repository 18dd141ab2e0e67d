import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { compileSchemaSet } from "../../compile-schema-set.ts";
import { leastDocument } from "../../testing/least-document.ts";
import { schema } from "../../testing/sets.ts";
import { root, sequence, xsd } from "../../testing/shapes.ts";
import { readXmlShape } from "./read-shape.ts";
import { ShapeRefused } from "./shape-refused.ts";

const cookbook = join(import.meta.dirname, "../../../../../tenants/cookbook/schemas");

describe("a document of all that a shape requires", () => {
  const setOf = (folder: string) => {
    const names = readdirSync(join(cookbook, folder)).filter((name) => name.endsWith(".xsd"));
    return Object.fromEntries(
      names.map((name) => [name, readFileSync(join(cookbook, folder, name), "utf8")]),
    );
  };
  const known: Readonly<Record<string, string>> = {
    "[A-Z0-9_]{1,8}": "GEN",
    "[A-Z]{1,2}[0-9R][0-9A-Z]? [0-9][A-Z-[CIKMOV]]{2}": "AA1 1AA",
  };
  const roots = readdirSync(cookbook).flatMap((folder) => {
    const files = setOf(folder);
    const asked = rootsOf(files);
    return asked.map((name) => [folder, name, files] as const);
  });

  it.each(roots)("is taken by the schema of %s (%s)", (_, name, files) => {
    const shape = readXmlShape(xsd(files, name));
    const document = leastDocument(shape, ({ limits }) => known[limits?.pattern ?? ""]);
    const main = Object.entries(files).find(([, text]) =>
      text.includes(`element name="${shape.root}"`),
    );
    const set = compileSchemaSet({
      id: "t",
      main: main?.[0] ?? "",
      files,
      namespaces: {},
      rules: [],
    });
    onTestFinished(() => set.dispose());
    expect(set.check(document)).toEqual([]);
  });

  it("is taken by whatever schema", () => {
    const leaf = fc.constantFrom("xs:string", "xs:date", "xs:int", "xs:boolean", "xs:dateTime");
    const occurs = fc.constantFrom(
      "",
      ' minOccurs="0"',
      ' maxOccurs="unbounded"',
      ' minOccurs="0" maxOccurs="2"',
    );
    const { particle } = fc.letrec<{ particle: string }>((tie) => ({
      particle: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc
          .tuple(leaf, occurs)
          .map(([type, often]) => `<xs:element name="NAME" type="${type}"${often}/>`),
        fc
          .tuple(tie("particle"), occurs)
          .map(
            ([inner, often]) => `<xs:element name="NAME"${often}>${sequence(inner)}</xs:element>`,
          ),
        fc
          .tuple(
            fc.constantFrom("sequence", "choice"),
            occurs,
            fc.array(tie("particle"), { minLength: 1, maxLength: 4 }),
          )
          .map(([kind, often, inner]) => `<xs:${kind}${often}>${inner.join("")}</xs:${kind}>`),
      ),
    }));
    fc.assert(
      fc.property(particle, (made) => {
        let count = 0;
        const named = made.replaceAll("NAME", () => {
          count += 1;
          return `e${count}`;
        });
        const files = { "a.xsd": schema(root(named)) };
        const shape = readXmlShape(xsd(files));
        const set = compileSchemaSet({ id: "t", main: "a.xsd", files, namespaces: {}, rules: [] });
        try {
          expect(set.check(leastDocument(shape, () => undefined))).toEqual([]);
        } finally {
          set.dispose();
        }
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});

/** What documents could begin with; undefined where that need not be said. */
function rootsOf(files: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  try {
    readXmlShape(xsd(files));
    return [undefined];
  } catch (error) {
    if (error instanceof ShapeRefused) return error.roots;
    throw error;
  }
}
