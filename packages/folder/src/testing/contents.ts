import { services as drafts } from "@guildhall/builder/testing";
import {
  Brand,
  ConnectorDefinition,
  Dataset,
  DraftDefinition,
  isCleanText,
  KeptTarget,
  SchemaSet,
  ServiceDefinition,
} from "@guildhall/contract";
import type { FolderContents, WithdrawnService } from "@guildhall/domain";
import fc from "fast-check";

/** Texts that files are tempted to read as something else. */
const awkward = fc.constantFrom(
  ...["yes", "null", "~", "12", "1e3", "0x1f", "2026-01-01", "- a", "a: b", "# no", "'", '"', "*a"],
  ...["&a", "!x", "| ", "> x", "{}", "[", "%a", "a\n\n b\n", " lead", "trail ", "a\r\nb", "tab\tx"],
  ...["…", "sŵn", "😀", "\u2028", "\u0085", "\ufeffx", "a,b", "{ a, b }", "after", "remove"],
);
const words = fc
  .oneof(awkward, fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }))
  .map((text) => text.normalize("NFC"))
  .filter((text) => text.length > 0 && isCleanText(text));
const name = fc.oneof(fc.constantFrom("a", "b", "c", "case-2", "case", "constructor"));
const ids = (most: number) => fc.uniqueArray(name, { maxLength: most });
const key = fc.oneof(name, fc.constantFrom("id", "after", "remove", "target", "when", "10", "2"));
const finite = { noNaN: true, noDefaultInfinity: true };
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.double(finite)),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(key, tie("json"), { maxKeys: 3 }),
  ),
}));

const brand = fc.record({ id: name, words, logo: fc.option(fc.uint8Array({ maxLength: 20 })) });
const brands = fc.uniqueArray(brand, { selector: ({ id }) => id, maxLength: 3 }).map((all) =>
  all.map(({ id, words: said, logo }) => ({
    brand: Brand.parse({
      id,
      name: said,
      shortName: said,
      colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" },
      ...(logo ? { logo: `${id}.svg` } : {}),
      inWelsh: { openingHours: said, emergency: said },
    }),
    ...(logo ? { logo: drawing(logo) } : {}),
  })),
);

/** A drawing that may be shown, and differs with what it is made of. */
function drawing(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`<svg><title>${bytes.join(" ")}</title></svg>`);
}

const connector = (id: string) =>
  fc
    .record({
      name: words,
      settings: fc.dictionary(key, json, { maxKeys: 4 }),
      statuses: fc.array(fc.record({ external: words, text: words }), { maxLength: 3 }),
      codes: fc.dictionary(words, fc.array(fc.record({ code: words, text: words }))),
      pollEveryS: fc.option(fc.integer({ min: 5, max: 86_400 }), { nil: undefined }),
    })
    .map((said) =>
      ConnectorDefinition.parse({ id, kind: "http", address: "https://a.example/", ...said }),
    );

const cell = words.map((text) => text.replaceAll(/\r\n?/g, "\n"));
const dataset = (id: string) =>
  fc
    .uniqueArray(cell, { minLength: 2, maxLength: 4 })
    .chain((columns) =>
      fc.record({
        id: fc.constant(id),
        columns: fc.constant(columns),
        rows: fc.uniqueArray(
          fc.tuple(cell, ...columns.slice(1).map(() => fc.oneof(cell, fc.constant("")))),
          { selector: ([first]) => first, maxLength: 5 },
        ),
      }),
    )
    .map(({ rows, ...said }) => Dataset.parse({ ...said, rows: rows.toSorted(byKey) }));

const byKey = ([one = ""]: readonly string[], [other = ""]: readonly string[]) =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A byte order mark at the beginning is no part of a file's text. */
const unmarked = words.filter((text) => !text.startsWith("\ufeff"));
const schema = (id: string) =>
  fc
    .record({ files: fc.dictionary(fc.constantFrom("a.xsd", "B.xsd"), unmarked), sentence: words })
    .map(({ files, sentence }) => {
      const rules = [{ id: "first", context: "/", test: "1", sentence }];
      return SchemaSet.parse({ id, main: "a.xsd", files, namespaces: { p: "urn:x" }, rules });
    });

const target = (id: string) =>
  fc.record({ name: words, title: words, remarks: fc.array(words) }).map(({ title, ...said }) => {
    const field = { target: "a/b", title, type: "text", required: true, repeats: false };
    const read = { source: "json-schema", format: "json", readAt: "2026-11-22T10:00:00.000Z" };
    return KeptTarget.parse({ id, ...said, ...read, fields: [field] });
  });

const scenario = (id: string) =>
  fc.record({ id: fc.constant(id), name: words, answers: fc.dictionary(question, json) });
const question = fc.constantFrom("qa", "qb", "qc");
const scenarios = ids(3).chain((all) => fc.tuple(...all.map(scenario)));
const rows = [{ target: "a", from: { value: null } }];
const mappings = fc
  .uniqueArray(name, { maxLength: 3 })
  .map((all) => all.map((id) => ({ id, connector: "x", operation: "y", format: "json", rows })));

const draft = (id: string) =>
  fc
    .record({
      made: drafts,
      said: fc.record({
        summary: fc.option(words, { nil: undefined }),
        recipe: fc.option(name, { nil: undefined }),
        introduction: words,
        mappings,
        scenarios: scenarios.map((all) =>
          all.map((one) => ({ ...one, expects: { ends: "accepted" } })),
        ),
        messages: fc.dictionary(
          fc.constantFrom("started", "completed"),
          fc.record({ subject: words, text: words }),
        ),
      }),
    })
    .map(({ made, said }) => DraftDefinition.parse({ ...made, ...said, id }));

/** What a service has to say before it can be live. */
const decided = {
  stages: [{ id: "received", title: "Received" }],
  target: { firstResponseWorkingDays: 3, text: "Three days." },
  whatHappensNext: "We look.",
  retention: { days: 30, lawfulBasis: "Public task." },
};

const service = (id: string) =>
  draft(id).map(({ summary = "About it", ...made }) => {
    return ServiceDefinition.parse({ ...made, ...decided, summary });
  });

function some<T>(make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return ids(3).chain((all) => fc.tuple(...all.sort().map(make)));
}

function endedBy(definition: ServiceDefinition, said: string, welsh: string): WithdrawnService {
  return { definition, words: { text: said, welsh } };
}

/** Whatever a tenant may hold, in the order of names. */
export const contents: fc.Arbitrary<FolderContents> = fc.record({
  brands: brands.map((all) => all.toSorted((a, b) => (a.brand.id < b.brand.id ? -1 : 1))),
  connectors: some(connector),
  datasets: some(dataset),
  schemas: some(schema),
  targets: some(target),
  services: some(service),
  withdrawn: fc
    .option(fc.tuple(service("ended"), words, words), { nil: undefined })
    .map((one) => (one ? [endedBy(...one)] : [])),
  drafts: some(draft),
});
