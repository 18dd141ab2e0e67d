import type { GridPoint } from "../../pages/national-grid.ts";
import { houseName, shopName, streetName } from "./names.ts";
import { type Town, towns } from "./towns.ts";

/** A street from one end to the other. */
export interface Street {
  readonly name: string;
  readonly town: Town;
  readonly usrn: number;
  readonly from: GridPoint;
  readonly to: GridPoint;
}

/** A made-up address. */
export interface MadeAddress {
  readonly uprn: string;
  readonly street: Street;
  readonly number?: number;
  readonly building?: string;
  readonly flat?: number;
  readonly organisation?: string;
  readonly postcode: string;
  readonly at: GridPoint;
}

export interface MadeWorld {
  readonly streets: readonly Street[];
  readonly addresses: readonly MadeAddress[];
}

const blockEast = 170;
const blockNorth = 120;
const betweenHouses = 22;
const fromTheMiddle = 16;
const toAPostcode = 8;

let made: MadeWorld | undefined;

/** The streets and addresses of all towns: the same at every start, and made when they are first asked for. */
export function madeWorld(): MadeWorld {
  made ??= build();
  return made;
}

function build(): MadeWorld {
  const all = towns.map((town, index) => {
    const streets = streetsOf(town, index);
    return { streets, addresses: addressesOf(town, streets, index) };
  });
  return {
    streets: all.flatMap(({ streets }) => streets),
    addresses: all.flatMap(({ addresses }) => addresses),
  };
}

/** A grid of streets, turned about the middle of the town. */
function streetsOf(town: Town, index: number): Street[] {
  const [columns, rows] = town.blocks;
  const place = placing(town);
  const [west, south] = [(-columns * blockEast) / 2, (-rows * blockNorth) / 2];
  const across = range(rows + 1).map((row) => {
    const north = south + row * blockNorth;
    return [place(west, north), place(-west, north)] as const;
  });
  const along = range(columns + 1).map((column) => {
    const east = west + column * blockEast;
    return [place(east, south), place(east, -south)] as const;
  });
  return [...across, ...along].map(([from, to], street) => ({
    name: streetName(index, street),
    town,
    usrn: 10_000_000 + town.custodian.code * 1000 + index * 40 + street,
    from,
    to,
  }));
}

function placing({ centre, turn }: Town) {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (east: number, north: number): GridPoint => ({
    easting: Math.round(centre.easting + east * cos - north * sin),
    northing: Math.round(centre.northing + east * sin + north * cos),
  });
}

/** Houses on both sides of the streets from west to east; odd numbers on the one, even on the other. */
function addressesOf(town: Town, streets: readonly Street[], index: number): MadeAddress[] {
  const next = numbering(town, index);
  const across = streets.slice(0, town.blocks[1] + 1);
  return across.flatMap((street) =>
    [1, -1].flatMap((side) => {
      const sites = sitesAlong(street, side);
      return chunks(sites, toAPostcode).flatMap((part) => {
        const postcode = next.postcode();
        return part.flatMap((site) => housesAt(site, { street, postcode, uprn: next.uprn }));
      });
    }),
  );
}

interface Site {
  readonly number: number;
  readonly at: GridPoint;
}

function sitesAlong({ from, to }: Street, side: number): Site[] {
  const [east, north] = [to.easting - from.easting, to.northing - from.northing];
  const length = Math.hypot(east, north);
  const count = Math.floor(length / betweenHouses);
  return range(count).map((place) => {
    const part = (place + 0.5) / count;
    const aside = (side * fromTheMiddle) / length;
    return {
      number: place * 2 + (side > 0 ? 1 : 2),
      at: {
        easting: Math.round(from.easting + east * part - north * aside),
        northing: Math.round(from.northing + north * part + east * aside),
      },
    };
  });
}

interface Holder {
  readonly street: Street;
  readonly postcode: string;
  uprn(): string;
}

/** Most sites have one house; some a shop, a house with a name, or flats. */
function housesAt({ number, at }: Site, { street, postcode, uprn }: Holder): MadeAddress[] {
  const common = { street, postcode, at };
  const kind = (number * 7 + street.usrn) % 23;
  if (kind === 3)
    return [{ ...common, uprn: uprn(), number, organisation: shopName(number + street.usrn) }];
  if (kind === 11) return [{ ...common, uprn: uprn(), building: houseName(number + street.usrn) }];
  if (kind !== 17) return [{ ...common, uprn: uprn(), number }];
  const building = `${street.name.split(" ")[0]} Court`;
  return range(6).map((flat) => ({ ...common, uprn: uprn(), flat: flat + 1, building, number }));
}

/** The letters that the second half of a postcode has. */
const letters = "ABDEFGHJLNPQRSTUWXYZ";

function numbering({ custodian, sector }: Town, index: number) {
  let units = 0;
  let houses = 0;
  return {
    postcode() {
      const unit = `${letters[Math.floor(units / letters.length)]}${letters[units % letters.length]}`;
      units += 1;
      return `${sector}${unit}`;
    },
    /** Beyond all that were ever given out. */
    uprn() {
      houses += 1;
      return `999${String(custodian.code).padStart(4, "0")}${String(index * 1000 + houses).padStart(5, "0")}`;
    },
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return range(Math.ceil(list.length / size)).map((at) => list.slice(at * size, (at + 1) * size));
}
