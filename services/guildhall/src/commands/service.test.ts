import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runCommandLine } from "../command-line.ts";
import { createShire, type Shire } from "../testing/shire.ts";

const examples = "services/pests/examples";
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="case"><xs:complexType><xs:sequence>
<xs:element name="pest" type="xs:string"/>
<xs:element name="ward" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="12"/></xs:restriction></xs:simpleType></xs:element>
</xs:sequence></xs:complexType></xs:element></xs:schema>`;
const document = (ward: string) => `<case>
  <pest>rats</pest>
  <ward>${ward}</ward>
</case>
`;

describe("guildhall service test", () => {
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({
      "schemas/case/set.yaml": "main: case.xsd\n",
      "schemas/case/case.xsd": schema,
      "services/pests/mapping.case.yaml": `connector: office
operation: send
format: xml
root: case
schema: case
rows:
  - { target: pest, from: { answer: pest } }
  - { target: ward, from: { answer: ward } }
`,
      [`${examples}/most.json`]: example("Rats in a ward.", { pest: "rats", ward: "Abbey" }),
      [`${examples}/most.case.xml`]: document("Abbey"),
    });
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  it("says what is as it should be, in a line for each service", async () => {
    expect(await guildhall(shire.folder)).toEqual({
      code: 0,
      stdout: "shire\n  ✓ pests: 1 example\n",
      stderr: "1 of 1 example as expected.\n",
    });
  });

  it("says which example differs where, with both texts below each other", async () => {
    await shire.write({ [`${examples}/most.case.xml`]: document("Arbury") });
    expect(await guildhall(shire.folder)).toEqual({
      code: 1,
      stdout: `shire
  ✗ pests: 1 of 1 example not as expected
      most: Rats in a ward.
        case:
          ward
            expected  Arbury
            got       Abbey
`,
      stderr: "0 of 1 example as expected.\n",
    });
  });

  it("says of each scenario in a line whether its document is as it has it", async () => {
    const scenario = (ward: string) =>
      `name: Rats\nanswers: { pest: rats, ward: Abbey }\nexpects: { ends: accepted, documentHas: [{ target: ward, value: ${ward} }] }\n`;
    await shire.write({
      "services/pests/scenarios/lost.yaml":
        "name: An answer is lost\nfault: lost-reply\nexpects: { ends: held }\n",
      "services/pests/scenarios/rats.yaml": scenario("Abbey"),
    });
    expect(await guildhall(shire.folder)).toMatchObject({
      code: 0,
      stdout: `shire
  ✓ pests: 1 example
      – “An answer is lost” is only run with --circle
      ✓ “Rats” as far as its document
`,
    });
    await shire.write({ "services/pests/scenarios/rats.yaml": scenario("Arbury") });
    const { code, stdout, stderr } = await guildhall(shire.folder);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "      ✗ “Rats”\n          The document was to have “Arbury” at “ward”, and there is “Abbey”.\n",
    );
    expect(stderr).toBe("1 of 1 example as expected. 1 scenario otherwise than wanted.\n");
  });

  it.each([
    ["the form", { pest: "bees" }, "“pest”: Select one of the options in the list"],
    ["the schema", { pest: "rats", ward: "Cherry Hinton" }, "case: “ward”: ward is too long: "],
  ])("says why %s refuses an example", async (_, answers, sentence) => {
    await shire.write({ [`${examples}/most.json`]: example("No document.", answers) });
    const { code, stdout } = await guildhall(shire.folder);
    expect(code).toBe(1);
    expect(stdout).toContain(`most: No document.\n        refused  ${sentence}`);
  });

  it("writes documents that are missing or differ when asked to, and is content then", async () => {
    const most = join(shire.folder, examples, "most.case.xml");
    await shire.write({ [`${examples}/least.json`]: example("Only rats.", { pest: "rats" }) });
    await shire.write({ [`${examples}/most.case.xml`]: document("Arbury") });
    expect((await guildhall(shire.folder)).stdout).toContain("case: there is no document yet");

    const { code, stderr } = await guildhall(shire.folder, "--update");
    expect([code, stderr]).toEqual([0, "2 of 2 examples as expected. 2 documents written.\n"]);
    expect(await readFile(most, "utf8")).toBe(document("Abbey"));
    expect((await guildhall(shire.folder)).code).toBe(0);
  });

  it("prints one JSON object for programs", async () => {
    await rm(join(shire.folder, examples, "most.case.xml"));
    const { code, stdout } = await guildhall(shire.folder, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      tenants: [
        {
          tenant: "shire",
          faults: [],
          services: [
            {
              service: "pests",
              examples: [
                {
                  name: "most",
                  asExpected: false,
                  documents: [{ mapping: "case", isThere: false, differences: [] }],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("names file and line of a folder that cannot be read", async () => {
    await shire.write({ [`${examples}/most.json`]: "{" });
    const { code, stdout, stderr } = await guildhall(shire.folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^shire cannot be read:\n.*most\.json:\d+ The file cannot be read/);
    expect(stderr).toContain("1 folder could not be read.");
  });

  it("is not called rightly with no tenant's folder, or a service that there is not", async () => {
    expect(await guildhall(join(shire.folder, "services"))).toMatchObject({ code: 2, stdout: "" });
    const wrong = await guildhall(shire.folder, "--service", "noise");
    expect(wrong).toEqual({
      code: 2,
      stdout: "",
      stderr: "None of these folders has a service “noise”.\n",
    });
  });
});

function example(about: string, answers: object): string {
  return JSON.stringify({ about, answers });
}

async function guildhall(...args: string[]) {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      written[stream] += text;
      return true;
    }),
  );
  try {
    const code = await runCommandLine(["service", "test", ...args], {}, import.meta.url);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
