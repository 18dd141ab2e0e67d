/** A form as a citizen fills it in: about 1 KB, the same for every system that is measured. */
export interface Submission {
  readonly accountNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly moveDate: string;
  readonly reason: string;
  readonly oldAddress: PostalAddress;
  readonly newAddress: PostalAddress;
  readonly isOwner: boolean;
  readonly occupants: readonly Occupant[];
  readonly notes: string;
}

interface PostalAddress {
  readonly line1: string;
  readonly line2: string;
  readonly town: string;
  readonly postcode: string;
}

interface Occupant {
  readonly fullName: string;
  readonly born: string;
}

/** The `nth` of a bounded number of submissions that differ as people do. */
export function submissionOf(nth: number): Submission {
  const firstName = pick(firstNames, nth);
  const lastName = pick(lastNames, Math.floor(nth / 3));
  return {
    accountNumber: String(40_000_000 + nth * 7919).slice(0, 8),
    firstName,
    lastName,
    email: `${firstName}.${nth}@example.org`.toLowerCase(),
    phone: `01632 960${String(nth % 1000).padStart(3, "0")}`,
    moveDate: `2026-0${1 + (nth % 9)}-1${nth % 9}`,
    reason: pick(["bought", "rented", "inherited"], nth),
    oldAddress: addressOf(nth),
    newAddress: addressOf(nth + 17),
    isOwner: nth % 2 === 0,
    occupants: Array.from({ length: 3 }, (_, index) => ({
      fullName: `${pick(firstNames, nth + index)} ${lastName}`,
      born: `19${60 + ((nth + 11 * index) % 40)}-0${1 + ((nth + index) % 9)}-2${index}`,
    })),
    notes: `${pick(openings, nth)} ${words}`,
  };
}

function addressOf(nth: number): PostalAddress {
  return {
    line1: `${1 + (nth % 120)} ${pick(streets, nth)}`,
    line2: pick(villages, nth),
    town: pick(towns, nth),
    postcode: pick(postcodes, nth),
  };
}

function pick<T>(list: readonly T[], nth: number): T {
  // A list of the module's own, which has something in it.
  return list[nth % list.length] as T;
}

const firstNames = ["Aoife", "Ben", "Chidi", "Dara", "Elin", "Farah", "George", "Hanna", "Ifor"];
const lastNames = ["O'Connor", "Smith & Jones", "Nwosu", "Brânză", "Llewellyn", "Khan", "Taylor"];
const streets = ["Mill Road", "High Street", "St Mary's Passage", "Station Road", "The Green"];
const villages = ["Petersfield", "Great Staughton", "Over", "Hemingford Grey"];
const towns = ["Cambridge", "Huntingdon", "St Neots", "Ely"];
const postcodes = ["CB1 2AD", "PE29 3TN", "PE19 1JB", "CB6 1AA", "CB24 5NE"];
const openings = ["We move on a Saturday.", "The keys come <late>.", "Please write, don't ring."];
const words =
  "The meter under the stairs was read on the day we left and the landlord has the figures. " +
  "The side gate sticks, so bins can only be put out at the front. There is a dog, who is friendly, " +
  "and a step at the front door that the last visitor did not see. Two of us work at night, so a letter " +
  "is better than a call before noon.";
