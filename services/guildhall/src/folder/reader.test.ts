import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createShire, type Shire } from "../testing/shire.ts";
import { createFolderReader } from "./read.ts";

describe("createFolderReader", () => {
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({ "../cookbook/moles/service.yaml": recipe });
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  const cookbook = () => join(shire.folder, "../cookbook");
  async function digest(): Promise<string> {
    const reader = createFolderReader(cookbook());
    const found = await reader.digest(shire.folder);
    await reader.close();
    return found;
  }

  it("knows a folder by all that is in its files and the cookbook's", async () => {
    const digests = [await digest()];
    expect(await digest()).toBe(digests[0]);
    const service = "services/pests/service.yaml";
    await shire.write({ "README.md": "About it" });
    digests.push(await digest());
    await shire.write({ "README.md": "About  t" });
    digests.push(await digest());
    await shire.write({ "../cookbook/moles/service.yaml": `${recipe}# more\n` });
    digests.push(await digest());
    await rm(join(shire.folder, service));
    digests.push(await digest());
    await shire.write({ [`${service}.yaml`]: "" });
    digests.push(await digest());
    expect(new Set(digests).size).toBe(digests.length);
  });

  it("reads a recipe once for all folders, and what is wrong with it for each that uses it", async () => {
    const using = (name: string) => ({
      [`../${name}/tenant.yaml`]: "kind: council\nname: Borough\nreferencePrefix: BOR\n",
      [`../${name}/brands/${name}.yaml`]: brand,
      [`../${name}/services/moles/service.yaml`]: "recipe: moles\n",
    });
    await shire.write({ ...using("north"), ...using("south") });
    const reader = createFolderReader(cookbook());
    const at = (name: string) => reader.read(join(shire.folder, "..", name));
    const results = [await at("north"), await at("south"), await at("shire")];
    await reader.close();

    const sentences = results.map((result) =>
      "faults" in result ? result.faults.map(({ sentence }) => sentence) : "read",
    );
    const missing = "“whatHappensNext” is missing.";
    expect(sentences).toEqual([[missing], [missing], "read"]);
  });
});

const brand = `name: Borough Council
shortName: Borough
colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" }
`;

const recipe = `title: Report moles
summary: Tell us about moles.
form:
  pages: [{ id: moles, title: The moles, kind: information }]
stages: [{ id: received, title: Received }]
target: { firstResponseWorkingDays: 3, text: Within 3 working days. }
retention: { days: 365, lawfulBasis: Public task }
`;
