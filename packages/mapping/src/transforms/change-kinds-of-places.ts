import type { ChangeKind } from "@guildhall/contract";

/** The parts of an address in the words of BS7666, as people know them. */
export const addressParts = {
  saon: "flat or room",
  paon: "house number or name",
  street: "street",
  town: "town",
  postcode: "postcode",
  uprn: "property reference number",
} as const;

/** What can be said of where something is. */
export const placeParts = {
  easting: "easting",
  northing: "northing",
  longitude: "longitude",
  latitude: "latitude",
  point: "point on the map",
} as const;

function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

export const kindsOfAddress: readonly ChangeKind[] = [
  {
    id: "address-lines",
    title: "An address in lines",
    base: {},
    settings: [
      { path: ["address", "lines"], label: "Most lines", kind: "number", required: true },
      {
        path: ["address", "longest"],
        label: "Most characters of a line",
        kind: "number",
        required: false,
      },
      {
        path: ["address", "postcode"],
        label: "The postcode is one of the lines",
        kind: "yes-no",
        required: false,
      },
    ],
  },
  {
    id: "address-part",
    title: "One part of an address",
    base: {},
    settings: [
      {
        path: ["address"],
        label: "Part",
        kind: "choice",
        required: true,
        choices: choicesOf(addressParts),
      },
    ],
  },
];

export const kindsOfPlace: readonly ChangeKind[] = [
  {
    id: "place",
    title: "Where an address or a place is",
    base: {},
    settings: [
      {
        path: ["place"],
        label: "What of it",
        kind: "choice",
        required: true,
        choices: choicesOf(placeParts),
      },
    ],
  },
];
