import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { productFolders } from "../folders.ts";
import { addXmlCommands } from "./xml.ts";

const root = resolve(import.meta.dirname, "../../../..");
const valuebill = join(root, "tenants/cookbook/schemas/valuebill");
const documents = join(root, "packages/xml/fixtures");

describe("guildhall xml validate", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guildhall-xml-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("prints a JSON object for each document, one that cannot be read among them", async () => {
    const good = join(documents, "CTValid1.xml");
    const bad = write("bad.xml", readFileSync(good, "utf8").replace("CR03", "CR10"));
    const gone = join(folder, "gone.xml");

    const ran = await validate(valuebill, "--json", good, bad, gone);
    expect(ran.code).toBe(1);
    expect(
      ran.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { file: good, valid: true, faults: [] },
      {
        file: bad,
        valid: false,
        faults: [
          { code: "rule", receiverCode: "1007" },
          { receiverCode: "1008", position: "2" },
        ],
      },
      {
        file: gone,
        valid: false,
        faults: [{ code: "unreadable", sentence: "It cannot be read: there is no such file." }],
      },
    ]);
    expect(ran.stderr).toBe("1 of 3 documents are valid.\n");
  });

  it("prints a line for each fault, and takes a folder for the documents in it", async () => {
    mkdirSync(join(folder, "in"));
    write("in/b.xml", readFileSync(join(documents, "CTValidWithXXE.xml"), "utf8"));
    const bad = readFileSync(join(documents, "CTValid1.xml"), "utf8").replace(">8<", ">eight<");
    write("in/a.XML", bad);
    write("in/notes.txt", "no XML");

    const ran = await validate(join(valuebill, "set.yaml"), folder);
    expect(ran.code).toBe(1);
    expect(ran.stdout.trim().split("\n")).toEqual([
      `${folder}/in/a.XML:52 RecordCount is not a whole number. (/vb:BAreports/vb:BAreportTrailer/vb:RecordCount)`,
      `${folder}/in/b.xml:2 It has a DOCTYPE, which is not let in.`,
    ]);
  });

  it("prints a line for a fault, whatever its file is called", async () => {
    const name = "a\u001b[31m\nb.xml:1 Forged.xml";
    const ran = await validate(valuebill, write(name, "<a>"));

    expect(ran.stdout).toBe(`${folder}/a\\u{1b}[31m⏎b.xml:1 Forged.xml:1 It breaks off.\n`);
  });

  it("takes a main schema with the others beside it, without any rules", async () => {
    const main = join(valuebill, "ValuebillBAtoVOA-v3-1d.xsd");
    const ran = await validate(
      main,
      join(documents, "CTValid1.xml"),
      join(documents, "NDRValid1.xml"),
    );

    expect(ran).toEqual({ code: 0, stdout: "", stderr: "2 of 2 documents are valid.\n" });
  });

  it("refuses a schema set that is not right, by file and line", async () => {
    cpSync(valuebill, join(folder, "set"), { recursive: true });
    rmSync(join(folder, "set/BS7666-v2-0.xsd"));
    const ran = await validate(join(folder, "set"), join(documents, "CTValid1.xml"));

    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain(
      `${folder}/set/VBcore-v3-1d.xsd:94 It asks for BS7666-v2-0.xsd, which is not in the set.`,
    );
  });

  it.each([
    [
      "a set.yaml that says something unknown",
      "main: a.xsd\nrule: []\n",
      "set.yaml:2 “rule” is not known here.",
    ],
    [
      "a rule that is none",
      'main: a.xsd\nrules: [{ id: a, context: "/a", test: "b(", sentence: B. }]\n',
      "set.yaml:2 Its test cannot be used. XPath 1.0 has no function b.",
    ],
  ])("refuses %s", async (_, yaml, words) => {
    write("a.xsd", '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>');
    const ran = await validate(write("set.yaml", yaml), "a.xml");

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(words);
  });

  it.each([
    ["a schema that is not there", "gone.xsd", "There is no such file."],
    ["a folder that is no set", documents, "set.yaml:1 This file is missing."],
    ["what is no schema", join(root, "package.json"), "It is neither a schema nor a set.yaml."],
  ])("ends as a wrong call for %s", async (_, schema, words) => {
    const ran = await validate(schema, "a.xml");

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(words);
  });

  function write(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }
});

/** Run the command in this process, and give what it wrote and its exit code. */
async function validate(schema: string, ...args: string[]) {
  const written = { stdout: "", stderr: "" };
  const exit = { code: 0 };
  const command = new Command().exitOverride();
  const world = {
    env: {},
    program: import.meta.url,
    folders: productFolders(import.meta.url),
    print: (text: string) => {
      written.stdout += `${text}\n`;
    },
    say: (sentence: string) => {
      written.stderr += `${sentence}\n`;
    },
  };
  addXmlCommands(command, world, exit);
  await command.parseAsync(["xml", "validate", "--schema", schema, ...args], { from: "user" });
  return { ...exit, ...written };
}
