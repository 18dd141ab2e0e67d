import { Brand } from "@guildhall/contract";
import { checkContrast } from "@guildhall/ui";
import { logoFault } from "./logo.ts";
import { note, noteFile, type Reading, readNamed } from "./reading.ts";

/** A brand with the bytes of its logo. */
export interface BrandWithLogo {
  readonly brand: Brand;
  readonly logo?: Uint8Array;
}

/** Read the brands; the one that bears the tenant's own id comes first. */
export function readBrands(reading: Reading, tenant: string): BrandWithLogo[] {
  const ids = [...reading.tree.keys()].flatMap(
    (path) => path.match(/^brands\/([a-z0-9-]+)\.yaml$/)?.[1] ?? [],
  );
  const order = ids.toSorted((a, b) => Number(b === tenant) - Number(a === tenant));
  if (ids.length === 0) noteFile(reading, "brands", "A tenant needs at least one brand.");
  return order.flatMap((id) => readBrand(reading, id) ?? []);
}

function readBrand(reading: Reading, id: string): BrandWithLogo | undefined {
  const read = readNamed(reading, Brand, { path: `brands/${id}.yaml`, id });
  if (!read) return undefined;
  const { value: brand, written } = read;
  for (const { colour, sentence } of checkContrast(brand.colours))
    note(reading, written, ["colours", colour], sentence);
  if (brand.logo === undefined) return { brand };
  const logo = reading.tree.get(`brands/${brand.logo}`);
  const fault = logo ? logoFault(brand.logo, logo) : "is not beside this file";
  if (fault) note(reading, written, ["logo"], `The logo “${brand.logo}” ${fault}.`);
  return logo && { brand, logo };
}
