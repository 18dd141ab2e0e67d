import { Brand } from "@guildhall/contract";
import { type BrandWithLogo, logoFault } from "@guildhall/domain";
import { checkContrast } from "@guildhall/ui";
import { inTurns } from "../in-turns.ts";
import { note, type Reading, readNamed } from "./reading.ts";

/** Read the brands; the one that bears the tenant's own id comes first. */
export function readBrands(reading: Reading, tenant: string): Promise<BrandWithLogo[]> {
  const ids = [...reading.tree.keys()].flatMap(
    (path) => path.match(/^brands\/([a-z0-9-]+)\.yaml$/)?.[1] ?? [],
  );
  const order = ids.toSorted((a, b) => Number(b === tenant) - Number(a === tenant));
  return inTurns(order, (id) => readBrand(reading, id));
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
