import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inLanguage, textsOf, translationReport } from "@guildhall/forms";
import { stringify } from "yaml";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));
const council = "south-cambridgeshire";
const noise = `${council}/services/noise-nuisance`;

describe("a service in Welsh", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "welsh-"));
    for (const name of [council, "cookbook"])
      await cp(join(tenants, name), join(root, name), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  const read = () => readTenantFolder(join(root, council), { cookbook: join(root, "cookbook") });

  async function noiseService() {
    const result = await read();
    if ("faults" in result)
      throw new Error(result.faults.map(({ sentence }) => sentence).join("\n"));
    const found = result.folder.services.find(({ id }) => id === "noise-nuisance");
    if (!found) throw new Error("there is no such service");
    return found;
  }

  async function faultsWith(texts: object) {
    await writeFile(join(root, noise, "service.cy.yaml"), stringify(texts));
    const result = await read();
    if ("folder" in result) return [];
    return result.faults.map(({ file, line, sentence }) => [
      file.slice(root.length + 1),
      line,
      sentence,
    ]);
  }

  it("is whole: the recipe's Welsh, and the council's own for what it changed", async () => {
    const service = await noiseService();
    expect(translationReport(service)).toEqual({ missing: [], stale: [], unknown: [] });
    const welsh = inLanguage(service, "cy");
    expect(welsh.title).toBe("Rhoi gwybod am sŵn gan gymdogion neu yn y stryd");
    expect(textsOf(welsh)).toHaveLength(textsOf(service).length);
  });

  it("shows English again where the English was changed and the Welsh was not", async () => {
    const file = join(root, "cookbook/noise-nuisance/service.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("title: Your details", "title: About you"));
    const service = await noiseService();
    expect(translationReport(service).stale).toEqual([
      { path: "form.pages.details.title", text: "About you" },
    ]);
    expect(inLanguage(service, "cy").form.pages.at(-1)?.title).toBe("About you");
  });

  it("is not taken over by a council without a Welsh file of its own", async () => {
    await rm(join(root, noise, "service.cy.yaml"));
    expect((await noiseService()).welsh).toBeUndefined();
  });

  it("leaves out the Welsh of what a council took out of its recipe", async () => {
    const file = join(root, noise, "service.yaml");
    const text = await readFile(file, "utf8");
    const question = "        - id: noiseSource\n          options:\n";
    expect(text).toContain(question);
    await writeFile(
      file,
      text.replace(question, `${question}            - { value: not-known, remove: true }\n`),
    );
    expect(Object.keys((await noiseService()).welsh ?? {})).not.toContain(
      "form.questions.noiseSource.options.not-known.label",
    );
  });

  it("is refused for a text that the service has not", async () => {
    expect(await faultsWith({ titel: { of: "Noise", text: "Sŵn" } })).toEqual([
      [`${noise}/service.cy.yaml`, 1, "The service has no text “titel”."],
    ]);
  });

  it("is refused where a placeholder or a link got lost, or came from nowhere", async () => {
    const faults = await faultsWith({
      "messages.started.subject": { of: "It is ((reference))", text: "Dyma ((cyfeirnod))" },
      introduction: { of: "See [this](https://a.example/)", text: "Gweler hyn" },
    });
    expect(faults.map(([, , sentence]) => sentence)).toEqual([
      "The English has links: 1; here there are: 0.",
      "“((reference))” is in the English, and not here.",
      "“((cyfeirnod))” is not in the English.",
    ]);
  });

  it("is refused where it is too long for its place", async () => {
    expect(await faultsWith({ title: { of: "Noise", text: "sŵn ".repeat(40) } })).toEqual([
      [`${noise}/service.cy.yaml`, 3, "This is too long for its place."],
    ]);
  });
});
