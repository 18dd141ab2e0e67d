import type { FolderContents } from "./contents.ts";

/** What a folder holds as JSON, logos and all. */
export function packed({ brands, ...contents }: FolderContents): object {
  const asText = (logo: Uint8Array | undefined) => logo && Buffer.from(logo).toString("base64");
  return { ...contents, brands: brands.map(({ brand, logo }) => ({ brand, logo: asText(logo) })) };
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
