import { spawn } from "node:child_process";
import { once } from "node:events";
import { SchemaSetRefused } from "../fault.ts";
import { endless, endlessDocument, fixture, schema, setOf, valuebill } from "../testing/sets.ts";
import { createSchemaChecker, type SchemaChecker } from "./schema-checker.ts";

const dates = setOf({ "dates.xsd": schema('<xs:element name="r" type="xs:date"/>') });
const timeFault = { code: "time", sentence: expect.stringMatching(/took too long/) };

describe("createSchemaChecker", () => {
  let checker: SchemaChecker;

  beforeAll(() => {
    checker = createSchemaChecker({ limitMs: 1000 });
  });

  afterAll(() => checker.close());

  it("checks documents of several sets, each with its own faults", async () => {
    const document = fixture("CTValid1.xml");
    const set = valuebill();

    const answers = await Promise.all([
      checker.check(dates, "<r>2026-03-31</r>"),
      checker.check(set, document),
      checker.check(dates, Buffer.from("<r>x</r>")),
      checker.check(set, document.replace("CR03", "CR99")),
    ]);
    expect(answers.map((faults) => faults.map(({ position }) => position))).toEqual([
      [],
      [],
      [""],
      ["2/5/1/1"],
    ]);
  });

  it("gives up a check without end, and goes on with the next in a new thread", async () => {
    const answers = await Promise.all([
      checker.check(dates, "<r>x</r>"),
      checker.check(endless(), endlessDocument),
      checker.check(dates, "<r>x</r>"),
      checker.check(endless(), "<r>ab</r>"),
    ]);

    expect(answers).toMatchObject([[{ position: "" }], [timeFault], [{ position: "" }], []]);
  });

  it("does not spend its time on saying where a rule is broken thousands of times", async () => {
    const patient = createSchemaChecker({ limitMs: 5000 });
    onTestFinished(() => patient.close());
    const item = '<xs:element name="v" maxOccurs="unbounded"/>';
    const list = `<xs:element name="r"><xs:complexType><xs:sequence>${item}</xs:sequence></xs:complexType></xs:element>`;
    const rules = [{ id: "never", context: "//v", test: "false()", sentence: "Never." }];
    const faults = await patient.check(
      setOf({ "list.xsd": schema(list) }, { rules }),
      `<r>${"<v/>".repeat(12_000)}</r>`,
    );

    expect(faults).toHaveLength(1000);
    expect(faults.at(-1)).toMatchObject({ rule: "never", position: "1000" });
  });

  it("says what is wrong with a set, and checks nothing with it", async () => {
    const broken = setOf({ "broken.xsd": schema('<xs:element name="r" type="T"/>') });

    expect(await checker.compile(dates)).toEqual([]);
    expect(await checker.compile(broken)).toMatchObject([{ file: "broken.xsd", line: 1 }]);
    await expect(checker.check(broken, "<r/>")).rejects.toThrow(SchemaSetRefused);
    expect(await checker.check(dates, "<r>2026-03-31</r>")).toEqual([]);
  });

  it("reads what documents look like, and says what it cannot read", async () => {
    const element =
      '<xs:element name="r"><xs:complexType><xs:attribute name="a"/></xs:complexType></xs:element>';
    const source = { source: "xsd", files: [{ name: "a.xsd", text: schema(element) }] } as const;

    expect(await checker.shape(source)).toMatchObject({ root: "r", fields: [{ target: "@a" }] });
    await expect(checker.shape({ ...source, root: "s" })).rejects.toMatchObject({ roots: ["r"] });
    const hasty = createSchemaChecker({ limitMs: 0 });
    onTestFinished(() => hasty.close());
    await expect(hasty.shape(source)).rejects.toMatchObject({
      faults: [{ sentence: expect.stringMatching(/took too long/) }],
    });
  });

  it("gives up a set that cannot be made ready in its time", async () => {
    const hasty = createSchemaChecker({ limitMs: 0 });
    onTestFinished(() => hasty.close());
    const fault = { sentence: "The schema set takes too long to make ready." };

    expect(await hasty.compile(valuebill())).toEqual([fault]);
    await expect(hasty.check(valuebill(), "<r/>")).rejects.toMatchObject({ faults: [fault] });
  });

  it("holds as many sets as it is asked for, one after the other", async () => {
    for (let at = 0; at < 60; at += 1) {
      const set = setOf({ [`s${at}.xsd`]: schema('<xs:element name="r" type="xs:date"/>') });

      expect(await checker.check(set, "<r>x</r>")).toHaveLength(1);
    }
    expect(await checker.check(dates, "<r>2026-03-31</r>")).toEqual([]);
  });

  it("checks a part of a larger buffer, and not what is around it", async () => {
    const around = Buffer.from("<around><r>2026-03-31</r></around>");

    expect(await checker.check(dates, around.subarray(8, 25))).toEqual([]);
  });

  it("takes no more when it is closed, and rejects what waits", async () => {
    const closing = createSchemaChecker();
    await closing.compile(endless());
    const waiting = [
      closing.check(endless(), endlessDocument),
      closing.check(dates, "<r>2026-03-31</r>"),
    ].map((check) => expect(check).rejects.toThrow(/closed|no answer/));
    await closing.close();

    await Promise.all(waiting);
    await expect(closing.compile(dates)).rejects.toThrow("The checker is closed.");
  });

  it("keeps a process alive for an answer, and not a moment longer", async () => {
    const source = JSON.stringify(new URL("../index.ts", import.meta.url));
    const program = `
      const { createSchemaChecker } = await import(${source});
      const faults = await createSchemaChecker().check(${JSON.stringify(dates)}, "<r>x</r>");
      console.log(faults.length);`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const printed = child.stdout.setEncoding("utf8").toArray();

    expect((await once(child, "exit"))[0]).toBe(0);
    expect((await printed).join("")).toBe("1\n");
  });
});
