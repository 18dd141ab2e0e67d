import { Brand } from "@guildhall/contract";
import { contrast } from "./contrast.ts";
import { note, noteFile, type Reading, readNamed } from "./reading.ts";

/** A brand with the bytes of its logo. */
export interface BrandWithLogo {
  readonly brand: Brand;
  readonly logo?: Uint8Array;
}

/** The least contrast that people who see poorly can read (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;
const largestLogo = 100_000;

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
  for (const [name, colour] of Object.entries(brand.colours)) {
    if (contrast(colour, "#ffffff") >= leastContrast) continue;
    note(
      reading,
      written,
      ["colours", name],
      `“${name}” is too pale to be read on white, or under white.`,
    );
  }
  if (brand.logo === undefined) return { brand };
  const logo = reading.tree.get(`brands/${brand.logo}`);
  const fault = logo ? logoFault(brand.logo, logo) : "is not beside this file";
  if (fault) note(reading, written, ["logo"], `The logo “${brand.logo}” ${fault}.`);
  return logo && { brand, logo };
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A logo is served from our own address, so a drawing that could run or fetch anything is refused. */
function logoFault(name: string, bytes: Uint8Array): string | undefined {
  if (bytes.length > largestLogo) return "is larger than 100 kB";
  if (name.endsWith(".png")) {
    return pngSignature.every((byte, place) => bytes[place] === byte)
      ? undefined
      : "is not a PNG picture";
  }
  const text = new TextDecoder().decode(bytes);
  if (!/<svg[\s>]/.test(text)) return "is not an SVG drawing";
  return /<!DOCTYPE|<!ENTITY|<script|<foreignObject|<style|<use|<image|\son[a-z]+\s*=|href\s*=|url\s*\(/i.test(
    text,
  )
    ? "holds more than shapes"
    : undefined;
}
