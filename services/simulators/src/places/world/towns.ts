import type { GridPoint } from "../../pages/national-grid.ts";

/** A council, as address data names it. */
export interface Custodian {
  readonly code: number;
  readonly name: string;
  readonly area: string;
}

export const custodians = {
  cambridge: { code: 505, name: "CAMBRIDGE", area: "CAMBRIDGESHIRE" },
  eastCambridgeshire: { code: 510, name: "EAST CAMBRIDGESHIRE", area: "CAMBRIDGESHIRE" },
  huntingdonshire: { code: 520, name: "HUNTINGDONSHIRE", area: "CAMBRIDGESHIRE" },
  southCambridgeshire: { code: 530, name: "SOUTH CAMBRIDGESHIRE", area: "CAMBRIDGESHIRE" },
  peterborough: { code: 540, name: "CITY OF PETERBOROUGH", area: "CITY OF PETERBOROUGH" },
} as const satisfies Record<string, Custodian>;

/** A town, a village or a part of a city. Where it lies is real; its streets are made up. */
export interface Town {
  readonly name: string;
  /** The town that stands in its addresses, where it is but a part of one. */
  readonly postTown: string;
  readonly locality?: string;
  readonly custodian: Custodian;
  /** The first part of its postcodes, with the digit after it. */
  readonly sector: string;
  readonly centre: GridPoint;
  /** Blocks from west to east and from south to north. */
  readonly blocks: readonly [number, number];
  /** By how many degrees its streets are turned. */
  readonly turn: number;
}

type Row = readonly [
  name: string,
  locality: string | undefined,
  sector: string,
  easting: number,
  northing: number,
  blocks: readonly [number, number],
  turn: number,
];

function townsOf(custodian: Custodian, rows: Readonly<Record<string, readonly Row[]>>): Town[] {
  return Object.entries(rows).flatMap(([postTown, towns]) =>
    towns.map(([name, locality, sector, easting, northing, blocks, turn]) => ({
      name,
      postTown,
      ...(locality === undefined ? {} : { locality }),
      custodian,
      sector,
      centre: { easting, northing },
      blocks,
      turn,
    })),
  );
}

export const towns: readonly Town[] = [
  ...townsOf(custodians.cambridge, {
    CAMBRIDGE: [
      ["Petersfield", undefined, "CB1 2", 546_050, 257_900, [4, 4], 8],
      ["Cherry Hinton", "Cherry Hinton", "CB1 9", 548_500, 256_600, [3, 3], -6],
      ["Trumpington", "Trumpington", "CB2 9", 544_800, 255_100, [3, 3], 4],
      ["Newtown", undefined, "CB2 1", 545_350, 257_250, [3, 3], 14],
      ["Newnham", "Newnham", "CB3 9", 543_900, 257_500, [3, 3], -12],
      ["Castle", undefined, "CB3 0", 544_100, 259_300, [3, 3], 20],
      ["Chesterton", "Chesterton", "CB4 1", 546_250, 260_100, [4, 3], -4],
      ["Arbury", undefined, "CB4 3", 545_100, 260_600, [3, 3], 10],
      ["Abbey", undefined, "CB5 8", 547_300, 259_000, [3, 3], 24],
    ],
  }),
  ...townsOf(custodians.huntingdonshire, {
    HUNTINGDON: [
      ["Huntingdon", undefined, "PE29 3", 523_700, 271_900, [4, 4], 30],
      ["Godmanchester", "Godmanchester", "PE29 2", 524_500, 270_300, [3, 3], 12],
      ["Brampton", "Brampton", "PE28 4", 520_800, 270_500, [3, 3], 5],
      ["Warboys", "Warboys", "PE28 2", 530_400, 280_100, [3, 2], -10],
      ["Kimbolton", "Kimbolton", "PE28 0", 509_900, 267_900, [2, 2], 18],
      ["Alconbury", "Alconbury", "PE28 1", 518_500, 275_900, [2, 2], -3],
    ],
  }),
  ...townsOf(custodians.southCambridgeshire, {
    CAMBRIDGE: [
      ["Great Shelford", "Great Shelford", "CB22 5", 546_200, 252_000, [3, 3], 9],
      ["Sawston", "Sawston", "CB22 3", 548_500, 249_300, [3, 3], -2],
      ["Cambourne", "Cambourne", "CB23 6", 532_000, 259_800, [4, 3], 0],
      ["Comberton", "Comberton", "CB23 7", 538_200, 256_400, [2, 2], 15],
      ["Histon", "Histon", "CB24 9", 543_900, 263_700, [3, 3], 6],
      ["Cottenham", "Cottenham", "CB24 8", 545_000, 267_600, [3, 2], -14],
      ["Waterbeach", "Waterbeach", "CB25 9", 549_600, 265_300, [3, 2], 22],
      // Its postcodes begin like those of the city beside it.
      ["Orchard Park", "Orchard Park", "CB4 2", 545_300, 261_700, [2, 2], 3],
    ],
  }),
  ...townsOf(custodians.eastCambridgeshire, {
    ELY: [
      ["Ely", undefined, "CB7 4", 554_000, 280_300, [4, 3], 16],
      ["Littleport", "Littleport", "CB6 1", 556_600, 286_900, [3, 2], -8],
      ["Sutton", "Sutton", "CB6 2", 544_800, 278_900, [2, 2], 2],
    ],
  }),
  ...townsOf(custodians.peterborough, {
    PETERBOROUGH: [["Peterborough", undefined, "PE1 1", 519_400, 299_200, [4, 4], 11]],
  }),
];
