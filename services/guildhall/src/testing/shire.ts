import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TenantFolder } from "@guildhall/folder";
import { readTenantFolder } from "../folder/read.ts";

/** The folder of a small council, with one service that has one page and one mapping, and nothing that was not asked for. */
export interface Shire extends AsyncDisposable {
  /** Where the council's folder is. */
  readonly folder: string;
  /** Write files by their paths: those of the council, or of the cookbook where they begin with `../cookbook/`. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Read the folder whole. */
  read(): Promise<TenantFolder>;
  /** What is wrong with the folder, each fault as `file:line sentence`. */
  faults(): Promise<string[]>;
}

export async function createShire(): Promise<Shire> {
  const root = await mkdtemp(join(tmpdir(), "shire-"));
  const folder = join(root, "shire");
  const cookbook = join(root, "cookbook");
  const write: Shire["write"] = async (files) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
  };
  await mkdir(cookbook, { recursive: true });
  await write(written);
  const result = () => readTenantFolder(folder, { cookbook });
  return {
    folder,
    write,
    read: async () => {
      const read = await result();
      if ("folder" in read) return read.folder;
      throw new Error(read.faults.map(({ sentence }) => sentence).join("\n"));
    },
    faults: async () => {
      const read = await result();
      if ("folder" in read) return [];
      return read.faults.map(
        ({ file, line, sentence }) => `${file.slice(root.length + 1)}:${line} ${sentence}`,
      );
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

const written = {
  "tenant.yaml": "kind: council\nname: Shire District Council\nreferencePrefix: SHI\n",
  "brands/shire.yaml": `name: Shire District Council
shortName: Shire
colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" }
`,
  "connectors/office.yaml": `kind: uniform
name: environmental health
address: simulator:uniform/shire
settings: { databaseId: SHI }
codes:
  KIND: [{ code: P, text: Pests }]
`,
  "services/pests/service.yaml": `title: Report pests
summary: Tell us about pests.
form:
  conditions:
    - { id: is-wasps, name: They are wasps, when: { "==": [{ var: pest }, wasps] } }
  pages:
    - id: pests
      title: The pests
      questions:
        - id: pest
          type: radios
          label: What are they?
          options: [{ value: rats, label: Rats }, { value: wasps, label: Wasps }]
        - { id: ward, type: text, label: Which ward?, required: false }
        - { id: place, type: address, label: Where?, required: false }
location: place
stages: [{ id: received, title: Received }]
steps:
  - { id: send, kind: deliver, mapping: case }
target: { firstResponseWorkingDays: 3, text: Within 3 working days. }
whatHappensNext: We look into it.
retention: { days: 365, lawfulBasis: Public task }
`,
  "services/pests/mapping.case.yaml": `connector: office
operation: send
format: xml
root: case
rows:
  - target: pest
    from: { answer: pest }
`,
};
