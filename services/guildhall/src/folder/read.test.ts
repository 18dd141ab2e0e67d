import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));
const noise = "cambridge-city/services/noise-nuisance";

describe("readTenantFolder", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "folder-"));
    for (const name of ["cambridge-city", "cookbook"])
      await cp(join(tenants, name), join(root, name), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  const read = () =>
    readTenantFolder(join(root, "cambridge-city"), { cookbook: join(root, "cookbook") });

  async function change(file: string, from: string | RegExp, to: string) {
    const text = await readFile(join(root, file), "utf8");
    expect(text).toMatch(from);
    await writeFile(join(root, file), text.replace(from, to));
  }

  /** Each fault as `file:line pointer sentence`, the file without the folder that the test made. */
  async function faults() {
    const result = await read();
    if ("folder" in result) throw new Error("no fault was found");
    return result.faults.map(
      ({ file, line, pointer, sentence }) =>
        `${file.slice(root.length + 1)}:${line} ${pointer} ${sentence}`,
    );
  }

  it("gives services whole: recipe, base mapping and the council's own changes", async () => {
    const result = await read();
    if ("faults" in result) throw new Error("faults were found");
    const service = result.folder.services.find(({ id }) => id === "noise-nuisance");
    const [source] = service?.form.pages[0]?.questions ?? [];

    expect(service).toMatchObject({
      recipe: "noise-nuisance",
      title: "Report a noise nuisance",
      target: { firstResponseWorkingDays: 3 },
    });
    expect(
      source && "options" in source && source.options.map(({ value }) => value).slice(0, 3),
    ).toEqual(["home", "business", "college"]);
    expect(service?.mappings[0]).toMatchObject({ id: "case", connector: "alloy", format: "json" });
    expect(service?.messages.started?.text).toContain("Environmental health\n((councilName))");
  });

  it("gives brands with their logos, and examples with their documents", async () => {
    const result = await read();
    if ("faults" in result) throw new Error("faults were found");
    const { brands, examples } = result.folder;

    expect(new TextDecoder().decode(brands[0]?.logo)).toContain("<svg");
    expect(examples.find(({ name }) => name === "least")?.expected.case).toContain("design");
  });

  it.each<[what: string, file: string, from: string | RegExp, to: string, expected: string]>([
    [
      "a file that is no YAML",
      "cambridge-city/tenant.yaml",
      "kind: council",
      "kind: [council",
      "cambridge-city/tenant.yaml:2  The file cannot be read",
    ],
    [
      "a name that is not known",
      "cambridge-city/tenant.yaml",
      "runBy:",
      "runby:",
      "cambridge-city/tenant.yaml:5 /runby “runby” is not known here.",
    ],
    [
      "an id that is not the file's",
      "cambridge-city/connectors/alloy.yaml",
      "kind: alloy",
      "kind: alloy\nid: other",
      "cambridge-city/connectors/alloy.yaml:2 /id “id” should be “alloy”, as its file or folder is called.",
    ],
    [
      "a value that is not one of those known",
      "cambridge-city/tenant.yaml",
      "council",
      "parish",
      "cambridge-city/tenant.yaml:1 /kind “kind” should be one of: shared-service, council, partner.",
    ],
    [
      "a text where a number should be",
      `${noise}/service.yaml`,
      "firstResponseWorkingDays: 3",
      "firstResponseWorkingDays: three",
      `${noise}/service.yaml:32 /target/firstResponseWorkingDays “firstResponseWorkingDays” should be a number.`,
    ],
    [
      "a recipe that the cookbook has not",
      `${noise}/service.yaml`,
      "recipe: noise-nuisance",
      "recipe: noise",
      `${noise}/service.yaml:1 /recipe The cookbook has no recipe “noise”.`,
    ],
    [
      "a base that is not there",
      `${noise}/mapping.case.yaml`,
      "base: alloy",
      "base: alloi",
      `${noise}/mapping.case.yaml:1 /base There is no base “mappings/alloi.yaml” that can be read.`,
    ],
    [
      "a fault in the recipe",
      "cookbook/noise-nuisance/service.yaml",
      "lgsl: 412",
      "lgsl: none",
      "cookbook/noise-nuisance/service.yaml:4 /lgsl “lgsl” should be a whole number.",
    ],
    [
      "a part that the recipe has lost",
      "cookbook/noise-nuisance/service.yaml",
      /^whatHappensNext: [^]*?\n\n(?=retention)/m,
      "",
      `${noise}/service.yaml:1 /whatHappensNext “whatHappensNext” is missing.`,
    ],
    [
      "an `after` that names nothing",
      `${noise}/service.yaml`,
      "after: business",
      "after: busyness",
      `${noise}/service.yaml:18 /form/pages/0/questions/0/options/8/after “after” should name something in the same list.`,
    ],
    [
      "a brand that is not there",
      `${noise}/service.yaml`,
      "form:",
      "brand: other\nform:",
      `${noise}/service.yaml:9 /brand There is no brand “other” in “brands/”.`,
    ],
    [
      "a contact question that the form has not",
      "cookbook/noise-nuisance/service.yaml",
      "email: yourEmail",
      "email: yourMail",
      "cookbook/noise-nuisance/service.yaml:362 /contact/email The form has no question “yourMail”.",
    ],
    [
      "a place that the form does not ask",
      "cookbook/noise-nuisance/service.yaml",
      "location: noiseAddress",
      "location: noisyAddress",
      "cookbook/noise-nuisance/service.yaml:363 /location The form has no question “noisyAddress”.",
    ],
    [
      "a page whose condition is not there",
      "cookbook/noise-nuisance/service.yaml",
      "when: is-transport",
      "when: is-travel",
      "cookbook/noise-nuisance/service.yaml:90 /form/pages/1 ",
    ],
    [
      "a step without its mapping",
      "cookbook/noise-nuisance/service.yaml",
      "mapping: case",
      "mapping: incident",
      "cookbook/noise-nuisance/service.yaml:376 /steps/0/mapping There is no mapping “incident”",
    ],
    [
      "a mapping to nowhere",
      "cambridge-city/mappings/alloy.yaml",
      "connector: alloy",
      "connector: alley",
      "cambridge-city/mappings/alloy.yaml:2 /mappings/0/connector There is no connector “alley” in “connectors/”.",
    ],
    [
      "a mapping of an answer that nobody gives",
      `${noise}/mapping.case.yaml`,
      "answer: noisePlace",
      "answer: noisyPlace",
      `${noise}/mapping.case.yaml:23 /mappings/0/rows/`,
    ],
    [
      "a stage that a service has not",
      "cambridge-city/connectors/alloy.yaml",
      "stage: visit-booked",
      "stage: visit",
      "cambridge-city/connectors/alloy.yaml:15 /statuses/3/stage “noise-nuisance”, “rubbish-accumulation” has no stage “visit”.",
    ],
    [
      "a status that is there twice",
      "cambridge-city/connectors/uniform.yaml",
      "2_ALL",
      "1_REC",
      "cambridge-city/connectors/uniform.yaml:11 /statuses/1/external “1_REC” is there twice.",
    ],
    [
      "a secret",
      "cambridge-city/connectors/uniform.yaml",
      "databaseId: CAMLIVE,",
      "databaseId: CAMLIVE, password: x,",
      "cambridge-city/connectors/uniform.yaml:4 /settings/password “password” looks like a secret",
    ],
    [
      "a placeholder that cannot be filled",
      `${noise}/messages/started.yaml`,
      "((reference))",
      "((ref))",
      `${noise}/messages/started.yaml:1 /messages/started/text “((ref))” cannot be filled in`,
    ],
    [
      "a message of no known kind",
      `${noise}/messages/started.yaml`,
      "text: |-",
      "text: 7\nbody: |-",
      `${noise}/messages/started.yaml:1 /messages/started/text “text” should be a text.`,
    ],
    [
      "a colour that cannot be read on white",
      "cambridge-city/brands/cambridge-city.yaml",
      "#0a5c55",
      "#8fd8d0",
      "cambridge-city/brands/cambridge-city.yaml:3 /colours/brand “brand” is too pale",
    ],
    [
      "a logo that is not there",
      "cambridge-city/brands/cambridge-city.yaml",
      "cambridge-city.svg",
      "crest.svg",
      "cambridge-city/brands/cambridge-city.yaml:4 /logo The logo “crest.svg” is not beside this file.",
    ],
    [
      "a logo that could run",
      "cambridge-city/brands/cambridge-city.svg",
      "<path",
      "<script>1</script><path",
      "cambridge-city/brands/cambridge-city.yaml:4 /logo The logo “cambridge-city.svg” holds more than shapes.",
    ],
    [
      "an example that is none",
      `${noise}/examples/least.json`,
      '"about"',
      '"abut"',
      `${noise}/examples/least.json:1 /about “about” is missing.`,
    ],
  ])("names file, line and fault of %s", async (_, file, from, to, expected) => {
    await change(file, from, to);
    expect(await faults()).toContainEqual(expect.stringContaining(expected));
  });

  it("names every fault at once, and gives nothing of the folder", async () => {
    await change("cambridge-city/tenant.yaml", "council", "parish");
    await change(
      `${noise}/service.yaml`,
      "firstResponseWorkingDays: 3",
      "firstResponseWorkingDays: -3",
    );
    const result = await read();
    expect(result).not.toHaveProperty("folder");
    expect(result).toHaveProperty("faults.length", 2);
  });

  it("refuses a file whose name means nothing", async () => {
    await writeFile(join(root, noise, "mappings.case.yaml"), "base: alloy\n");
    expect(await faults()).toEqual([
      `${noise}/mappings.case.yaml:1  A file of this name and place means nothing here.`,
    ]);
  });

  it("refuses a message of a kind that there is not", async () => {
    await writeFile(join(root, noise, "messages/began.yaml"), "subject: a\ntext: b\n");
    expect(await faults()).toContainEqual(
      expect.stringContaining(`${noise}/messages/began.yaml:1 /messages/began`),
    );
  });

  it("refuses a service without its first file, and an example without its document", async () => {
    await rm(join(root, noise, "examples/least.case.json"));
    await rm(join(root, "cambridge-city/services/housing-disrepair/service.yaml"));
    expect(await faults()).toEqual([
      expect.stringContaining("services/housing-disrepair/service.yaml:1  This file is missing."),
      expect.stringContaining(`${noise}/examples/least.case.json:1  This file is missing.`),
    ]);
  });

  it("refuses a document that belongs to no example", async () => {
    await writeFile(join(root, noise, "examples/other.case.xml"), "<a/>");
    expect(await faults()).toEqual([
      expect.stringContaining("other.case.xml:1  This document belongs to no example"),
    ]);
  });

  it("refuses a link rather than read what it leads to", async () => {
    await symlink("/etc/hostname", join(root, "cambridge-city/services/link"));
    expect(await faults()).toEqual([
      expect.stringContaining("services/link:1  This is neither a file nor a folder"),
    ]);
  });

  it("refuses bytes that are not UTF-8", async () => {
    await writeFile(join(root, noise, "service.yaml"), Uint8Array.of(0x74, 0x3a, 0x20, 0xff));
    expect(await faults()).toEqual([`${noise}/service.yaml:1  The file is not text in UTF-8.`]);
  });

  it("says so when there is no such folder", async () => {
    const result = await readTenantFolder(join(root, "ely"), { cookbook: join(root, "cookbook") });
    expect(result).toMatchObject({
      faults: expect.arrayContaining([
        {
          file: join(root, "ely"),
          line: 1,
          pointer: "",
          sentence: "There is no such folder, or it cannot be read.",
        },
      ]),
    });
  });
});
