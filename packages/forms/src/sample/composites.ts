import type { Answer } from "../sheet.ts";
import { textsOf } from "./texts.ts";

const usual = { line1: "Flat 2, 10 High Street", town: "Cambridge", postcode: "CB2 1TN" };
export const addresses = [
  { line1: "x", town: "x" },
  usual,
  { ...usual, uprn: "100090512345", easting: 545_000, northing: 258_000 },
  { ...usual, uprn: "1", easting: 0, northing: 0 },
  { ...usual, uprn: "000000000007", easting: 700_000, northing: 1_300_000 },
  { ...usual, uprn: "9".repeat(12), easting: 545_000 },
  { line1: "Penthouse", line2: "14a–16 The Green", town: "Ely", northing: 258_000 },
  { line1: "W".repeat(100), line2: "W".repeat(100), town: "W".repeat(60), postcode: "GIR 0AA" },
  { line1: "😀".repeat(100), line2: "😀".repeat(100), town: "😀".repeat(60), postcode: "EC1A 1BB" },
  addressOf(textsOf(100, true)[5] ?? "", textsOf(60, true)[5] ?? ""),
];

function addressOf(line: string, town: string): Record<string, Answer> {
  return { line1: line, line2: `10 ${line}`.slice(0, 40).toWellFormed(), town };
}

/** Edges of the grid and of the globe, one half of a position or both, with and without words. */
export const locations = [
  { latitude: 52.205337, longitude: 0.121817 },
  { easting: 544_800, northing: 258_400, postcode: "CB2 1TN", uprn: "100090512345" },
  { latitude: 49.957, longitude: -5.2062, description: "The lighthouse" },
  { latitude: 60.8588, longitude: -0.8853 },
  { easting: 655_000, northing: 293_000, description: "W".repeat(300) },
  { easting: 10_000, northing: 900_000, uprn: "9".repeat(12) },
  { latitude: 51.5, longitude: -0.000001, description: "😀".repeat(300) },
  { easting: 544_800, northing: 258_400, description: textsOf(300, true)[5] },
];

const accented = textsOf(160, true)[5] ?? "";
export const organisations = [
  { name: "x" },
  { name: "Cambridge Bikes Ltd", number: "01234567" },
  { name: "The Trust", number: "SC012345" },
  { name: "A Charity", number: "1234567-12" },
  { name: "Old Friends", number: "IP12345R" },
  { name: "W".repeat(160), number: "210183" },
  { name: "😀".repeat(160), number: "NIC100002" },
  { name: accented },
];

export const registrations = [
  "AB12CDE",
  "A1",
  "1A",
  "Q123ABC",
  "A123BCD",
  "ABC123D",
  "AIZ1234",
  "J123456",
  "12345",
  "101D234",
];

const account = { accountName: "A Byron", sortCode: "040004", accountNumber: "00123456" };
export const bankDetails = [
  account,
  { ...account, accountName: "x", sortCode: "000000", accountNumber: "00000000" },
  { ...account, accountName: "W".repeat(70), rollNumber: "D/123.45-67 89012X" },
  { ...account, accountName: "😀".repeat(70), accountNumber: "99999999", rollNumber: "1" },
  { ...account, accountName: textsOf(70, true)[5] ?? "x" },
];
