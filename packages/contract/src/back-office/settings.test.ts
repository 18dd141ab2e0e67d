import { credentialOf } from "../connection.ts";
import type { ConnectorDefinition } from "../connector.ts";
import { registerSettings } from "./register.ts";
import { settingsFaults } from "./settings.ts";
import { xmlParts } from "./xml-template.ts";

type Settings = ConnectorDefinition["settings"];
const create = { method: "POST", path: "cases", reference: { path: "$.id" } };
const http = (change: object): Settings =>
  ({ auth: { by: "bearer" }, create, ...change }) as Settings;
const soap = (change: object): Settings =>
  ({
    auth: { by: "body" },
    create: { action: "a", reference: { path: "Id" } },
    ...change,
  }) as Settings;
const sentences = (kind: "http" | "soap", settings: Settings) =>
  settingsFaults({ kind, settings }).map(({ path, sentence }) => `${path.join("/")}: ${sentence}`);

describe("the settings of connectors that are configuration only", () => {
  it.each(["http", "soap", "open311"] as const)(
    "are right for the register, as kind %s",
    (kind) => {
      expect(settingsFaults({ kind, settings: registerSettings[kind] })).toEqual([]);
    },
  );

  it.each<["http" | "soap", Settings, string]>([
    ["http", {}, "auth: “auth” is missing."],
    ["http", http({ create: undefined }), "create: “create” is missing."],
    ["http", http({ bogus: 1 }), "bogus: “bogus” is not known here."],
    [
      "http",
      http({ auth: { by: "none" } }),
      "auth/by: “by” is not one of those that are known here.",
    ],
    [
      "http",
      http({ create: { ...create, headers: { "X-Api-Key": "abc" } } }),
      "create/headers/X-Api-Key: “X-Api-Key” looks like a secret",
    ],
    [
      "http",
      http({ create: { ...create, path: "../x" } }),
      "create/path: A path is plain segments",
    ],
    [
      "http",
      http({ create: { ...create, path: "//evil.example" } }),
      "create/path: A path is plain segments",
    ],
    ["http", http({ create: { ...create, path: "a?b" } }), "create/path: A path is plain segments"],
    [
      "http",
      http({ create: { ...create, path: "{note.text}" } }),
      "create/path: “{note.text}” stands for nothing here.",
    ],
    [
      "http",
      http({ create: { ...create, body: { json: { a: 1 } } } }),
      "create/body: The body of a create has the mapped document",
    ],
    [
      "http",
      http({ create: { ...create, reference: { path: "$..id" } } }),
      "create/reference/path: This is neither a JSON path",
    ],
    [
      "http",
      http({ note: { method: "POST", path: "n", body: { xml: "<a>{note.text}</b>" } } }),
      "note/body/xml: This is not XML",
    ],
    [
      "http",
      http({ note: { method: "POST", path: "n", body: { xml: "<{note.text}/>" } } }),
      "note/body/xml: This is not XML",
    ],
    [
      "http",
      http({ poll: { method: "GET", path: "a", changes: { items: "//A", reference: "//Id" } } }),
      "poll/changes/reference: A path of an entry begins at the entry",
    ],
    [
      "http",
      http({
        find: { method: "GET", path: "a", found: { items: "A", ours: "//Ours", reference: "Id" } },
      }),
      "find/found: A path of an entry begins at the entry",
    ],
    ["http", http({ answers: { retry: [{ path: "$.a" }] } }), "answers/retry/0: A condition tests"],
    [
      "http",
      http({ answers: { retry: [{ path: "$.a", matches: "(a+)+$" }] } }),
      "answers/retry/0/matches: This pattern cannot be used.",
    ],
    [
      "soap",
      soap({ answers: { retry: [{ path: "z:A", exists: true }] } }),
      "answers/retry/0/path: The prefix “z” stands for no namespace.",
    ],
    [
      "soap",
      soap({ create: { action: "a", body: "<x/>", reference: { path: "Id" } } }),
      "create/body: The body of a create has the mapped document",
    ],
  ])("of kind %s say what is wrong with %o", (kind, settings, expected) => {
    const said = sentences(kind, settings);

    expect(
      said.filter((sentence) => sentence.startsWith(expected)),
      said.join("\n"),
    ).toHaveLength(1);
  });
});

describe("an XML template", () => {
  it.each([
    "<a>{x}</a>",
    '<a b="{x}"/>',
    "{document}",
    "<a/><b/>",
    "<p:a xmlns:p='u'>x &amp; y</p:a>",
  ])("%s is one", (xml) => {
    expect(xmlParts(xml)).toBeDefined();
  });

  it.each([
    "<a>",
    "</a>",
    "<a></b>",
    "<{x}/>",
    "<a {x}='1'/>",
    "<a b={x}/>",
    "<!-- {x} -->",
    "<![CDATA[{x}]]>",
    "<?p {x}?>",
    "<!DOCTYPE a>",
    "<a b='<'/>",
    "a < b",
  ])("%s is none", (xml) => {
    expect(xmlParts(xml)).toBeUndefined();
  });
});

describe("the credential of a connector", () => {
  const isTaken = (settings: Settings, kind: "http" | "open311", given: object) =>
    credentialOf({ kind, settings }).safeParse(given).success;
  const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  const key = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";

  it("is what its way in takes, and a certificate with its key beside it", () => {
    expect(isTaken(http({}), "http", { apiKey: "k" })).toBe(true);
    expect(isTaken(http({}), "http", { apiKey: "k", certificate: pem, privateKey: key })).toBe(
      true,
    );
    expect(
      isTaken(http({ auth: { by: "certificate" } }), "http", { certificate: pem, privateKey: key }),
    ).toBe(true);
  });

  it.each([
    {},
    { apiKey: "" },
    { apiKey: "k", password: "p" },
    { apiKey: "k", certificate: pem },
    { apiKey: "k", certificate: key, privateKey: pem },
  ])("is not %o for a bearer token", (given) => {
    expect(isTaken(http({}), "http", given)).toBe(false);
  });

  it("may be nothing for an Open311 endpoint alone", () => {
    expect(isTaken({}, "open311", {})).toBe(true);
    expect(isTaken({}, "open311", { password: "p" })).toBe(false);
  });
});
