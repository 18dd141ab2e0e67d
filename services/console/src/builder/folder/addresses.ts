import type { Addresses } from "../../addresses.ts";

/** Where files go out and come in. */
export function folderAddresses({ folder }: Pick<Addresses, "folder">) {
  const of = (id: string) => `${folder}/imports/${encodeURIComponent(id)}`;
  return {
    home: folder,
    download: `${folder}/download`,
    bringIn: `${folder}/imports`,
    import: of,
    approve: (id: string) => `${of(id)}/approve`,
  };
}
