import { askFor, askYesOrNo, nounOf, oneOf, subjectOf } from "./label.ts";
import type { PartPhrases, Phrases } from "./phrases.ts";

/** The sentences of the platform in plain English. They take a label's own words where it is a noun or can be turned round. */
export const english: Phrases = {
  subject: subjectOf,
  partSubject: (name) => name.charAt(0).toUpperCase() + name.slice(1),

  enter: (question) => askFor("Enter", question),
  select: (question) => askFor("Select", question),
  selectYesOrNo: askYesOrNo,
  upload: (question) => askFor("Upload", question),
  confirm: (question) => {
    const noun = nounOf(question);
    return noun === undefined ? "Tick the box to confirm" : `Tick the box to confirm ${noun}`;
  },
  add: (itemName) => `Add ${oneOf(itemName)}`,
  enterPart: (name) => `Enter ${name}`,

  mustBeDate: (subject) => `${subject} must be a real date`,
  mustInclude: (subject, parts) => `${subject} must include a ${parts}`,
  mustBeTime: (subject) => `${subject} must be a time, like 9:30am or 21:30`,
  mustBeWhole: (subject) => `${subject} must be a whole number, like 30`,
  mustBeNumber: (subject, decimals) =>
    `${subject} must be a number with no more than ${decimals} decimal place${decimals === 1 ? "" : "s"}`,
  mustBeAmount: (subject) => `${subject} must be an amount in pounds and pence, like 12.50`,
  mustBeNowOrPast: (subject) => `${subject} must be today or in the past`,
  mustBeNowOrFuture: (subject) => `${subject} must be today or in the future`,
  mustFollowStart: (subject) => `${subject} must be the same as or after the start date`,
  mustBeAtLeast: (subject, least) => `${subject} must be ${least} or more`,
  mustBeAtMost: (subject, most) => `${subject} must be ${most} or less`,
  mustBeShorter: (subject, most) => `${subject} must be ${most} characters or fewer`,
  tooLong: (subject) => `${subject} is too long`,
  tooShort: (subject) => `${subject} is too short`,
  badCharacter: (subject) => `${subject} has a character that cannot be used`,
  typeAgain: "Type it again",
  tooFewAnswers: (subject) => `${subject} has too few answers`,
  tooManyAnswers: (subject) => `${subject} has too many answers`,
  tooManyFiles: (most) => `Upload no more than ${most} file${most === 1 ? "" : "s"}`,
  tooFewItems: (itemName, least) => `Add ${least} or more, each of them ${oneOf(itemName)}`,
  tooManyItems: (itemName, most) => `Add no more than ${most}, each of them ${oneOf(itemName)}`,
  notRight: (subject) => `${subject} is not right`,

  registration: "Enter a registration number, like AB12 CDE",
  email: "Enter an email address in the correct format, like name@example.com",
  phone: "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192",
  notAnOption: "Select one of the options in the list",
  unknownField: "This form does not ask for that",
  noPlace: "Choose the place, or enter its latitude and longitude",
  outside: "The place must be in England, Scotland or Wales",
  northernIreland: "The place is in Northern Ireland. It must be in England, Scotland or Wales",
  twoPlaces: "Latitude and longitude must be the same place as easting and northing",
  exit: "The answers given mean that this form cannot be sent",

  parts: {
    address: {
      line1: part("address line 1", "Enter address line 1, typically the building and street"),
      line2: part("address line 2"),
      town: part("town or city"),
      postcode: part("postcode", "Enter a full UK postcode"),
    },
    location: {
      latitude: part("latitude", undefined, "Latitude must be a number, like 52.2053"),
      longitude: part("longitude", undefined, "Longitude must be a number, like 0.1218"),
      easting: part("easting", undefined, "Easting must be a number of metres, like 544800"),
      northing: part("northing", undefined, "Northing must be a number of metres, like 258400"),
      postcode: part("postcode", "Enter a full UK postcode"),
      uprn: part("UPRN", undefined, "UPRN must be a number of 12 digits or fewer"),
      description: part("description of the place"),
    },
    organisation: {
      name: part("name of the organisation", "Enter the name of the organisation"),
      number: part(
        "company or charity number",
        undefined,
        "Enter a company number that is 8 characters, like 01234567 or SC012345, or a charity number, like 1234567",
      ),
    },
    "bank-details": {
      accountName: part("name on the account", "Enter the name on the account"),
      sortCode: part(
        "sort code",
        "Enter a sort code",
        "Enter a sort code that is 6 digits, like 309430",
      ),
      accountNumber: part(
        "account number",
        "Enter an account number",
        "Enter an account number that is between 6 and 8 digits, like 00733445",
      ),
      rollNumber: part(
        "roll number",
        undefined,
        "Roll number must only have letters, numbers, hyphens, spaces, forward slashes and full stops",
      ),
    },
    "date-range": {
      from: part("start date", "Enter a start date"),
      to: part("end date", "Enter an end date"),
    },
  },

  yes: "Yes",
  no: "No",
  files: (count) => `${count} file${count === 1 ? "" : "s"}`,
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  about: (year, month) => (month === undefined ? `about ${year}` : `about ${month} ${year}`),
  fromTo: (from, to) => `from ${from} to ${to}`,
  midnight: "midnight",
  midday: "midday",
  gridReference: (reference) => `Grid reference ${reference}`,
  sortCode: (code) => `Sort code ${code}`,
  accountEnding: (digits) => `Account number ending ${digits}`,
};

function part(name: string, missing = `Enter ${name}`, wrong = missing): PartPhrases {
  return { name, missing, wrong };
}
