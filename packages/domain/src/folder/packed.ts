import type { FolderContents } from "./contents.ts";
import { inTurns } from "./in-turns.ts";

/** What a folder holds as JSON, logos and all, each thing in a turn of its own. */
export async function packed({ brands, ...contents }: FolderContents): Promise<string> {
  const asText = (logo: Uint8Array | undefined) => logo && Buffer.from(logo).toString("base64");
  const kept = brands.map(({ brand, logo }) => ({ brand, logo: asText(logo) }));
  const lists = Object.entries<readonly unknown[]>({ ...contents, brands: kept });
  const written = await inTurns(lists, async ([name, things]) => {
    const texts = await inTurns(things, async (thing) => JSON.stringify(thing));
    return `${JSON.stringify(name)}:[${texts.join(",")}]`;
  });
  return `{${written.join(",")}}`;
}

/** The same as it was before. */
export function unpacked(kept: unknown): FolderContents {
  const { brands, ...contents } = kept as Kept; // Made by `packed`.
  const asBytes = ({ brand, logo }: Kept["brands"][number]) =>
    logo === undefined ? { brand } : { brand, logo: new Uint8Array(Buffer.from(logo, "base64")) };
  return { ...contents, brands: brands.map(asBytes) };
}

interface Kept extends Omit<FolderContents, "brands"> {
  readonly brands: readonly {
    readonly brand: FolderContents["brands"][number]["brand"];
    readonly logo?: string;
  }[];
}
