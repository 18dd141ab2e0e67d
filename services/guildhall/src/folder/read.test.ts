import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
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
      title: "Report noise from neighbours or in the street",
      target: { firstResponseWorkingDays: 3 },
    });
    expect(
      source && "options" in source && source.options.map(({ value }) => value).slice(0, 3),
    ).toEqual(["home", "houseboat", "alarm"]);
    expect(service?.mappings[0]).toMatchObject({ id: "case", connector: "alloy", format: "json" });
    expect(service?.messages.started?.text).toContain("Environmental health\n((councilName))");
  });

  it.each([
    ["http://works.example/", "an address that begins with https://"],
    ["works", "a whole address, such as https://www.example.gov.uk/"],
  ])("says what an address should be like instead of %s", async (address, sentence) => {
    const file = "cambridge-city/connectors/works.yaml";
    await change(file, /^address: .*$/m, `address: ${address}`);
    expect(await faults()).toEqual([expect.stringContaining(`“address” should be ${sentence}.`)]);
  });

  it("gives brands with their logos, and examples with their documents", async () => {
    const result = await read();
    if ("faults" in result) throw new Error("faults were found");
    const { brands, examples } = result.folder;

    expect(new TextDecoder().decode(brands[0]?.logo)).toContain("<svg");
    expect(examples.find(({ service }) => service === "noise-nuisance")?.expected.case).toContain(
      "design",
    );
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

  it("takes a recipe's examples for the council's, unless it has its own of that name", async () => {
    const own = join(root, noise, "examples");
    const shared = join(root, "cookbook/noise-nuisance/examples");
    const answers = await readFile(join(own, "least.json"), "utf8");
    await mkdir(shared, { recursive: true });
    for (const name of ["least", "plain"])
      await writeFile(
        join(shared, `${name}.json`),
        answers.replace(/"about": ".*"/, '"about": "The recipe\'s own."'),
      );
    expect(await faults()).toEqual([
      expect.stringContaining(`${noise}/examples/plain.case.json:1  This file is missing.`),
    ]);
    await writeFile(join(own, "plain.case.json"), "{}");

    const result = await read();
    const examples = "folder" in result ? result.folder.examples : [];
    const about = (wanted: string) =>
      examples.find(({ service, name }) => service === "noise-nuisance" && name === wanted)?.about;
    expect(about("plain")).toBe("The recipe's own.");
    expect(about("least")).not.toBe("The recipe's own.");
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
